"""The few MkDocs events: they set the clock, add what no page holds, and watch the policy."""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import os
import re
import sys
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

# The mkdocs command does not look for modules beside mkdocs.yml.
sys.path.insert(0, str(Path(__file__).parent.parent))

from macros import clock, finder, scripts, styles, theme_style
from macros.drawn import Drawn, anchors
from macros.lens import lens_line
from macros.load import load
from macros.permalinks import permalinks

_log = logging.getLogger("mkdocs.hooks.loop")

_INLINE = re.compile(
    r"<script(?![^>]*\b(?:src|type=\"application/json\"))[^>]*>(.*?)</script>", re.S
)
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
# Each tag is looked through once: there are a million of them at 3,000 questions.
_BLOCKED = re.compile(r"<[a-z][^>]*?\s(?:style=|on[a-z]+=|href=.?javascript:)|<style", re.I)


def on_startup(**_: Any) -> None:
    """Give one commit one time, whatever the day: MkDocs dates its pages by this variable."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(clock.build_time()))


def on_config(config: Any, **_: Any) -> None:
    """Let Markdown pass over what components have drawn."""
    config.markdown_extensions.append(Drawn())


def on_files(files: Files, *, config: Any, **_: Any) -> Files:
    """Add the one style of all pages, what the finder looks through, and the lasting addresses."""
    scripts.shorten(files)
    ours = styles.house(config.extra["styles"])
    theirs = theme_style.lean(
        theme_style.taken(files),
        tuple(config.extra["unused"]),
        ours + styles.bundle(config.extra["components"]),
    )
    files.append(File.generated(config, "assets/house.css", content=f"{theirs}\n{ours}"))
    template = config.theme.get_env().get_template("permalink.html")
    library = load(Path(config.docs_dir, "data"))
    files.append(File.generated(config, finder.INDEX, content=finder.index(library)))
    links = [*permalinks(library)]
    for link in links:
        html = template.render(config=config, link=link)
        files.append(File.generated(config, f"q/{link.ident}/index.html", content=html))
    known = json.dumps([link.ident for link in links])
    files.append(File.generated(config, "q/ids.json", content=known))
    return files


def on_env(env: Any, **_: Any) -> None:
    """Lend the theme's templates the filter that Zensical's have by themselves."""
    env.filters["lines"] = str.splitlines


def on_page_content(html: str, *, page: Any, config: Any, files: Files, **_: Any) -> None:
    """Add the one style of a page: those of the components that it shows, as main.html names it.

    Also tell MkDocs of the anchors in what Markdown has not read.
    """
    page.present_anchor_ids |= anchors(html)
    line = lens_line(html, load(Path(config.docs_dir, "data")))
    names = styles.shown(line + html, config.extra["components"])
    uri = styles.bundle_name(names)
    if names and files.get_file_from_path(uri) is None:
        files.append(File.generated(config, uri, content=styles.bundle(names)))


def on_page_context(context: Any, *, page: Any, config: Any, **_: Any) -> None:
    """Hand main.html the line that stands over a page with something for some roles."""
    context["lens_line"] = lens_line(page.content, load(Path(config.docs_dir, "data")))


def on_post_page(output: str, *, page: Any, config: Any, **_: Any) -> None:
    """Warn, and so fail a strict build, when a page holds what is blocked or has no style here."""
    bare = ", ".join(theme_style.shown(output, config.extra["unused"]))
    mend = "Mend: take it out of extra.unused in mkdocs.yml."
    problems = [f"shows {bare}, whose style is left out.\n  {mend}"] if bare else []
    for problem in [*sealed(output), *problems]:
        _log.warning("%s: %s", page.file.src_uri, problem)


def on_post_template(output_content: str, *, template_name: str, **_: Any) -> None:
    """The same for what is no page of the guide: the page that says that another is not here."""
    if template_name.endswith(".html"):
        for problem in sealed(output_content):
            _log.warning("%s: %s", template_name, problem)


def sealed(output: str) -> list[str]:
    """What a page's own Content-Security-Policy would block, each with its mend."""
    policy = _POLICY.search(output)
    if policy is None:
        return ["has no Content-Security-Policy.\n  Mend: extend main.html."]
    problems = []
    for script in _INLINE.findall(output):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        if f"'sha256-{digest}'" not in policy[1]:
            what = f"holds an inline script that the policy blocks: {script[:60]}…"
            mend = f'put "sha256-{digest}" into overrides/partials/policy.html.'
            problems.append(f"{what}\n  Mend: {mend}")
    if blocked := _BLOCKED.search(re.sub(r"<script.*?</script>", "", output, flags=re.S)):
        what = f"holds {blocked[0]!r}, which the policy blocks."
        problems.append(f"{what}\n  Mend: use a class, or a module of the component.")
    return problems
