"""How many people of which sort a sentence counts: so many dead, wounded, displaced, sent.

A number counts what the nearest word for a sort says, among the words around it: "14 bodies", "23 civilians hurt",
"put the number of dead at around 30"; a bare one right behind such a word ("killed 19"), or one by another's count
("and 3,000 by Norland's"), counts the people told before.
A part of a number ("six of them") counts nothing of its own, nor do years, days of a month, distances and the like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fogline.control.cues import cues
from fogline.control.rules import rules

_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+(?:['’.][^\W\d_]+)*|[^\w\s]")
_ENDS = frozenset({".", ":", ";", "!", "?", "-", "–", "—", '"', "“", "”"})
_YEARS = range(1900, 2100)
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})*|\d+")


@dataclass(frozen=True, slots=True)
class Count:
    """So many of a sort of people.  `at`: where its number stands in the sentence; `people`: who, None for anybody."""

    at: int
    low: int
    high: int
    sort: str
    people: str | None
    total: bool


@lru_cache(maxsize=50_000)
def counts_in(sentence: str) -> tuple[Count, ...]:
    """The counts of a sentence, in its order."""
    found = [(m.start(), m.group()) for m in _TOKEN.finditer(sentence)]
    words = [word.casefold().rstrip(".") or "." for _, word in found]
    total = cues().total.search(" ".join(words)) is not None
    counted: list[Count] = []
    at = 0
    while at < len(words):
        number, end = _number(words, at)
        if number is not None and not _measures(words, at, end, number) and not _named_so(found, at):
            sort, people = _sort(words, at, end)
            if sort is None and counted and (_stands_alone(words, at, end) or _is_by_another(words, at, end)):
                sort, people = counted[-1].sort, counted[-1].people
            if sort is not None:
                low, high = number
                counted.append(Count(found[at][0], low, high, sort, people, total))
        at = end
    return tuple(counted)


def _stands_alone(words: Sequence[str], at: int, end: int) -> bool:
    """Whether a number right behind a word for a sort ends its clause."""
    ends = end == len(words) or words[end] in _ENDS
    return ends and at > 0 and _named(words[at - 1], cues().sorts) is not None


def _is_by_another(words: Sequence[str], at: int, end: int) -> bool:
    """Whether a bare number is what somebody else counts: "300 dead by its own count and 3,000 by Norland's"."""
    before, behind = words[at - 1] if at else "", words[end : end + 2]
    return before in {"and", "but", "or"} and behind[:1] == ["by"] and not set(behind[1:]) & set(rules().no_agent)


def _named_so(found: Sequence[tuple[int, str]], at: int) -> bool:
    """Whether the number belongs to a name, "Kilo 13", or to people told of before, "the two camps"."""
    if at == 0:
        return False
    before = found[at - 1][1]
    return before.casefold() in cues().definite or (at > 1 and before[0].isupper() and found[at - 2][1] not in _ENDS)


def tells_a_toll(sentence: str) -> bool:
    """Whether it says that somebody puts a number at so many."""
    return any(told in sentence.casefold() for told in cues().tolls)


def _number(words: Sequence[str], at: int) -> tuple[tuple[int, int] | None, int]:
    """The number that begins there, from its lowest to its highest, and the place behind it."""
    word = words[at]
    if word in cues().vague:
        return cues().vague[word], at + 1
    if word[0].isdigit():
        if not _THOUSANDS.fullmatch(word):
            return None, at + 1
        value, end = int(word.replace(",", "")), at + 1
    elif word in cues().numerals:
        value, end = cues().numerals[word], at + 1
    else:
        return None, at + 1
    while end < len(words):
        if words[end] == "-" and end + 1 < len(words) and cues().numerals.get(words[end + 1], 100) < 10:
            value, end = value + cues().numerals[words[end + 1]], end + 2
        elif (scale := cues().numerals.get(words[end], 0)) > 99 or words[end] == "dozen":
            value, end = value * (scale or 12), end + 1
        else:
            break
    if end + 1 < len(words) and words[end] in {"to", "-", "–"} and (further := _number(words, end + 1))[0] is not None:
        return (value, max(value, further[0][1])), further[1]
    return (value, value), end


def _measures(words: Sequence[str], at: int, end: int, number: tuple[int, int]) -> bool:
    """Whether the number counts no people, or a part of some."""
    behind = words[end] if end < len(words) else ""
    before = words[at - 1] if at else ""
    if (
        behind in cues().measures
        or behind in cues().months
        or before in cues().months
        or behind == "-"
        or before == "not"
    ):
        return True
    if number[0] in _YEARS and "," not in words[at] and words[at][0].isdigit() and behind not in _all_people(behind):
        return True
    after = " ".join(words[end : end + 2])
    return any(after.startswith(part) for part in cues().part_of) or before == "including"


def _all_people(word: str) -> tuple[str, ...]:
    return (word,) if any(cue.fullmatch(word) for cue in cues().people.values()) else ()


def _sort(words: Sequence[str], at: int, end: int) -> tuple[str | None, str | None]:
    """What is counted, by the noun of the number or else the nearest word for a sort; and who is."""
    people = sort = None
    for word in words[end : end + cues().within_words]:
        if word in {",", ";", "."} or word in cues().numerals:
            break
        sort = sort or (None if people else _named(word, cues().sorts))
        people = people or _named(word, cues().people)
    if people is None and sort is None:
        if not _is_toll(words, at, end):
            return None, None
        people = _many(words[end : end + cues().sort_words])
    return sort or _nearest(words, at, end), None if people == "anybody" else people


def _is_toll(words: Sequence[str], at: int, end: int) -> bool:
    around = " ".join(words[max(0, at - 8) : end + 8])
    return any(told in around for told in cues().tolls) or _many(words[end : end + 8]) is not None


def _many(words: Sequence[str]) -> str | None:
    """Who is counted where the number stands before: "352,000: that is how many people"."""
    if "many" not in words[:-1]:
        return None
    return _named(words[words.index("many") + 1], cues().people)


def _nearest(words: Sequence[str], at: int, end: int) -> str | None:
    """The sort of the word nearest to the number; in front of it before behind it, at the same distance."""
    for away in range(1, cues().sort_words + 1):
        for place in (at - away, end - 1 + away):
            if 0 <= place < len(words) and (sort := _named(words[place], cues().sorts)) is not None:
                return sort
    return None


def _named(word: str, table: Mapping[str, re.Pattern[str]]) -> str | None:
    return next((name for name, cue in table.items() if cue.fullmatch(word)), None)
