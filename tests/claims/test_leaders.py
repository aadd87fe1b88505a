"""Leaders that a report tells in passing, as those whose group it is."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, told


def ties(raw: str) -> list[Told]:
    """The ties that a report tells of."""
    return [line for line in told(raw) if line.type == "form"]


def test_whose_group_it_is_leads_it() -> None:
    raw = "The Syrian Democratic Forces of Mazlum Abdi met envoys in Raqqa."
    assert ties(raw) == [Told("form", "Mazlum Abdi", "Syrian Democratic Forces", None)]


@pytest.mark.parametrize(
    "raw",
    ["The Syrian Democratic Forces of Raqqa met envoys.", "The visit of Mazlum Abdi to Raqqa was short."],
)
def test_a_place_or_a_visit_has_no_leader(raw: str) -> None:
    assert ties(raw) == []
