"""What follows if a place passes to another side: lines with their evidence, rows for programs, a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from fogline.control.crossings import CrossingRow, CrossingState
from fogline.control.edges import Edge
from fogline.control.network import Network
from fogline.control.nodes import NodeKind
from fogline.control.whatif import SideAfter, WhatIf
from fogline.products.articles import of_place, with_article
from fogline.products.line import Group, Line
from fogline.products.lookup import Lookup
from fogline.products.sections.control import holding_line
from fogline.products.ways import called, edge_row, edge_text, evidence_row, list_places
from fogline.products.whatif_picture import picture, title
from fogline.products.wording import attribution, capital, day_words, enumerated, statement
from fogline.records import Claim, Control

MOST_QUOTES = 2  # and ids, under a line of text
LIMITS = (
    "Ways are those that the reports tell and the supplement has; none is there for being near. A place may have "
    "others that nobody told. What would follow is concluded from them; what reports themselves expect is quoted."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A what-if as a page shows it."""

    title: str
    groups: tuple[Group, ...]
    limits: str
    picture: str

    def lines(self) -> tuple[Line, ...]:
        """Every line, in the order of the page."""
        return tuple(line for group in self.groups for line in group.lines)


def answer(lookup: Lookup, found: WhatIf) -> Answer:
    """The lines: how it stands, what each side would lose, the crossings, what is told would follow, the ways."""
    groups = [Group("How it stands", (_now(lookup, found),))]
    for side in found.sides:
        groups.append(Group(f"What {with_article(side.holder)} would have", _side(lookup, found, side), key=side.side))
    groups.append(Group("What reports say would follow", _told(lookup, found.told)))
    groups.append(Group(f"Ways by {called(found.network, found.place.key)}", _ways(lookup, found)))
    return Answer(title(found), tuple(g for g in groups if g.lines), LIMITS, picture(lookup, found))


def row(lookup: Lookup, found: WhatIf) -> dict[str, Any]:
    """The answer for programs.  Shape: docs/explanation/the-network.md"""
    network, lost = found.network, {e.edge_id for s in found.sides for e in s.edges}
    edges = {e.edge_id: e for s in found.sides for e in s.edges}
    edges |= {e.edge_id: e for e in network.edges_at(found.place.key)}
    crossings = {i for s in found.sides for c in s.crossings for i in c.edge_ids}
    edges |= {e.edge_id: e for e in network.edges if e.edge_id in crossings}
    now = found.holding
    return {
        "place": found.place.name,
        "to": found.actor,
        "day": found.day.isoformat(),
        "now": {"holder": now.holder.text if now.holder else None, "status": str(now.status), "id": now.holding_id}
        if now else None,
        "already": found.already,
        "sides": [_side_row(found, side) for side in found.sides],
        "told": [
            {"status": str(c.status), "text": statement(c), **evidence_row(e)}
            for c in found.told for e in lookup.evidence((c.claim_id,))
        ],
        "ways": [{**edge_row(lookup, network, edges[i]), "lost": i in lost} for i in sorted(edges)],
        "limits": LIMITS,
    }  # fmt: skip


def _side_row(found: WhatIf, side: SideAfter) -> dict[str, Any]:
    return {
        "side": side.holder,
        "parts": [[_place_row(found, key) for key in part] for part in side.parts],
        "ways_lost": [e.edge_id for e in side.edges],
        "crossings_left": [_crossing_row(c) for c in side.left],
        "crossings_not_left": [_crossing_row(c) for c in side.crossings if not c.left],
        "unreached": [found.network.named[key].name for key in side.unreached],
        "no_way_told": [found.network.named[key].name for key in side.untold],
    }


def _place_row(found: WhatIf, key: str) -> dict[str, Any]:
    holding = found.holdings.get(key)
    return {
        "place": found.network.named[key].name,
        "holder": holding.holder.text if holding and holding.holder else None,
        "status": str(holding.status) if holding else None,
    }


def _crossing_row(crossing: CrossingRow) -> dict[str, Any]:
    return {
        "crossing": crossing.name,
        "state": str(crossing.state),
        "to": list(crossing.beyond),
        "beside": list(crossing.towns),
        "holder": crossing.holder,
        "claims": list(crossing.claim_ids),
        "ways": list(crossing.edge_ids),
    }


def _now(lookup: Lookup, found: WhatIf) -> Line:
    place = capital(called(found.network, found.place.key))
    if found.holding is None:
        return Line(f"{place}: no report says who held it on {day_words(found.day)}.", about_record=True)
    line = holding_line(lookup, found.holding)
    if not found.already:
        return line
    return Line(f"{line.text} So nothing would change hands.", line.evidence, subject=line.subject)


def _side(lookup: Lookup, found: WhatIf, side: SideAfter) -> tuple[Line, ...]:
    lines = []
    if len(side.parts) > 1:
        lines.append(_parted(lookup, found, side))
    elif found.network.edges_at(found.place.key) and not side.unreached:
        lines.append(Line("No two places that it may reach are told to hang together by way of it.", about_record=True))
    elif not side.unreached:
        lines.append(Line(f"No way of {called(found.network, found.place.key)} is told.", about_record=True))
    if side.unreached:
        lines.append(_unreached(lookup, found, side))
    lines += _crossings(lookup, side)
    if side.untold:
        text = f"No way is told of {list_places(found.network, side.untold)}: the record does not know what they reach."
        lines.append(Line(text, about_record=True))
    return tuple(lines)


def _parted(lookup: Lookup, found: WhatIf, side: SideAfter) -> Line:
    network, place = found.network, called(found.network, found.place.key)
    parts = [_part(found, part) for part in sorted(side.parts, key=lambda p: (not _keeps(side, p), p))]
    head = f"{parts[0]} would lose the connection to {parts[1]}" if len(parts) == 2 else (
        "These would no longer be connected: " + "; ".join(parts)
    )  # fmt: skip
    ids = tuple(dict.fromkeys(c for e in (*side.edges, *_ways_in(network, side.parts)) for c in e.claim_ids))
    text = f"{capital(head)}: every way between them that is told runs through {place}."
    return Line(text, lookup.evidence(ids), parts=tuple(e.edge_id for e in side.edges))


def _unreached(lookup: Lookup, found: WhatIf, side: SideAfter) -> Line:
    text = f"By no way that is told would it still reach {list_places(found.network, side.unreached)}."
    ids = tuple(dict.fromkeys(c for e in side.edges for c in e.claim_ids))
    return Line(text, lookup.evidence(ids), parts=tuple(e.edge_id for e in side.edges), about_record=not ids)


def _keeps(side: SideAfter, part: Sequence[str]) -> bool:
    """Whether a crossing that is left belongs to this part."""
    return any(row.key in part for row in side.left)


def _ways_in(network: Network, parts: Iterable[Sequence[str]]) -> list[Edge]:
    return [e for e in network.edges for part in parts if set(e.ends) <= set(part)]


def _part(found: WhatIf, part: Sequence[str]) -> str:
    return enumerated(sorted(called(found.network, k) + _mark(found, k) for k in part))


def _mark(found: WhatIf, key: str) -> str:
    """Where nobody is told to hold a place, or it is disputed, the line says so."""
    node, holding = found.network.named[key], found.holdings.get(key)
    if node.kind is not NodeKind.PLACE:
        return ""
    if holding is None or holding.holder is None:
        return " (holder not told)"
    return " (disputed)" if holding.status is Control.DISPUTED else ""


def _crossings(lookup: Lookup, side: SideAfter) -> list[Line]:
    lines = []
    left = list(side.left)
    if left:
        named = "; ".join(_crossing(c) for c in left)
        head = "The only crossing left, as far as is told" if len(left) == 1 else "Crossings left, as far as is told"
        lines.append(_crossing_line(lookup, f"{head}: {named}.", left))
    elif side.crossings:
        lines.append(Line("No crossing is told that it would still have.", about_record=True))
    for state, words in (
        (CrossingState.CLOSED, "Closed"),
        (CrossingState.LOST, "Held by another"),
        (CrossingState.UNTOLD, "Known from the supplement alone, no report says that it is open"),
    ):
        rows = [c for c in side.crossings if c.state is state]
        if rows:
            named = "; ".join(_crossing(c) for c in rows)
            lines.append(_crossing_line(lookup, f"{words}: {named}.", rows))
    return lines


def _crossing(crossing: CrossingRow) -> str:
    beyond = f" to {enumerated([of_place(b) for b in crossing.beyond])}" if crossing.beyond else ""
    holder = f", {with_article(crossing.holder)}" if crossing.holder else ""
    state = f", {crossing.state}" if crossing.left else ""
    return f"{of_place(crossing.name)}{beyond}{state}{holder}"


def _crossing_line(lookup: Lookup, text: str, rows: Sequence[CrossingRow]) -> Line:
    ids = tuple(dict.fromkeys(c for row in rows for c in row.claim_ids))
    edges = tuple(dict.fromkeys(e for row in rows for e in row.edge_ids))
    return Line(capital(text), lookup.evidence(ids), parts=edges, about_record=not ids)


def _told(lookup: Lookup, claims: Iterable[Claim]) -> tuple[Line, ...]:
    """What reports expect, each thing said once, with everybody who says it."""
    same: dict[str, list[Claim]] = {}
    for claim in claims:
        same.setdefault(statement(claim), []).append(claim)
    return tuple(
        Line(
            f"{text}, {attribution(said, lookup.labels)}.",
            lookup.evidence(c.claim_id for c in said),
            status=said[0].status,
            parts=tuple(c.claim_id for c in said),
        )
        for text, said in sorted(same.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def _ways(lookup: Lookup, found: WhatIf) -> tuple[Line, ...]:
    edges = found.network.edges_at(found.place.key)
    return tuple(
        Line(f"{edge_text(found.network, e)}.", lookup.evidence(e.claim_ids), subject=e.edge_id,
             about_record=not e.claim_ids)
        for e in edges
    )  # fmt: skip


def as_text(found: Answer) -> str:
    """The answer as plain lines: groups, under each line its words and the ids that `fogline why` takes."""
    out = [found.title, ""]
    for group in found.groups:
        out.append(group.title)
        for line in group.lines:
            out.append(f"  {line.text}")
            quotes = list(dict.fromkeys((e.anchor.quote, e.outlet or e.label) for e in line.evidence))
            out += [f"      “{' '.join(quote.split())}” ({label})" for quote, label in quotes[:MOST_QUOTES]]
            if len(quotes) > MOST_QUOTES:
                out.append(f"      and {len(quotes) - MOST_QUOTES} more sentences")
            if line.ids:
                out.append(f"    why: {' '.join(line.ids[:MOST_QUOTES])}")
        out.append("")
    return "\n".join([*out, found.limits, ""])
