"""The time of a build is that of what is built: its commit, else its edition."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path
from typing import Self

import pytest

from macros import clock

# As it is where no test has set the day.
latest_day = clock.latest_day

NOON = 1795348800  # 22 November 2026, 12:00 UTC


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with editions and without a history, on a machine that sets no time."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    (tmp_path / "docs/data").mkdir(parents=True)
    text = '- id: "2026.06"\n  date: "2026-06-01"\n- id: "2026.11"\n  date: "2026-11-22"\n'
    (tmp_path / "docs/data/editions.yml").write_text(text, encoding="utf-8")
    return tmp_path


def commit(tree: Path, date: str) -> None:
    """Give a folder a history of one commit."""
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    who |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
    environment = os.environ | who | {"GIT_COMMITTER_DATE": date}
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All"]):
        subprocess.run(["git", *arguments], cwd=tree, check=True, env=environment)


def test_the_time_that_the_machine_sets_comes_first(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert clock.build_time(tree) == 86400


def test_a_time_that_is_no_number_is_told_in_a_sentence(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(SystemExit, match="Mend: unset it"):
        clock.build_time(tree)


def test_the_time_of_the_commit_comes_next(tree: Path) -> None:
    commit(tree, "2026-11-23T23:30:00-05:00")
    assert clock.build_time(tree) == NOON + 40.5 * 3600


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_a_folder_of_another_owner_has_the_time_of_its_commit(tree: Path) -> None:
    commit(tree, "2026-11-23T23:30:00-05:00")
    for path in (tree, *tree.rglob("*")):
        os.chown(path, 65534, 65534)
    assert clock.build_time(tree) == NOON + 40.5 * 3600


def test_a_tree_without_a_history_has_the_time_of_its_last_edition(tree: Path) -> None:
    assert clock.build_time(tree) == NOON


def test_a_history_without_a_commit_counts_for_none(tree: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tree, check=True)
    assert clock.build_time(tree) == NOON


@pytest.mark.parametrize(
    ("now", "latest"),
    [("2026-11-22T09:59", (2026, 11, 22)), ("2026-11-22T10:00", (2026, 11, 23))],
)
def test_the_latest_day_is_that_of_the_first_time_zone(
    monkeypatch: pytest.MonkeyPatch, now: str, latest: tuple[int, int, int]
) -> None:
    class Now(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Self:
            return cls.fromisoformat(now).replace(tzinfo=tz)

    monkeypatch.setattr(datetime, "datetime", Now)
    assert latest_day() == datetime.date(*latest)


@pytest.mark.parametrize("text", ["", "\t-", "- 1", "- date: 2026-11-22", '- date: "soon"', "{}"])
def test_editions_that_cannot_be_read_do_not_stop_the_build_before_it_tells_of_them(
    tree: Path, text: str
) -> None:
    (tree / "docs/data/editions.yml").write_text(text, encoding="utf-8")
    assert clock.build_time(tree) > NOON - 365 * 86400
