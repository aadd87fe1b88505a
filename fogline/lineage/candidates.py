"""Which tellings share word sequences and are worth laying side by side, all at once.  Never all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from fogline.lineage.fingerprints import Hashes, Numbers, sequence_keys
from fogline.lineage.postings import Pair, Postings, Shared

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
    return copies_by(sequence_keys(texts), len(texts))


def copies_by(parts: Iterable[tuple[Hashes, Numbers]], count: int) -> Copies:
    """The same of so many tellings by the keys of their sequences, and for each the number of its telling."""
    postings = Postings(parts, count)
    few, many = (_enough(found, postings.sizes) for found in postings.shared(FEWEST_SEQUENCES))
    return Copies(few.nearest().pairs(), many.pairs())


def _enough(found: Shared, sizes: Numbers) -> Shared:
    """The pairs that share enough, by how many sequences the shorter of the two keeps."""
    return found.where(found.count >= SHARE * np.minimum(sizes[found.low], sizes[found.high]))
