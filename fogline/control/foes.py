"""Whom a party fights in a country, where that is one side: it has what the party besieges, wants or has just taken."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.records import Name
from fogline.records.sources import Sources


def foe_of(
    names: Iterable[Name], where: str | None, holders: Holders, parties: Parties, sources: Sources
) -> tuple[Name, ...]:
    """The force of a country (an ISO code) that fights these parties; empty where it is none, or several foes."""
    armed = [name for name in holders.able(names, where) if holders.is_armed(name)]
    sides = sources.sides_of(armed)
    forces = (holders.force(side) for side in sorted(parties.foes(sides))) if sides else ()
    foes = holders.at_home((force for force in forces if force is not None), where)
    camps = [sources.sides_of([foe]) for foe in foes]
    return foes[:1] if all(parties.may_share(camps[0], camp) for camp in camps) else ()
