"""Sentences of news, by rules: abbreviations, datelines, stamps, quotes, headings, items, hard-wrapped lines."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.language.paragraphs import head_end, inner_dateline, paragraphs
from fogline.language.stops import STOP, ends_sentence


def split(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text.

    Shape: (start, end) pairs, in order, without surrounding blanks; every non-blank character lies in exactly one.
    Units: code points, half-open.  A line end is a boundary unless the line was wrapped in mid-sentence.  A dateline
    and the stamp of a live blog ("14:32 GMT –") stand alone; the number of an item belongs to the item.
    """
    return tuple(sentence for start, end in paragraphs(text) for sentence in _paragraph(text, start, end))


def _paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph; a headline that runs into the dateline behind it ends before that."""
    first = head_end(text, start, end)
    yield from _trimmed(text, start, first)
    dateline = inner_dateline(text, first, end) if first == start else None
    if dateline is not None:
        yield from _sentences(text, first, dateline[0])
        yield from _trimmed(text, *dateline)
        first = dateline[1]
    yield from _sentences(text, first, end)


def _sentences(text: str, first: int, end: int) -> Iterator[tuple[int, int]]:
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
