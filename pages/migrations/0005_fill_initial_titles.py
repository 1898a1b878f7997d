"""Give the pages that Wagtail's own migrations created a title in every language."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def fill_titles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Copy the raw title into the language columns and the draft title where they are empty."""
    pages = apps.get_model("pages", "BasePage").objects
    for code in ("ar", "en", "fr"):
        pages.filter(**{f"title_{code}": None}).update(**{f"title_{code}": F("title")})
    pages.filter(draft_title="").update(draft_title=F("title"))


class Migration(migrations.Migration):
    dependencies = [("pages", "0004_page_types")]

    operations = [migrations.RunPython(fill_titles, migrations.RunPython.noop)]
