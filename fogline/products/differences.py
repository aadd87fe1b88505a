"""What of the record a judgement changed: rows of the views before and after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, TypeVar

from fogline.products.wording import enumerated
from fogline.records import Dispute, Event, Holding, Period, Views
from fogline.records.sources import key_of

Row = dict[str, Any]
View = TypeVar("View", Event, Dispute)
Told = Mapping[str, str]  # what a view says, in words, by what it says it of


def differences(before: Views, after: Views) -> list[Row]:
    """A row for each report, holding, event and dispute that is another one now, and for each view whose number is.

    Shape: `what` is changed, `of` which report, place or happening (`None` for a number), from `before` to `after`, in
    words; `report` repeats the id of a report; `ids` are those of the row before and after it, where it has ids.
    What differs only in the keys of names, and reads the same, is left out.
    """
    rows = []
    for what, tell in _VIEWS.items():
        one, other = tell(before), tell(after)
        rows += [
            _row(what, report, one.get(report), other.get(report), report=report)
            for report in sorted(one.keys() | other.keys())
            if one.get(report) != other.get(report)
        ]
    rows += _holdings(before.holdings, after.holdings)
    rows += _pairs("event", before.events, after.events, _event, lambda e: (e.event_id, frozenset(e.claim_ids)))
    rows += _pairs("dispute", before.disputes, after.disputes, _dispute, _of_dispute)
    rows += [
        _row(what, None, str(count(before)), str(count(after)))
        for what, count in _NUMBERS.items()
        if count(before) != count(after)
    ]
    return rows


def _row(
    what: str, of: str | None, before: str | None, after: str | None, *, report: str | None = None,
    ids: tuple[str | None, str | None] = (None, None),
) -> Row:  # fmt: skip
    return {"what": what, "of": of, "before": before, "after": after, "report": report, "ids": list(ids)}


def _kin(views: Views) -> Told:
    found: dict[str, str] = {}
    for k in views.lineage.kin:
        before = f"{found[k.report_id]}, " if k.report_id in found else ""
        found[k.report_id] = f"{before}{k.relation} of {k.source}"
    return found


def _origins(views: Views) -> Told:
    found = {}
    for origin in views.lineage.origins:
        by = f" by {origin.agency}" if origin.agency else ""
        found.update({r: f"{_with(r, origin.report_ids)}{by}" for r in origin.report_ids})
    return found


def _days(views: Views) -> Told:
    return {r: f"{d.day} ({d.basis} from {d.ground})" for r, d in views.lineage.days.items()}


def _stories(views: Views) -> Told:
    return {r: _with(r, story.report_ids) for story in views.lineage.stories for r in story.report_ids}


def _with(report: str, together: Iterable[str]) -> str:
    others = [r for r in together if r != report]
    return f"with {', '.join(others)}" if others else "alone"


def _holdings(before: Sequence[Holding], after: Sequence[Holding]) -> Iterator[Row]:
    """Place by place the holdings that are gone, beside those that came: the first beside the first, by their days."""
    gone, come = _by_place(set(before) - set(after)), _by_place(set(after) - set(before))
    for key in sorted(gone.keys() | come.keys()):
        for one, other in zip_longest(gone.get(key, ()), come.get(key, ())):
            if one and other and _seen(one) == _seen(other):
                continue  # only keys of names differ, which nobody sees
            place = (other or one).place.text
            told = _holding(one) if one else None, _holding(other) if other else None
            ids = one.holding_id if one else None, other.holding_id if other else None
            yield _row("holding", place, *told, ids=ids)


def _by_place(holdings: Iterable[Holding]) -> dict[str, list[Holding]]:
    found: dict[str, list[Holding]] = {}
    for holding in sorted(holdings, key=lambda h: (h.first, h.holding_id)):
        found.setdefault(key_of(holding.place), []).append(holding)
    return found


def _seen(holding: Holding) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    return holding.place.text, _holding(holding), holding.supports, holding.opposes


def _holding(holding: Holding) -> str:
    by = f" by {holding.holder.text}" if holding.holder else ""
    days = f"{holding.first} to {holding.last}" if holding.last else f"from {holding.first}"
    count = f"{len(holding.supports)} for, {len(holding.opposes)} against"
    return f"{holding.place.text} {holding.status}{by}, {days}, {holding.grade}, origins {holding.origins}, {count}"


def _event(event: Event) -> str:
    who = " by " + enumerated([name.text for name in event.actors]) if event.actors else ""
    where = f" at {event.place.text}" if event.place else ""
    days = f", {_period(event.period)}" if event.period else ""
    figures = "".join(f", {f.unit} {f.low} to {f.high}" for f in event.figures)
    count = f"origins {event.origins}, claims {len(event.claim_ids)}"
    return f"{event.status} {event.type}{who}{where}{days}, {event.grade}, {count}{figures}"


def _dispute(dispute: Dispute) -> str:
    sides = (f"{', '.join(side.speakers)}: {side.value} (origins {side.origins})" for side in dispute.sides)
    return f"{dispute.attribute}: {' | '.join(sides)}"


def _of_dispute(dispute: Dispute) -> tuple[str, frozenset[str]]:
    return dispute.dispute_id, frozenset(claim for side in dispute.sides for claim in side.claim_ids)


def _period(period: Period) -> str:
    return f"{period.first}" if period.first == period.last else f"{period.first} to {period.last}"


def _pairs(
    what: str, before: Sequence[View], after: Sequence[View], tell: Callable[[View], str],
    claims_of: Callable[[View], tuple[str, frozenset[str]]],
) -> Iterator[Row]:  # fmt: skip
    """Each row that is gone beside every new one that shares claims with it; those that share none alone."""
    same = set(before) & set(after)
    gone = {claims_of(x): x for x in before if x not in same}
    come = {claims_of(x): x for x in after if x not in same}
    homes: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for key in come:
        for claim_id in key[1]:
            homes.setdefault(claim_id, []).append(key)
    pairs: list[tuple[View | None, View | None, tuple[str | None, str | None]]] = []
    for key, one in gone.items():
        others = sorted({home for claim_id in key[1] for home in homes.get(claim_id, ())}, key=lambda k: k[0])
        pairs += [(one, come[other], (key[0], other[0])) for other in others]
        if not others:
            pairs.append((one, None, (key[0], None)))
    met = {ids[1] for _, _, ids in pairs}
    pairs += [(None, other, (None, key[0])) for key, other in come.items() if key[0] not in met]
    for old, new, ids in sorted(pairs, key=lambda pair: sorted(i for i in pair[2] if i)):
        shown = new or old
        unseen = old is not None and new is not None and ids[0] == ids[1] and tell(old) == tell(new)
        if shown is not None and not unseen:
            yield _row(what, _of(shown), tell(old) if old else None, tell(new) if new else None, ids=ids)


def _of(view: Event | Dispute) -> str:
    where = view.place.text if view.place else "no place"
    return where if isinstance(view, Dispute) else f"{view.type} at {where}" if view.place else str(view.type)


_VIEWS: Mapping[str, Callable[[Views], Told]] = {
    "kin": _kin, "origin": _origins, "day": _days, "story": _stories,
}  # fmt: skip
_NUMBERS: Mapping[str, Callable[[Views], int]] = {
    "origins": lambda views: len(views.lineage.origins),
    "stories": lambda views: len(views.lineage.stories),
    "alterations": lambda views: len(views.lineage.alterations),
    "events": lambda views: len(views.events),
    "holdings": lambda views: len(views.holdings),
    "disputes": lambda views: len(views.disputes),
}
