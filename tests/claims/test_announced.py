"""Who took what a party to the war announces as taken."""

from __future__ import annotations

import pytest

from fogline.claims.announced import announced
from fogline.claims.attribution import speech_over
from fogline.claims.proposition import Proposition
from fogline.records import ClaimType, Name
from tests.claims.reports import scene


def _takers(raw: str, act: str, kind: ClaimType = ClaimType.CAPTURE, actors: tuple[Name, ...] = ()) -> list[str]:
    """Who takes by an act for which nobody was found."""
    report = scene(raw)
    word = next(t for t in report.doc if t.text == act)
    told = Proposition(word, kind, actors=actors, place=Name("Karsin"))
    return [name.text for name in announced(told, speech_over(word, report), report).actors]


@pytest.mark.parametrize(
    ("raw", "act", "taker"),
    [
        ("Russia's defence ministry announced the liberation of Karsin.", "liberation", "Russian forces"),
        ("Russian troops left Dor. The Russian army claimed the capture of Karsin.", "capture", "Russian army"),
        ("M23 announced the capture of Karsin.", "capture", "M23"),
        ("Karsin had been liberated, the Russian army said.", "liberated", "Russian army"),
    ],
)
def test_the_side_that_announces_it(raw: str, act: str, taker: str) -> None:
    assert _takers(raw, act) == [taker]


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        ("M23 admitted the capture of Karsin.", "capture"),
        ("M23 denied the liberation of Karsin.", "liberation"),
        ("M23 announced the fall of Karsin.", "fall"),
        ("M23 announced the loss of Karsin.", "loss"),
        ("Karsin had been captured, the Russian army said.", "captured"),
        ("The United Nations announced the capture of Karsin.", "capture"),
        ("Airwars announced the liberation of Karsin.", "liberation"),
        ("Residents hailed the liberation of Karsin.", "liberation"),
        ("France hailed the liberation of Karsin.", "liberation"),  # its army is not told to be there
        ("M23 said that some had recaptured Karsin.", "recaptured"),
    ],
)
def test_not_of_a_loss_and_not_by_who_looks_on(raw: str, act: str) -> None:
    assert _takers(raw, act) == []


def test_only_captures_and_only_where_nobody_is_told() -> None:
    raw = "M23 announced the capture of Karsin."
    assert _takers(raw, "capture", ClaimType.ATTACK) == []
    assert _takers(raw, "capture", actors=(Name("Seleka"),)) == ["Seleka"]
