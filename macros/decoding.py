"""Bytes → text, and text that was once read wrongly, such as 'âœ…' for '✅'."""

from __future__ import annotations

import re

from macros.problems import Fault

# How UTF-8 looks in Windows-1252: its first bytes as accented letters, the others as these. Five
# bytes have no character there; readers pass them through as controls.
_BYTES = bytes(range(0x80, 0xC0))
_NEXT = f"[{re.escape(_BYTES.decode('cp1252', 'ignore') + _BYTES.decode('latin-1'))}]"
_CHARACTERS = re.compile(f"(?:[Â-ß]{_NEXT}|[à-ï]{_NEXT}{{2}}|[ð-ô]{_NEXT}{{3}})+")

# Sound all the same: a word's last letter and its marks, as in “CAFÉ”, and capitals, as in ÚŽAS.
# Â and Ã are left out: before a mark they are what a wrong decoding most often leaves behind.
_SOUND = re.compile("[Ä-ô](?:[’‘…–—»«›‹®™]|[”“](?!\\w))+|[Æ-ß][ŠŽŒŸ]")  # noqa: RUF001 (these marks)

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")


def decoded(raw: bytes) -> tuple[str, Fault | None]:
    """The text of a file, as well as it can be read, and what is wrong with its encoding."""
    text = raw.decode("utf-8", "replace")
    if raw.startswith(b"\xef\xbb\xbf"):
        return text, (1, 1, "starts with a byte-order mark.", "save it as UTF-8 without one.")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = f"holds the byte 0x{raw[error.start]:02x}, which is not UTF-8."
        return text, (line, column, what, "save it as UTF-8.")
    return text, None


def _byte(character: str) -> bytes:
    return character.encode("cp1252" if ord(character) > 0xFF else "latin-1")


def misdecoded(text: str) -> tuple[str, str] | None:
    """The first run of `text` that is UTF-8 read as Windows-1252, and what was meant; else None."""
    if text.isascii():
        return None
    for run in _CHARACTERS.finditer(text):
        sound = _SOUND.match(text, run.start())
        if sound and sound.end() >= run.end():
            continue
        try:
            return run[0], b"".join(map(_byte, run[0])).decode("utf-8")
        except UnicodeDecodeError:
            continue
    return None


def unseen(text: str) -> str | None:
    """The first control, zero-width space or override of the writing direction in `text`."""
    found = _UNSEEN.search(text)
    return found[0] if found else None
