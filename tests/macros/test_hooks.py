"""What the browser would block is found at build; a build has the time of its commit."""

from __future__ import annotations

import base64
import hashlib
import logging
import os
from types import SimpleNamespace

import pytest

from macros import clock, hooks

SCRIPT = "document.title = 1"
HASH = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
POLICY = f"default-src 'self'; script-src 'self' 'sha256-{HASH}'"


def page(body: str, policy: str = POLICY) -> str:
    """A page as the theme makes it."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f"<!doctype html>\n<html><head>{meta}</head><body>\n{body}\n</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "<p>Words.</p>",
        f"<script>{SCRIPT}</script>",
        '<script src="a.js"></script>',
        '<script type="application/json">{"base": "."}</script>',
        "<code>&lt;a style=&quot;x&quot; onclick=&quot;y&quot;&gt;</code>",
        "<p>Style = none, and on = off. Only one=1 here.</p>",
        f"<script>{SCRIPT}</script><p class='one'>style=</p>",
        '<loop-dated class="loop-dated" data-on="x"></loop-dated>',
    ],
)
def test_what_the_policy_allows_is_let_pass(body: str) -> None:
    assert hooks.sealed(page(body)) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<p style="color: red">', "'<p style='"),
        ("<p style='color: red'>", "'<p style='"),
        ('<td\n  style="text-align: right">', "style="),
        ("<style>p {}</style>", "'<style'"),
        ('<a href="#" onclick="go()">', "onclick="),
        ("<img src=x ONERROR=go()>", "ONERROR="),
        ("<svg><g onload='go()'>", "onload="),
        ('<a href="javascript:go()">', "javascript:"),
    ],
)
def test_what_the_policy_blocks_is_told_with_its_mend(body: str, found: str) -> None:
    (problem,) = hooks.sealed(page(body))
    assert found in problem
    assert problem.endswith(
        "which the policy blocks.\n  Mend: use a class, or a module of the component."
    )


def test_an_inline_script_without_its_hash_is_told_with_the_hash() -> None:
    (problem,) = hooks.sealed(page(f"<script>{SCRIPT}</script>", "script-src 'self'"))
    assert problem == (
        f"holds an inline script that the policy blocks: {SCRIPT}…\n"
        f'  Mend: put "sha256-{HASH}" into overrides/partials/policy.html.'
    )


def test_one_changed_letter_changes_the_hash() -> None:
    (problem,) = hooks.sealed(page(f"<script>{SCRIPT} </script>"))
    assert HASH not in problem


def test_every_script_and_a_style_are_told_at_once() -> None:
    body = "<script>one()</script><p style=x><script id=two>two()</script>"
    assert len(hooks.sealed(page(body))) == 3


def test_a_page_without_a_policy_is_told_so() -> None:
    assert hooks.sealed("<html><p style=x></html>") == [
        "has no Content-Security-Policy.\n  Mend: extend main.html."
    ]


CONFIG = SimpleNamespace(extra={"unused": [".tabbed-"]})


def test_a_page_that_shows_what_has_no_style_is_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    source = SimpleNamespace(file=SimpleNamespace(src_uri="rounds/coding.md"))
    with caplog.at_level(logging.WARNING):
        hooks.on_post_page(page('<p class="tabbed-set">'), page=source, config=CONFIG)
    assert caplog.messages == [
        "rounds/coding.md: shows tabbed-, whose style is left out.\n"
        "  Mend: take it out of extra.unused in mkdocs.yml."
    ]


def test_a_page_that_is_blocked_is_a_warning_with_its_source_file(
    caplog: pytest.LogCaptureFixture,
) -> None:
    source = SimpleNamespace(file=SimpleNamespace(src_uri="rounds/coding.md"))
    with caplog.at_level(logging.WARNING):
        hooks.on_post_page(page("<p style=x>"), page=source, config=CONFIG)
        hooks.on_post_page(page("<p>"), page=source, config=CONFIG)
    (record,) = caplog.records
    assert record.name.startswith("mkdocs.")
    assert record.getMessage().startswith("rounds/coding.md: holds '<p style='")


def test_the_page_that_says_that_another_is_not_here_is_looked_at_too(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        hooks.on_post_template("<urlset/>", template_name="sitemap.xml")
        hooks.on_post_template(page("<p>"), template_name="404.html")
        assert not caplog.records
        hooks.on_post_template(page("<p style=x>"), template_name="404.html")
    (record,) = caplog.records
    assert record.getMessage().startswith("404.html: holds '<p style='")


def test_the_build_has_the_time_of_what_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    hooks.on_startup(command="build", dirty=False)
    assert os.environ["SOURCE_DATE_EPOCH"] == str(clock.build_time())


def test_a_time_that_is_set_already_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12")
    hooks.on_startup(command="build", dirty=False)
    assert os.environ["SOURCE_DATE_EPOCH"] == "12"
