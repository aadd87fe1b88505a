"""Paragraphs of a text: lines that were wrapped in mid-sentence are put together, and their heads are found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fogline.language.stops import ends_in_title, listed, opens_name

NARROWEST = 40  # characters: no text is wrapped to less
WRAPPED_SHARE = 0.3  # of a text's line breaks, where all of it was wrapped

_LINE = re.compile(r"[^\r\n\u2028\u2029]*+(?:\r\n|[\r\n\u2028\u2029]|\Z)")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_ITEMS = (
    r"[-–—•*·▪●◦‣►■+>]\s",
    r"\(?\w{1,3}\)\s|\d{1,3}\.\s",  # a) or 1.
    r"[QA][.:]\s|[A-Z][A-Z. ]+:\s",  # Q. or REPORTER:
    r"\[?\d{1,2}[:.]\d{2}\b",  # 14:32
)
_ITEM = re.compile(rf"\s*(?:{'|'.join(_ITEMS)})")
_UPPER = "A-ZÀ-ÖØ-ÞĀĆČĐĞĪİŁŌŚŞŠŪŹŻŽ"
_NEXT = rf"(?=[{_UPPER}\d\"“‘'«$€£]|(?:al|el|ash|as|ez)-[{_UPPER}])"
_DASH = r"(?:--?|–|—)"
_PLACE = rf"[{_UPPER}][{_UPPER}'’.-]+(?: [{_UPPER}][{_UPPER}'’.-]+){{0,3}}(?:/[{_UPPER}][{_UPPER}' -]+)?"
_MIXED = rf"[{_UPPER}][\w'’-]+(?: [{_UPPER}][\w'’-]+){{0,2}}"
_AGENCY = rf"\([{_UPPER}][\w /.,&'’-]{{1,40}}\)"
_DAY = r"(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?)(?:,? \d{4})?"
# No second dash may follow in the sentence: "Assad — Syria's president — said" has no dateline.
_ALONE = r"(?![^.!?\n]{0,200} (?:--?|–|—) )"
_LAND = rf"(?:, [{_UPPER}][\w.'’ -]{{2,40}}|, {_DAY}){{0,2}}"
_DATELINES = (
    rf"{_PLACE}{_LAND} {_AGENCY} ?{_DASH}\s+",  # KARSIN, Norland, Oct. 31 (NNA) -
    rf"{_PLACE}{_LAND} ?{_DASH}\s+{_NEXT}{_ALONE}",  # PORT DOR/KARSIN, Norland —
    rf"{_MIXED}(?:, {_MIXED})?,? {_DAY}(?: {_AGENCY})? ?{_DASH}\s+{_NEXT}",  # Karsin, 31 October –
    rf"{_MIXED}(?:, {_MIXED})? {_AGENCY} ?{_DASH}\s+{_NEXT}",  # Karsin (NNA) -
    rf"{_MIXED} [–—]\s+{_NEXT}{_ALONE}",  # Karsin —
)
_ZONE = r"(?:GMT|UTC|[A-Z]{1,4}T|MSK|Z|local time|[A-Z][a-z]+ time)"
_HOUR = rf"\d{{1,2}}[:.h]\d{{2}}(?: ?[AaPp]\.?[Mm]\.?)?(?: {_ZONE})?"
_STAMPS = (
    rf"[\[(]{_HOUR}[\])][:.]?\s+",  # [14:32]
    rf"(?:(?:Last )?[Uu]pdated?(?: at)?:? )?{_HOUR} ?(?:{_DASH}|:|\|)\s+",  # 14:32 GMT –
    rf"\d{{1,2}}[:.]\d{{2}} {_ZONE}\s+{_NEXT}",  # 14:32 GMT
    rf"\d{{1,2}}:\d{{2}}\s+(?!{_ZONE}\b)(?=[{_UPPER}\"“‘])",  # 14:32
)
_HEAD = re.compile("|".join(f"(?:{form})" for form in (*_STAMPS, *_DATELINES)))
_WIRE = rf"\((?:{'|'.join(map(re.escape, sorted(listed('wires'), key=len, reverse=True)))})(?: \w+)?\)"
# Where a page lost its line ends: "Aid runs short KARSIN (AP) - Troops", "... 7:23 am EDT KARSIN Oct 31 (Reuters) -".
_INNER = re.compile(
    rf"(?<=\s)(?!{_ZONE} |\w+day )(?:(?:{_PLACE}|{_MIXED}){_LAND}(?: {_DAY})? )?{_WIRE} ?{_DASH}\s+{_NEXT}"
)

Line = tuple[int, int]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text.

    Shape: (start, end) pairs, in order; every non-blank character lies in exactly one.
    Units: code points, half-open.  A line end is a boundary unless the line was wrapped.
    """
    blocks = list(_blocks(text))
    sure = [[_surely_wrapped(text, a, b) for a, b in pairwise(block)] for block in blocks]
    breaks = sum(len(flags) for flags in sure)
    throughout = sum(map(sum, sure)) > WRAPPED_SHARE * breaks
    for block, flags in zip(blocks, sure, strict=True):
        yield from _joined(text, block, flags, wrapped=throughout or any(flags))


def head_end(text: str, start: int, end: int) -> int:
    """Where the dateline or the stamp at the head of a paragraph ends, blanks and all; `start` where there is none."""
    at = start + len(text[start : start + 80]) - len(text[start : start + 80].lstrip())
    found = _HEAD.match(text, at, end)
    return start if found is None else found.end()


def inner_dateline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first dateline of a wire within a paragraph, as (start, end), blanks and all."""
    found = _INNER.search(text, start, end)
    return None if found is None else found.span()


def _blocks(text: str) -> Iterator[list[Line]]:
    """Runs of lines without an empty one between, each line as (start, end) without blanks at its end."""
    block: list[Line] = []
    for found in _LINE.finditer(text):
        if content := found.group().rstrip():
            block.append((found.start(), found.start() + len(content)))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _joined(text: str, block: list[Line], sure: list[bool], *, wrapped: bool) -> Iterator[tuple[int, int]]:
    """The paragraphs of a block."""
    width = max(end - start for start, end in block)
    first = block[0][0]
    for (line, after), known in zip(pairwise(block), sure, strict=True):
        if not (known or (wrapped and width >= NARROWEST and _full(text, line, after, width))):
            yield first, line[1]
            first = after[0]
    yield first, block[-1][1]


def _surely_wrapped(text: str, line: Line, after: Line) -> bool:
    """Whether a line breaks off in mid-sentence, by its last word and the next line's first."""
    told = text[max(line[0], line[1] - 40) : line[1]]
    if ends_in_title(told):
        return True
    following = text[after[0] : after[0] + 40]
    if _ITEM.match(following) or _ENDS.search(told):
        return False
    if told.rpartition(" ")[2] in listed("unfinished") or re.search(r"\w-$", told):
        return True
    return following.lstrip()[:1].islower() and not opens_name(following.lstrip(), 0)


def _full(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether the next line's first word had no room on the line."""
    following = text[after[0] : min(after[1], after[0] + width)]
    if _ITEM.match(following):
        return False
    return line[1] - line[0] + 1 + len(following.split(maxsplit=1)[0]) > width
