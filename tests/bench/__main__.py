"""Print how long the site needs to make its pages; nothing here passes or fails."""

import argparse
import os
import statistics
import sys
from pathlib import Path

import django

from tests.bench.measure import CONSTANT, Target, measure
from tests.bench.server import running_site

HEADINGS = ("page", "median ms", "p95 ms", "per s", "CPU ms", "queries", "KB", "x constant")


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--language", choices=("ar", "en", "fr"), default="ar")
    parser.add_argument("--rounds", type=int, default=7, help="rounds over all pages")
    parser.add_argument("--requests", type=int, default=30, help="requests for a page in a round")
    return parser.parse_args()


def row(target: Target, constant: Target) -> tuple[str, ...]:
    """Return what the table says of a target."""
    processor = f"{statistics.median(target.processor):.1f}" if target.processor else "–"
    return (
        target.name,
        f"{target.milliseconds:.2f}",
        f"{statistics.median(target.slowest):.2f}",
        f"{1000 / target.milliseconds:.0f}",
        processor,
        "–" if target.queries is None else str(target.queries),
        f"{target.size / 1000:.1f}",
        f"{target.milliseconds / constant.milliseconds:.1f}",
    )


def table(rows: list[tuple[str, ...]]) -> str:
    """Return rows as a table of aligned columns, the first to the start."""
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    lines = []
    for cells in rows:
        first, *others = zip(cells, widths, strict=True)
        aligned = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]
        lines.append("  ".join(aligned))
    return "\n".join(lines)


def main() -> int:
    """Start the site, measure it, print the table."""
    options = arguments()
    folder = Path(os.environ.get("VAR_DIR") or "var").absolute() / "bench"
    print("Starting the site ...", flush=True)
    with running_site(folder) as site:
        django.setup()
        from tests.bench.pages import targets

        constant = Target("Constant answer", CONSTANT, queries=0)
        measured = [*targets(options.language), constant]
        print(f"{options.rounds} rounds of {options.requests} requests for each page ...")
        address = os.environ["BASE_URL"].removeprefix("http://")
        measure(measured, site, address, options.rounds, options.requests)
    print()
    print(table([HEADINGS, *(row(target, constant) for target in measured)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
