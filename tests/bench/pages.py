"""The pages that are measured, and the queries each needs; imported when Django is set up."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from pages.models import BasePage, HomePage
from programmes.models import InterventionPage, SectorPage
from tests.bench.measure import Target

MODELS = {"Home": HomePage, "Section": SectorPage, "Intervention": InterventionPage}


def targets(language: str) -> list[Target]:
    """Return the first live page of each measured type, as addresses in ``language``."""
    with translation.override(language):
        return [
            Target(name, first_live_page(model).get_url(), queries_of(first_live_page(model)))
            for name, model in MODELS.items()
        ]


def first_live_page(model: type[BasePage]) -> BasePage:
    """Return the first live page of a type in the order of the tree."""
    return model.objects.live().order_by("path")[:1].get()


def queries_of(page: BasePage) -> int:
    """Return how many queries a page needs once the process is warm."""
    client = Client(headers={"host": "127.0.0.1"})
    client.get(page.get_url())
    with CaptureQueriesContext(connection) as captured:
        client.get(page.get_url())
    return len(captured)
