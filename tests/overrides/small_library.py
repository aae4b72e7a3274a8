"""The small library that examples are drawn from: real data files, read by the real loader."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from macros.load import Library, load
from tests.overrides import texts

SHARED = Path(__file__).parent / "library"
_CHANGES = {"longest": texts.longest, "hostile": texts.hostile}


def small_library(which_texts: str, own: dict[str, Any]) -> Library:
    """The shared facts with an example's own laid over them, and its kind of texts in all."""
    return _loaded(which_texts, json.dumps(own, sort_keys=True))


@cache
def _loaded(which_texts: str, own_facts: str) -> Library:
    facts = dict(_shared())
    for stem, own in json.loads(own_facts).items():
        facts[stem] = _laid_over(facts.get(stem), own)
    with tempfile.TemporaryDirectory() as folder:
        for stem, value in facts.items():
            if which_texts != "as-written":
                value = texts.replaced(f"{stem}.yml", value, _CHANGES[which_texts])
            target = Path(folder, f"{stem}.yml")
            target.parent.mkdir(exist_ok=True)
            # JSON is YAML, and quotes what YAML would guess at.
            target.write_text(json.dumps(value), encoding="utf-8")
        library = load(Path(folder), "an example's facts")
    assert not library.problems, "\n".join(str(problem) for problem in library.problems)
    return library


@cache
def _shared() -> dict[str, Any]:
    return {
        path.relative_to(SHARED).with_suffix("").as_posix(): yaml.safe_load(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(SHARED.rglob("*.yml"))
    }


def _laid_over(shared: Any, own: Any) -> Any:
    """A file's value with an example's own: records by their ids, all else as a whole."""
    if isinstance(shared, dict) and isinstance(own, dict):
        return shared | {key: _laid_over(shared.get(key), value) for key, value in own.items()}
    if _has_ids(shared) and _has_ids(own):
        return list(({e["id"]: e for e in shared} | {e["id"]: e for e in own}).values())
    return own


def _has_ids(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(e, dict) and "id" in e for e in value)
