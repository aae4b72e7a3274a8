"""The theme's style as this site sends it: without the rules for what no page of ours shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import tinycss2
from mkdocs.structure.files import Files

# In these the theme nests rules; what stands in others (keyframes) is left alone.
_NESTING = {"media", "supports", "layer", "container"}
_ICON = re.compile(r"(--[\w-]+):url\([^)]*\);?")
_USE = re.compile(r"var\((--[\w-]+)")


def taken(files: Files) -> str:
    """The theme's own style, taken out of a site's files, with those that go with it."""
    found = [file for file in files if file.src_uri.startswith("assets/stylesheets/")]
    for file in found:
        files.remove(file)
    main = next(file for file in found if re.search(r"/main\.\w+\.min\.css$", file.src_uri))
    return Path(main.abs_src_path or "").read_text(encoding="utf-8")


def lean(style: str, unused: Sequence[str], ours: str = "") -> str:
    """A style without selectors that name a class or attribute which begins like one of `unused`.

    A class is written ".tabbed-", an attribute as a whole, "[dir=rtl]". Pictures go too, which
    neither what is left nor `ours` shows.
    """
    rules = tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True)
    left = "".join(_kept(rules, tuple(unused)))
    used = {*_USE.findall(left), *_USE.findall(ours)}
    return _ICON.sub(lambda icon: icon[0] if icon[1] in used else "", left)


def shown(html: str, unused: Iterable[str]) -> list[str]:
    """Those of the `unused` classes that a page shows after all."""
    names = [name[1:] for name in unused if name.startswith(".") and name[1:] in html]
    return [name for name in names if re.search(rf'class="(?:[^"]*\s)?{re.escape(name)}', html)]


def _kept(rules: Iterable[Any], unused: tuple[str, ...]) -> Iterator[str]:
    for rule in rules:
        if (
            rule.type == "at-rule"
            and rule.content is not None
            and rule.lower_at_keyword in _NESTING
        ):
            inner = "".join(_kept(tinycss2.parse_rule_list(rule.content), unused))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.type == "qualified-rule":
            chosen = [each for each in _selectors(rule.prelude) if not _names(each, unused)]
            if chosen:
                selectors = ",".join(tinycss2.serialize(each) for each in chosen)
                yield f"{selectors}{{{tinycss2.serialize(rule.content)}}}"
        else:
            yield rule.serialize()


def _selectors(prelude: Iterable[Any]) -> list[list[Any]]:
    found: list[list[Any]] = [[]]
    for token in prelude:
        if token == ",":  # noqa: S105 (of CSS)
            found.append([])
        else:
            found[-1].append(token)
    return found


def _names(selector: Sequence[Any], unused: tuple[str, ...]) -> bool:
    """Whether it can only match what is unused: inside :is() and :not() it may be otherwise."""
    classes = [
        f".{name.value}" for dot, name in pairwise(selector) if dot == "." and name.type == "ident"
    ]
    attributes = [token.serialize() for token in selector if token.type == "[] block"]
    return any(name.startswith(unused) for name in [*classes, *attributes])
