"""The admin's list of what readers sent, and its spreadsheets."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from wagtail.admin.views.mixins import list_to_str
from wagtail.contrib.forms.views import SubmissionsListView

BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # without it Excel takes Arabic for something else
# Spreadsheet programs take a cell that begins so for a formula (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """Return text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


class SubmissionsView(SubmissionsListView):
    """Lists messages; spreadsheets open in Excel with Arabic intact and formulas disarmed."""

    custom_value_preprocess = {
        **SubmissionsListView.custom_value_preprocess,
        list: {
            SubmissionsListView.FORMAT_CSV: lambda value: harmless(list_to_str(value)),
            SubmissionsListView.FORMAT_XLSX: lambda value: harmless(list_to_str(value)),
        },
        str: {
            SubmissionsListView.FORMAT_CSV: harmless,
            SubmissionsListView.FORMAT_XLSX: harmless,
        },
    }

    def get_heading(self, queryset: QuerySet, field: str) -> str:
        """Return the heading of a column."""
        return harmless(super().get_heading(queryset, field))

    def stream_csv(self, queryset: QuerySet) -> Iterator[Any]:
        """Yield the lines of the file, in UTF-8 that says so."""
        yield BYTE_ORDER_MARK
        yield from super().stream_csv(queryset)
