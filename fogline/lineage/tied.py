"""Which tellings hang together, by what was found of their pairs before and of those that are new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fogline.lineage.families import Kindred, Tied
from fogline.lineage.gathering import Pair
from fogline.lineage.groups import Groups
from fogline.lineage.held import Pairs, names_of
from fogline.records.kin_store import KinTies


class Ties:
    """How the pairs of a corpus hang together: as it was noted of them, or judged where it was not.

    What was noted holds as long as both tellings have the face that they had.  A pair that was judged before and of
    which nothing is noted does not hang together; of links, of which not all are judged, that is noted, too.
    """

    def __init__(self, kindred: Kindred, pairs: Pairs, noted: Mapping[str, KinTies]) -> None:
        self._kindred = kindred
        self._pairs = pairs
        self._names = names_of(kindred.tellings)
        self._faces = [kindred.face(telling) for telling in range(kindred.count)]
        self._same = [
            (kept := noted.get(name)) is not None and kept.face == face
            for name, face in zip(self._names, self._faces, strict=True)
        ]
        self._noted = dict(self._iter_noted(noted))
        fresh = (mark for mark, same in zip(kindred.tellings.marks, self._same, strict=True) if not same)
        kindred.reckoned.load(fresh)
        self.found = self._find()

    def _iter_noted(self, noted: Mapping[str, KinTies]) -> Iterator[tuple[Pair, Tied]]:
        numbers = {name: at for at, name in enumerate(self._names)}
        for one, name in enumerate(self._names):
            if self._same[one]:
                for other, tied in noted[name].ties.items():
                    if (at := numbers.get(other)) is not None and self._same[at]:
                        yield (min(one, at), max(one, at)), Tied(tied)

    def _find(self) -> dict[Pair, Tied]:
        """What is to be noted now: of pairs that hang together, and of the links that were judged."""
        found: dict[Pair, Tied] = {}
        groups = Groups(range(self._kindred.count))
        for pair in self._pairs.copies:
            if tied := self._of(pair):
                found[pair] = tied
            if tied is Tied.COPY:
                groups.tie(*pair)
        for pair in self._pairs.links:
            if groups.find(pair[0]) != groups.find(pair[1]):
                found[pair] = self._noted[pair] if pair in self._noted else self._kindred.tie(pair)
                if found[pair] is Tied.COPY:
                    groups.tie(*pair)
        for pair in self._pairs.facts:
            if tied := self._of(pair):
                found[pair] = tied
        return found

    def _of(self, pair: Pair) -> Tied:
        if pair in self._noted:
            return self._noted[pair]
        if self._same[pair[0]] and self._same[pair[1]] and self._pairs.stood(pair):
            return Tied.NOT
        return self._kindred.tie(pair)

    def pairs(self) -> Iterator[Pair]:
        """The pairs that hang together."""
        return (pair for pair, tied in self.found.items() if tied)

    def to_note(self) -> dict[str, KinTies]:
        """What is to be noted of each telling; a pair is noted of the one whose name comes first."""
        ties: dict[str, dict[str, int]] = {name: {} for name in self._names}
        for pair, tied in self.found.items():
            one, other = sorted(self._names[at] for at in pair)
            ties[one][other] = int(tied)
        faces = zip(self._names, self._faces, strict=True)
        return {name: KinTies(face, dict(sorted(ties[name].items()))) for name, face in faces}


def changes(noted: Mapping[str, KinTies], now: Mapping[str, KinTies]) -> tuple[Sequence[str], dict[str, KinTies]]:
    """Whose ties are no longer to be noted, and what is to be noted anew."""
    return sorted(noted.keys() - now.keys()), {name: ties for name, ties in now.items() if noted.get(name) != ties}
