"""Governments that go by a name of their own."""

from fogline.control.sides import weigh
from fogline.records import Actor, ActorKind, Corpus, Name

ARMY = Actor("army", "Landian army", ActorKind.MILITARY, country="XA", side="state")
ACCORD = Actor("accord", "Accord Council", ActorKind.STATE, country="XA")


def side(key, *actors):
    return weigh(Corpus((), {}, {a.actor_id: a for a in actors})).side(Name(key.title(), key))


def test_a_government_without_a_side_is_on_the_side_of_its_states_army():
    assert side("accord", ARMY, ACCORD) == side("army", ARMY, ACCORD) == "state"


def test_two_governments_of_one_state_are_each_their_own():
    rival = Actor("rival", "Rival Council", ActorKind.STATE, country="XA")
    assert side("accord", ARMY, ACCORD, rival) == "accord"


def test_a_government_of_a_state_without_an_army_is_its_own():
    assert side("accord", ACCORD) == "accord"
