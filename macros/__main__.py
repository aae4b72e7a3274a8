"""`python -m macros`: check data, pages and navigation; print every problem and its mend."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from macros import page_macros
from macros.house_style import check_style
from macros.judge import judge
from macros.links import check_links
from macros.load import load
from macros.navigation import check_navigation
from macros.page_calls import Caller
from macros.pages import read_pages
from macros.permalinks import check_register
from macros.problems import Problem, Refusal
from macros.unused import unused

ROOT = Path(__file__).parent.parent


def check(root: Path = ROOT) -> list[Problem]:
    """Every problem that can be found without building the site, in the order of the files."""
    library, docs = load(root / "docs/data"), root / "docs"
    problems = [*library.problems, *judge(library)]
    refused: list[Refusal] = []
    macros = page_macros(library, problems, lambda _page, refusal: refused.append(refusal))
    pages = read_pages(docs, macros)
    caller = Caller(macros, refused, sound=not problems)
    for page in pages.values():
        caller.draw(page)
    check_links(pages, docs)
    problems += [problem for page in pages.values() for problem in page.problems]
    problems += [*check_navigation(root / "mkdocs.yml", pages), *unused(library, pages.values())]
    problems += [*check_style(library, root), *check_register(library)]
    return sorted(set(problems))


def main() -> int:
    """Print what is wrong; the exit status is 1 when something is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal may lack what data quotes, such as ✅
            stream.reconfigure(errors="backslashreplace")
    problems = check()
    for problem in problems:
        print(problem)  # noqa: T201
    count = len(problems)
    verdict = "no problem found" if not count else f"{count} problem{'s' * (count > 1)}"
    print(f"Data and pages: {verdict}.", file=sys.stderr)  # noqa: T201
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
