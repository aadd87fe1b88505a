"""What a party says of itself: a taking that nobody answers, a place that it says it still has, history told later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fogline.control import at, dispute, hold
from fogline.records import Basis, Control, DisputeKind, Period, ReportDay
from tests.control.cases import claim, corpus, day, days
from tests.control.sentences import say

# Takings by brown that outsiders tell, and what green says of itself afterwards.
TAKEN = claim("capture", "brown", when=days(5), says="watch", report="r1")
RETAKEN = claim("capture", "green", when=days(9), says="green", report="r2")
FOES = claim("clash", "green", "brown", place="bray", when=days(1), report="r9")
STILL = "Our troops still hold Alder."


def on(number, *claims, told):
    """The holder and the status of Alder on a day of May."""
    found = [h for h in at(hold(corpus(*claims, told=told)), day(number)) if h.place.key == "alder"]
    return (found[0].holder.key, found[0].status) if found and found[0].holder else None


def test_a_retaking_told_by_its_side_alone_stands_while_nobody_answers_it():
    told = {"r1": 5, "r2": 9}
    assert on(8, TAKEN, RETAKEN, told=told) == ("brown", Control.HELD)
    assert on(9, TAKEN, RETAKEN, told=told) == ("green", Control.HELD)


@pytest.mark.parametrize(
    "answer",
    [
        claim("hold", "brown", when=days(9), says="watch", report="r3"),
        claim("capture", "green", when=days(9), says="brown", status="denied", report="r3"),
        claim("withdraw", "brown", when=days(14), says="watch", report="r3"),  # they were there until then
    ],
)
def test_it_is_the_word_of_a_party_as_soon_as_somebody_answers_it(answer):
    told = {"r1": 5, "r2": 9, "r3": 14}
    alone = hold(corpus(TAKEN, RETAKEN, told=told))
    answered = hold(corpus(TAKEN, RETAKEN, answer, told=told))
    assert [h.holder.key for h in at(alone, day(9))] == ["green"]
    assert [(h.holder.key, h.status) for h in at(answered, day(9))] != [("green", Control.HELD)]


def test_who_lost_a_place_before_does_not_get_it_back_by_history_told_later():
    retaken = claim("capture", "green", "brown", when=days(16), says="green", report="r1")
    history = claim("capture", "brown", "green", when=days(2), report="r2")
    for number in (16, 20, 30):
        assert on(number, retaken, history, told={"r1": 16, "r2": 20}) == ("green", Control.HELD)
    assert on(15, retaken, history, told={"r1": 16, "r2": 20}) == ("brown", Control.HELD)


def test_a_state_of_whole_months_ends_with_a_taking_in_the_last_of_them():
    retaken = claim("capture", "green", "brown", when=days(28), says="green", report="r1")
    held = claim("hold", "brown", when=Period(date(2020, 3, 1), day(31), Basis.STATED), report="r2")
    record = corpus(retaken, held, told={"r1": 28})
    told = ReportDay(date(2020, 6, 20), Basis.STATED, "published")
    found = hold(
        replace(record, readings=tuple(replace(r, day=told) if r.report_id == "r2" else r for r in record.readings))
    )
    assert [h.holder.key for h in at(found, day(27))] == ["brown"]
    assert [h.holder.key for h in at(found, day(29))] == ["green"]


def test_who_says_that_it_still_has_a_place_answers_a_boast_of_the_days_before():
    boast = claim("capture", "brown", when=days(5), says="brown", report="r1")
    still = say(STILL, "hold", "hold", "green", when=days(6), says="green", report="r2")
    told = {"r1": 5, "r2": 6}
    assert on(6, FOES, boast, still, told=told)[1] is Control.DISPUTED
    (found,) = dispute(corpus(FOES, boast, still, told=told))
    assert found.kind is DisputeKind.RIVAL_HOLDERS
    assert {side.speakers for side in found.sides} == {("Brown Front",), ("Green Army",)}


@pytest.mark.parametrize(
    "state",
    [
        say("Our troops hold Alder.", "hold", "hold", "green", when=days(6), says="green", report="r2"),  # since when?
        say(STILL, "hold", "hold", "green", when=days(4), says="green", report="r2"),  # before it
        say(STILL, "hold", "hold", "green", when=days(20), says="green", report="r2"),  # weeks later
        say(STILL, "hold", "hold", "green", when=days(6), says="watch", report="r2"),  # somebody else says so
    ],
)
def test_a_state_of_another_day_or_by_somebody_else_is_no_answer(state):
    boast = claim("capture", "brown", when=days(5), says="brown", report="r1")
    told = {"r1": 5, "r2": state.period.last.day}
    assert not any(d.kind is DisputeKind.RIVAL_HOLDERS for d in dispute(corpus(FOES, boast, state, told=told)))


def test_a_party_that_says_it_has_the_place_is_heard_though_it_is_alone():
    """A state that one report alone tells counts little, for it may be misread; not so a party's word of itself."""
    boast = claim("capture", "brown", when=days(5), says="brown", report="r1")
    own = say(STILL, "hold", "hold", "green", when=days(6, basis=Basis.PUBLISHED), says="green", report="r2")
    assert on(6, FOES, boast, own, told={"r1": 5, "r2": 6})[1] is Control.DISPUTED


def test_who_did_not_enter_a_place_has_not_taken_it():
    said = "No brown fighters had entered Alder, residents said."
    denied = say(said, "entered", "advance", "brown", when=days(5), says="watch", status="denied", report="r2")
    assert on(5, TAKEN, told={"r1": 5}) == ("brown", Control.HELD)
    assert on(5, TAKEN, denied, told={"r1": 5, "r2": 5}) == ("brown", Control.DISPUTED)


def test_what_was_denied_of_a_rumour_does_not_dispute_the_taking_of_weeks_later():
    rumour = claim("capture", "brown", when=days(5), says="gunmen", report="r1")
    denied = claim("capture", "brown", when=days(5), says="green", status="denied", report="r1")
    taken = claim("capture", "brown", when=days(16), says="brown", report="r2")
    told = {"r1": 5, "r2": 16}
    assert on(6, rumour, denied, told=told)[1] is Control.DISPUTED
    assert on(16, rumour, denied, taken, told=told) == ("brown", Control.HELD)


def test_who_admits_a_leaving_after_a_retaking_takes_no_boast_back():
    boast = claim("capture", "green", when=days(3), says="green", report="r1")
    said = "Brown fighters recaptured Alder on Friday, and the army admitted that its troops had pulled back."
    again = say(said, "recaptured", "capture", "brown", "green", when=days(5), report="r2")
    left = say(said, "pulled", "withdraw", "green", when=days(5), says="green", report="r2")
    assert dispute(corpus(FOES, boast, again, left, told={"r1": 3, "r2": 5})) == ()


def test_a_taking_is_not_its_takers_word_alone_where_the_loser_has_left():
    left = claim("withdraw", "green", when=days(8), says="green", report="r1")
    taken = claim("capture", "brown", when=days(9, basis=Basis.PUBLISHED), says="brown", report="r2")
    assert on(9, FOES, left, taken, told={"r1": 8, "r2": 9}) == ("brown", Control.HELD)


def test_a_denied_loss_is_a_dispute_and_no_quiet_holding():
    boast = claim("capture", "brown", when=days(5), says="brown", report="r1")
    denied = claim("capture", "brown", "green", when=days(6), status="denied", says="green", report="r2")
    assert on(6, FOES, boast, denied, told={"r1": 5, "r2": 6})[1] is Control.DISPUTED
    said = "The army denied that Alder had fallen."
    unnamed = say(said, "fallen", "capture", when=days(6), status="denied", says="green", report="r2")
    assert on(6, FOES, boast, unnamed, told={"r1": 5, "r2": 6})[1] is Control.DISPUTED


def test_who_owns_to_having_left_has_left():
    left = claim("withdraw", "brown", when=days(9), says="brown", report="r2")
    assert on(9, TAKEN, left, told={"r1": 5, "r2": 9}) is None


def test_a_loss_that_is_owned_to_is_the_taking_that_was_told_days_before():
    admitted = say(
        "The president admitted that Alder was lost.", "lost", "capture", when=days(7), says="watch", report="r2"
    )
    for boast in (TAKEN, claim("capture", "brown", when=days(5), says="brown", report="r1")):
        assert on(7, boast, admitted, told={"r1": 5, "r2": 7}) == ("brown", Control.HELD)
    assert on(20, TAKEN, replace(admitted, period=days(20)), told={"r1": 5, "r2": 20}) is None


def test_who_denied_a_loss_and_owns_to_it_denies_it_no_more():
    denied = claim("capture", "brown", when=days(5), status="denied", says="green", report="r2")
    left = claim("withdraw", "green", when=days(6), says="green", report="r3")
    told = {"r1": 5, "r2": 5, "r3": 7}
    assert on(5, TAKEN, denied, told=told)[1] is Control.DISPUTED
    assert on(7, TAKEN, denied, left, told=told) == ("brown", Control.HELD)


def test_who_moved_in_or_returned_is_there():
    for said, word in (("Brown fighters moved in.", "moved"), ("Brown fighters have returned to Alder.", "returned")):
        assert on(5, say(said, word, "advance", "brown", when=days(5)), told={"r1": 5}) == ("brown", Control.HELD)
