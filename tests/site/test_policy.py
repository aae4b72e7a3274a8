"""The Content-Security-Policy: one for all pages, without a hole, and nothing in it idle."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from macros.hooks import sealed
from tests.conftest import Served
from tests.site.document import read

Policy = dict[str, list[str]]
_INLINE = re.compile(r"<script>(.*?)</script>", re.S)


@pytest.fixture(scope="module")
def texts(served: Served) -> dict[str, str]:
    """The text of every page by its path."""
    found = served.folder.rglob("*.html")
    return {
        path.relative_to(served.folder).as_posix(): path.read_text("utf-8")
        for path in found
        if path.relative_to(served.folder).parts[0] != "assets"
    }


@pytest.fixture(scope="module")
def written(served: Served, texts: dict[str, str]) -> str:
    """The policy as every page has it."""
    policies = {name: read(served.folder / name).meta("Content-Security-Policy") for name in texts}
    one = policies["index.html"]
    assert len(one) == 1
    # Instant navigation keeps the first page's policy, so a page with another would break.
    assert {name: policy for name, policy in policies.items() if policy != one} == {}
    return one[0]


@pytest.fixture(scope="module")
def policy(written: str) -> Policy:
    """The policy's sources by directive."""
    parts = [part.split() for part in written.split(";") if part.strip()]
    return {name: sources for name, *sources in parts}


def test_every_page_has_the_same_policy_before_anything_that_it_governs(
    texts: dict[str, str], written: str
) -> None:
    for name, text in texts.items():
        before = text.partition(written)[0]
        assert not re.search(r"<(script|style|link)\b", before), name


def test_what_is_not_named_comes_from_the_site_alone(policy: Policy) -> None:
    assert policy["default-src"] == ["'self'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["base-uri"] == ["'self'"]
    assert policy["form-action"] == ["'self'"]


def test_nothing_is_allowed_that_would_let_a_foreign_text_run(policy: Policy) -> None:
    for directive, sources in policy.items():
        for source in sources:
            assert not source.startswith("'unsafe-"), directive
            assert "*" not in source, directive
            assert "//" not in source, directive
    assert "data:" not in policy["script-src"]
    assert all(
        source == "'self'" or source.startswith("'sha256-") for source in policy["script-src"]
    )


def test_every_hash_is_used_and_every_inline_script_has_one(
    texts: dict[str, str], policy: Policy
) -> None:
    scripts = {script for text in texts.values() for script in _INLINE.findall(text)}
    digests = {
        base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in scripts
    }
    assert {f"'sha256-{each}'" for each in digests} == set(policy["script-src"]) - {"'self'"}


def test_no_page_holds_what_the_policy_blocks(texts: dict[str, str]) -> None:
    assert {name: found for name, text in texts.items() if (found := sealed(text))} == {}


@pytest.mark.parametrize(
    "blocked",
    ["<script>alert(1)</script>", '<p style="color: red">', "<style>", '<a onclick="x()">'],
)
def test_the_build_notices_what_the_policy_blocks(texts: dict[str, str], blocked: str) -> None:
    assert len(sealed(texts["index.html"].replace("</main>", f"{blocked}</main>"))) == 1
