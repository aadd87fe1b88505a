"""Claims about ways, several to a sentence, for the tests of the network."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fogline.records import Anchor, Claim
from tests.control.cases import claim, days, name


def link(place: str, *targets: str, word: str = "road", report: str = "r1") -> list[Claim]:
    """That a place leads to others: a claim for each."""
    told = [(claim("link", place=place, word=word, report=report), name(target)) for target in targets]
    return [replace(c, targets=(target,)) for c, target in told]


def in_sentence(text: str, *claims: Claim, report: str = "r1") -> list[Claim]:
    """The claims as claims of one sentence; their acts stand where their words do, if they are in it."""
    start = 20_000 + sum(map(ord, text))
    anchor = Anchor(report, start, start + len(text), text)
    return [replace(c, anchor=anchor, act=_act(c, text, start, report)) for c in claims]


def _act(told: Claim, text: str, start: int, report: str) -> Anchor:
    word = told.act.quote
    at = max(text.find(word), 0)
    return Anchor(report, start + at, start + at + len(word), word)


def holds(actor: str, *places: str, first: int = 1, last: int = 20) -> list[Claim]:
    """That somebody has places, from one day of May to another."""
    return [claim("hold", actor, place=place, when=days(first, last)) for place in places]


def flat(*groups: Iterable[Claim]) -> list[Claim]:
    """Claims of several groups in one list."""
    return [c for group in groups for c in group]
