"""Addresses of the site: what has no language, then the pages under their language prefix."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from isesco_site import views

handler400 = "isesco_site.errors.bad_request"
handler403 = "isesco_site.errors.permission_denied"
handler404 = "isesco_site.errors.page_not_found"
handler500 = "isesco_site.errors.server_error"

urlpatterns = [
    path("", views.choose_language, name="choose-language"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    re_path(r"^media/(?P<path>.+)$", views.serve_media, name="serve-media"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("manifest-<slug:language>.webmanifest", views.web_manifest, name="web-manifest"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    path("-/liveness", views.liveness, name="liveness"),
    path("-/readiness", views.readiness, name="readiness"),
    *i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=True),
]
