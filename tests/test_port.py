"""tests/port.py says in a sentence that a port is taken, before a server tries."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("port.py")


def said(port: int) -> subprocess.CompletedProcess[str]:
    """What the script says of a port."""
    command = [sys.executable, str(SCRIPT), str(port)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_port_that_is_taken_is_told_with_the_next_one_to_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = said(port)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"Port {port} is taken")
    assert f"Mend: stop that, or say `make serve PORT={port + 1}`." in done.stderr


def test_of_a_port_that_is_free_nothing_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    done = said(port)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_port_whose_server_has_just_stopped_is_free() -> None:
    # The system keeps such a port for a while; MkDocs' server, as this script, does not mind.
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as visitor:
            server.accept()[0].close()  # who hangs up first, keeps the port waiting
            visitor.recv(1)
    assert said(port).returncode == 0
