"""A page on paper, as the browser prints it, and what can be read of it there."""

from __future__ import annotations

import io
import re

from playwright.sync_api import Page
from pypdf import PdfReader

# The foot of a sheet comes first in its text.
FOOT = re.compile(r"^(\d+)/(\d+)LeadershipLoop\.IndependentofMeta\.")

# Characters of a cell that go to the next sheet at least, since no line stands alone there.
_A_PRINTED_LINE = 12


def printed(page: Page, size: str = "A4") -> PdfReader:
    """The page as the browser prints it, backgrounds left out as browsers do."""
    return PdfReader(io.BytesIO(page.pdf(format=size, print_background=False)))


def sheets(paper: PdfReader) -> list[str]:
    """The text of each sheet without white space."""
    return [re.sub(r"\s+", "", sheet.extract_text()) for sheet in paper.pages]


def body(found: list[str]) -> str:
    """The text of all sheets without their feet."""
    return "".join(FOOT.sub("", sheet) for sheet in found)


def stands_in(line: str, whole: str) -> bool:
    """Whether a line is printed: in one piece, or in two where a sheet ends beside a column."""
    if line in whole:
        return True
    cuts = range(_A_PRINTED_LINE, len(line) - _A_PRINTED_LINE)
    return any(line[:cut] in whole and line[cut:] in whole for cut in cuts)


def strokes(paper: PdfReader) -> int:
    """How often something is painted that is no text."""
    painting = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
    words = (sheet.get_contents().get_data().split() for sheet in paper.pages)  # type: ignore[union-attr]
    return sum(word in painting for sheet in words for word in sheet)
