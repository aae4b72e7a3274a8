"""The schemas that editors read are written from the models, and kept with the data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros import schema
from macros.kinds import KINDS, Kind

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.stem)
def test_the_schema_beside_the_data_is_that_of_the_models(kind: Kind) -> None:
    kept = (schema.FOLDER / f"{kind.stem}.json").read_text(encoding="utf-8")
    assert kept == schema.schema(kind), "write them anew with `make schema`"


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    kept = {path.stem for path in schema.FOLDER.glob("*")}
    assert kept == {kind.stem for kind in KINDS}


def test_a_schema_tells_an_editor_of_keys_that_are_needed_and_of_those_that_are_not_known() -> None:
    bank = json.loads(schema.schema(next(kind for kind in KINDS if kind.stem == "questions")))
    question = bank["$defs"]["Question"]
    assert "why" in question["required"]
    assert "related" not in question["required"]
    assert question["additionalProperties"] is False


def test_schemas_are_written_where_they_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "FOLDER", tmp_path)
    schema.main()
    assert len([*tmp_path.glob("*.json")]) == len(KINDS)


DATA = ROOT / "docs/data"


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yml")), ids=lambda path: path.stem)
def test_a_data_file_that_names_a_schema_names_its_own(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    _, _, named = first.partition("$schema=")
    kind = next(kind for kind in KINDS if kind.reads(path.relative_to(DATA).as_posix()))
    assert not named or (path.parent / named).resolve() == schema.FOLDER / f"{kind.stem}.json"
