"""Abstract pieces of pages: fields that arrive with their search fields."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.blocks.streams import BodyStream
from pages.fields import StreamField
from pages.search import language_search_fields


class BodyMixin(models.Model):
    """A body of blocks, in each language its own."""

    body = StreamField(BodyStream(), verbose_name=_("body"), blank=True)

    body_search_fields = language_search_fields("body")

    class Meta:
        abstract = True


class PeriodMixin(models.Model):
    """The years in which something runs, both included."""

    start_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    end_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def period(self) -> str:
        """The years as readers see them: "2016–2018", "2016" or nothing."""
        years = [str(year) for year in (self.start_year, self.end_year) if year]
        return "–".join(dict.fromkeys(years))

    def clean(self) -> None:
        """Refuse a period that ends before it begins."""
        super().clean()
        if self.start_year and self.end_year and self.end_year < self.start_year:
            raise ValidationError({"end_year": _("The last year is before the first year.")})
