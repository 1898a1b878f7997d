"""A page costs few queries, and no more when the tree, a list or a body grows."""

import datetime
import re

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.blocks.stream_block import StreamValue

from pages.blocks.samples import sample
from pages.blocks.streams import BodyStream
from pages.models import (
    AboutPage,
    KeyFact,
    Menu,
    MenuItem,
    Milestone,
    Objective,
    ObjectivesPage,
    SectionIndexPage,
    StandardPage,
)
from programmes.models import (
    ActionPlanPage,
    InterventionIndexPage,
    InterventionPage,
    Partner,
    PriorityPage,
    SectorPage,
    StrategicObjective,
)
from tests.site_pages import PAGE_TYPES, address, home_page, name_of, page_of_type
from tests.specimens import make_image, make_page

BUDGET = 12
FEW, MANY = 3, 12

pytestmark = pytest.mark.django_db


def summary(sql: str) -> str:
    """Return what a query reads and by what, without the list of columns."""
    return re.sub(r"^SELECT .*? FROM ", "", " ".join(sql.split()))[:160]


def queries(client, url: str) -> list[str]:
    """Return the queries a page needs when no cache holds it, in a process that has warmed up."""
    client.get(url)
    for cache in caches.all():
        cache.clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [summary(query["sql"]) for query in captured]


@pytest.mark.parametrize("model", PAGE_TYPES, ids=name_of)
def test_every_page_type_keeps_to_the_budget(client, model, language):
    spent = queries(client, address(page_of_type(model), language))
    assert len(spent) <= BUDGET, "\n" + "\n".join(spent)


def subpages(number):
    section = make_page(home_page(), SectionIndexPage, slug="growing")
    for index in range(number):
        make_page(section, slug=f"child-{index}", lead_image=make_image())
    return section


def depth(number):
    page = make_page(home_page(), SectionIndexPage, slug="growing")
    for index in range(number):
        page = make_page(page, slug=f"level-{index}")
    return page


def siblings(number):
    for index in range(number):
        make_page(home_page(), slug=f"sibling-{index}")
    return page_of_type(StandardPage)


def make_intervention(index):
    page = make_page(
        InterventionIndexPage.objects.get(),
        InterventionPage,
        slug=f"intervention-{index}",
        lead_image=make_image(),
        sector=SectorPage.objects.order_by("path")[index % 4],
        plan=ActionPlanPage.objects.first(),
        start_year=2016,
        end_year=2018,
    )
    page.priorities = PriorityPage.objects.all()
    page.objectives = Objective.objects.all()[:index]
    page.strategic_objectives = StrategicObjective.objects.all()
    page.save()
    return page


def interventions(number):
    for index in range(number):
        make_intervention(index)
    return InterventionIndexPage.objects.get()


def plan_with_interventions(number):
    interventions(number)
    return ActionPlanPage.objects.first()


def sector_with_interventions(number):
    interventions(number * 2)
    return SectorPage.objects.order_by("path").first()


def priority_with_interventions(number):
    interventions(number)
    return PriorityPage.objects.order_by("path").first()


def plan_with_priorities(number):
    plan = ActionPlanPage.objects.first()
    for index in range(number):
        sector = SectorPage.objects.order_by("path")[index % 4]
        fields = {"slug": f"priority-{index}", "plan": plan, "sector": sector}
        make_page(plan, PriorityPage, lead_image=make_image(), **fields)
        StrategicObjective.objects.create(page=plan, text_en=f"Objective {index}")
    return plan


def intervention_with_links(number):
    page = make_intervention(number)
    page.countries = ["MA", "SN", "ID", "EG", "TN", "ML", "NE", "TD", "JO", "OM", "QA", "YE"][
        :number
    ]
    for index in range(number):
        Partner.objects.create(page=page, name_en=f"Partner {index}")
    page.save()
    return page


def objectives(number):
    page = ObjectivesPage.objects.get()
    for index in range(number):
        Objective.objects.create(page=page, title_en=f"Aim {index}", illustration=make_image())
    return page


def milestones(number):
    page = AboutPage.objects.first()
    for index in range(number):
        day = datetime.date(2000 + index, 1, 1)
        Milestone.objects.create(page=page, date=day, title_en="Event")
        KeyFact.objects.create(page=page, value_en=str(index), label_en="Fact")
    return page


def menu_items(number):
    menu = Menu.objects.get(key="main")
    for page in StandardPage.objects.live()[:number]:
        MenuItem.objects.create(menu=menu, page=page)
    return page_of_type(StandardPage)


def home_with_objectives(number):
    objectives(number)
    interventions(number)
    return home_page()


def block(number, name, key, items):
    """Return a page whose body has one block with a number of items."""
    stream = BodyStream()
    value = sample(name, "en") | {key: items(number)}
    body = StreamValue(stream, [(name, stream.child_blocks[name].normalize(value))])
    return make_page(home_page(), slug="growing", body_ar=body, body_en=body, body_fr=body)


def gallery(number):
    return block(
        number,
        "gallery",
        "images",
        lambda count: [{"image": make_image(), "caption": ""} for _ in range(count)],
    )


def cards(number):
    def items(count):
        pages = [make_page(home_page(), slug=f"card-{index}") for index in range(count)]
        return [{"page": page, "title": "", "text": ""} for page in pages]

    return block(number, "cards", "cards", items)


def blocks(number):
    """Return a page whose body has a number of figures."""
    stream = BodyStream()
    figures = [
        ("figure", stream.child_blocks["figure"].normalize(value))
        for value in ({"image": make_image(), "caption": "", "width": "m"} for _ in range(number))
    ]
    body = StreamValue(stream, figures)
    return make_page(home_page(), slug="growing", body_ar=body, body_en=body, body_fr=body)


GROWING = [
    subpages,
    depth,
    siblings,
    interventions,
    plan_with_interventions,
    plan_with_priorities,
    sector_with_interventions,
    priority_with_interventions,
    intervention_with_links,
    objectives,
    milestones,
    menu_items,
    home_with_objectives,
    gallery,
    cards,
    blocks,
]


def growth(client, build) -> tuple[list[str], list[str]]:
    """Return the queries of the page that ``build`` makes, with few and with many items."""
    spent = []
    for number in (FEW, MANY):
        with transaction.atomic():
            spent.append(queries(client, address(build(number), "ar")))
            transaction.set_rollback(True)
    return spent[0], spent[1]


@pytest.mark.parametrize("build", GROWING, ids=lambda build: build.__name__)
def test_the_number_of_queries_does_not_grow(client, build):
    few, many = growth(client, build)
    assert len(few) == len(many), "\n" + "\n".join(many)


def test_canary_growth_is_seen(client, monkeypatch):
    original = SectionIndexPage.get_context

    def get_context(self, request, *args, **kwargs):
        context = original(self, request, *args, **kwargs)
        context["subpages"] = [page.specific for page in context["subpages"]]
        return context

    monkeypatch.setattr(SectionIndexPage, "get_context", get_context)
    few, many = growth(client, subpages)
    assert len(many) >= len(few) + MANY - FEW
