"""From the name of a party to the actor that it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.roster import Roster
from fogline.grounding.sides import actor_of
from fogline.records import ActorKind, Name

ROSTER = Roster.load()


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        (Name("the army", "military:PE"), "military:PE"),
        (Name("Lima", "country:PE"), "state:PE"),
        (Name("Renamo"), "group:renamo"),
        (Name("Reuters"), "agency:reuters"),
        (Name("men of nobody", "group:no-such"), "actor:~men of nobody"),
        (Name("Green Hill Front"), "actor:~green hill front"),
    ],
)
def test_who_it_is(name: Name, actor_id: str) -> None:
    assert actor_of(name, ROSTER).actor_id == actor_id


def test_an_unknown_party_with_a_name_is_told_from_one_without() -> None:
    assert actor_of(Name("Green Hill Front"), ROSTER).kind is ActorKind.OTHER
    assert actor_of(Name("two security sources"), ROSTER).kind is ActorKind.UNNAMED


def test_the_main_country_decides_between_two_of_one_acronym() -> None:
    assert actor_of(Name("GIA"), ROSTER, home="DZ").actor_id == "group:armed-islamic-group"


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=30))
def test_any_name_has_an_actor_and_spelling_by_habit_makes_no_other(name: str) -> None:
    actor = actor_of(Name(name), ROSTER)
    assert actor.actor_id
    assert actor_of(Name(name), ROSTER) == actor
    if actor.actor_id.startswith("actor:~"):
        assert actor_of(Name(f"{name} "), ROSTER).actor_id == actor.actor_id
