"""Sentences of one original told again in other words by its copies, rewrites and digests.

Within an origin each report's sentences are laid beside those of its longest report, and two that are each other's best
match and share enough of their rarer words are one telling: its claims stand on one side of a dispute together, even
where a name was misread in one of them.  The time is linear in the reports of an origin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
class Retellings:
    """For each claim, the first claim of those that are one telling with it, by claim id.

    `again` has what is told again of the matter of a claim, in its own report and in others.
    """

    first: Mapping[str, str]
    again: Mapping[str, tuple[Claim, ...]]

    @classmethod
    def of(cls, claims: Iterable[Claim], sources: Sources, keeping: Keeping | None = None) -> Retellings:
        """Lay the sentences of each origin side by side; an origin that is kept by `keeping` is taken as it was."""
        origins: dict[str, dict[str, dict[Anchor, list[Claim]]]] = {}
        for claim in claims:
            reports = origins.setdefault(sources.origin(claim), {})
            reports.setdefault(claim.anchor.report_id, {}).setdefault(claim.anchor, []).append(claim)
        first: dict[str, str] = {}
        again: dict[str, tuple[Claim, ...]] = {}
        for origin, reports in sorted(origins.items()):
            if len(reports) > 1:
                for group in _tellings(reports) if keeping is None else _kept(origin, reports, keeping):
                    first |= _joined(group)
                    again |= _again(group)
        return cls(first, again)


def _kept(origin: str, reports: Reports, keeping: Keeping) -> Iterator[list[list[Claim]]]:
    """The sentences that are one telling, each as its claims, as they were found before where these are the same."""
    told = [claims for _, sentences in sorted(reports.items()) for claims in sentences.values()]
    own = [keeping.told(sorted(claims, key=lambda c: c.claim_id)) for claims in told]
    sentences = {claims[0].claim_id: claims for claims in told}
    groups = keeping.of(
        f"tellings {origin}", sorted(own), lambda _: (" ".join(c[0].claim_id for c in g) for g in _tellings(reports))
    )
    yield from ([sentences[claim_id] for claim_id in group.split(" ")] for group in groups)


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


def _joined(group: Sequence[Sequence[Claim]]) -> dict[str, str]:
    """The claims of one type, sense and place under the first's id."""
    found: dict[tuple[object, ...], list[str]] = {}
    for told in group:
        for claim in told:
            where = consonants(claim.place.text) if claim.place else ""
            found.setdefault((*_kind(claim), where), []).append(claim.claim_id)
    return {claim_id: min(ids) for ids in found.values() if len(ids) > 1 for claim_id in ids}


def _again(group: Sequence[Sequence[Claim]]) -> dict[str, tuple[Claim, ...]]:
    """For each claim those of all tellings that are of one matter with it, and as much asserted or denied.

    Those of its own report are among them.  Claims that have the same share one tuple, so that the cost is linear.
    """
    claims = [claim for told in group for claim in told]
    kinds = {claim.claim_id: (claim.type, is_denied(claim)) for claim in claims}
    found: dict[tuple[ClaimType, bool], tuple[Claim, ...]] = {}
    for type_, denied in set(kinds.values()):
        ours = rules().matters[type_]
        found[type_, denied] = tuple(
            c for c in claims if kinds[c.claim_id][1] == denied and ours & rules().matters[c.type]
        )
    return {claim_id: found[kind] for claim_id, kind in kinds.items()}


def _kind(claim: Claim) -> tuple[object, ...]:
    return rules().families.get(claim.type, claim.type), claim.status, is_denied(claim)
