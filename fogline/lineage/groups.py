"""Groups of things that pairs tie together."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Items in groups, at first each alone; the lowest item of a group stands for it."""

    def __init__(self, items: Iterable[int]) -> None:
        self._parent = {item: item for item in items}

    def find(self, item: int) -> int:
        """The lowest item of the group that an item is in."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def tie(self, left: int, right: int) -> None:
        """Make one group of the two that the items are in."""
        low, high = sorted((self.find(left), self.find(right)))
        self._parent[high] = low

    def all(self) -> list[list[int]]:
        """The groups, each sorted, by their first item."""
        groups: dict[int, list[int]] = {}
        for item in sorted(self._parent):
            groups.setdefault(self.find(item), []).append(item)
        return list(groups.values())


def join(items: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups that the pairs tie together, each sorted, by their first item."""
    groups = Groups(items)
    for pair in pairs:
        groups.tie(*pair)
    return groups.all()
