"""Which crossings a side has left: told as its own, next to what it holds, or known from the supplement alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fogline.control.network import Network
from fogline.control.nodes import NodeKind
from fogline.records import Claim


class CrossingState(StrEnum):
    """How a crossing stands to a side."""

    ONLY = "told as its only way out"
    HELD = "held by it"
    NEAR = "told, and next to a place that it holds"
    UNTOLD = "known from the supplement only"
    CLOSED = "closed"
    LOST = "held by another"


LEFT = frozenset({CrossingState.ONLY, CrossingState.HELD, CrossingState.NEAR})


@dataclass(frozen=True, slots=True)
class CrossingRow:
    """A crossing as it stands to a side.  `towns`: places of the side on its road; `claim_ids`: what says so."""

    key: str
    name: str
    state: CrossingState
    beyond: tuple[str, ...]
    towns: tuple[str, ...] = ()
    holder: str | None = None
    claim_ids: tuple[str, ...] = ()
    edge_ids: tuple[str, ...] = ()

    @property
    def left(self) -> bool:
        """Whether the side still has it, as far as is told."""
        return self.state in LEFT


@dataclass(frozen=True, slots=True)
class Hands:
    """In whose hands places are for one side, by keys of nodes.

    `holders`: who holds those of others, by name.  `claims`: what says who holds a place.  `outlets`: the claims that
    call a place the side's only way out.  `home`: the country of most of its places, an ISO code.
    """

    own: frozenset[str]
    holders: Mapping[str, str]
    claims: Mapping[str, tuple[str, ...]]
    outlets: Mapping[str, tuple[Claim, ...]]
    home: str | None = None


def crossings_of(network: Network, hands: Hands, day: date) -> tuple[CrossingRow, ...]:
    """Every crossing that bears on a side, by name.

    Where claims call a crossing the side's only way out, a town of its own next to another crossing gives it nothing.
    """
    rows = []
    for key, node in sorted(network.named.items()):
        if node.kind is NodeKind.CROSSING and (row := _row(network, key, hands, day)) is not None:
            rows.append(row)
    return tuple(sorted(rows, key=lambda row: (list(CrossingState).index(row.state), row.name)))


def _row(network: Network, key: str, hands: Hands, day: date) -> CrossingRow | None:
    edges = tuple(e for e in network.edges_at(key) if not e.doubt)
    others = sorted({end for e in edges for end in e.ends} - {key})
    towns = tuple(network.named[k].name for k in others if k in hands.own)
    ends = [network.named[k] for k in others if network.named[k].kind is NodeKind.BEYOND]
    beyond = tuple(end.name for end in ends if end.country is None or end.country != hands.home)
    shut = network.closed(key, day)
    state, proof = _state(key, hands, told=any(e.claim_ids for e in edges), near=bool(towns))
    if shut is not None and state not in (None, CrossingState.LOST):
        state, proof = CrossingState.CLOSED, (shut.claim_id,)
    if state is None:
        return None
    told = tuple(c for e in edges for c in e.claim_ids)
    ids = tuple(dict.fromkeys((*proof, *(told if state in LEFT else ()))))
    return CrossingRow(
        key, network.named[key].name, state, beyond, towns, hands.holders.get(key), ids, tuple(e.edge_id for e in edges)
    )  # fmt: skip


def _state(key: str, hands: Hands, *, told: bool, near: bool) -> tuple[CrossingState | None, tuple[str, ...]]:
    """How it stands, closed or not, and the claims that say so; `None` where it does not bear on the side."""
    if key in hands.holders:
        return CrossingState.LOST, hands.claims.get(key, ())
    if key in hands.outlets:
        return CrossingState.ONLY, tuple(c.claim_id for c in hands.outlets[key])
    if key in hands.own:
        return CrossingState.HELD, hands.claims.get(key, ())
    if not near:
        return None, ()
    return (CrossingState.NEAR if told and not hands.outlets else CrossingState.UNTOLD), ()
