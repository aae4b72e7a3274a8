"""A small static host: compresses as real ones do, and remembers what it was asked for."""

from __future__ import annotations

import gzip
import http.server
import mimetypes
import threading
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
_TYPES = {".js": "text/javascript", ".woff2": "font/woff2"}


def packed(path: Path) -> bytes:
    """What of a file goes over the line: texts compressed, the rest as it is."""
    raw = path.read_bytes()
    return gzip.compress(raw, 9, mtime=0) if path.suffix in COMPRESSED else raw


class Host:
    """A folder served on a free port of this machine for the length of a `with`.

    `asked` has the path of each file that was asked for, in the order of asking.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self._answers: dict[str, tuple[int, str, bool, bytes]] = {}
        host = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                host._answer(self)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def file(self, address: str) -> Path:
        """The file behind a path as it was asked for; a folder stands for its index page."""
        path = self.folder / unquote(urlsplit(address).path).lstrip("/")
        return path / "index.html" if path.is_dir() else path

    def _answer(self, request: http.server.BaseHTTPRequestHandler) -> None:
        self.asked.append(request.path)
        if request.path not in self._answers:
            self._answers[request.path] = self._prepare(request.path)
        status, kind, compressed, body = self._answers[request.path]
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body)))
        request.send_header("Cache-Control", "max-age=600")
        if compressed:
            request.send_header("Content-Encoding", "gzip")
        request.end_headers()
        request.wfile.write(body)

    def _prepare(self, address: str) -> tuple[int, str, bool, bytes]:
        path, status = self.file(address), 200
        if not path.is_file():
            path, status = self.folder / "404.html", 404
        kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "text/plain"
        if kind.startswith("text/"):
            kind += "; charset=utf-8"
        return status, kind, path.suffix in COMPRESSED, packed(path)

    def __enter__(self) -> Host:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
