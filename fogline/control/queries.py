"""Questions that a desk asks of the holdings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fogline.records import Holding


def at(holdings: Iterable[Holding], day: date) -> tuple[Holding, ...]:
    """The holding of each place on that day, in the order of the places' names; places without one are left out."""
    return tuple(sorted((h for h in holdings if h.covers(day)), key=lambda h: (h.place.text, h.place.key or "")))
