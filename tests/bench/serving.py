"""From saving a page, or a question, to seeing it under `mkdocs serve`."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench import builds, checkout
from tests.bench.table import Row

_LONGEST = 120.0
_BETWEEN_LOOKS = 0.02


def measure(folder: Path, quick: bool) -> list[Row]:
    """Rows of a saved page and of a saved question; *ready* has no questions as data."""
    corpus = builds.corpus(folder / "served")
    page, question = "docs/start/index.md", _bank(corpus)
    seconds: dict[str, dict[str, float]] = {"page": {}, "question": {}}
    for kind in builds.KINDS:
        print(f"  serving {kind} …", file=sys.stderr, flush=True)
        times = 1 if quick else 5
        with served(corpus / kind) as url:
            saved = _watch(corpus / kind / page, _add_sentence, f"{url}start/", times)
            seconds["page"][kind] = median(saved)
            if kind != "ready":
                place = f"{url}questions/{question.stem}/"
                saved = _watch(corpus / kind / question, _change_question, place, times)
                seconds["question"][kind] = median(saved)
    return [
        Row(f"from saving a {what} to seeing it", "s", **found) for what, found in seconds.items()
    ]


def _bank(corpus: Path) -> Path:
    first = min((corpus / "ours/docs/data/questions").glob("*.yml"))
    return first.relative_to(corpus / "ours")


def _add_sentence(text: str, token: str) -> str:
    return f"{text}\n\nA sentence was added: {token}.\n"


def _change_question(text: str, token: str) -> str:
    return re.sub(r"(\n +why: >-\n +)", rf"\g<1>{token}. ", text, count=1)


def _watch(path: Path, change: Callable[[str, str], str], url: str, times: int) -> list[float]:
    original = path.read_text(encoding="utf-8")
    taken = []
    for number in range(times):
        token = f"Saved{time.monotonic_ns()}x{number}"
        changed = change(original, token)
        assert token in changed, f"{path} has no place for a change"
        start = time.perf_counter()
        path.write_text(changed, encoding="utf-8")
        _wait_for(url, token)
        taken.append(time.perf_counter() - start)
    return taken


def _wait_for(url: str, token: str) -> None:
    """Ask for a page until it holds a text. The server may be building, and not answer yet."""
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=_LONGEST) as answer:  # noqa: S310 (loopback)
                if token.encode() in answer.read():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(_BETWEEN_LOOKS)
    sys.exit(f"{url} did not show a change within {_LONGEST:.0f} s.")


@contextmanager
def served(root: Path) -> Iterator[str]:
    """`mkdocs serve` of a corpus, as `make serve` runs it; ends with the `with`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--livereload"]
    with (root / "serve.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [*command, "-f", checkout.CONFIG, "-a", f"127.0.0.1:{port}"],
            cwd=root,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": url},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(url, "</html>")
            yield url
        finally:
            server.terminate()
            server.wait()
