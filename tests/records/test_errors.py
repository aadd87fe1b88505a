"""The error tree is the one that its page draws."""

from __future__ import annotations

import inspect
import re

import pytest

from fogline.records import errors

CLASSES = {
    name: kind for name, kind in vars(errors).items() if inspect.isclass(kind) and kind.__module__ == errors.__name__
}


def drawn() -> dict[str, str]:
    """Each error of the drawing with its parent: a deeper line hangs on the last line that is less deep."""
    above: list[tuple[int, str]] = []
    found = {}
    for line in (errors.__doc__ or "").splitlines():
        hit = re.match(r"^([│ ├└─]*)([A-Z][A-Za-z]+)\b", line)
        if hit is None or (not hit[1] and hit[2] != "FoglineError"):
            continue
        above = [(depth, name) for depth, name in above if depth < len(hit[1])]
        found[hit[2]] = above[-1][1] if above else "Exception"
        above.append((len(hit[1]), hit[2]))
    return found


def test_the_drawing_is_the_tree() -> None:
    assert drawn() == {name: kind.__bases__[0].__name__ for name, kind in CLASSES.items()}


@pytest.mark.parametrize("name", CLASSES)
def test_every_error_says_what_it_is(name: str) -> None:
    assert issubclass(CLASSES[name], errors.FoglineError)
    assert (CLASSES[name].__doc__ or "").endswith(".")
