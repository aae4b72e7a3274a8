"""Text that was once read in the wrong encoding, such as 'âœ…' for '✅'."""

from __future__ import annotations

import re

_RUN = re.compile(r"[^\x00-\x7f]{2,}")


def _bytes(run: str) -> bytes | None:
    """The bytes a reader of Windows-1252 would have seen as `run`, or None if it never could."""
    out = bytearray()
    for character in run:
        try:
            out += character.encode("cp1252")
        except UnicodeEncodeError:
            # Five bytes have no character in Windows-1252; readers pass them through as controls.
            if ord(character) > 0xFF:
                return None
            out.append(ord(character))
    return bytes(out)


def misdecoded(text: str) -> tuple[str, str] | None:
    """The first run of `text` that is UTF-8 read as Windows-1252, and what was meant; else None."""
    if text.isascii():
        return None
    for run in _RUN.finditer(text):
        raw = _bytes(run[0])
        if raw is None:
            continue
        try:
            return run[0], raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
    return None
