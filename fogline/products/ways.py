"""The ways of a network in words: what an edge joins, on which basis, by which words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fogline.control.edges import Edge, EdgeKind
from fogline.control.network import Network
from fogline.control.nodes import NodeKind
from fogline.products.articles import of_place, where
from fogline.products.lookup import Evidence, Lookup
from fogline.products.wording import capital, enumerated

_SAYS = {
    EdgeKind.WAY: "{one} – {other}: a way",
    EdgeKind.BORDER: "{one} – {other}: neighbours; a border is no way",
    EdgeKind.PART: "{other} lies {where}",
}


def called(network: Network, key: str) -> str:
    """A place of the network as running text has it."""
    return of_place(network.named[key].name)


def list_places(network: Network, keys: Iterable[str]) -> str:
    """Places of the network in running text, by name."""
    return enumerated(sorted(called(network, key) for key in keys))


def edge_text(network: Network, edge: Edge) -> str:
    """What an edge says, with its basis: "Homs – Damascus: a way, told"."""
    one, other = edge.ends
    if edge.kind is EdgeKind.PART and network.named[other].kind is NodeKind.AREA:
        one, other = other, one
    around = where(network.named[one].name)
    said = _SAYS[edge.kind].format(one=called(network, one), other=called(network, other), where=around)
    through = f" through {list_places(network, edge.through)}" if edge.through else ""
    source = " and ".join(
        part for part in (
            "told by reports" if edge.claim_ids else "",
            f"the supplement has {edge.entry}" if edge.entry else "",
        ) if part
    )  # fmt: skip
    doubt = f"; not relied on: {edge.doubt}" if edge.doubt else ""
    return capital(f"{said}{through} ({source}{doubt})")


def edge_row(lookup: Lookup, network: Network, edge: Edge) -> dict[str, Any]:
    """An edge as programs read it.

    Shape: id, from, to, kind, basis, through, supplement, doubt, evidence (claim, report, start, end, quote).
    """
    one, other = (network.named[key].name for key in edge.ends)
    return {
        "id": edge.edge_id,
        "from": one,
        "to": other,
        "kind": str(edge.kind),
        "basis": edge.basis,
        "through": [network.named[key].name for key in edge.through],
        "supplement": edge.entry,
        "doubt": edge.doubt or None,
        "evidence": [evidence_row(e) for e in lookup.evidence(edge.claim_ids)],
    }


def evidence_row(proof: Evidence) -> dict[str, Any]:
    """Words as programs read them."""
    anchor = proof.anchor
    return {
        "claim": proof.claim_id,
        "report": anchor.report_id,
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.quote,
    }
