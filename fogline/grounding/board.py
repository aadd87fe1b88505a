"""The board on which names are laid out: stretches of words with what they name, none inside another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from fogline.records import MentionKind


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `start` to `end` (half-open) name something.  A lower `rank` is the better ground."""

    start: int
    end: int
    kind: MentionKind
    text: str
    key: str | None = None
    named: bool = True
    rank: int = 5


@dataclass(slots=True)
class Board:
    """Stretches that were found, by the token that they cover."""

    at: dict[int, Found] = field(default_factory=dict)
    extra: dict[int, list[Found]] = field(default_factory=dict)  # second readings, by the token that they start at

    def lay(self, found: Iterable[Found]) -> None:
        """Lay stretches down: the longer before the shorter, the better ground before the worse; the rest is left."""
        for piece in sorted(found, key=lambda f: (f.start - f.end, f.rank, f.start, f.text)):
            if not any(i in self.at for i in range(piece.start, piece.end)):
                self.put(piece)

    def put(self, piece: Found) -> None:
        """Lay one stretch down, over whatever lies there."""
        for i in range(piece.start, piece.end):
            under = self.at.get(i)
            if under is not None:
                self.lift(under)
        for i in range(piece.start, piece.end):
            self.at[i] = piece

    def lift(self, piece: Found) -> None:
        """Take a stretch away."""
        for i in range(piece.start, piece.end):
            if self.at.get(i) is piece:
                del self.at[i]

    def beside(self, piece: Found) -> None:
        """A second reading of words that may name two things: a capital and its government."""
        self.extra.setdefault(piece.start, []).append(piece)

    def pieces(self) -> list[Found]:
        """All stretches, in the order of the text, the second readings among them."""
        beside = [piece for pieces in self.extra.values() for piece in pieces]
        return sorted([*{id(p): p for p in self.at.values()}.values(), *beside], key=_in_text)

    def starting_at(self, token: int) -> list[Found]:
        """The stretches that start at a token, in the order of `pieces`."""
        under = self.at.get(token)
        here = [p for p in (under, *self.extra.get(token, ())) if p is not None and p.start == token]
        return sorted(here, key=_in_text)


def _in_text(piece: Found) -> tuple[int, int, MentionKind, str]:
    return piece.start, piece.end, piece.kind, piece.text
