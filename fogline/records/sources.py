"""Who speaks, for which side, and how many independent words there are.  Source: the design's rule of independence.

Two claims corroborate each other only if they come from different origins and from different cited sources.  So the
number of independent words is the number of pairs of an origin and a cited source that can be formed without using
either twice: four papers with one agency story are one, two agencies that quote one war monitor are one, and the
spokesmen of one side are one source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fogline.records import Claim, Corpus, Name
from fogline.records.name import key_of

__all__ = ["IN_ITS_OWN_VOICE", "Sources", "key_of"]

IN_ITS_OWN_VOICE = "own voice of "


@dataclass(frozen=True, slots=True)
class Sources:
    """Origins, days and sides of a corpus, ready to be asked.

    An origin goes by the first of its reports that make claims: a later or silent one that joins it does not make it
    another one for the others.
    """

    origins: Mapping[str, str]
    days: Mapping[str, date]
    sides: Mapping[str, str]
    doubted: frozenset[str] = frozenset()  # cited sources that a person distrusts: they are not counted

    @classmethod
    def of(cls, corpus: Corpus) -> Sources:
        """Read them off a corpus.  A report without a known day has none; an actor without a side is its own."""
        silent = {reading.report_id for reading in corpus.readings if not reading.claims}
        first = ((min(origin.report_ids, key=lambda r: (r in silent, r)), origin) for origin in corpus.origins)
        origins = {report: name for name, origin in first for report in origin.report_ids}
        days = {r.report_id: known.day for r in corpus.readings if (known := r.day or r.published)}
        return cls(origins, days, {key: _root(corpus, key) for key in corpus.actors}, corpus.judged.doubted)

    def origin(self, claim: Claim) -> str:
        """The origin of the claim's report; the report itself where lineage knows none."""
        return self.origins.get(claim.anchor.report_id, claim.anchor.report_id)

    def report_day(self, claim: Claim) -> date | None:
        """The day of the claim's report."""
        return self.days.get(claim.anchor.report_id)

    def side(self, name: Name) -> str:
        """The side at the end of the chain of sides; the actor itself where none is known."""
        key = key_of(name)
        return self.sides.get(key, key)

    def sides_of(self, names: Iterable[Name]) -> frozenset[str]:
        """The sides of several names."""
        return frozenset(self.side(name) for name in names)

    def compatible(self, left: Iterable[Name], right: Iterable[Name]) -> bool:
        """Whether one of the left may be one of the right: same actor, same side, or one side is not said."""
        mine, theirs = self.sides_of(left), self.sides_of(right)
        return not mine or not theirs or bool(mine & theirs)

    def cited(self, claim: Claim) -> tuple[str, ...]:
        """The cited sources, spokesmen counted as their side; the report's origin where it speaks for itself."""
        speakers = claim.attribution.speakers
        if not speakers:
            return (IN_ITS_OWN_VOICE + self.origin(claim),)
        return tuple(sorted({self.side(speaker) for speaker in speakers if key_of(speaker) not in self.doubted}))

    def is_own_word(self, claim: Claim) -> bool:
        """Whether nobody but the acting party itself vouches for the claim."""
        speakers = frozenset(self.cited(claim)) if claim.attribution.speakers else frozenset()
        return bool(speakers) and speakers <= self.sides_of(claim.actors)

    def independent(self, claims: Iterable[Claim]) -> int:
        """How many independent words these claims are."""
        return len(self.words(claims))

    def words(self, claims: Iterable[Claim], *, without: frozenset[str] = frozenset()) -> tuple[tuple[str, str], ...]:
        """The independent words of these claims, each an origin and a cited source: a largest matching of the two.

        The sources in `without` count for nothing.
        """
        edges: dict[str, set[str]] = {}
        told = {
            (claim.anchor.report_id, claim.attribution.speakers): claim for claim in claims
        }  # the rest says as much
        if len(told) == 1:  # most often: the first of its sources
            (only,) = told.values()
            cited = set(self.cited(only)) - without
            return ((self.origin(only), min(cited)),) if cited else ()
        for claim in told.values():
            edges.setdefault(self.origin(claim), set()).update(set(self.cited(claim)) - without)
        matched: dict[str, str] = {}
        for origin in sorted(edges):
            _match(origin, edges, matched, set())
        return tuple(sorted((origin, source) for source, origin in matched.items()))


def _match(origin: str, edges: Mapping[str, set[str]], matched: dict[str, str], tried: set[str]) -> bool:
    """Give `origin` a source of its own, moving others where that frees one (Kuhn's algorithm)."""
    for source in sorted(edges[origin] - tried):
        tried.add(source)
        if source not in matched or _match(matched[source], edges, matched, tried):
            matched[source] = origin
            return True
    return False


def _root(corpus: Corpus, key: str) -> str:
    """The end of the chain of sides; where the chain turns in a circle, the first of the circle by name."""
    path = [key]
    while (actor := corpus.actors.get(path[-1])) and actor.side:
        if actor.side in path:
            return min(path[path.index(actor.side) :])
        path.append(actor.side)
    return path[-1]
