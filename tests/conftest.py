"""What the tests share: the site built once, a server for it, and Debian's own browser."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import browser

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="accept what components draw as golden")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The browser of the machine, as pytest-playwright launches it."""
    path = browser.find()
    if path is None:
        pytest.exit(browser.MEND, returncode=1)
    return {"executable_path": path, "args": list(browser.ARGUMENTS)}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: its own 404 page, and no word on the terminal."""

    extensions_map = {  # noqa: RUF012 (as the standard library has it)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".woff2": "font/woff2",
    }

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def send_error(self, code: int, *rest: Any, **more: Any) -> None:
        """Answer with the site's 404 page, where it has one."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.exists():
            super().send_error(code, *rest, **more)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Served:
    """A folder served on a free port of this machine for the length of a `with`."""

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(_Quiet, directory=str(folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.folder = folder
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> Served:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def build(target: Path, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site of a checkout strictly, as `make build` does, into `target`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir"]
    return subprocess.run(
        [*command, str(target)],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site, built strictly for the address that serves it: instant navigation needs that."""
    folder = tmp_path_factory.mktemp("site")
    with Served(folder) as server:
        done = build(folder, SITE_URL=server.url)
        assert done.returncode == 0, done.stdout + done.stderr
        yield server


@pytest.fixture(scope="session")
def pages(served: Served) -> list[str]:
    """The address of every page, below the site's root, the 404 page included.

    Lasting addresses (q/) lead on at once: tests/site/test_permalinks.py looks at them.
    """
    found = [path.relative_to(served.folder) for path in served.folder.rglob("*.html")]
    read = [path.as_posix() for path in found if path.parts[0] != "q"]
    return sorted(path.removesuffix("index.html") for path in read)
