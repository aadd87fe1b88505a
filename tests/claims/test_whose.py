"""What is somebody's, he holds."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, told


def ground(raw: str) -> list[Told]:
    """What a report tells of taken and held places."""
    return [line for line in told(raw) if line.type in ("capture", "hold")]


@pytest.mark.parametrize(
    ("raw", "holder", "place"),
    [
        ("Goma is still the army's.", "army", "Goma"),
        ("The airport and the town of Goma are the army's now.", "army", "Goma"),
        ("M23 fought the army in Goma. Most of Goma is now M23's own.", "M23", "Goma"),
        ("M23 said that Goma was theirs.", "M23", "Goma"),
        ("Goma, M23 said, was theirs from May to June.", "M23", "Goma"),
        ('M23 fought the army. "Goma is ours," an M23 commander said.', "M23", "Goma"),
    ],
)
def test_whose_a_place_is(raw: str, holder: str, place: str) -> None:
    assert Told("hold", holder, None, place) in ground(raw)


def test_whose_it_is_not() -> None:
    assert Told("hold", "army", None, "Goma", "denied") in ground("Goma is not the army's, he said.")


@pytest.mark.parametrize(
    "raw",
    ["M23 entered Bukavu. In ten minutes Goma was theirs.", "M23 entered Bukavu. Goma is M23's again, a priest said."],
)
def test_what_was_not_somebodys_before_is_taken(raw: str) -> None:
    assert Told("capture", "M23", None, "Goma") in ground(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "The choice is theirs, the army said in Goma.",
        "The houses of Goma are the army's, a priest said.",
        "A friend of theirs left Goma.",
        "Goma was the army's concern.",
    ],
)
def test_what_is_no_place_is_held_by_nobody(raw: str) -> None:
    assert ground(raw) == []
