"""Which tellings are worth laying side by side: those that share word sequences, or facts.  Never all pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fogline.lineage.fingerprints import FEWEST_KEYS, Numbers, fact_keys, sequence_keys
from fogline.lineage.postings import Pair, Postings, Shared
from fogline.lineage.tellings import Telling

FEWEST_SEQUENCES = 2  # of the kept ones, that two tellings must share
SHARE = 0.03  # of those of the shorter of the two


@dataclass(frozen=True, slots=True)
class Copies:
    """Pairs of tellings that share word sequences, lower index first, sorted.

    `pairs` are few enough to judge every one; `links` tie a crowd together, and need not all be judged.
    """

    pairs: list[Pair]
    links: list[Pair]


def near_copies(texts: Sequence[str]) -> Copies:
    """The pairs of texts that share word sequences."""
    postings = Postings(sequence_keys(texts), len(texts))
    shared = postings.shared(FEWEST_SEQUENCES)
    return Copies(*(_enough(found, postings.sizes).nearest().pairs() for found in shared))


def _enough(found: Shared, sizes: Numbers) -> Shared:
    """The pairs that share enough, by how many sequences the shorter of the two keeps."""
    return found.where(found.count >= SHARE * np.minimum(sizes[found.low], sizes[found.high]))


def paraphrases(tellings: Sequence[Telling], among: Sequence[int]) -> list[Pair]:
    """Pairs of the tellings `among` that join the same names and numbers, lower index first, sorted."""
    keys = {index: fact_keys(tellings[index]) for index in sorted(among)}
    owners = np.repeat(np.array(list(keys), dtype=np.int64), [len(own) for own in keys.values()])
    joined = np.array([key for own in keys.values() for key in own], dtype=np.uint64)
    found, _ = Postings([(joined, owners)], len(tellings)).shared(FEWEST_KEYS)
    return found.nearest().pairs()
