"""Draw the site's ornaments into ``static/ornament/``."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from pages.ornament.drawing import draw_all


class Command(BaseCommand):
    """Write every ornament as SVG; the same designs always give the same files."""

    help = __doc__

    def handle(self, **_: Any) -> None:
        folder = Path(settings.BASE_DIR) / "static" / "ornament"
        for name, drawing in draw_all().items():
            (folder / name).write_text(drawing, encoding="utf-8")
            self.stdout.write(f"{name}: {len(drawing.encode())} bytes")
