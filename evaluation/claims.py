"""Scores claims against gold claims.  What a claim is: docs/terms.md."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from evaluation.names import Names, same_sentence
from evaluation.tally import Tally, share

Row = Mapping[str, Any]

FIELDS = ("place", "actor", "target", "status", "source", "when")
DEPTHS: Mapping[str, frozenset[str]] = {
    "found": frozenset(),
    "core": frozenset({"place", "actor"}),
    "full": frozenset(FIELDS),
}
CORE_TYPES = frozenset(
    {"capture", "withdraw", "hold", "advance", "besiege", "clash", "attack", "deploy", "close", "reopen"}
)
SLACK_DAYS = 2  # by which the lengths of two periods that share a day may differ


@dataclass(frozen=True, slots=True)
class ClaimScore:
    """A tally for each depth, and the share of found claims in which a field is right."""

    depths: Mapping[str, Tally]
    fields: Mapping[str, float]


def score_claims(
    gold: Sequence[Row], given: Sequence[Row], names: Names, *, types: Collection[str] | None = None
) -> ClaimScore:
    """Hold claims against gold claims, at three depths.

    found: the sentence and the type.  core: and place and actor.  full: and target, status, source and when.
    Only reports that the gold speaks of count.  Gold claims marked "optional" are not asked for, and whoever
    gives them is not blamed.
    """
    reports = {row["report"] for row in gold}
    given = [row for row in given if row["report"] in reports]
    if types is not None:
        gold = [row for row in gold if row["type"] in types or not _types(row).isdisjoint(types)]
        given = [row for row in given if row["type"] in types]
    asked = sum(not row.get("optional") for row in gold)
    paired_at = {depth: pairs(gold, given, names, needs=needs) for depth, needs in DEPTHS.items()}
    tallies = {}
    for depth, paired in paired_at.items():
        spare = sum(bool(gold[i].get("optional")) for i, _ in paired)
        tallies[depth] = Tally(len(paired) - spare, asked, len(given) - spare)
    right = Counter(field for i, j in paired_at["found"] for field in agreeing(gold[i], given[j], names))
    return ClaimScore(tallies, {field: share(right[field], len(paired_at["found"])) for field in FIELDS})


def _types(gold: Row) -> set[str]:
    return set(gold.get("accept", {}).get("type", [gold["type"]]))


def pairs(gold: Sequence[Row], given: Sequence[Row], names: Names, *, needs: frozenset[str]) -> list[tuple[int, int]]:
    """Pairs of indices, one to one; those that agree in more fields are made first."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for j, row in enumerate(given):
        by_report[row["report"]].append(j)
    options = []
    for i, asked in enumerate(gold):
        for j in by_report[asked["report"]]:
            row = given[j]
            if row["type"] in _types(asked) and same_sentence(asked["sentence"], row["sentence"]):
                same = agreeing(asked, row, names)
                if needs <= same:
                    options.append((-len(same), bool(asked.get("optional")), i, j))
    return _chosen(sorted(options))


def _chosen(options: Sequence[tuple[int, bool, int, int]]) -> list[tuple[int, int]]:
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, _, i, j in options:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def agreeing(gold: Row, given: Row, names: Names) -> frozenset[str]:
    """The fields in which a claim agrees with a gold one."""
    return frozenset(field for field in FIELDS if _agrees(gold, given, names, field=field))


def _agrees(gold: Row, given: Row, names: Names, *, field: str) -> bool:
    """Whether a field has one of the values that the gold accepts."""
    accepted = gold.get("accept", {}).get(field, [gold.get(field)])
    if field == "status":
        return given.get("status", "asserted") in accepted
    if field == "when":
        return any(_same_period(when, given.get("when")) for when in accepted)
    mine = names.keys(given.get(field))
    return any(bool(theirs & mine) or not (theirs or mine) for theirs in map(names.keys, accepted))


def _same_period(gold: Sequence[str] | None, given: Sequence[str] | None) -> bool:
    if gold is None or given is None or not gold or not given:
        return gold is None and given is None
    return gold[0] <= given[1] and given[0] <= gold[1] and abs(_days(gold) - _days(given)) <= SLACK_DAYS


def _days(period: Sequence[str]) -> int:
    return (date.fromisoformat(period[1]) - date.fromisoformat(period[0])).days
