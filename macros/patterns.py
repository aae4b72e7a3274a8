"""What each pattern of a text field wants, in words: what is wrong, and the mend."""

from __future__ import annotations

PATTERNS = {
    r"\S": ("is empty", "write its text, or delete the key if it may be left out."),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": (
        'is "{written}", which is no id',
        "use small letters, digits and single hyphens, like quick-decision.",
    ),
    r"^\d{4}-\d{2}-\d{2}$": (
        'is "{written}", which is no day',
        'write year, month, day: "2026-11-22".',
    ),
    r"^\d{4}(-\d{2}(-\d{2})?)?$": (
        'is "{written}", which is no date',
        'write "2026", "2026-11" or a day.',
    ),
    r"^\d{4}$": ('is "{written}", which is no year', 'write four digits: "2026".'),
    r"^\d{4}\.\d{2}$": (
        'is "{written}", which is no edition',
        'write year, dot, month: "2026.11".',
    ),
    r"^(\d{4}(-\d{2}(-\d{2})?)?|living|undated)$": (
        'is "{written}", which is no date',
        'write "2026", "2026-11" or a day, or one of living and undated.',
    ),
    r"^https?://[^\s…]+\.[^\s…]+$": (
        'is "{written}", which is no address',
        "write the whole address, from https:// on.",
    ),
}
