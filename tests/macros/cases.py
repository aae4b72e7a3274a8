"""Reads the cases under broken/ and fine/: a change to the sound guide, and what is said of it.

A case is a text file: a sentence about the mistake, its changes, and the exact words of the check.

    A weight is written as a word.

    change docs/data/areas.yml
       name: Craft
    -  weight: 60
    +  weight: sixty

    says
    docs/data/areas.yml:3:11  area "craft": "weight" is "sixty", no whole number.
      Mend: write digits, without quotes.

`change` holds lines of the file as a diff does; they must stand in it once. `write` holds all lines
of a file, each after a `+`; `delete` holds none. ⟨09⟩ stands for the byte of that number, so that a
tab, a byte-order mark and the like can be seen; `⟨end⟩` for a last line without its line break.
A case under fine/ says nothing: it looks like a mistake and is none.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SOUND = HERE / "sound"
BROKEN = HERE / "broken"
FINE = HERE / "fine"

_STEP = re.compile(r"^(change|write|delete) (.+)\n((?:[ +-].*\n|\n(?=[ +-]))*)", re.MULTILINE)
_SAYS = re.compile(r"^says\n", re.MULTILINE)
_BYTE = re.compile(rb"\xe2\x9f\xa8([0-9a-f ]+)\xe2\x9f\xa9")


@dataclass(frozen=True)
class Case:
    """A mistake, the steps that make it in a copy of the sound guide, and what the check says."""

    path: Path
    about: str
    steps: tuple[tuple[str, str, str], ...]
    says: str

    @property
    def name(self) -> str:
        """Family and stem: "data/misspelt-key"."""
        return f"{self.path.parent.name}/{self.path.stem}"

    def make(self, root: Path) -> None:
        """Make the mistake in the guide at `root`."""
        for verb, name, lines in self.steps:
            file = root / name
            if verb == "delete":
                file.unlink()
            elif verb == "write":
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(_side(lines, "+"))
            else:
                before = file.read_bytes()
                old = _side(lines, " -")
                assert before.count(old) == 1, f"{self.name}: {name} does not hold once:\n{lines}"
                file.write_bytes(before.replace(old, _side(lines, " +")))

    def accept(self, says: str) -> None:
        """Write what the check says into the case."""
        text = self.path.read_text(encoding="utf-8")
        head = _SAYS.split(text)[0]
        self.path.write_text(f"{head.rstrip()}\n\nsays\n{says}", encoding="utf-8")


def _side(lines: str, signs: str) -> bytes:
    """The lines of a diff that have one of the signs, as the bytes of a file."""
    rows = (line or " " for line in lines.splitlines())
    kept = [row[1:] + "\n" for row in rows if row[0] in signs]
    raw = "".join(kept).encode().replace("⟨end⟩\n".encode(), b"")
    return _BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), raw)


def read(path: Path) -> Case:
    """The case that a file holds."""
    head, _, says = path.read_text(encoding="utf-8").partition("\nsays\n")
    about = head.split("\n\n")[0]
    steps = tuple((verb, name, lines) for verb, name, lines in _STEP.findall(head + "\n"))
    assert steps, f"{path} changes nothing"
    return Case(path, about, steps, says)


def broken() -> list[Case]:
    """Every mistake, family by family."""
    return [read(path) for path in sorted(BROKEN.glob("*/*.txt"))]


def fine() -> list[Case]:
    """Everything that only looks like a mistake."""
    return [read(path) for path in sorted(FINE.glob("*.txt"))]


def sound(root: Path) -> Path:
    """A copy of the sound guide in a folder that is not there yet."""
    return Path(shutil.copytree(SOUND, root))
