"""The *stock* baseline's macros: questions as Markdown, the way one writes it at the first go.

It stands beside that baseline's mkdocs.yml as main.py and imports nothing of this project.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import indent
from typing import Any

import yaml


def define_env(env: Any) -> None:
    """Read all data with the loader that everybody uses, and write cards as Markdown."""
    folder = Path(env.project_dir, "docs/data")
    data = {
        path.relative_to(folder).with_suffix("").as_posix(): yaml.safe_load(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.yml"))
    }
    banks = {
        name.removeprefix("questions/"): bank
        for name, bank in data.items()
        if name.startswith("questions/")
    }
    asked = {
        question["id"]: (section, question)
        for section, bank in banks.items()
        for question in bank["questions"]
    }
    roles = {role["id"]: role["name"] for role in data["levels"]["roles"]}
    rounds = {each["id"]: each["name"] for each in data["rounds"]}
    sources = {source["id"]: source["author"] for source in data["sources"]}
    signals = {
        signal["id"]: signal["name"] for group in data["signals"] for signal in group["signals"]
    }
    values = _named(data["values"])

    def link(ident: str, start: str = "") -> str:
        section, question = asked[ident]
        return f"[{question['text']}]({start}{section}.md#{ident})"

    def card(question: dict[str, Any]) -> str:
        facts = [
            ", ".join(roles[role] for role in question["roles"]),
            ", ".join(f"[{rounds[each]}](../rounds/{each}.md)" for each in question["rounds"]),
            f"{question['minutes']} minutes",
        ]
        cited = [
            f" [{sources[ident]}](../about/sources.md)" for ident in question.get("sources", ())
        ]
        depth = [
            "**A strong answer shows**",
            *(f"{roles[role]}\n:   {bar}" for role, bar in question["strong"].items()),
            "**A weak answer shows**",
            _list("- ", question["weak"]),
            "**They will ask next**",
            _list("1. ", question["probes"]),
            "**Your story needs**",
            _list("- [ ] ", question["ingredients"]),
            f"**An outline, for {question['minutes']} minutes with probes**",
            _list("1. ", [f"**{beat['name']}.** {beat['says']}" for beat in question["outline"]]),
        ]
        for sample in question.get("samples", ()):
            verb = "works" if sample["works"] else "fails"
            depth.append(f"**An answer that {verb}** (invented, for {roles[sample['role']]})")
            for part in sample["parts"]:
                depth += [f"> {part['text']}", f"*{part['note']}*"]
            depth.append(f"**Why it {verb}:** {sample['verdict']}")
        heard = ", ".join(signals[each].lower() for each in question["signals"])
        close = ", ".join(values[each] for each in question["values"])
        related = "; ".join(link(each) for each in question.get("related", ()))
        depth.append(f"Heard as {heard}. Close to {close}. Prepare with it: {related}.")
        title = '??? note "What they listen for, and how to answer"'
        return "\n\n".join(
            [
                f"### “{question['text']}” {{: #{question['id']} }}",
                " · ".join(facts),
                question["why"] + "".join(cited),
                f"{title}\n\n{indent(chr(10).join(f'{each}{chr(10)}' for each in depth), '    ')}",
            ]
        )

    @env.macro
    def question_bank(section: str) -> str:
        return "\n\n".join(card(question) for question in banks[section]["questions"])

    @env.macro
    def question_index() -> str:
        return "\n\n".join(
            f"### [{bank['title']}]({section}.md)\n\n"
            + _list("- ", [link(question["id"]) for question in bank["questions"]])
            for section, bank in banks.items()
        )


def _list(mark: str, items: list[str]) -> str:
    return "\n".join(f"{mark}{item}" for item in items)


def _named(data: Any) -> dict[str, str]:
    """The name of everything in a file that has an id and a name."""
    if isinstance(data, list):
        return {ident: name for item in data for ident, name in _named(item).items()}
    if not isinstance(data, dict):
        return {}
    found = {ident: name for item in data.values() for ident, name in _named(item).items()}
    return found | ({data["id"]: data["name"]} if {"id", "name"} <= data.keys() else {})
