"""The institution's own content: word for word, complete in three languages, well set."""

import re
import tomllib
from html.parser import HTMLParser

import pytest

from isesco_site.languages import CODES
from pages.content_files.files import ContentError, content_directories, read_content
from pages.models import AboutPage, Menu, MissionPage, Objective
from programmes.models import InterventionPage, PriorityPage, StrategicObjective
from tests.pages.content_directory import HOME, MENU, three

OBJECTIVES = [
    "Build the elites of the Islamic world",
    "Develop capacities, skills and expertise related to sustainable development",
    "Anchoring the culture of excellence and developing the quality approach",
    "Promote research, innovation and entrepreneurship",
    "Promote initiatives, exchange successful experiences and institutionalize good practices",
    "Develop scientific, academic, professional and institutional networking",
    "Promote universal human principles and fundamental rights",
    (
        "Promote intercultural and inter-civilizational dialogue and anchor values of moderation "
        "and cohabitation"
    ),
    (
        "Use soft power to make known the real image of Islam and its civilizational contribution "
        "to humanity"
    ),
    "Produce and disseminate knowledge and accompany global transformations and paradigm shifts",
    "Strengthen collective action and win-win partnerships",
]
MISSION = (
    "The construction of tomorrow's decision-makers, the sharing of expertise and institutional "
    "support, the optimization of development policies and systems of innovation and knowledge"
)
STRATEGIC_OBJECTIVES = [
    "Mobilizing youth to support joint Islamic action and contribute to sustainable development",
    (
        "The promotion of quality, governance and equal opportunities in the educational, "
        "scientific and cultural policies of Member States"
    ),
    (
        "The development of a culture of human rights and respect for others with a view to "
        "ensuring social peace and coexistence"
    ),
]
PRIORITIES = [
    "Renewal of Member States' education policies in order to move from teaching to learning",
    "Promotion of the role of education in development and coexistence",
]


class TextOf(HTMLParser):
    """Collects the text between tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def translated_values(value, path=()):
    """Yield (path, texts by language) for every translated value inside a content file."""
    if isinstance(value, dict) and value.keys() & set(CODES):
        yield path, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from translated_values(part, (*path, name))
    elif isinstance(value, list):
        for part in value:
            key = part["key"] if isinstance(part, dict) else part
            yield from translated_values(part, (*path, key))


FILES = sorted(path for folder in content_directories() for path in folder.glob("*.toml"))
TEXTS = {
    f"{source.stem} {'.'.join(path)}": texts
    for source in FILES
    for path, texts in translated_values(tomllib.loads(source.read_text(encoding="utf-8")))
}


def text_of(html: str) -> str:
    """Return the text of HTML without its tags."""
    return "".join(TextOf(html).parts)


def places_that_fail(is_right) -> list[str]:
    """Return where ``is_right`` is false of the texts by language."""
    return [place for place, texts in TEXTS.items() if not is_right(texts)]


def is_alike_in_every_language(pattern: str, texts: dict[str, str]) -> bool:
    """Tell whether the same matches of a pattern occur in all languages, in any order."""
    return len({tuple(sorted(re.findall(pattern, text))) for text in texts.values()}) == 1


def is_french_well_set(text: str) -> bool:
    """Tell whether French has its narrow and wide fixed spaces and its apostrophe."""
    wrong = r"'|(?<!\u202f)[;!?]|(?<!\u00a0):|«(?!\u00a0)|(?<!\u00a0)»"
    return not re.search(wrong, text_of(text))


def is_arabic_well_set(text: str) -> bool:
    """Tell whether Arabic has its own punctuation, European digits and no invisible marks."""
    wrong = r"[,;?\u0640\u0660-\u0669\u200b-\u200f\u202a-\u202e]|\s[،؛؟:.]"
    return not re.search(wrong, text_of(text))


def test_every_text_exists_in_every_language():
    assert len(TEXTS) > 100
    assert places_that_fail(lambda texts: set(texts) == set(CODES)) == []
    assert places_that_fail(lambda texts: all(text.strip() for text in texts.values())) == []


def test_tags_and_figures_are_the_same_in_every_language():
    assert places_that_fail(lambda texts: is_alike_in_every_language(r"<[^>]*>", texts)) == []
    assert places_that_fail(lambda texts: is_alike_in_every_language(r"[0-9]+", texts)) == []


def test_french_and_arabic_are_well_set():
    assert places_that_fail(lambda texts: is_french_well_set(texts["fr"])) == []
    assert places_that_fail(lambda texts: is_arabic_well_set(texts["ar"])) == []


@pytest.mark.parametrize(
    "text", ["l'action", "quoi ?", "soit :", "« mot »", "un ; deux", "<p>a\u00a0; b</p>"]
)
def test_canary_french_badly_set_is_caught(text):
    assert not is_french_well_set(text)


@pytest.mark.parametrize("text", ["أولا, ثانيا", "ماذا?", "١٩٨٢", "عـــام", "نعم ، لا", "ا\u200fب"])
def test_canary_arabic_badly_set_is_caught(text):
    assert not is_arabic_well_set(text)


def test_search_descriptions_are_short_enough_to_be_shown_whole():
    for source in FILES:
        data = tomllib.loads(source.read_text(encoding="utf-8"))
        texts = data.get("fields", {}).get("search_description", {})
        assert bool(texts) == ("page" in data), source.name
        assert all(len(text) <= 155 for text in texts.values()), source.name


@pytest.mark.django_db
def test_the_institutions_words_are_kept():
    assert list(Objective.objects.order_by("sort_order").values_list("title_en", flat=True)) == (
        OBJECTIVES
    )
    assert MissionPage.objects.get().statement_en == MISSION
    strategic = StrategicObjective.objects.order_by("sort_order")
    assert list(strategic.values_list("text_en", flat=True)) == STRATEGIC_OBJECTIVES
    priorities = PriorityPage.objects.order_by("path")
    assert list(priorities.values_list("title_en", flat=True)) == PRIORITIES


@pytest.mark.django_db
def test_the_intervention_is_linked_as_the_profile_states():
    intervention = InterventionPage.objects.get(slug="education-2016-2018")
    assert intervention.sector.key == "education"
    assert intervention.plan.period == "2016–2018"
    assert intervention.priorities.count() == 2
    assert intervention.strategic_objectives.count() == 3
    assert not intervention.objectives.exists()
    assert not intervention.countries


@pytest.mark.django_db
def test_the_menus_lead_where_they_should():
    slugs = {menu.key: [item.page.slug for item in menu.items.all()] for menu in Menu.objects.all()}
    assert slugs["main"] == ["about", "objectives", "mission", "programmes", "contact"]
    assert slugs["legal"] == ["accessibility", "privacy", "legal"]
    assert str(AboutPage.objects.get().milestones.get().date) == "1982-05-03"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a": "title ="}, r"a\.toml: not a TOML file"),
        ({"a": "[fields]"}, r"a\.toml: needs either a table \[page\] or a table \[object\]"),
        ({"a": HOME + "[field]"}, r"a\.toml: field: not a known table"),
        ({"a": HOME.replace("pages.HomePage", "pages.Hom")}, r"a\.toml: page\.model: .*Hom"),
        ({"a": HOME.replace('"/"', '"/About"')}, r"a\.toml: page\.address: needs an address"),
        ({"a": HOME.replace('"/"', '"/about/"')}, r"a\.toml: page\.address: no file describes"),
        ({"a": HOME, "b": HOME}, r"b\.toml: page: / is described in a\.toml, too"),
        ({"a": "[object]\nmodel = 'pages.Menu'"}, r"a\.toml: object\.match: needs at least one"),
    ],
)
def test_a_malformed_file_is_named(tmp_path, files, message):
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=message):
        read_content([tmp_path])


def test_pages_that_refer_in_a_circle_are_named(tmp_path):
    body = '[[streams.body]]\nkey = "a"\ntype = "rich_text"\n'
    for name, other in (("one", "two"), ("two", "one")):
        page = HOME.replace("HomePage", "StandardPage").replace('"/"', f'"/{name}/"')
        link = three("value", f"<a href='page:/{other}/'>x</a>").replace("'", '\\"')
        (tmp_path / f"{name}.toml").write_text(page + body + link, encoding="utf-8")
    (tmp_path / "home.toml").write_text(HOME, encoding="utf-8")
    with pytest.raises(ContentError, match="items refer in a circle: /"):
        read_content([tmp_path])


def test_what_is_referred_to_comes_first(tmp_path):
    (tmp_path / "a-menu.toml").write_text(MENU, encoding="utf-8")
    about = HOME.replace("HomePage", "AboutPage").replace('"/"', '"/about/"')
    (tmp_path / "about.toml").write_text(about, encoding="utf-8")
    (tmp_path / "home.toml").write_text(HOME, encoding="utf-8")
    keys = [item.key for item in read_content([tmp_path])]
    assert keys == ["/", "/about/", "pages.Menu key=main"]
