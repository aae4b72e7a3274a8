"""What keeps a build of thousands of questions quick where Python would look for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """Keeps the garbage collector out: at 3,000 questions it takes as long as all the loading.

    It would look again and again through millions of values among which there is no garbage.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
