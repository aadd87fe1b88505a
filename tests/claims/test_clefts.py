"""Who is singled out did it."""

from __future__ import annotations

import pytest

from tests.claims.reports import read


@pytest.mark.parametrize(
    ("raw", "actor", "status"),
    [
        ("It was the army and not the rebels that took Karsin.", "army", "asserted"),
        ("It was the army, not the rebels, that took Karsin.", "army", "asserted"),
        ("It was not the rebels but the army that took Karsin.", "army", "asserted"),
        ("It was the army that took Karsin.", "army", "asserted"),
        ("It was not the rebels who took Karsin.", "rebels", "denied"),
        ("It was not until May that the army took Karsin.", "army", "asserted"),
        ("It was not only the rebels who took Karsin.", "rebels", "asserted"),
        ("It was not the rebels alone that took Karsin.", "rebels", "asserted"),
        ("It was not the first army that captured Karsin.", "army", "asserted"),
    ],
)
def test_who_is_singled_out(raw: str, actor: str, status: str) -> None:
    [claim] = [c for c in read(raw).claims or () if c.type == "capture"]
    assert ([n.text for n in claim.actors], claim.status) == ([actor], status)


@pytest.mark.parametrize(
    ("raw", "actors"),
    [
        ("Dorn visited Karsin after what he called the destruction of the city.", []),
        ("The rebels called their strike on Karsin a success.", ["rebels"]),
        ("The army called in air strikes on Karsin.", ["army"]),
    ],
)
def test_who_gives_it_a_name_did_not_do_it(raw: str, actors: list[str]) -> None:
    assert {n.text for c in read(raw).claims or () if c.type == "attack" for n in c.actors} == set(actors)
