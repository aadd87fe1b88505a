"""Claims whose verb or noun is left out."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, told


def ground(raw: str) -> list[Told]:
    """What a report tells of taken and held places."""
    return [line for line in told(raw) if line.type in ("capture", "hold")]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("The army controls two thirds of Goma and M23 the rest.", Told("hold", "M23", None, "rest of Goma")),
        ("The army retains the west of Goma and M23 the east.", Told("hold", "M23", None, "east of Goma")),
        ("The army took Sake on Monday and M23 Goma on Tuesday.", Told("capture", "M23", None, "Goma")),
        ("The army holds the west of Goma and the Muslims the east.", Told("hold", "Muslims", None, "east of Goma")),
        ("Uganda holds the town of Sake and Rwanda the town of Goma.", Told("hold", "Rwanda", None, "Goma")),
    ],
)
def test_who_holds_what_in_a_second_part_without_a_verb(raw: str, expected: Told) -> None:
    found = ground(raw)
    assert expected in found
    assert [line.actor for line in found if line.place == expected.place] == [expected.actor]


@pytest.mark.parametrize(
    "raw",
    [
        "The army holds Goma, and M23 shelled the east.",
        "The army holds Goma and the M23 stronghold of Sake.",
        "The army took Goma, M23's last bastion, and Sake.",
        "The army holds Goma, and M23, Bukavu radio said, has left.",
    ],
)
def test_no_second_holder_where_nothing_is_left_out(raw: str) -> None:
    assert not [line for line in ground(raw) if line.actor == "M23" and line.place in ("east of Goma", "Bukavu")]


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("The capture of Sake by M23 was followed two days later by that of Goma.", "Goma"),
        ("The fall of Sake and that of Goma to M23 came as a shock.", "Goma"),
    ],
)
def test_that_of_another_place(raw: str, place: str) -> None:
    assert place in [line.place for line in ground(raw) if line.type == "capture"]


def test_a_thing_of_somebody_s_in_a_place_is_no_place() -> None:
    assert ground("The car that burnt in Goma is the army's.") == []


def test_what_neither_holds() -> None:
    found = ground("The army does not hold Homs, nor the rebels Hama.")
    assert Told("hold", "rebels", None, "Hama", "denied") in found


@pytest.mark.parametrize(
    "raw",
    [
        "Goma is the third town that M23 has taken this week, after Sake and Rutshuru.",
        "Goma is the third town to fall to M23 this week.",
        "The third town that M23 took was Goma.",
    ],
)
def test_a_town_that_is_counted_among_those_taken(raw: str) -> None:
    assert Told("capture", "M23", None, "Goma") in ground(raw)


def test_what_is_theirs_is_of_who_says_so() -> None:
    raw = "The army took Goma. The rebels said Goma was theirs."
    assert {line.actor for line in ground(raw) if line.type == "hold"} == {"rebels"}


def test_the_one_place_that_was_read_may_be_that_of_the_second() -> None:
    raw = "Control of Goma is split: M23 has the western and southern wards, the army the eastern suburbs."
    assert ground(raw) == [Told("hold", "army", None, "eastern suburbs of Goma")]
