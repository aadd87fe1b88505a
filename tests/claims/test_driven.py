"""Who is driven out of a place did not take it."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


def ground(raw: str) -> set[tuple[str, str | None, str | None, str | None]]:
    """What a report tells of taken and left places: type, actor, target, place."""
    return {(t.type, t.actor, t.target, t.place) for t in told(raw) if t.type in ("capture", "withdraw")}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "The army fought the rebels. Goma, from which the rebels were driven in May, is calm.",
            ("capture", None, "rebels", "Goma"),
        ),
        (
            "The rebels attacked the army in Goma. The army said on Monday it had been dislodged from Goma.",
            ("capture", None, "army", "Goma"),
        ),
        ("The rebels were dislodged from Goma by the army.", ("capture", "army", "rebels", "Goma")),
    ],
)
def test_those_who_are_driven_out_lost_the_place(
    raw: str, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    assert expected in ground(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "The army fought the rebels. Driven from Goma in June, the rebels fled.",
        "The army fought the rebels. The rebels, driven from Goma in May, have split.",
        "M23 fought the army. The ministry says the intruders were ejected from Goma before sunrise.",
        "The rebels fought the army in Goma. By afternoon, it seems, they had been expelled from Goma.",
    ],
)
def test_they_did_not_take_it(raw: str) -> None:
    assert not [line for line in ground(raw) if line[0] == "capture" and line[1] in ("rebels", "M23")]


@pytest.mark.parametrize(
    ("raw", "taker", "loser"),
    [
        ("Rebels drove the army from Goma.", "rebels", "army"),
        ("The army was driven out of Goma by rebels.", "rebels", "army"),
    ],
)
def test_who_drives_them_out_took_it(raw: str, taker: str, loser: str) -> None:
    assert ("capture", taker, loser, "Goma") in ground(raw)


@pytest.mark.parametrize(
    "raw",
    ["M23 fought the army. Goma was given up to M23 on Tuesday.", "Goma was relinquished by the army to M23."],
)
def test_who_is_given_a_place_took_it(raw: str) -> None:
    found = ground(raw)
    assert [(line[1], line[3]) for line in found if line[0] == "capture"] == [("M23", "Goma")]
    assert not [line for line in found if line[0] == "withdraw" and line[1] == "M23"]


def test_who_gives_a_place_up_left_it() -> None:
    assert ("withdraw", "army", None, "Goma") in ground("The army gave up Goma to M23.")


def test_who_is_left_a_place_holds_it() -> None:
    found = told("M23 fought the army. Goma was left to M23.")
    assert [(t.type, t.actor) for t in found if t.place == "Goma"] == [("hold", "M23")]
    assert ("withdraw", "army", None, "Goma") in ground("The army left Goma to M23.")
