"""Flags over a place: whose they are holds it."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, told


def ground(raw: str) -> list[Told]:
    """What a report tells of taken and held places."""
    return [line for line in told(raw) if line.type in ("capture", "hold")]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Russian tricolours were filmed over the courthouse in Goma.", Told("capture", "Russia", None, "Goma")),
        ("A Russian flag went up over Goma.", Told("capture", "Russia", None, "Goma")),
        ("Russia's banner now hangs from the old post office of Goma.", Told("hold", "Russia", None, "Goma")),
        ("The flag of M23 flies over Goma.", Told("hold", "M23", None, "Goma")),
    ],
)
def test_whose_flag_is_over_a_place(raw: str, expected: Told) -> None:
    assert expected in ground(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "The Russian flag flew over the embassy in Goma.",
        "The Russian flag was shown on television in Goma.",
        "A Red Cross flag flew over the hospital in Goma.",
        "Protesters burnt Russian flags in Goma.",
        "Russia's flag was taken down from the post office in Goma.",
        "A flag was filmed over the courthouse in Goma.",
        "Crowds with Russian flags gathered in Goma.",
    ],
)
def test_a_flag_that_holds_nothing(raw: str) -> None:
    assert ground(raw) == []


def test_a_flag_that_may_go_up_is_no_fact() -> None:
    assert all(line.status != "asserted" for line in ground("The Russian flag could soon go up over Goma."))


def test_a_flag_that_is_there_no_longer() -> None:
    assert Told("hold", "M23", None, "Goma", "denied") in ground("The M23 flag no longer flies over Goma.")
