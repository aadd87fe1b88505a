"""From any row of a record down to the words it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from fogline.claims.attribution_kinds import kind_of
from fogline.control.edges import Edge
from fogline.control.network import Network
from fogline.products.kept import aside_words, notices_of
from fogline.products.lookup import Lookup
from fogline.products.sections.control import holding_line
from fogline.products.sections.lineage import alteration_line, kin_line, origin_line, story_line
from fogline.products.telling import event_line
from fogline.products.ways import edge_text
from fogline.products.why_grade import Told, tell_of_event, tell_of_holding
from fogline.products.why_judged import beside, in_words, of_claim
from fogline.products.wording import capital, count_words, period_words, statement
from fogline.records import (
    Alteration,
    Anchor,
    Aside,
    Claim,
    Corpus,
    Dispute,
    Event,
    Holding,
    Judgement,
    Kinship,
    Maker,
    Name,
    Origin,
    Part,
    Story,
    Views,
    undoings,
)
from fogline.records.errors import UnknownId

MADE = {
    str(Maker.READER): "by the learned reader alone",
    str(Maker.BOTH): "by the learned reader and a frame of the code book",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the tree: how deep it stands, what it says, its id, and the words where it ends in some."""

    depth: int
    text: str
    id: str | None = None
    anchor: Anchor | None = None


def trace(
    corpus: Corpus,
    views: Views,
    row_id: str,
    judgements: Iterable[Judgement] = (),
    aside: Mapping[str, Aside] | None = None,
    *,
    part: Part | None = None,
) -> tuple[Step, ...]:
    """The tree under a holding, event, dispute, claim, origin, alteration, judgement or report, in reading order.

    `judgements` are all of the record, those that were undone too.  `aside` are the reports of the corpus that count
    for nothing: their claims say so.
    Shape: every branch ends in steps with an anchor, or in a report without claims.
    The kind may be left out of an id, and its end too.
    Raises: UnknownId where no row has this id, or where it is the beginning of several.
    """
    lookup = Lookup.of(corpus, views, part=part)
    made = tuple(judgements)
    undone = undoings(made)
    rows = _rows(lookup) | {j.judgement_id: partial(_judgement, lookup, j, undone) for j in made}
    if row_id.startswith("edge-"):
        rows |= edge_rows(lookup)
    begun = sorted(i for i in rows if row_id and (i.startswith(row_id) or i.partition("-")[2].startswith(row_id)))
    found = only(row_id, begun, len(begun))
    return tuple(_marked(lookup, found, rows[found](), aside or {}))


def _marked(lookup: Lookup, row_id: str, steps: Iterable[Step], aside: Mapping[str, Aside]) -> Iterator[Step]:
    """The steps, with what became of the report under the first where that is a report's or a claim's."""
    claim = lookup.claims.get(row_id)
    report_id = claim.anchor.report_id if claim is not None else row_id
    for at, step in enumerate(steps):
        yield step
        if at == 0 and report_id in lookup.readings:
            yield from _became(lookup, report_id, aside)


def _became(lookup: Lookup, report_id: str, aside: Mapping[str, Aside]) -> Iterator[Step]:
    """Whether it counts, which version it is, and what it says of itself."""
    reading = lookup.readings[report_id]
    if report_id in aside:
        yield Step(1, f"Counts for nothing, {aside_words(aside[report_id])}", aside[report_id].by)
    if reading.version_of:
        yield Step(1, f"A later version of {reading.version_of}", reading.version_of)
    for notice in notices_of(reading):
        yield Step(1, f"The report has a notice of a {notice.kind}")
        yield Step(2, notice.anchor.quote, anchor=notice.anchor)


def only(row_id: str, found: Sequence[str], count: int) -> str:
    """The one id that is this one or begins so, of those that were found: the first of `count`.  Raises: UnknownId."""
    if row_id in found:
        return row_id
    if not found:
        raise UnknownId(f"no row of the record has the id {row_id!r}: fogline claims and fogline events list ids")
    if count > 1:
        raise UnknownId(f"{row_id!r} begins {count} ids ({', '.join(found[:4])} ...): give more of it")
    return found[0]


def _rows(lookup: Lookup) -> dict[str, Callable[[], Iterator[Step]]]:
    """For every id of the record, how its tree is made."""
    views = lookup.views
    rows: dict[str, Callable[[], Iterator[Step]]] = {r: partial(_report, lookup, r) for r in lookup.readings}
    rows |= {i: partial(_claim, lookup, claim, 0) for i, claim in lookup.claims.items()}
    rows |= {e.event_id: partial(_event, lookup, e) for e in views.events}
    rows |= {h.holding_id: partial(_holding, lookup, h) for h in views.holdings}
    rows |= {d.dispute_id: partial(_dispute, lookup, d) for d in views.disputes}
    rows |= {o.origin_id: partial(_origin, lookup, o) for o in views.lineage.origins}
    rows |= {s.story_id: partial(_story, lookup, s) for s in views.lineage.stories}
    rows |= {a.alteration_id: partial(_alteration, lookup, a) for a in views.lineage.alterations}
    return rows


def _event(lookup: Lookup, event: Event) -> Iterator[Step]:
    yield Step(0, event_line(lookup, event).text, event.event_id)
    yield Step(1, count_words(event.origins, "independent origin"))
    yield from _grade(tell_of_event(lookup, event))
    yield from _branch(lookup, "Claims", event.claim_ids)
    yield from _judged(lookup, event.claim_ids)


def _holding(lookup: Lookup, holding: Holding) -> Iterator[Step]:
    yield Step(0, holding_line(lookup, holding).text, holding.holding_id)
    if holding.reason:
        yield Step(1, f"Why: {holding.reason}")
    yield Step(1, count_words(holding.origins, "independent origin"))
    yield from _grade(tell_of_holding(lookup, holding))
    yield from _branch(lookup, "For it", holding.supports)
    yield from _branch(lookup, "Against it", [i for i in holding.opposes if i not in holding.fights])
    yield from _branch(lookup, "Fighting over it, and what others outweigh", holding.fights)
    yield from _judged(lookup, (*holding.supports, *holding.opposes), place=holding.place)


def _dispute(lookup: Lookup, dispute: Dispute) -> Iterator[Step]:
    yield Step(0, f"{capital(dispute.attribute)} ({dispute.kind})", dispute.dispute_id)
    for side in dispute.sides:
        yield from _branch(lookup, f"{', '.join(side.speakers) or 'Reports'}: {side.value}", side.claim_ids)
    yield from _judged(lookup, [i for side in dispute.sides for i in side.claim_ids], place=dispute.place)


def edge_rows(lookup: Lookup) -> dict[str, Callable[[], Iterator[Step]]]:
    """For every edge of the network, how its tree is made; the network is drawn for it."""
    network = Network.of(lookup.corpus)
    return {e.edge_id: partial(_edge, lookup, network, e) for e in network.edges}


def _edge(lookup: Lookup, network: Network, edge: Edge) -> Iterator[Step]:
    yield Step(0, edge_text(network, edge), edge.edge_id)
    if edge.entry:
        yield Step(1, f"The supplement of general knowledge has {edge.entry}: that a way is there, not that it is open")
    yield from _branch(lookup, "Told by", edge.claim_ids)


def _branch(lookup: Lookup, title: str, claim_ids: Iterable[str]) -> Iterator[Step]:
    claims = lookup.known(claim_ids)
    if claims:
        yield Step(1, title)
    for claim in claims:
        yield from _claim(lookup, claim, 2)


def _grade(told: Iterable[Told]) -> Iterator[Step]:
    return (Step(1 + depth, text) for depth, text in told)


def _judged(lookup: Lookup, claim_ids: Iterable[str], place: Name | None = None) -> Iterator[Step]:
    """What persons decided of these claims, and of claims about the place that count for nothing."""
    judgements, left_out = beside(lookup, claim_ids, place)
    if judgements:
        yield Step(1, "Judged")
    for text, judgement_id in judgements:
        yield Step(2, text, judgement_id)
    if left_out:
        yield Step(1, "Distrusted: in the record, and counted for nothing")
    for text, claim_id in left_out:
        yield Step(2, text, claim_id)


def _judgement(lookup: Lookup, judgement: Judgement, undone: Mapping[str, str]) -> Iterator[Step]:
    """What was judged, whether it stands, and every claim that is read otherwise by it or counts for nothing."""
    yield Step(0, in_words(judgement), judgement.judgement_id)
    yield Step(1, f"Of: {', '.join(judgement.subjects)}")
    if by := undone.get(judgement.judgement_id):
        yield Step(1, "Undone", by)
    judged, claims = lookup.corpus.judged, []
    for claim_id in lookup.claims:
        if judgement in judged.changed.get(claim_id, ()) or judged.distrusted.get(claim_id) == judgement:
            claims.append(claim_id)
    named = [s for s in judgement.subjects if s in lookup.claims and s not in claims]
    yield from _branch(lookup, "Claims", [*claims, *named])


def _claim(lookup: Lookup, claim: Claim, depth: int) -> Iterator[Step]:
    said, reading = claim.attribution, lookup.readings[claim.anchor.report_id]
    dated = period_words(claim.period)
    yield Step(depth, f"{statement(claim)}{f' {dated}' if dated else ''}.", claim.claim_id)
    chain = [
        ", ".join(map(_speaker, said.speakers)) or "the report, in its own voice",
        f"through {said.via.text}" if said.via else "",
        said.agency or "",
        said.outlet or reading.outlet or "",
        reading.report_id,
    ]
    yield Step(depth + 1, "Said by: " + " → ".join(part for part in chain if part))
    if said.stance:
        yield Step(depth + 1, f"Stance: {said.stance}")
    if claim.period:
        worded = f" (“{claim.when.text}”)" if claim.when else ""
        yield Step(depth + 1, f"Day {claim.period.basis}{worded}: {claim.period.first} to {claim.period.last}")
    yield Step(depth + 1, f"Read: “{claim.act.quote}” as {claim.type}, {MADE.get(claim.origin_stage, 'by fogline')}")
    yield Step(depth + 1, f"Confidence: {claim.confidence:.2f}")
    for text, judgement_id in of_claim(lookup, claim):
        yield Step(depth + 1, text, judgement_id)
    yield Step(depth + 1, claim.anchor.quote, anchor=claim.anchor)


def _speaker(name: Name) -> str:
    """A cited source with its kind, where that is known."""
    kind = kind_of(name)
    return f"{name.text} ({kind})" if kind is not None else name.text


def _report(lookup: Lookup, report_id: str) -> Iterator[Step]:
    reading = lookup.readings[report_id]
    day = f"{reading.day.day} ({reading.day.basis}: {reading.day.ground})" if reading.day else "no day known"
    yield Step(0, " · ".join(part for part in (reading.outlet, reading.title, day) if part), report_id)
    for kin in lookup.views.lineage.kin:
        if kin.report_id == report_id:
            yield from _kin(lookup, kin, 1)
    if reading.refusal:
        yield Step(1, f"Not read to the end: {reading.refusal.reason}")
    for claim in reading.claims or ():
        yield from _claim(lookup, claim, 1)


def _kin(lookup: Lookup, kin: Kinship, depth: int) -> Iterator[Step]:
    line = kin_line(lookup, kin)
    yield Step(depth, line.text)
    yield Step(depth + 1, f"Why: {'; '.join([*kin.reasons, line.note])}")
    for proof in line.evidence:
        yield Step(depth + 1, proof.anchor.quote, anchor=proof.anchor)


def _origin(lookup: Lookup, origin: Origin) -> Iterator[Step]:
    line = origin_line(lookup, origin)
    yield Step(0, line.text, origin.origin_id)
    for report_id in origin.report_ids:
        yield Step(1, f"Report {report_id}", report_id)
        for kin in lookup.views.lineage.kin:
            if kin.report_id == report_id:
                yield Step(2, kin_line(lookup, kin).text)
        for proof in line.evidence:
            if proof.anchor.report_id == report_id:
                yield Step(2, proof.anchor.quote, anchor=proof.anchor)


def _story(lookup: Lookup, story: Story) -> Iterator[Step]:
    line = story_line(lookup, story)
    yield Step(0, line.text, story.story_id)
    for report_id in story.report_ids:
        yield Step(1, f"Report {report_id}", report_id)
        for proof in line.evidence:
            if proof.anchor.report_id == report_id:
                yield Step(2, proof.anchor.quote, anchor=proof.anchor)


def _alteration(lookup: Lookup, change: Alteration) -> Iterator[Step]:
    line = alteration_line(lookup, change)
    yield Step(0, line.text, change.alteration_id)
    for proof in line.evidence:
        yield Step(1, proof.anchor.quote, anchor=proof.anchor)
