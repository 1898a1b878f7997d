"""Cleans what readers write: characters that hide, reorder or break text."""

import re
import unicodedata

# C0 and C1 controls but tab, line feed and NUL (which has an error message of its own).
CONTROLS = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
# Overrides and embeddings reorder whatever follows them (UAX #9).
EMBEDDINGS = re.compile("[\u202a-\u202e]")
# In one line of text, marks and isolates serve nothing but disguise.
MARKS = re.compile("[\u061c\u200e\u200f\u2066-\u2069\ufeff]")
NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def clean_lines(text: str) -> str:
    """Return several lines of text with plain line ends and without invisible controls."""
    return EMBEDDINGS.sub("", CONTROLS.sub("", NEWLINES.sub("\n", text)))


def clean_line(text: str) -> str:
    """Return one line of text: white space runs become a space, invisible controls vanish."""
    return " ".join(MARKS.sub("", clean_lines(text)).split())


def western_digits(text: str) -> str:
    """Return ``text`` with the digits of every script as 0–9."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
