"""A search for kin that can be added to: the candidates of one report among all that were added before.

What it finds is a function of the set of tellings that were added: the order changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from fogline.lineage.candidates import FEWEST_SEQUENCES, SHARE
from fogline.lineage.fingerprints import CROWD, FEWEST_KEYS, fact_keys, sequence_keys
from fogline.lineage.postings import NEAREST, Postings
from fogline.lineage.tellings import Telling

TOO_MANY = CROWD * CROWD  # a fact that more tellings hold is passed over, however many copies are among them


class KinSearch:
    """The tellings added so far, by their word sequences and by their facts; their texts are not kept.

    A telling is to be read alone (`read_tellings` of its reports), so that its keys do not depend on the others.
    """

    def __init__(self) -> None:
        self._names: list[str] = []  # the first report's id of each telling
        self._stories: list[int] = []  # of each telling its lowest key: copies mostly have the same
        self._sizes: list[int] = []
        self._sequences = Postings()
        self._facts = Postings()

    def __len__(self) -> int:
        """How many tellings were added."""
        return len(self._names)

    def add(self, telling: Telling) -> None:
        """Add a telling; each is added once."""
        owner, keys = len(self._names), _sequences(telling)
        self._names.append(telling.report_ids[0])
        self._stories.append(min(keys, default=0))
        self._sizes.append(len(keys))
        self._sequences.add(owner, keys)
        self._facts.add(owner, fact_keys(telling))

    def near(self, telling: Telling) -> list[str]:
        """The ids of the tellings that are worth laying beside this one, sorted; itself is left out."""
        own = telling.report_ids[0]
        found = {*self._copies(_sequences(telling), own), *self._paraphrases(fact_keys(telling), own)}
        return sorted(self._names[owner] for owner in found)

    def _copies(self, keys: Sequence[int], own: str) -> list[int]:
        """Who shares word sequences; of a crowd, the first by id."""
        holders = (self._first(owners, own) for owners in self._sequences.holders(keys))
        count = Counter(owner for owners in holders for owner in owners)
        return self._nearest({o: n for o, n in count.items() if n >= self._fewest(o, len(keys))})

    def _fewest(self, owner: int, kept: int) -> float:
        """How many of the word sequences that a telling keeps it must share with an owner."""
        return max(FEWEST_SEQUENCES, SHARE * min(kept, self._sizes[owner]))

    def _paraphrases(self, keys: Iterable[int], own: str) -> list[int]:
        """Who shares facts; of copies, the first by id."""
        count: Counter[int] = Counter()
        firsts: dict[int, int] = {}
        for owners in self._facts.holders(keys):
            if len(owners) <= TOO_MANY:
                stories = {self._stories[o]: o for o in reversed(self._first(owners, own, TOO_MANY))}
                if len(stories) <= CROWD:
                    count.update(stories.keys())
                    firsts |= {s: self._earlier(o, firsts.get(s, o)) for s, o in stories.items()}
        return self._nearest({firsts[s]: shared for s, shared in count.items() if shared >= FEWEST_KEYS})

    def _earlier(self, one: int, other: int) -> int:
        return min(one, other, key=self._names.__getitem__)

    def _first(self, owners: Sequence[int], own: str, most: int = CROWD) -> list[int]:
        """The first of the owners by id, without the one of this name."""
        others = (owner for owner in owners if self._names[owner] != own)
        return sorted(others, key=self._names.__getitem__)[:most]

    def _nearest(self, shared: dict[int, int]) -> list[int]:
        return sorted(shared, key=lambda owner: (-shared[owner], self._names[owner]))[:NEAREST]


def _sequences(telling: Telling) -> list[int]:
    """The kept word sequences of a telling, each once."""
    return sorted({key for keys, _ in sequence_keys([telling.text]) for key in keys.tolist()})
