"""Finds the Chromium that the tests drive; run as a script, installs it where Debian's apt may."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MEND = (
    "No browser for the tests was found.\n"
    "  Mend: sudo apt-get install chromium (Debian), or set CHROMIUM=/path/to/chromium."
)


def find() -> str | None:
    """The path of the browser: $CHROMIUM, else the first of the usual names on the path."""
    if given := os.environ.get("CHROMIUM"):
        return given if shutil.which(given) else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Ask apt for Chromium, as root or through a sudo that wants no password."""
    if not shutil.which("apt-get"):
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not shutil.which("sudo"):
        return
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
    }
    subprocess.run([*sudo, "apt-get", "-qq", "update"], check=False, **quiet)
    command = [*sudo, "apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium"]
    subprocess.run(command, check=False, **quiet)


if __name__ == "__main__":
    if find() is None:
        print("Installing Debian's Chromium for the tests …", flush=True)
        install()
    if find() is None:
        sys.exit(MEND)
