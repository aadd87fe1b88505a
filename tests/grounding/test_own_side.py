"""Nobody fights his own side."""

from __future__ import annotations

import pytest

from fogline.grounding.own_side import of_two_sides
from fogline.grounding.roster import Roster
from fogline.records import Anchor, Claim, ClaimType, Name

REBELS, TALIBAN = Name("insurgents", "side:AF:rebels"), Name("Taliban", "group:taliban")
ARMY, STATE = Name("Afghan army", "military:AF"), Name("government", "state:AF")

TROOPS, BARE = Name("army", "actor:~army"), Name("government forces", "actor:~government forces")


def claim(sentence: str, actors: tuple[Name, ...], targets: tuple[Name, ...], kind: ClaimType) -> Claim:
    """A claim of one sentence, its act the first word."""
    act = Anchor("r", 0, len(sentence.split(maxsplit=1)[0]), sentence.split(maxsplit=1)[0])
    return Claim(Anchor("r", 0, len(sentence), sentence), act, kind, actors, targets)


@pytest.mark.parametrize(
    ("sentence", "actors", "targets", "left"),
    [
        ("Khanabad was retaken from the Taliban.", (REBELS,), (TALIBAN,), ((), (TALIBAN,))),
        ("Insurgents seized Khanabad.", (REBELS,), (TALIBAN,), ((REBELS,), ())),
        ("The Taliban seized Khanabad.", (TALIBAN,), (REBELS,), ((TALIBAN,), ())),
        ("Losing Khanabad, the government fled.", (ARMY,), (STATE,), ((), (STATE,))),
        ("Troops were driven out of Khanabad.", (TROOPS,), (BARE,), ((), (BARE,))),
        ("Soldiers took Khanabad.", (ARMY,), (Name("soldiers", "military:AF"),), ((ARMY,), ())),
        ("The army took Khanabad from the Taliban.", (ARMY,), (TALIBAN,), ((ARMY,), (TALIBAN,))),
    ],
)
def test_a_side_does_not_fight_its_own(sentence: str, actors, targets, left) -> None:
    told = of_two_sides(claim(sentence, actors, targets, ClaimType.CAPTURE), Roster.load())
    assert (told.actors, told.targets) == left


def test_other_acts_are_left() -> None:
    made = claim("Insurgents joined the Taliban.", (REBELS,), (TALIBAN,), ClaimType.FORM)
    assert of_two_sides(made, Roster.load()) is made
