"""Sentences of news, by rules: abbreviations, datelines, quotes, headings, hard-wrapped lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

# A stop, whatever closes with it, then blanks: a boundary may lie behind it.
_STOP = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[\"'”’»)\]]*)(?P<blank>\s+)(?=(?P<next>\S))")
# "KARSIN, Norland, Oct. 31 (NNA) - " and "KARSIN — " at the start of a paragraph.
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3}(?:/[A-Z][A-Z' -]+)?"  # KARSIN, PORT DOR/KARSIN
    r"(?:, [A-Z][\w.'’ -]{2,40}){0,2}"  # Norland, Oct. 31
    r"(?: \([A-Z][\w ]{1,24}\))? ?(?:--?|–|—) "  # (NNA) -
)
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'«—–/-]+$")
_INITIAL = re.compile(r"^(?:[A-Z]|[A-Z](?:\.[A-Z])+)$")
_BREAK = re.compile(r"(?<![ \t\r])[ \t\r]*+\n\s*")
_ENDS_LINE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("fogline.language").joinpath("data/abbreviations.toml").read_text(encoding="utf-8"))
    return {name: frozenset(values) for name, values in table.items()}


def split(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text.

    Shape: (start, end) pairs, in order, without surrounding blanks; every non-blank character lies in exactly one.
    Units: code points, half-open.  A line end is a boundary unless the line was wrapped in mid-sentence.
    """
    return tuple(sentence for start, end in _paragraphs(text) for sentence in _sentences(text, start, end))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _BREAK.finditer(text):
        line = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()]
        following = text[gap.end() : gap.end() + 1]
        wrapped = gap.group().count("\n") == 1 and not _ENDS_LINE.search(line.rstrip()) and following.islower()
        if not wrapped:
            yield start, gap.start()
            start = gap.end()
    yield start, len(text)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    dateline = _DATELINE.match(text, start, end)
    if dateline is not None:
        yield from _trimmed(text, start, dateline.end())
        first = dateline.end()
    for stop in _STOP.finditer(text, first, end):
        if stop.end() < end and _ends_sentence(text, stop, first=first):
            yield from _trimmed(text, first, stop.end("close"))
            first = stop.end()
    yield from _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if piece.strip():
        yield start + left, start + len(piece.rstrip())


def _ends_sentence(text: str, stop: re.Match[str], *, first: int) -> bool:
    """Whether the stop closes a sentence: by the word before it and the character after it."""
    following = stop["next"]
    if following.islower() or following in ",;:)]%":
        return False
    if stop["stop"] != ".":
        return True
    found = _LAST_WORD.search(text[max(first, stop.start() - 24) : stop.start()])
    word = found.group() if found else ""
    known = _abbreviations()
    if word in known["before_name"]:
        return word.lower() in {"no", "al", "sun", "sat", "mar"} and following.isalpha()
    if word in known["may_end"] or _INITIAL.match(word):
        return _opens(text, stop.end()) and not (len(word) == 1 and not stop["close"])
    return True


def _opens(text: str, at: int) -> bool:
    opener = re.match(r"[\"“‘'«(\[]*([A-Za-z]+)", text[at : at + 24])
    return opener is not None and opener.group(1) in _abbreviations()["openers"]
