"""Scores what is derived from claims and texts: strays, kin, holdings, alterations, disputes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from evaluation.names import Names, same_sentence, words
from evaluation.tally import Tally, share

Row = Mapping[str, Any]
Spans = Mapping[str, Sequence[Sequence[int]]]

AGENCY_SHORT = {"associated press": "ap", "the associated press": "ap", "agence france presse": "afp"}


@dataclass(frozen=True, slots=True)
class KinScore:
    """Pairs of reports of one origin; who derives from whom; the share of these whose relation is right."""

    origin_pairs: Tally
    directed: Tally
    relation: float


@dataclass(frozen=True, slots=True)
class HoldingScore:
    """How many places and days were asked for and answered, with the right holder, and with the right status too."""

    asked: int
    answered: int
    holder: int
    status: int


def score_spans(gold: Spans, given: Spans) -> Tally:
    """Characters of page furniture and strays, in the gold's reports."""
    right = asked = told = 0
    for report, spans in gold.items():
        g, t = _characters(spans), _characters(given.get(report, ()))
        right, asked, told = right + len(g & t), asked + len(g), told + len(t)
    return Tally(right, asked, told)


def _characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def score_kin(gold: Row, given: Row) -> KinScore:
    """Which reports tell one original, and which derives from which report or agency."""
    g, t = _pairs(gold["origins"]), _pairs(given["origins"])
    gold_kin, given_kin = _directed(gold), _directed(given)
    both = gold_kin.keys() & given_kin.keys()
    return KinScore(
        origin_pairs=Tally(len(g & t), len(g), len(t)),
        directed=Tally(len(both), len(gold_kin), len(given_kin)),
        relation=share(sum(gold_kin[pair] == given_kin[pair] for pair in both), len(both)),
    )


def _pairs(origins: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for origin in origins for pair in combinations(sorted(set(origin)), 2)}


def _directed(kin: Row) -> dict[tuple[str, str], str]:
    return {(row["report"], _source(row["from"])): row["relation"] for row in kin.get("kin", ())}


def _source(name: str) -> str:
    plain = " ".join(words(name))
    return AGENCY_SHORT.get(plain, plain)


def score_holdings(gold: Iterable[Row], given: Iterable[Row], names: Names) -> HoldingScore:
    """Who holds which place on a day, and how firmly."""
    g, t = by_place(gold, names), by_place(given, names)
    right = [key for key in g.keys() & t.keys() if same_holder(g[key], t[key], names)]
    firm = [key for key in right if t[key].get("status") in g[key].get("accept", [g[key]["status"]])]
    return HoldingScore(asked=len(g), answered=len(g.keys() & t.keys()), holder=len(right), status=len(firm))


def by_place(rows: Iterable[Row], names: Names) -> dict[tuple[str, str], Row]:
    """The rows by place and day."""
    return {(min(names.keys(row["place"])), row["day"]): row for row in rows}


def same_holder(gold: Row, given: Row, names: Names) -> bool:
    """Whether one of the gold's holders is told; nobody is where nobody is asked for."""
    theirs, mine = names.keys(gold.get("holder")), names.keys(given.get("holder"))
    return bool(theirs & mine) or not (theirs or mine)


def score_alterations(gold: Sequence[Row], given: Sequence[Row]) -> Tally:
    """Changes of meaning between kin.

    Right: the same report and sentence, and a word of the old or of the new value.  What else is said of the
    gold's reports counts as given: some of it may be true without having been planted.
    """
    used: set[int] = set()
    for asked in gold:
        match = next((j for j, row in enumerate(given) if j not in used and _same_change(asked, row)), None)
        if match is not None:
            used.add(match)
    reports = {row["report"] for row in gold}
    told = sum(row["report"] in reports for row in given)
    return Tally(len(used), len(gold), told)


def _same_change(gold: Row, given: Row) -> bool:
    want = {*words(gold["altered_value"]), *words(gold["original_value"])}
    said = {*words(str(given.get("altered", ""))), *words(str(given.get("original", "")))}
    return (
        given["report"] == gold["report"]
        and same_sentence(gold["sentence"], given["sentence"])
        and not want.isdisjoint(said)
    )


def score_disputes(gold: Iterable[Row], given: Sequence[Row]) -> Tally:
    """Contradictions.  Right: a dispute that has the gold's two sentences as evidence of different sides.

    The gold's lists are not exhaustive, so only the recall tells much.
    """
    asked = [row for row in gold if row["a"].get("sentence") and row["b"].get("sentence")]
    right = sum(any(parts(dispute, row["a"], row["b"]) for dispute in given) for row in asked)
    return Tally(right, len(asked), len(given))


def parts(dispute: Row, one: Row, other: Row) -> bool:
    """Whether the two sentences are evidence of different sides of a dispute."""
    sides = dispute["sides"]
    return any(_holds(x, one) and _holds(y, other) for x in sides for y in sides if x is not y)


def _holds(side: Row, end: Row) -> bool:
    return any(e["report"] == end["report"] and same_sentence(e["sentence"], end["sentence"]) for e in side["evidence"])
