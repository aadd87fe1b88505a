"""What is told of one and then, by "so", of another."""

from __future__ import annotations

import pytest

from fogline.claims.likewise import likewise
from fogline.claims.proposition import Proposition
from fogline.records import ClaimType, Name
from tests.claims.reports import scene


def _told(raw: str, act: str, kind: ClaimType, place: str | None, actor: str) -> list[tuple[str, str | None]]:
    """The actor and place of what the last sentence tells, where the first told the given."""
    report = scene(raw)
    word = next(t for t in report.doc if t.text == act)
    first = Proposition(word, kind, actors=(Name(actor),), place=Name(place) if place else None)
    last = report.doc.sents[-1]
    before = [first] if word.sent is not last else []
    made = list(likewise([] if before else [first], before, last, report))
    return [(one.actors[0].text, one.place.text if one.place else None) for one in made if one.act is not word]


@pytest.mark.parametrize(
    ("raw", "act", "told"),
    [
        ("Goma is held by the army. So is Bukavu.", "held", ("army", "Bukavu")),
        ("Goma remains Congolese. So does Bukavu.", "remains", ("army", "Bukavu")),
        ("Goma remains Congolese, and so does Bukavu.", "remains", ("army", "Bukavu")),
    ],
)
def test_the_same_of_another_place(raw: str, act: str, told: tuple[str, str]) -> None:
    assert _told(raw, act, ClaimType.HOLD, "Goma", "army") == [told]


def test_the_same_of_another_party() -> None:
    raw = "The Congolese army has withdrawn. So has M23."
    assert _told(raw, "withdrawn", ClaimType.WITHDRAW, None, "army") == [("M23", None)]


@pytest.mark.parametrize(
    "raw",
    ["Goma is held by the army. So it does what it wants.", "Goma is held by the army. So Bukavu is calm."],
)
def test_so_that_tells_what_follows_joins_nothing(raw: str) -> None:
    assert _told(raw, "held", ClaimType.HOLD, "Goma", "army") == []


def test_talks_are_not_told_again() -> None:
    assert _told("The army talks. So does M23.", "talks", ClaimType.MEET, "Goma", "army") == []
