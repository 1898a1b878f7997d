"""Style sheets speak of start and end, so that one sheet serves Arabic and Latin scripts."""

import re

import pytest

from tests.project_files import files_below

NOISE = re.compile(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'|url\([^)]*\)", re.DOTALL)
DECLARATION = re.compile(r"(?<![\w-])([\w-]+)\s*:\s*([^;{}]+)(?=[;}])")
SIDE = re.compile(r"(?<![a-z])(left|right)(?![a-z])")
FOUR_SIDES = re.compile(
    r"(margin|padding|inset|border-(width|style|color|radius)|scroll-(margin|padding))"
)
DIRECTION_SELECTOR = re.compile(r":dir\(|\[dir")

#: Declarations that may stay physical, with the reason.
ALLOWED: dict[tuple[str, str], str] = {}
#: How many rules may ask for the direction of the text: shapes that have to be mirrored.
DIRECTION_SELECTORS = 20


def words(value: str) -> list[str]:
    """Split a value at spaces outside brackets."""
    return re.sub(r"\([^()]*(\([^()]*\)[^()]*)*\)", "()", value).replace("!important", "").split()


def physical_declarations(css: str) -> list[str]:
    """Return the declarations that name or treat differently the left and the right side."""
    found = []
    for name, value in DECLARATION.findall(NOISE.sub(" ", css)):
        values = words(value)
        lopsided = FOUR_SIDES.fullmatch(name) and len(values) == 4 and values[1] != values[3]
        fixed = name == "direction" and value.strip() in {"ltr", "rtl"}
        if SIDE.search(name) or SIDE.search(value) or lopsided or fixed:
            found.append(f"{name}: {' '.join(value.split())}")
    return found


def test_no_style_sheet_is_physical():
    found = [
        f"{name}: {declaration}"
        for name, css in files_below("static", ".css")
        for declaration in physical_declarations(css)
        if (name, declaration) not in ALLOWED
    ]
    assert found == []


def test_few_rules_ask_for_the_direction():
    count = sum(
        len(DIRECTION_SELECTOR.findall(NOISE.sub(" ", css)))
        for _, css in files_below("static", ".css")
    )
    assert count <= DIRECTION_SELECTORS


def test_every_exception_is_in_use():
    present = {
        (name, declaration)
        for name, css in files_below("static", ".css")
        for declaration in physical_declarations(css)
    }
    assert set(ALLOWED) <= present


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-left: 1px }",
        "a { color: red; right: 0; }",
        "a { border-top-left-radius: 2px }",
        "a { float: left }",
        "a { text-align: right; }",
        "a { background: url(x.svg) left top }",
        "a { background-image: linear-gradient(to right, red, blue) }",
        "a { margin: 0 1px 0 2px }",
        "a { inset: 0 auto 0 calc(1px + (2px * 3)) }",
        "a { direction: rtl }",
        "@media (width > 1px) { @layer x { a { padding-right: 0 } } }",
    ],
)
def test_canary_physical_css_is_caught(css):
    assert len(physical_declarations(css)) == 1


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-inline-start: 1px; inset-inline: 0; text-align: end }",
        "a { margin: 0 auto; padding: 1px 2px 3px 2px; inset: 0 }",
        "/* margin-left: 1px; */ a::before { content: 'left: 1px;' }",
        "a { background: url(left.svg); color: var(--bright-ink) }",
        ".copyright:hover { color: red }",
    ],
)
def test_canary_logical_css_passes(css):
    assert physical_declarations(css) == []
