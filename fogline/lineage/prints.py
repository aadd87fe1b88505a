"""What a telling is found by, and kept by: the keys of its word sequences and of its facts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fogline.lineage.fingerprints import fact_keys, sequence_keys
from fogline.lineage.postings import KEY_SHIFT
from fogline.lineage.tellings import Telling
from fogline.records.kin_store import KinRow

_STORED = np.dtype("<u4")


@dataclass(frozen=True)
class Fingerprint:
    """What a telling is found by: the keys of its word sequences and of its facts, numbers of 32 bits, sorted."""

    name: str
    sequences: tuple[int, ...]
    facts: tuple[int, ...]

    @classmethod
    def of(cls, telling: Telling, name: str | None = None) -> Fingerprint:
        """Read it off a telling; the first of its reports names it, unless it is given a name."""
        sequences = (key >> KEY_SHIFT for keys, _ in sequence_keys([telling.text]) for key in keys.tolist())
        facts = {key >> KEY_SHIFT for key in fact_keys(telling)}
        return cls(name or telling.report_ids[0], tuple(sorted(set(sequences))), tuple(sorted(facts)))

    def row(self) -> KinRow:
        """What of it is looked up by its number."""
        return KinRow(self.name, len(self.sequences), self.sequences[0] if self.sequences else 0)

    def to_bytes(self) -> tuple[bytes, bytes]:
        """The keys of its sequences and of its facts, to be stored: four bytes each, the lowest first."""
        return np.array(self.sequences, _STORED).tobytes(), np.array(self.facts, _STORED).tobytes()

    @classmethod
    def from_bytes(cls, name: str, sequences: bytes, facts: bytes) -> Fingerprint:
        """What was stored.

        Raises: ValueError if the length of one is no multiple of four.
        """
        kept, joined = (tuple(np.frombuffer(data, _STORED).tolist()) for data in (sequences, facts))
        return cls(name, kept, joined)
