"""Tags about the languages of a page."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from pages.alternates import Alternate, LanguageLink, alternates, language_links
from pages.stand_ins import stand_in_attributes

register = template.Library()


@register.simple_tag
def language_attributes(instance: Any, field_name: str) -> SafeString:
    """``{% language_attributes page "title" %}``: lang and dir of a text that stands in."""
    return stand_in_attributes(instance, field_name)


@register.simple_tag(takes_context=True, name="language_links")
def language_links_tag(context: template.Context) -> list[LanguageLink]:
    """``{% language_links as links %}``: the same page in every language."""
    return language_links(context.get("page"), context.get("request"))


@register.simple_tag(takes_context=True, name="alternates")
def alternates_tag(context: template.Context) -> list[Alternate]:
    """``{% alternates as links %}``: absolute addresses of the languages that exist."""
    page = context.get("page")
    return alternates(page, context.get("request")) if page else []
