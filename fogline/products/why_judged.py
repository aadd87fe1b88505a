"""What persons decided of the claims under a row, in words: who, when, why, and what it changed."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.control.keys import place_of
from fogline.control.rules import rules
from fogline.products.lookup import Lookup
from fogline.products.why_grade import signed
from fogline.products.wording import statement
from fogline.records import Claim, Judgement, Name, Verdict
from fogline.records.judged import EVENT
from fogline.records.sources import key_of

Told = tuple[str, str]  # what was decided, and the id of the judgement or the claim
_OF_CONTROL = rules().takes | rules().keeps | rules().leaves | rules().contests


def of_claim(lookup: Lookup, claim: Claim) -> tuple[Told, ...]:
    """What was decided of one claim: what is read otherwise by it, and whether it counts at all."""
    judged = lookup.corpus.judged
    told = [(in_words(j), j.judgement_id) for j in judged.changed.get(claim.claim_id, ())]
    if doubt := judged.distrusted.get(claim.claim_id):
        told.append((f"Distrusted, so it counts for nothing, {signed(doubt)}", doubt.judgement_id))
    return tuple(told)


def beside(lookup: Lookup, claim_ids: Iterable[str], place: Name | None) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """The judgements on these claims, oldest first; and what is told of who holds a place and is distrusted."""
    judged = lookup.corpus.judged
    found = {j.judgement_id: j for i in claim_ids for j in judged.changed.get(i, ())}
    order = sorted(found.values(), key=lambda j: (j.moment, j.judgement_id))
    left_out = [
        (f"{statement(claim)}, told in {lookup.label(claim.anchor.report_id)}: {signed(doubt)}", claim_id)
        for claim_id, doubt in judged.distrusted.items()
        if (claim := lookup.claims.get(claim_id)) and place is not None and claim.place is not None
        and key_of(claim.place) == key_of(place) and claim.type in _OF_CONTROL
    ]  # fmt: skip
    return tuple((in_words(j), j.judgement_id) for j in order), tuple(left_out)


def in_words(judgement: Judgement) -> str:
    """A judgement as a line: what it says, who says so, when and why."""
    said = _SAID.get(judgement.verdict, str(judgement.verdict).capitalize())
    return f"{said}{_value(judgement)}, judged {signed(judgement)}"


_SAID = {
    Verdict.MERGE: "Taken as one with another",
    Verdict.SPLIT: "Split from another",
    Verdict.REDATE: "Dated",
    Verdict.RELOCATE: "Placed",
}


def _value(judgement: Judgement) -> str:
    value = judgement.value
    if not value:
        return "" if judgement.verdict is not Verdict.SPLIT else " event"
    if judgement.verdict is Verdict.RELOCATE:
        place = place_of(value)
        at = f" at {place.lat:.4f}, {place.lon:.4f}" if place.lat is not None and place.lon is not None else ""
        return f" {place.name}{at}"
    if judgement.verdict is Verdict.REDATE:
        first, _, last = value.partition("/")
        return f" {first}" if last in ("", first) else f" {first} to {last}"
    if judgement.verdict is Verdict.MERGE and value == EVENT:
        return " event"
    if judgement.verdict is Verdict.MERGE:
        return f", {' = '.join(judgement.subjects)}"
    return f" ({value})"
