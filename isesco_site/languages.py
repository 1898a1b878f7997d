"""The site's languages as plain data, in the order in which they are shown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """A language the site is published in.

    ``code`` is its BCP 47 tag, ``name`` its own name for itself, ``direction`` the base
    direction of its script (``"rtl"`` or ``"ltr"``),
    ``open_graph_locale`` the tag that Open Graph uses.
    """

    code: str
    name: str
    direction: str
    open_graph_locale: str


LANGUAGES = (
    Language("ar", "العربية", "rtl", "ar_AR"),
    Language("en", "English", "ltr", "en_GB"),
    Language("fr", "Français", "ltr", "fr_FR"),
)
BY_CODE = {language.code: language for language in LANGUAGES}
CODES = tuple(BY_CODE)

# Whatever Wagtail derives from a text (draft title, slug, log label) is derived in this language,
# and a text that a reader's language lacks is sought in this order.
CANONICAL = "en"
FALLBACK_ORDER = ("en", "fr", "ar")
