"""The kinds of pages that browser tests visit; the fixture ``addresses`` knows where they are."""

from tests.site_pages import PAGE_TYPES, name_of

KINDS = [
    *map(name_of, PAGE_TYPES),
    "every block",
    "in French only",
    "in Arabic only",
    "nothing found",
    "not found",
]
#: The only kinds that may set a cookie: they have a form.
WITH_FORM = {"ContactPage"}
