"""What is said of a place beside what happens there: its rank by size, its people, how far it is from another.

Read off the words beside its name in the sentences of claims about it: "Karsin, the country's second-largest city",
"the third-biggest town, Karsin", "Karsin, a town of some 20,000 people", "Karsin, 40 km south of Belm".  Two values
contradict each other where reports of different origins give them, and they differ by more than a rounding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from fogline.control.contradictions import Bar
from fogline.control.cues import cues
from fogline.records import Claim, Status

_KM_PER_MILE = 1.609
_ROUNDING = 0.2  # of the larger: distances and numbers of people this near are roundings of one another
_ABOUT = r"(?:some |about |around |roughly |nearly |over |more than |an estimated )?"
_NAME = "\u241f"  # stands for the name of the place
_SOME = r"(?:an? |the |which has )?(?:[\w’'-]+ )"
_TELLS = re.compile(r"largest|biggest|populous|people|inhabitants|residents|km|kilomet|mile|(?:city|town) (?:of|in)")
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+)"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A value that a claim's sentence gives of its place.  `of`: which attribute, in words; `value`: a number."""

    claim: Claim
    of: str
    value: float
    words: str


def attributes(claims: Iterable[Claim], bar: Bar, countries: frozenset[str]) -> Iterator[list[Attribute]]:
    """The values of each attribute of one place, where two origins contradict each other about it.

    `countries` are the names of those that the record knows.
    """
    found: dict[str, dict[tuple[str, str], Attribute]] = {}
    telling = [claim for claim in claims if claim.place and _TELLS.search(claim.anchor.quote)]
    for claim in telling:
        if claim.status is Status.ASSERTED and claim.place is not None:
            for given in _given(claim, countries):
                key = (f"{claim.anchor.report_id} {claim.anchor.start}", given.words)
                found.setdefault(given.of, {}).setdefault(key, given)
    for _, same in sorted(found.items()):
        values = list(same.values())
        told = {(bar.sources.origin(one.claim), one.value): one for one in values}  # in one report often the same
        several = len({origin for origin, _ in told}) > 1
        disputed = [one for one in values if several and any(_contradict(one, other, bar) for other in told.values())]
        if disputed:
            yield disputed


def _contradict(one: Attribute, other: Attribute, bar: Bar) -> bool:
    if bar.sources.origin(one.claim) == bar.sources.origin(other.claim):
        return False
    if one.of.startswith("rank"):
        return one.value != other.value
    return abs(one.value - other.value) > _ROUNDING * max(one.value, other.value)


def _given(claim: Claim, countries: frozenset[str]) -> Iterator[Attribute]:
    """What its sentence gives of its place, whose name is put aside so that one pattern serves all names."""
    name = claim.place.text if claim.place else ""
    if not name:
        return
    quote = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _NAME, " ".join(claim.anchor.quote.split()))
    area = " as a province" if "province" in name.casefold() else ""
    for found in _ranks().finditer(quote):
        rank = found["one"] or found["two"] or found["three"] or ""
        yield Attribute(claim, f"rank by size{_scope(found, countries)}{area}", _rank(rank), _words(found, name))
    for found in _people().finditer(quote):
        yield Attribute(claim, "number of people", _number(found), _words(found, name))
    for found in _distance().finditer(quote):
        km = _number(found) * (_KM_PER_MILE if found["unit"].startswith("mi") else 1)
        yield Attribute(claim, f"distance from {found['other'].replace(_NAME, name)}", km, _words(found, name))


def _words(found: re.Match[str], name: str) -> str:
    return found.group().replace(_NAME, name).strip(" ,")


def _number(found: re.Match[str]) -> float:
    return float(found["number"].replace(",", ""))


def _rank(ordinal: str) -> int:
    return cues().ordinals.index(ordinal.casefold()) + 1 if ordinal else 1


def _scope(found: re.Match[str], countries: frozenset[str]) -> str:
    """Among what: a country, whichever way it is called, or the place that is named."""
    said = next((found[part] for part in ("in_one", "in_two", "in_three") if found[part]), "")
    bare = re.sub(r"[’']s?$", "", said.strip())
    if not bare or bare.casefold() in {"country", "nation"} or bare in countries:
        return ""
    return f" in {bare}"


@cache
def _ranks() -> re.Pattern[str]:
    ordinal = "|".join(cues().ordinals)
    large = "|".join(cues().largest)
    whose = r"(?:the )?(?P<in_{n}>[A-Z]?[\w-]+[’']s )?"
    one = whose.format(n="one")
    return re.compile(
        rf"{_NAME}(?:, | is | was |, which is )(?:also )?{one}(?:(?P<one>{ordinal})[- ])?(?:{large})\b"
        rf"|{whose.format(n='two')}\b(?:(?P<two>{ordinal})[- ])?(?:{large}) (?:city|town),? (?:of )?{_NAME}"
        rf"|{_NAME}, the (?P<three>{ordinal})(?:[- ](?:{large}))? (?:city|town) (?:of|in) (?P<in_three>[A-Z][\w-]+)"
    )


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"{_NAME}, {_SOME}{{0,5}}?(?:of |with )?{_ABOUT}{_NUMBER} (?:people|inhabitants|residents)\b")


@cache
def _distance() -> re.Pattern[str]:
    where = r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?"
    unit = r" ?(?P<unit>km|kilomet\w+|miles?) (?:\([^)]*\) )?"
    other = r"(?P<other>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    return re.compile(rf"{_NAME}, {_SOME}{{0,4}}?{_ABOUT}{_NUMBER}{unit}(?:to the )?(?:{where} )?(?:of|from) {other}")
