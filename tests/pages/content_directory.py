"""A directory of content files that a test writes itself, on a site without content."""

from collections import Counter
from pathlib import Path

from wagtail.models import Site

from pages.content_files.loader import load_content
from pages.models import BasePage, InstitutionSettings, LoadedContent, Menu


def three(name: str, text: str) -> str:
    """Return lines that give a translated field ``text`` with the language's code after it."""
    return "".join(f'{name}.{code} = "{text} {code}"\n' for code in ("ar", "en", "fr"))


HOME = f'[page]\nmodel = "pages.HomePage"\naddress = "/"\n[fields]\n{three("title", "Home")}'
ABOUT = f"""[page]
model = "pages.AboutPage"
address = "/about/"
[fields]
{three("title", "About")}
[[streams.body]]
key = "first"
type = "heading"
{three("value.text", "First")}
[[streams.body]]
key = "second"
type = "rich_text"
value.ar = '<p><a href="page:/">ar</a></p>'
value.en = '<p><a href="page:/">en</a></p>'
value.fr = '<p><a href="page:/">fr</a></p>'
[[children.key_facts]]
key = "one"
{three("value", "1")}
{three("label", "One")}
[[children.key_facts]]
key = "two"
{three("value", "2")}
{three("label", "Two")}
"""
MENU = """[object]
model = "pages.Menu"
match.key = "main"
[[children.items]]
key = "about"
page = "/about/"
"""
INSTITUTION = f"""[object]
model = "pages.InstitutionSettings"
match.site = "default"
[fields]
{three("name", "Institution")}
"""


class ContentDirectory:
    """Content files of a test, and the loading of them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: list[str] = []

    def write(self, **files: str) -> None:
        """Write files: the name without its ending, and the text."""
        for name, text in files.items():
            (self.path / f"{name}.toml").write_text(text, encoding="utf-8")

    def load(self) -> Counter[str]:
        """Load the directory; keep the lines of progress."""
        self.lines = []
        return load_content(report=self.lines.append, directories=[self.path])


def remove_all_content() -> None:
    """Leave the database as Wagtail's own migrations made it: a welcome page and a site."""
    LoadedContent.objects.all().delete()
    Menu.objects.all().delete()
    InstitutionSettings.objects.all().delete()
    Site.objects.all().delete()
    root = BasePage.get_first_root_node()
    root.get_children().delete()
    welcome = BasePage.get_first_root_node().add_child(title="Welcome", slug="home")
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)
