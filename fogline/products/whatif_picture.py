"""The picture of a what-if: the map of the day with its ways, the place in the hands of its new holder."""

from __future__ import annotations

from fogline.control.nodes import Node
from fogline.control.whatif import WhatIf
from fogline.products.articles import of_place, with_article
from fogline.products.line import Spot
from fogline.products.lookup import Lookup
from fogline.products.map import Stretch, draw
from fogline.products.sections.control import holding_line
from fogline.products.ways import edge_text
from fogline.products.wording import day_words
from fogline.records import Control, Holding, PlaceKind


def title(found: WhatIf) -> str:
    """What was asked, as a heading."""
    return f"If {of_place(found.place.name)} passed to {with_article(found.actor)} on {day_words(found.day)}"


def picture(lookup: Lookup, found: WhatIf) -> str:
    """The map of the day with the ways; the place in the hands of its new holder.  "" where nothing is located."""
    spots = [spot for key, h in sorted(found.holdings.items()) if (spot := _spot(lookup, found, key, h)) is not None]
    if found.place.key not in found.holdings and found.place.lat is not None and found.place.lon is not None:
        spots.append(_passed(found, found.place.lat, found.place.lon, PlaceKind.CITY))
    lost = {e.edge_id for s in found.sides for e in s.edges}
    return draw(spots, title=title(found), described_by="whatif-map", ways=_stretches(found, lost))


def _spot(lookup: Lookup, found: WhatIf, key: str, holding: Holding) -> Spot | None:
    place = lookup.corpus.places.get(holding.place.key or "")
    if place is None or place.lat is None or place.lon is None or place.kind is PlaceKind.COUNTRY:
        return None
    if key == found.place.key:
        return _passed(found, place.lat, place.lon, place.kind)
    holder = holding.holder.text if holding.holder else None
    text = holding_line(lookup, holding).text
    return Spot(
        lookup.place(holding.place), place.lat, place.lon, place.kind, holder, holding.status, text, holding.origins
    )


def _passed(found: WhatIf, lat: float, lon: float, kind: PlaceKind) -> Spot:
    holder = next(
        (h.holder.text for h in found.holdings.values() if h.holder and h.holder.text == found.actor), found.actor
    )
    text = f"{title(found)}."
    return Spot(found.place.name, lat, lon, kind, holder, Control.HELD, text, 1)


def _stretches(found: WhatIf, lost: set[str]) -> tuple[Stretch, ...]:
    stretches = []
    for edge in found.network.usable(lambda _: True, found.day):
        one, other = (_located(found.network.named[key]) for key in edge.ends)
        if one is not None and other is not None:
            stretches.append(Stretch(one, other, f"{edge_text(found.network, edge)}.", lost=edge.edge_id in lost))
    return tuple(stretches)


def _located(node: Node) -> tuple[float, float] | None:
    return (node.lon, node.lat) if node.lat is not None and node.lon is not None else None
