"""Subset the site's font families by script for the web: ``manage.py build_fonts SOURCE``.

SOURCE is a folder with the complete WOFF2 files of IBM Plex (npm: ``@ibm/plex-sans``,
``@ibm/plex-serif``, ``@ibm/plex-sans-arabic``) and the Markazi Text files of
``@fontsource/markazi-text``.
"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from fontTools import subset
from fontTools.ttLib import TTFont

LATIN = "U+0000-00FF,U+0131,U+0152-0153,U+0178,U+2000-200B,U+2010-2027,U+202F,U+2030-203A"
LATIN += ",U+2044,U+20AC,U+2122,U+2190-2193,U+2197,U+2212,U+FEFF"
LATIN_EXTENDED = "U+0100-0130,U+0132-0151,U+0154-0177,U+0179-024F,U+0259,U+02BB-02BF,U+1E00-1EFF"
ARABIC = "U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200F,U+204F,U+2066-2069,U+25CC"
ARABIC += ",U+FB50-FDFF,U+FE70-FEFC"
SHARED = "U+0020-0040,U+005B-0060,U+007B-007E,U+00A0,U+00AB,U+00B7,U+00BB,U+00D7"
SHARED += ",U+2010-2014,U+2018-201E,U+2022,U+2026,U+202F,U+2212"
ENDONYMS = "U+0627-0629,U+0631,U+0639,U+0644,U+064A,U+0045-0046,U+0061,U+0067-0069,U+006C"
ENDONYMS += ",U+006E,U+0072-0073,U+00E7"

#: (source file under SOURCE, output name, family, Unicode ranges)
FACES = (
    ("IBMPlexSans-Regular", "site-sans-latin-400", "Site Sans", LATIN),
    ("IBMPlexSans-SemiBold", "site-sans-latin-600", "Site Sans", LATIN),
    ("IBMPlexSans-Italic", "site-sans-latin-400-italic", "Site Sans", LATIN),
    ("IBMPlexSans-Regular", "site-sans-latin-extended-400", "Site Sans", LATIN_EXTENDED),
    ("IBMPlexSans-SemiBold", "site-sans-latin-extended-600", "Site Sans", LATIN_EXTENDED),
    ("IBMPlexSerif-Regular", "site-serif-latin-400", "Site Serif", LATIN),
    ("IBMPlexSerif-Regular", "site-serif-latin-extended-400", "Site Serif", LATIN_EXTENDED),
    ("IBMPlexSerif-Light", "site-figures-300", "Site Figures", "U+0030-0039"),
    ("IBMPlexSansArabic-Regular", "site-arabic-400", "Site Arabic", f"{ARABIC},{SHARED}"),
    ("IBMPlexSansArabic-SemiBold", "site-arabic-600", "Site Arabic", f"{ARABIC},{SHARED}"),
    ("markazi-text-arabic-500-normal", "site-naskh-500", "Site Naskh", ARABIC),
    ("markazi-text-latin-500-normal", "site-naskh-shared-500", "Site Naskh", SHARED),
    ("IBMPlexSansArabic-Regular", "site-endonyms-400", "Site Endonyms", ENDONYMS),
)


def rename(font: TTFont, family: str) -> None:
    """Give the font ``family`` as its name: the licence keeps "Plex" for the originals."""
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 6, 16, 21, 25}:
            record.string = family.replace(" ", "") if record.nameID == 6 else family


def subset_face(source: Path, target: Path, family: str, ranges: str) -> None:
    """Write the glyphs of ``ranges`` with every layout feature as WOFF2 to ``target``."""
    options = subset.Options()
    options.layout_features = ["*"]
    options.flavor = "woff2"
    options.name_IDs = ["*"]
    options.hinting = False
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(ranges.replace("U+", "")))
    subsetter.subset(font)
    rename(font, family)
    subset.save_font(font, str(target), options)


class Command(BaseCommand):
    """Write ``static/fonts/*.woff2`` from a folder with the complete WOFF2 files."""

    help = "Subset the site's font families by script for the web."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path)

    def handle(self, *, source: Path, **_: Any) -> None:
        target = Path(settings.BASE_DIR) / "static" / "fonts"
        for name, output, family, ranges in FACES:
            path = target / f"{output}.woff2"
            subset_face(source / f"{name}.woff2", path, family, ranges)
            self.stdout.write(f"{path.name} {path.stat().st_size}")
