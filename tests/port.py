"""`python tests/port.py 8000`: says in a sentence that a port is taken, before a server tries."""

import socket
import sys

port = int(sys.argv[1])
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", port))
    except OSError:
        sys.exit(
            f"Port {port} is taken, perhaps by another `make serve`.\n"
            f"  Mend: stop that, or say `make serve PORT={port + 1}`."
        )
