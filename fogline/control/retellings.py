"""Sentences of one original told again in other words by its copies, rewrites and digests.

Within an origin each report's sentences are laid beside those of its longest report, and two that are each other's best
match and share enough of their rarer words are one telling: its claims stand on one side of a dispute together, even
where a name was misread in one of them.  The time is linear in the reports of an origin.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from fogline.control.cues import folded
from fogline.control.denials import is_denied
from fogline.control.rules import rules
from fogline.control.spots import consonants
from fogline.records import Anchor, Claim, ClaimType
from fogline.records.keeping import Keeping
from fogline.records.sources import Sources

ALIKE = 0.3  # of the weight of the words of the shorter sentence that both tell
Bag = Mapping[str, float]
Pair = tuple[Anchor, Anchor]
Reports = Mapping[str, Mapping[Anchor, list[Claim]]]  # by report and sentence


@dataclass(frozen=True, slots=True)
class Again:
    """What is told again of a claim: by id, the claims of its sentence and of those that are one telling with it."""

    tellings: Mapping[str, Sequence[Claim]]
    _found: dict[tuple[str, ClaimType, bool], tuple[Claim, ...]] = field(default_factory=dict)

    def of(self, claim: Claim) -> tuple[Claim, ...]:
        """Those of all tellings that are of one matter with it, and as much asserted or denied; in its own report, too.

        Claims that have the same share one tuple, so that the cost is linear.
        """
        told = self.tellings.get(claim.claim_id)
        if told is None:
            return ()
        kind = told[0].claim_id, claim.type, is_denied(claim)
        if kind not in self._found:
            matters = rules().matters
            self._found[kind] = tuple(
                c for c in told if is_denied(c) == kind[2] and matters[claim.type] & matters[c.type]
            )
        return self._found[kind]


@dataclass(frozen=True, slots=True)
class Retellings:
    """For each claim, the first claim of those that are one telling with it, by claim id."""

    first: Mapping[str, str]
    again: Again

    @classmethod
    def of(cls, claims: Iterable[Claim], sources: Sources, keeping: Keeping | None = None) -> Retellings:
        """Lay the sentences of each origin side by side; an origin that is kept by `keeping` is taken as it was."""
        origins: dict[str, list[Claim]] = {}
        for claim in claims:
            origins.setdefault(sources.origin(claim), []).append(claim)
        first: dict[str, str] = {}
        tellings: dict[str, Sequence[Claim]] = {}
        for origin, told in sorted(origins.items()):
            if len({claim.anchor.report_id for claim in told}) > 1:
                known = {claim.claim_id: claim for claim in told}
                for ids, classes in map(json.loads, _kept(origin, told, keeping)):
                    group = [known[claim_id] for claim_id in ids]
                    tellings |= dict.fromkeys(ids, group)
                    first |= {claim_id: min(alike) for alike in classes for claim_id in alike}
        return cls(first, Again(tellings))


def _kept(origin: str, told: Sequence[Claim], keeping: Keeping | None) -> Iterable[str]:
    """The sentences of an origin that are one telling, each as a text: its claims, and those of them that are alike."""
    if keeping is None:
        return _written(told)
    return keeping.of(f"tellings {origin}", [keeping.told(told)], lambda _: _written(told))


def _written(told: Iterable[Claim]) -> Iterator[str]:
    reports: dict[str, dict[Anchor, list[Claim]]] = {}
    for claim in told:
        reports.setdefault(claim.anchor.report_id, {}).setdefault(claim.anchor, []).append(claim)
    for group in _tellings(reports):
        yield json.dumps([[claim.claim_id for claims in group for claim in claims], _alike(group)])


def _tellings(reports: Reports) -> Iterator[list[list[Claim]]]:
    """The sentences that are one telling, each as its claims."""
    hub = min(reports, key=lambda report: (-len(reports[report]), report))
    sentences = {report: sorted(told, key=lambda a: (a.start, a.end)) for report, told in reports.items()}
    words = {a: dict.fromkeys(folded(a.quote).split()) for told in sentences.values() for a in told}
    spread = Counter(word for own in words.values() for word in own)
    bags = {a: {word: log(len(words) / spread[word]) for word in own} for a, own in words.items()}
    groups = {anchor: [reports[hub][anchor]] for anchor in sentences[hub]}
    for report in sorted(sentences.keys() - {hub}):
        for one, other in _best(sentences[hub], sentences[report], bags):
            groups[one].append(reports[report][other])
    yield from (group for group in groups.values() if len(group) > 1)


def _best(hub: Sequence[Anchor], told: Sequence[Anchor], bags: Mapping[Anchor, Bag]) -> Iterator[Pair]:
    """The pairs that are each other's best match."""
    scores = _scores(hub, told, bags)
    ranked = sorted(scores, key=lambda pair: (-scores[pair], *((a.report_id, a.start, a.end) for a in pair)))
    mine: set[Anchor] = set()
    theirs: set[Anchor] = set()
    for a, b in ranked:
        if a not in mine and b not in theirs:
            yield a, b
        mine.add(a)
        theirs.add(b)


def _scores(hub: Sequence[Anchor], told: Sequence[Anchor], bags: Mapping[Anchor, Bag]) -> dict[Pair, float]:
    """How much of the shorter of two sentences both tell, where it is enough."""
    holders: dict[str, list[int]] = {}
    for at, b in enumerate(told):
        for word in bags[b]:
            holders.setdefault(word, []).append(at)
    theirs = [sum(bags[b].values()) for b in told]
    scores: dict[Pair, float] = {}
    for a in hub:
        mine, shared = sum(bags[a].values()), dict[int, float]()
        for word, weight in bags[a].items():
            for at in holders.get(word, ()):
                shared[at] = shared.get(at, 0.0) + weight
        for at, both in shared.items():
            least = min(mine, theirs[at])
            if least > 0 and both / least >= ALIKE:
                scores[a, told[at]] = both / least
    return scores


def _alike(group: Sequence[Sequence[Claim]]) -> list[list[str]]:
    """The claims of one type, sense and place, where there are several."""
    found: dict[tuple[object, ...], list[str]] = {}
    for told in group:
        for claim in told:
            where = consonants(claim.place.text) if claim.place else ""
            found.setdefault((*_kind(claim), where), []).append(claim.claim_id)
    return [ids for ids in found.values() if len(ids) > 1]


def _kind(claim: Claim) -> tuple[object, ...]:
    return rules().families.get(claim.type, claim.type), claim.status, is_denied(claim)
