"""`python -m macros`: check data, pages and navigation; print every problem and its mend."""

from __future__ import annotations

import sys
from pathlib import Path

from macros import page_macros
from macros.judge import judge
from macros.load import load
from macros.pages import check_pages
from macros.problems import Problem, Refusal
from macros.unused import unused

ROOT = Path(__file__).parent.parent


def check(root: Path = ROOT) -> list[Problem]:
    """Every problem that can be found without building the site, in the order of the files."""
    library = load(root / "docs/data")
    refused: list[Refusal] = []
    macros = page_macros(library, [], lambda _page, refusal: refused.append(refusal))
    pages = check_pages(root / "docs", root / "mkdocs.yml", macros, refused)
    return sorted({*library.problems, *judge(library), *pages, *unused(library, root / "docs")})


def main() -> int:
    """Print what is wrong; the exit status is 1 when something is."""
    problems = check()
    for problem in problems:
        print(problem)  # noqa: T201
    count = len(problems)
    verdict = "no problem found" if not count else f"{count} problem{'s' * (count > 1)}"
    print(f"Data and pages: {verdict}.", file=sys.stderr)  # noqa: T201
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
