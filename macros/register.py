"""`python -m macros.register`: give each new question its lasting address."""

from __future__ import annotations

import sys
from pathlib import Path

from macros.clock import ROOT
from macros.load import load
from macros.permalinks import REGISTER


def main(root: Path = ROOT) -> int:
    """Add the ids of new questions to the register; ids are never taken out."""
    library = load(root / "docs/data")
    register = library.one("permalinks")
    if library.problems or not register:
        sys.exit("The data has problems. Mend: run `make check` and mend what it tells.")
    new = sorted(library.ids["question"].keys() - set(register.questions))
    file = root / REGISTER
    head, mark, rest = file.read_text(encoding="utf-8").partition("questions:\n")
    lines = "".join(f"  - {ident}\n" for ident in new)
    file.write_text(f"{head}{mark}{lines}{rest}", encoding="utf-8")
    print(f"{len(new)} new.")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
