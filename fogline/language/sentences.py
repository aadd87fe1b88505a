"""Sentences of news, by rules: abbreviations, datelines, stamps, quotes, headings, items, hard-wrapped lines."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.language.paragraphs import head_end, paragraphs
from fogline.language.stops import STOP, ends_sentence


def split(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text.

    Shape: (start, end) pairs, in order, without surrounding blanks; every non-blank character lies in exactly one.
    Units: code points, half-open.  A line end is a boundary unless the line was wrapped in mid-sentence.  A dateline
    and the stamp of a live blog ("14:32 GMT –") stand alone; the number of an item belongs to the item.
    """
    return tuple(sentence for start, end in paragraphs(text) for sentence in _sentences(text, start, end))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = head_end(text, start, end)
    yield from _trimmed(text, start, first)
    for stop in STOP.finditer(text, first, end):
        if stop.end() < end and ends_sentence(text, stop, first=first):
            yield from _trimmed(text, first, stop.end("close"))
            first = stop.end()
    yield from _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if piece.strip():
        yield start + left, start + len(piece.rstrip())
