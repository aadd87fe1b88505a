"""Where fingerprints are held, by which kin are looked for: what the search asks, and a ledger or a memory answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

_HEX = 16  # digits at the end of a name that tell its number
_SPARE_BITS = 4  # of these 64 bits that are left out: PostgreSQL's whole numbers have a sign


class KinRow(NamedTuple):
    """What is held of a telling beside its keys."""

    name: str
    size: int  # how many word sequences it keeps
    story: int  # the lowest of them: copies mostly have the same


class KinTable(Protocol):
    """Keys, and the numbers of those who hold them."""

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Add a holder of some keys, each given once."""

    def remove(self, number: int, keys: Sequence[int]) -> None:
        """Remove a holder of some keys; where it holds one of them not, nothing is done."""

    def first(self, keys: Sequence[int], most: int) -> list[list[int]]:
        """The holders of each key, lowest first, the first so many of them."""

    def beside(self, keys: Sequence[int], number: int) -> list[list[int]]:
        """Of each key, the last holder below a number and the first above it, as far as there are any."""


class KinStore(Protocol):
    """Where fingerprints are held.  Two whose numbers are the same by chance share a number."""

    @property
    def sequences(self) -> KinTable:
        """Who holds which word sequences."""

    @property
    def facts(self) -> KinTable:
        """Who holds which facts."""

    def number(self, name: str) -> int:
        """The number of a telling, told by its name alone; holders of a key stand in this order."""

    def add(self, number: int, row: KinRow) -> None:
        """Hold a row under a number."""

    def remove(self, number: int, name: str) -> bool:
        """Hold it no longer; whether it was held."""

    def rows(self, numbers: Iterable[int]) -> Mapping[int, Sequence[KinRow]]:
        """The rows under some numbers; numbers without any are left out."""

    def __len__(self) -> int:
        """How many rows are held."""


@dataclass(frozen=True, slots=True)
class KinPrint:
    """A fingerprint as it is kept: the keys of a telling, four bytes each, and whom it is laid beside.

    `beside` has a list of names for each way in which they were found.
    """

    name: str
    sequences: bytes
    facts: bytes
    beside: tuple[tuple[str, ...], ...] = ()


class KeptSearch(KinStore, Protocol):
    """A store that also keeps the fingerprints themselves, from one addition to the next."""

    def beside(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Whom each is laid beside, of all that are kept."""

    def prints(self, names: Iterable[str]) -> Sequence[KinPrint]:
        """The fingerprints of these names, as far as they are kept."""

    def put(self, prints: Iterable[KinPrint]) -> None:
        """Keep fingerprints, or keep them otherwise than before."""

    def lay(self, beside: Mapping[str, tuple[tuple[str, ...], ...]]) -> None:
        """Note whom these are laid beside now."""

    def forget(self, names: Iterable[str]) -> None:
        """Keep these no longer."""


class KinTies(NamedTuple):
    """How a telling hangs together with others, by their names; `face` is what that rests on beside their words."""

    face: str
    ties: Mapping[str, int]


def number_of(name: str) -> int:
    """The number of a telling that is kept, 0 to 2**60 - 1, by its name, which ends as an id that hashes content."""
    return int(name[-_HEX:], 16) >> _SPARE_BITS
