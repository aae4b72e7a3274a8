"""One commit gives the same bytes: on any day, in any place, whatever the machine speaks."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

# What a build reads.
PARTS = ("docs", "macros", "overrides")
# Late in the evening in New York is the next day in UTC.
COMMITTED = "2040-02-29T23:30:00-05:00"
COMMITTED_DAY = "2040-03-01"

HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONPATH": str(Path(__file__).with_name("a_year_on")),
}


def environment(changes: dict[str, str]) -> dict[str, str]:
    """The environment of these tests with changes, without what sets the time or git's ways."""
    unwanted = ("SOURCE_DATE_EPOCH", "GIT_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
    site = {"SITE_URL": "http://127.0.0.1:8000/", "NO_MKDOCS_2_WARNING": "1"}
    return kept | site | changes


@dataclass(frozen=True)
class Build:
    """What a build of `root` gave. Its files are in `site`."""

    root: Path
    site: Path
    done: subprocess.CompletedProcess[str]

    def files(self) -> dict[str, bytes]:
        """Every file by its path."""
        assert self.done.returncode == 0, self.done.stdout + self.done.stderr
        paths = (path for path in self.site.rglob("*") if path.is_file())
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in paths}

    def differing(self, other: Build) -> list[str]:
        """The files that are in one only, or that differ."""
        mine, theirs = self.files(), other.files()
        assert len(mine) > 100
        return sorted(name for name in mine | theirs if mine.get(name) != theirs.get(name))

    def days(self) -> set[str]:
        """The days that the build gives to its pages."""
        return set(re.findall("<lastmod>(.*?)</lastmod>", self.files()["sitemap.xml"].decode()))


def build(root: Path, name: str, changes: dict[str, str]) -> Build:
    """Build the site of a checkout from the folder above it, strictly."""
    site = root.parent / name
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(
        [*command, "--config-file", str(root / "mkdocs.yml")],
        cwd=root.parent,
        env=environment(changes),
        capture_output=True,
        text=True,
        check=False,
    )
    return Build(root, site, done)


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder as nobody in particular."""
    who = {f"GIT_{role}_NAME": "A" for role in ("AUTHOR", "COMMITTER")}
    who |= {f"GIT_{role}_EMAIL": "a@example.org" for role in ("AUTHOR", "COMMITTER")}
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    changes = {**who, **plain, "GIT_COMMITTER_DATE": COMMITTED}
    subprocess.run(["git", *arguments], cwd=root, env=environment(changes), check=True)


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Build]:
    """The tree as it is, committed and built in every way, two at a time."""
    folder = tmp_path_factory.mktemp("builds")
    archive, first = folder / "archive", folder / "first"
    second = folder / "a path with spáces, and äccents" / "second"
    for part in PARTS:
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, archive / part, ignore=leave)
    shutil.copy(ROOT / "mkdocs.yml", archive)
    shutil.copytree(archive, first)
    git(first, "init", "--quiet")
    git(first, "add", ".")
    git(first, "commit", "--quiet", "--message", "All")
    git(folder, "clone", "--quiet", "--no-hardlinks", str(first), str(second))
    ways = {
        "first": (first, HERE),
        "again": (first, HERE),
        "elsewhere": (second, ELSEWHERE),
        "archive": (archive, HERE),
        "archive elsewhere": (archive, ELSEWHERE),
    }
    with ThreadPoolExecutor(2) as pool:
        done = pool.map(lambda name: build(ways[name][0], f"site {name}", ways[name][1]), ways)
        return dict(zip(ways, done, strict=True))


def test_a_tree_built_twice_gives_the_same_bytes(builds: dict[str, Build]) -> None:
    assert builds["first"].differing(builds["again"]) == []


def test_a_commit_gives_the_same_bytes_in_another_place_on_another_day(
    builds: dict[str, Build],
) -> None:
    assert builds["first"].differing(builds["elsewhere"]) == []


def test_an_archive_without_history_gives_the_same_bytes_on_another_day(
    builds: dict[str, Build],
) -> None:
    assert builds["archive"].differing(builds["archive elsewhere"]) == []


def test_pages_have_the_day_of_their_commit_and_without_one_of_their_edition(
    builds: dict[str, Build],
) -> None:
    editions = yaml.safe_load((ROOT / "docs/data/editions.yml").read_text(encoding="utf-8"))
    assert builds["first"].days() == {COMMITTED_DAY}
    assert builds["archive"].days() == {editions[-1]["date"]}


def test_elsewhere_is_a_year_on_in_another_zone() -> None:
    # Else the tests above would prove nothing.
    asks = (
        "import time, datetime as d\n"
        "print(time.time(), time.time_ns() / 1e9, time.mktime(time.localtime()),"
        " d.datetime.now().timestamp(), d.datetime.now(d.UTC).timestamp(),"
        " d.datetime.today().timestamp(), time.mktime(d.date.today().timetuple()))\n"
        "print(time.strftime('%z', time.localtime()))\n"
    )

    def said(changes: dict[str, str]) -> tuple[list[float], str]:
        out = subprocess.run(
            [sys.executable, "-c", asks],
            env=environment(changes),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        moments, zone = out.splitlines()
        return [float(moment) for moment in moments.split()], zone

    here, zone_here = said(HERE)
    there, zone_there = said(ELSEWHERE)
    assert (zone_here, zone_there) == ("+0000", "+1400")
    for now, then in zip(here, there, strict=True):
        assert 365 <= (then - now) / 86400 <= 368
