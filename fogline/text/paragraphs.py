"""A raw text cut into paragraphs, with offsets.  Nothing but blanks lies outside of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# What str.splitlines counts as the end of a line.
_LINE = re.compile("[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_STOP = re.compile(r"[.!?…:;。؟][\"'”’»)\]]*$")
WRAP_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of raw that begins and ends with a sign that is not blank.  Units: code points, half-open."""

    start: int
    end: int
    text: str


def has_stop(text: str) -> bool:
    """Whether a line ends as a sentence does, closing quotes and brackets aside."""
    return _STOP.search(text[-12:]) is not None


def cut(raw: str) -> list[Paragraph]:
    """The paragraphs of a text, in order.

    One line is one paragraph, but in a text that was wrapped at a fixed width the lines up to the next blank line
    make one.
    """
    lines = [_trimmed(raw, found.start(), found.end()) for found in _LINE.finditer(raw)]
    lines = [line for line in lines if line.text]
    return _joined(raw, lines) if _is_wrapped(raw, lines) else lines


def _trimmed(raw: str, start: int, end: int) -> Paragraph:
    text = raw[start:end]
    left = len(text) - len(text.lstrip())
    bare = text.strip()
    return Paragraph(start + left, start + left + len(bare), bare)


def _follows(raw: str, one: Paragraph, other: Paragraph) -> bool:
    """Whether no blank line stands between two lines."""
    gap = raw[one.end : other.start].replace("\r\n", "\n")
    return sum(gap.count(sign) for sign in "\n\r\u2028\u2029\x85") <= 1


def _is_wrapped(raw: str, lines: list[Paragraph]) -> bool:
    """Whether most lines that are followed at once by another break off without a stop, and none is long."""
    if len(lines) < 4 or max(len(line.text) for line in lines) > WRAP_WIDTH:
        return False
    followed = [one for one, other in pairwise(lines) if _follows(raw, one, other)]
    width = max(len(line.text) for line in lines)
    full = [line for line in followed if len(line.text) > 0.7 * width]
    open_ended = [line for line in full if not has_stop(line.text)]
    return width > 40 and len(full) > 0.6 * len(followed) and len(open_ended) > 0.6 * len(full) and len(full) >= 2


def _joined(raw: str, lines: list[Paragraph]) -> list[Paragraph]:
    groups: list[list[Paragraph]] = []
    for line in lines:
        if groups and _follows(raw, groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(g[0].start, g[-1].end, raw[g[0].start : g[-1].end]) for g in groups]
