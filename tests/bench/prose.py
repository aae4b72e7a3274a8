"""Invented sentences with the lengths and the variety of the guide's own, the same on every run."""

from __future__ import annotations

import random
from pathlib import Path

import yaml

_PHRASES = yaml.safe_load(Path(__file__).with_name("phrases.yml").read_text(encoding="utf-8"))


class Prose:
    """Sentences by chance, from a seed."""

    def __init__(self, seed: str) -> None:
        # Not for secrets: the same seed must say the same on every machine.
        self.chance = random.Random(seed)  # noqa: S311

    def project(self) -> str:
        """The name of a project that there never was."""
        return "".join(self.chance.sample(_PHRASES["names"], 3)).capitalize()

    def event(self) -> str:
        """Who did what, and when, without a full stop."""
        who, did, what, when = (self._one(of) for of in ("who", "did", "what", "when"))
        return f"{who} {did} {what} of {self.project()} {when}"

    def sentence(self) -> str:
        """An event, its reason and, now and then, a figure, a quotation or an emphasis."""
        told = f"{self.event()}, {self._one('why')}."
        if self.chance.random() < 0.3:
            days, people = self.chance.randint(2, 90), self.chance.randint(2, 40)
            told += f" It took {days} days and {people} people."
        if self.chance.random() < 0.1:
            told += f' "It wasn\'t {self.project()}," they said.'
        if self.chance.random() < 0.02:
            told += " That was *their* call."
        return told[0].upper() + told[1:]

    def passage(self, letters: int) -> str:
        """Whole sentences, until there are about so many letters."""
        text = self.sentence()
        while len(text) < letters:
            text += f" {self.sentence()}"
        return text

    def question(self) -> str:
        """What an interviewer asks."""
        return f"{self._one('asked')} {self.event()}?"

    def _one(self, of: str) -> str:
        return str(self.chance.choice(_PHRASES[of]))
