"""Where the folded words of a text stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fogline.language.words import plain

_RUN = re.compile(r"[A-Za-z0-9'`\u0080-\U0010ffff]+")  # what a word can be made of
_FOLDED_WORD = re.compile(r"[a-z0-9]+")


def word_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word as `words` gives it, with the code points of `text` that it stands for, half-open.

    >>> list(word_spans("in Deir-ez-Zor’s"))
    [('in', 0, 2), ('deir', 3, 7), ('ez', 8, 10), ('zors', 11, 16)]
    """
    for run in _RUN.finditer(text):
        signs = run.group()
        if signs.isascii() and signs.isalnum():
            yield signs.lower(), run.start(), run.end()
        else:
            yield from _folded(signs, run.start())


def _folded(signs: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """The words of a run with accents or apostrophes: folded sign by sign, to know where each came from."""
    letters, origin = "", []
    for i, sign in enumerate(signs):
        folded = plain(sign)
        letters += folded
        origin += [offset + i] * len(folded)
    for word in _FOLDED_WORD.finditer(letters):
        yield word.group(), origin[word.start()], origin[word.end() - 1] + 1
