"""What the sources contradict one another about: both sides, neither dropped."""

from __future__ import annotations

from fogline.products.articles import with_article
from fogline.products.line import Group, Line, Section
from fogline.products.lookup import Lookup
from fogline.products.wording import capital, enumerated
from fogline.records import Dispute, DisputeKind, Side

_NOTES = {
    DisputeKind.DENIAL: "one denies what another says",
    DisputeKind.RIVAL_HOLDERS: "rival holders",
    DisputeKind.FIGURE: "figures differ",
    DisputeKind.TIME: "days differ",
    DisputeKind.ACTOR: "actors differ",
    DisputeKind.ATTRIBUTE: "accounts differ",
}


def contradictions(lookup: Lookup) -> Section:
    """A group per dispute, denials and rival holders first, then by independent origins; a line per side."""
    ranked = sorted(lookup.views.disputes, key=_order)
    groups = tuple(
        Group(capital(d.attribute), tuple(_side(lookup, d, s) for s in d.sides), key=d.dispute_id, note=_NOTES[d.kind])
        for d in ranked
    )
    intro = "Every side is kept with its evidence. fogline does not decide between them."
    return Section("disputes", "Disputed", intro if groups else "The record holds no contradiction.", groups)


def _order(dispute: Dispute) -> tuple[int, int, str, str]:
    weight = -sum(side.origins for side in dispute.sides)
    return (list(DisputeKind).index(dispute.kind), weight, dispute.attribute, dispute.dispute_id)


def _side(lookup: Lookup, dispute: Dispute, side: Side) -> Line:
    reports = dict.fromkeys(lookup.label(c.anchor.report_id) for c in lookup.known(side.claim_ids))
    who = enumerated([lookup.labels.get(s) or with_article(s) for s in side.speakers]) or enumerated(list(reports))
    text = capital(f"{who}: {side.value}." if who else f"{side.value}.")
    return Line(
        text.replace("..", "."),
        lookup.evidence(side.claim_ids),
        subject=dispute.dispute_id,
        status="disputed",
        origins=side.origins,
    )
