"""Views are known by marks: a mark is another one where anything of a view is."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from fogline.ledger.marked_views import mark_of_dispute, mark_of_event, mark_of_holding
from fogline.records import (
    Basis,
    ClaimType,
    Control,
    Dispute,
    DisputeKind,
    Event,
    Figure,
    Grade,
    Holding,
    Name,
    Period,
    Side,
    Status,
)

DAY, NEXT = date(2020, 3, 6), date(2020, 3, 7)
ELM, FIR = Name("Elm", "place:elm"), Name("Fir", "place:fir")
EVENT = Event(ClaimType.CAPTURE, ELM, (FIR,), (), Period(DAY, DAY, Basis.STATED), Status.ASSERTED, ("a", "b"), 1)
HOLDING = Holding(ELM, FIR, Control.HELD, DAY, None, None, ("a",), (), 1, Grade("F", 3))
DISPUTE = Dispute("who held Elm", DisputeKind.DENIAL, ELM, (Side("it fell", ("Fir",), ("a", "b"), 1),))
OTHERS = {
    "type": ClaimType.CLASH, "place": FIR, "actors": (ELM,), "targets": (ELM,), "status": Status.DENIED,
    "period": Period(DAY, DAY, Basis.INFERRED), "claim_ids": ("a",), "origins": 2, "grade": Grade("B", 3),
    "figures": (Figure("dead", 1, 2, 3, ("a",)),), "holder": None, "first": NEXT, "last": NEXT, "since": DAY,
    "supports": ("b",), "opposes": ("b",), "reason": "left", "guessed": ("a",), "fights": ("b",),
    "attribute": "whether Elm fell", "kind": DisputeKind.FIGURE,
    "sides": (Side("it fell", ("Fir",), ("b", "a"), 1),),
}  # fmt: skip
OTHER_STATUS = {Holding: Control.CONTESTED, Event: Status.POSSIBLE}
VIEWS = ((EVENT, mark_of_event), (HOLDING, mark_of_holding), (DISPUTE, mark_of_dispute))
CASES = [(view, mark, f.name) for view, mark in VIEWS for f in fields(view) if f.init]  # type: ignore[arg-type]


@pytest.mark.parametrize(("view", "mark", "name"), CASES, ids=[f"{type(v).__name__} {n}" for v, _, n in CASES])
def test_a_mark_is_another_one_where_anything_is(view, mark, name):
    other = OTHER_STATUS[type(view)] if name == "status" else OTHERS[name]
    assert mark(replace(view, **{name: other})) != mark(view)


def test_a_mark_is_the_same_for_the_same_view():
    for view, mark in VIEWS:
        assert mark(replace(view)) == mark(view)


@pytest.mark.parametrize("side", [("it fell", ("Fir",), ("a", "b"), 2), ("it fell", ("Elm",), ("a", "b"), 1)])
def test_a_mark_tells_the_sides_of_a_dispute(side):
    assert mark_of_dispute(replace(DISPUTE, sides=(Side(*side),))) != mark_of_dispute(DISPUTE)
