"""What stands for the program that works something out, so that what another one found is never taken again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

_LIBRARIES = ("rapidfuzz",)  # what a comparison of words depends on


@cache
def release(*parts: str) -> str:
    """A hash of the program and the tables in these parts of the package, such as "control" or "language/words.py"."""
    found = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    for part in parts:
        for text in sorted(_texts(files("fogline").joinpath(part))):
            found.update(text.encode())
    return found.hexdigest()


def _texts(place: Traversable) -> Iterator[str]:
    if place.is_dir():
        for inner in place.iterdir():
            yield from _texts(inner)
    elif place.name.endswith((".py", ".toml", ".csv", ".txt")):
        yield place.read_text(encoding="utf-8")
