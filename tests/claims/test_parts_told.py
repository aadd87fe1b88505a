"""What is part of a place, lies around it or in it goes by its own words; who holds it does not hold the place."""

from __future__ import annotations

import pytest

from tests.claims.reports import told

GROUND = ("capture", "hold", "withdraw")


def ground(raw: str) -> set[tuple[str, str | None, str | None]]:
    """What a report tells of places: the type, who, and where."""
    return {(line.type, line.actor, line.place) for line in told(raw) if line.type in GROUND}


@pytest.mark.parametrize(
    ("raw", "kind", "place"),
    [
        ("The rebels still hold the western part of Homs.", "hold", "western part of Homs"),
        ("Fighting went on in Homs. The rebels hold the western part of the city.", "hold", "western part of Homs"),
        ("The rebels hold the hills around Homs.", "hold", "hills around Homs"),
        ("The rebels hold the heights overlooking Homs.", "hold", "heights overlooking Homs"),
        (
            "The army took control of the presidential palace in Homs on Friday.",
            "capture",
            "presidential palace in Homs",
        ),
        ("The rebels seized the army's headquarters in Homs.", "capture", "army's headquarters in Homs"),
        ("The rebels seized all army bases in Homs.", "capture", "army bases in Homs"),
        ("The army left the southern outskirts of Homs.", "withdraw", "southern outskirts of Homs"),
        ("The rebels took Homs.", "capture", "Homs"),
        ("The rebels hold half of Homs.", "hold", "Homs"),
        ("The rebels hold the city of Homs.", "hold", "Homs"),
        ("The rebels hold Homs and the hills around it.", "hold", "Homs"),
        ("The army withdrew from its base in Homs.", "withdraw", "Homs"),
        ("The army recaptured the district of Karam in Homs.", "capture", "Karam"),
    ],
)
def test_a_part_or_a_site_goes_by_its_own_words(raw: str, kind: str, place: str) -> None:
    assert {(k, p) for k, _, p in ground(raw)} == {(kind, place)}


def test_who_holds_the_hills_does_not_hold_the_town() -> None:
    raw = "The army holds Homs but the rebels hold the hills around it."
    assert ground(raw) == {("hold", "army", "Homs"), ("hold", "rebels", "hills around Homs")}


@pytest.mark.parametrize(
    ("raw", "held"),
    [
        (
            "Fighting went on in Homs. The northern half of the town is held by rebels and the south by the army.",
            {("hold", "rebels", "northern half of Homs"), ("hold", "army", "south of Homs")},
        ),
        (
            "Homs is held by the rebels and Idlib by the army.",
            {("hold", "rebels", "Homs"), ("hold", "army", "Idlib")},
        ),
        ("Homs is held by the rebels and the army.", {("hold", "rebels+army", "Homs")}),
    ],
)
def test_behind_a_passive_each_holds_his_own(raw: str, held: set[tuple[str, str, str]]) -> None:
    assert ground(raw) == held


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("Homs, the last rebel-held city in Syria, is under siege.", "Homs"),
        ("Homs is the last rebel-held city in Idlib.", "Homs"),
        ("The army shelled a rebel-held town in Idlib.", "town in Idlib"),
        ("Rebel-held areas in Idlib were shelled.", "Idlib"),
        ("Rebel-held Homs was shelled.", "Homs"),
    ],
)
def test_a_held_town_in_a_province_is_not_the_province(raw: str, place: str) -> None:
    assert {p for kind, _, p in ground(raw) if kind == "hold"} == {place}


@pytest.mark.parametrize(
    ("raw", "holds"),
    [
        ("Russian troops stationed in Homs left on Monday.", False),
        ("Somali troops who were based in Homs left on Monday.", False),
        ("The rebels seized the army's headquarters in Homs.", False),
        ("Russian troops stationed in Homs attacked Idlib on Monday.", True),
        ("Russian troops based in Homs left Idlib on Monday.", True),
        ("The army has its headquarters in Homs.", True),
    ],
)
def test_who_has_left_is_not_there(raw: str, holds: bool) -> None:
    assert any(kind == "hold" for kind, _, _ in ground(raw)) is holds


def test_beyond_his_control_is_not_his() -> None:
    raw = "Homs and Idlib remain beyond the rebels' control."
    assert {(line.place, line.status) for line in told(raw)} == {("Homs", "denied"), ("Idlib", "denied")}


def test_the_place_itself_is_told_with_what_lies_around_it() -> None:
    raw = "The rebels captured the hills above Goma and then the town itself."
    assert "Goma" in {line.place for line in told(raw)}
