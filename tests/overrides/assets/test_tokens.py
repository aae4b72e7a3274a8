"""Each colour of tokens.css can be told from what it stands on, in light and dark and on paper."""

from __future__ import annotations

import re
from itertools import product

import pytest

from tests.conftest import ROOT

ASSETS = ROOT / "overrides/assets"
TEXTS = {"ink", "quiet", "accent", "warm"}
GROUNDS = {"paper", "raised", "accent-soft", "warm-soft"}
GRAPHICS = {"line", "gold"}
# Lines between rows part what space parts already, and carry no meaning.
ORNAMENTS = {"rule"}

_BLOCK = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"--loop-([a-z-]+):\s*(#[0-9a-f]{3,6})\b", re.I)

Colours = dict[str, str]


def blocks(name: str) -> dict[str, Colours]:
    """The colours that each rule of a style sets, by its selector."""
    css = re.sub(r"/\*.*?\*/", "", (ASSETS / name).read_text(encoding="utf-8"), flags=re.S)
    found = {
        " ".join(head.split()): dict(_COLOUR.findall(body)) for head, body in _BLOCK.findall(css)
    }
    return {selector: colours for selector, colours in found.items() if colours}


LIGHT = blocks("tokens.css")['[data-md-color-scheme="default"]']
DARK = blocks("tokens.css")['[data-md-color-scheme="slate"]']
SCHEMES = {
    "light": LIGHT,
    "dark": DARK,
    "paper": LIGHT | blocks("print.css")["[data-md-color-scheme]"],
}

in_each_scheme = pytest.mark.parametrize("colours", SCHEMES.values(), ids=SCHEMES)


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2 of "#rrggbb" or "#rgb"."""
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_what_the_guidelines_say() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@in_each_scheme
def test_every_colour_has_a_use_that_is_tested(colours: Colours) -> None:
    assert set(colours) == TEXTS | GROUNDS | GRAPHICS | ORNAMENTS


@in_each_scheme
@pytest.mark.parametrize(("text", "ground"), sorted(product(TEXTS, GROUNDS)))
def test_text_can_be_read_on_its_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(colours[text], colours[ground]) >= 4.5


@in_each_scheme
@pytest.mark.parametrize("graphic", sorted(GRAPHICS | TEXTS))
def test_graphics_stand_out_from_the_paper(colours: Colours, graphic: str) -> None:
    assert contrast(colours[graphic], colours["paper"]) >= 3


def test_a_dark_system_without_scripts_has_the_dark_scheme() -> None:
    assert blocks("tokens.css")['.no-js [data-md-color-scheme="default"]'] == DARK


def test_no_other_style_holds_a_colour_of_its_own() -> None:
    colour = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(", re.I)
    sheets = {*ROOT.glob("overrides/components/*/*.css"), *ASSETS.glob("**/*.css")}
    sheets -= {ASSETS / "tokens.css", ASSETS / "print.css"}  # the tokens, on screens and on paper
    held = {
        f"{sheet.name}: {line.strip()}"
        for sheet in sheets
        for line in sheet.read_text(encoding="utf-8").splitlines()
        if colour.search(line)
    }
    assert not held
