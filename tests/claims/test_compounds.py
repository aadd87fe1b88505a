"""Claims inside a compound."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, told


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Houthi-controlled Hodeidah was hit by air strikes.", Told("hold", "Houthi", None, "Hodeidah")),
        ("Warplanes bombed rebel-held Idlib.", Told("hold", "rebel", None, "Idlib")),
        ("Government-held Aleppo was shelled.", Told("hold", "government", None, "Aleppo")),
        ("Syrian rebels fled as warplanes bombed rebel-held Idlib.", Told("hold", "Syrian rebels", None, "Idlib")),
    ],
)
def test_who_holds_a_place(raw: str, expected: Told) -> None:
    assert expected in told(raw)


def test_who_backs_an_actor() -> None:
    (line,) = [t for t in told("The US-backed Syrian Democratic Forces captured Raqqa.") if t.type == "support"]
    assert line.actor is not None
    assert line.actor.removeprefix("The ") == "US"
    assert line.target == "Syrian Democratic Forces"


@pytest.mark.parametrize(
    "raw",
    [
        "Hezbollah was quiet. The Iran-backed group sent men to Homs.",
        "Iranian-backed fighters left Homs.",
    ],
)
def test_a_country_backs_by_its_name_or_its_adjective(raw: str) -> None:
    (line,) = [t for t in told(raw) if t.type == "support"]
    assert line.actor == "Iran"


@pytest.mark.parametrize(
    "raw", ["Battery-powered drones are cheap.", "A well-run town near Homs is calm.", "He held Homs dear."]
)
def test_other_compounds_tell_nothing_of_the_kind(raw: str) -> None:
    assert [t for t in told(raw) if t.type in ("hold", "support")] == []


@pytest.mark.parametrize(
    ("raw", "holder"),
    [
        ("The army-held town of Homs was shelled by the rebels.", "army"),
        ("Rebels shelled the separatist-held town of Homs.", "separatist"),
        ("The militia-held town of Homs was shelled by the rebels.", "militia"),
    ],
)
def test_a_common_word_holds_too(raw: str, holder: str) -> None:
    assert [line.actor for line in told(raw) if line.type == "hold"] == [holder]
