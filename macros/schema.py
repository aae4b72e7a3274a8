"""`python -m macros.schema`: write docs/data/schema/ from the models, for editors."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import TypeAdapter

from macros.kinds import KINDS, Kind

FOLDER = Path(__file__).parent.parent / "docs" / "data" / "schema"


def schema(kind: Kind) -> str:
    """The JSON Schema of a kind of data file, as the text of its file."""
    found = TypeAdapter(kind.holds).json_schema()
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
    return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main() -> None:
    """Write every schema anew."""
    for kind in KINDS:
        (FOLDER / f"{kind.stem}.json").write_text(schema(kind), encoding="utf-8")


if __name__ == "__main__":
    main()
