"""The WSGI application, as the server loads it: ``isesco_site.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isesco_site.settings")

application = get_wsgi_application()
