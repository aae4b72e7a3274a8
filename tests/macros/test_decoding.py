"""Bytes that are no text, and text that was decoded wrongly, are found; sound text is let alone."""

# ruff: noqa: RUF001 (marks that look like others are what this is about)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.decoding import decoded, misdecoded, unseen

# What the guide's own text was once full of, and letters of names and of other scripts.
SEEN = "éèàüößñçåøÉÖ’‘“”–—…•·°²→✓✅🚫€£©½αβπЯи中日한ا"
WORDS = (
    "Privet",
    "Привет",
    "Ελλάδα",
    "北京",
    "서울",
    "سلام",
    "שלום",
    "हिन्दी",
    "ไทย",
    "café",
    "naïve",
)


def wrongly(text: str) -> str:
    """UTF-8 read as Windows-1252, by a reader that passes on the five bytes it does not know."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("âœ… Done", "✅"),
        ("ðŸš« No", "🚫"),
        ("donâ€™t", "’"),
        ("cafÃ©", "é"),
        ("Ã–sterreich", "Ö"),
        ("cÅ“ur", "œ"),
    ],
)
def test_text_that_was_decoded_wrongly_is_found_with_what_was_meant(text: str, meant: str) -> None:
    found = misdecoded(text)
    assert found is not None
    assert found[1] == meant


@given(st.sampled_from(SEEN), st.text("abc “”–→.é", max_size=5), st.text("abc “”–→.", max_size=5))
def test_a_letter_decoded_wrongly_is_found_between_any_others(
    letter: str, before: str, after: str
) -> None:
    assert misdecoded(f"{before} {wrongly(letter)} {after}") == (wrongly(letter), letter)


@given(st.lists(st.sampled_from([word for word in WORDS if not word.isascii()]), min_size=1))
def test_words_of_any_script_decoded_wrongly_are_found(words: list[str]) -> None:
    found = misdecoded(wrongly(" ".join(words)))
    assert found is not None
    assert found[1] in words[0]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "“", "«", "„", "‘", "(", "✅ ", "→ "]),
            st.sampled_from([*WORDS, "CAFÉ", "MENÜ", "ÚŽASNÝ", "SÃO", "IRMÃ", "Ærø", "Å", "à"]),
            st.sampled_from(["", "”", "»", "’s", "…", "…”", "’”", " –", "—", "®", ".", " 5 µm"]),
        )
    )
)
def test_sound_text_of_many_scripts_is_let_alone(parts: list[tuple[str, str, str]]) -> None:
    # Two words in Portuguese end in Ã, and are not followed by a mark without a space.
    text = " ".join(
        f"{before}{word}{after if word != 'IRMÃ' else ''}" for before, word, after in parts
    )
    assert misdecoded(text) is None


@given(st.text(st.characters(codec="ascii")))
def test_plain_english_is_let_alone(text: str) -> None:
    assert misdecoded(text) is None


@given(st.text())
def test_any_text_comes_back_from_its_bytes(text: str) -> None:
    found, fault = decoded(text.encode())
    assert (found, fault) == (text, None) or text.startswith("\ufeff")


@given(st.binary())
def test_any_bytes_are_text_or_told_not_to_be(raw: bytes) -> None:
    text, fault = decoded(raw)
    assert (fault is None) == (text.encode() == raw and not raw.startswith(b"\xef\xbb\xbf"))


def test_a_byte_order_mark_is_told() -> None:
    _, fault = decoded("\ufeffText".encode())
    assert fault == (1, 1, "starts with a byte-order mark.", "save it as UTF-8 without one.")


def test_a_byte_that_is_no_text_is_told_with_line_and_column_in_characters() -> None:
    _, fault = decoded("Käse\nCafé ".encode() + b"\xff")
    assert fault == (2, 6, "holds the byte 0xff, which is not UTF-8.", "save it as UTF-8.")


@pytest.mark.parametrize("character", ["\x07", "\x85", "\u200b", "\u202e", "\u2066", "\ufeff"])
def test_characters_that_nobody_sees_are_found(character: str) -> None:
    assert unseen(f"sound {character} text") == character


def test_line_ends_joiners_and_hard_spaces_are_let_alone() -> None:
    assert unseen("one\ttwo\nthree\u00a0four 👩‍💻 می‌خواهم") is None
