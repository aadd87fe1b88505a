"""Where claims are asked for that name no place, figures that are told once, and charges that others tell too."""

from __future__ import annotations

from fogline.control import dispute
from fogline.control.settings import Settings, lay, spellings
from fogline.records import DisputeKind
from tests.control.cases import corpus, days
from tests.control.sentences import say

NAMED = say("Brown fighters entered Elm.", "entered", "advance", "brown", at=1, place="elm", when=days(5))
DEAD = say("Fifteen civilians were killed.", "killed", "harm", None, None, at=60, place=None, when=days(5))


def near(*claims):
    known = {claim.claim_id: claim for claim in claims}
    settings = Settings.of(lay(claims), known, spellings(claims))
    return {key: [c.claim_id for c in told] for key, told in settings.named.items()}


def test_a_claim_without_a_place_may_be_of_the_place_that_the_sentence_before_names():
    assert near(NAMED, DEAD) == {"elm": [DEAD.claim_id]}


def test_its_own_sentence_counts_before_the_one_before():
    other = say("A road was cut at Fir.", "cut", "close", None, at=40, place="fir", when=days(5))
    own = say(
        "At Fir a nurse counted fifteen civilians dead.", "dead", "harm", None, None, at=80, place=None, when=days(5)
    )
    assert near(NAMED, other, own) == {"fir": [own.claim_id]}


def test_what_is_told_far_below_may_be_of_anywhere():
    far = say("Fifteen civilians were killed.", "killed", "harm", None, None, at=900, place=None, when=days(5))
    assert near(NAMED, far) == {}


def test_figures_without_a_place_are_compared_where_they_are_told():
    toll = say("Forty civilians were killed in Elm.", "killed", "harm", None, None, place="elm", when=days(5), report="r2", says="watch")  # fmt: skip
    (found,) = dispute(corpus(NAMED, DEAD, toll))
    assert found.kind is DisputeKind.FIGURE
    assert {claim_id for side in found.sides for claim_id in side.claim_ids} == {DEAD.claim_id, toll.claim_id}


def test_figures_compared_under_two_places_are_told_once_with_all_their_claims():
    both = "Brown fighters entered Elm and Fir."
    entered = [say(both, "entered", "advance", "brown", at=1, place=place, when=days(5)) for place in ("elm", "fir")]
    tolls = [
        say(f"Forty civilians were killed in {town}.", "killed", "harm", None, None, place=town.lower(), when=days(5), report=report, says="watch")
        for town, report in (("Elm", "r2"), ("Fir", "r3"))
    ]  # fmt: skip
    (found,) = dispute(corpus(*entered, DEAD, *tolls))
    told = {side.value: set(side.claim_ids) for side in found.sides}
    assert told == {"15 people dead": {DEAD.claim_id}, "40 people dead": {c.claim_id for c in tolls}}


def test_a_charge_that_is_denied_in_its_sentence_is_denied_wherever_else_it_is_told():
    charge = say("The ministry accused Brown of shelling Elm, which Brown denies.", "shelling", "attack", "brown", place="elm", when=days(5))  # fmt: skip
    told = say("Brown gunners shelled Elm, elders said.", "shelled", "attack", "brown", place="elm", when=days(5), says="elders", report="r2")  # fmt: skip
    (found,) = dispute(corpus(charge, told))
    sides = [set(side.claim_ids) for side in found.sides]
    assert {charge.claim_id} in sides
    assert any(told.claim_id in side for side in sides)


def test_a_denial_behind_a_semicolon_answers_what_stands_before_it():
    told = say("Elders said that Brown shelled Elm; Brown denied it.", "shelled", "attack", "brown", place="elm", says="elders", when=days(5))  # fmt: skip
    plain = say("Elders said that Brown shelled Elm.", "shelled", "attack", "brown", place="elm", says="elders", when=days(5))  # fmt: skip
    assert [found.kind for found in dispute(corpus(told))] == [DisputeKind.DENIAL]
    assert dispute(corpus(plain)) == ()


def test_what_somebody_rejects_being_accused_of_is_denied_though_it_was_read_as_told():
    read = say("Brown rejected accusations of shelling Elm.", "shelling", "attack", "brown", place="elm", when=days(5))
    (found,) = dispute(corpus(read))
    assert [side.claim_ids for side in found.sides] == [(read.claim_id,), (read.claim_id,)]


def test_what_is_told_behind_yet_stands_against_a_denial_before_it():
    told = say("White denies any part, yet elders said that White sent men to Elm.", "sent", "deploy", "white", place="elm", says="elders", when=days(5))  # fmt: skip
    assert [found.kind for found in dispute(corpus(told))] == [DisputeKind.DENIAL]
