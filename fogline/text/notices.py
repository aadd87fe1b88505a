"""What a report says of itself at its head or foot: that it was corrected, or that it was withdrawn."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from fogline.records import Anchor
from fogline.text.paragraphs import cut

HEAD, FOOT = 3, 4  # paragraphs from the beginning and from the end


class NoticeKind(StrEnum):
    """What is said of the text."""

    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Notice:
    """A publisher's notice, with its words."""

    kind: NoticeKind
    anchor: Anchor


def find_notices(raw: str, *, report_id: str) -> tuple[Notice, ...]:
    """The notices of a text, in their order: one a paragraph at most, and a withdrawal before a correction.

    Shape: raw[anchor.start:anchor.end] is the sentence that says it, or the whole paragraph where it is short.
    """
    return tuple(_iter_notices(raw, report_id))


def _iter_notices(raw: str, report_id: str) -> Iterator[Notice]:
    paragraphs = cut(raw)
    last = len(paragraphs) - FOOT
    for at, paragraph in enumerate(paragraphs):
        if HEAD <= at < last:
            continue
        words = raw[paragraph.start : paragraph.end]
        found = next(((kind, m) for kind, form in _forms().items() if (m := form.search(words))), None)
        if found is not None:
            kind, match = found
            start, end = _sentence(words, match.start(), match.end())
            anchor = Anchor.at(raw, paragraph.start + start, paragraph.start + end, report_id=report_id)
            yield Notice(kind, anchor)


SHORT = 300  # characters of a paragraph that is shown whole
_STOP = re.compile(r"[.!?][”\"’')\]]*(?=\s+[“\"(\[A-Z])")


def _sentence(words: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which the match stands."""
    if len(words) <= SHORT:
        return 0, len(words)
    stops = [m.end() for m in _STOP.finditer(words)]
    begin = max((s for s in stops if s <= start), default=0)
    while begin < len(words) and words[begin].isspace():
        begin += 1
    return begin, min((s for s in stops if s >= end), default=len(words))


@cache
def _forms() -> Mapping[NoticeKind, re.Pattern[str]]:
    """For each kind, what says so; the withdrawal first."""
    content = files("fogline.text").joinpath("data/notices.toml").read_text(encoding="utf-8")
    table = tomllib.loads(content)
    return {
        kind: re.compile(
            "|".join(f"(?:{form.replace('{text}', table['text'])})" for form in table[kind]), re.IGNORECASE
        )
        for kind in (NoticeKind.WITHDRAWAL, NoticeKind.CORRECTION)
    }
