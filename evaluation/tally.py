"""Counts of right answers, and the figures made of them."""

from __future__ import annotations

from dataclasses import dataclass

DIGITS = 4


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, how many were asked for, how many were given."""

    right: int
    asked: int
    given: int

    @property
    def precision(self) -> float:
        """Right of those given; 0 where none was given."""
        return share(self.right, self.given)

    @property
    def recall(self) -> float:
        """Right of those asked for; 0 where none was asked for."""
        return share(self.right, self.asked)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.asked + self.given
        return round(2 * self.right / both, DIGITS) if self.asked and self.given else 0.0


def share(part: int, whole: int) -> float:
    """`part` of `whole`, rounded; 0 where there is no whole."""
    return round(part / whole, DIGITS) if whole else 0.0
