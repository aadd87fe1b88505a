"""Who holds which place: cases of our own, and the laws."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.control import at, hold
from fogline.records import Actor, ActorKind, Basis, Control, Name, Place, PlaceKind, ReportDay
from tests.control.cases import claim, corpus, day, days
from tests.control.sentences import say
from tests.control.strategies import corpora, shuffled

FOES = claim("clash", "brown", "green", place="bray", when=days(1), report="r9")


def on(number, *claims, place="alder", **record):
    """Holder and status of a place on a day of May."""
    found = [h for h in at(hold(corpus(*claims, **record)), day(number)) if h.place.key == place]
    assert len(found) <= 1
    return (found[0].holder.key if found[0].holder else None, found[0].status) if found else None


def test_a_capture_is_held_from_its_day_on():
    taken = claim("capture", "brown", when=days(5))
    assert on(4, taken) is None
    assert on(5, taken) == ("brown", Control.HELD)
    assert on(25, taken) == ("brown", Control.HELD)


def test_a_capture_within_some_days_is_held_from_the_last_of_them_and_since_the_first():
    told = [claim("capture", "brown", when=days(2, 8)), claim("capture", "brown", when=days(4, 9), report="r2")]
    (holding,) = hold(corpus(*told))
    assert (holding.first, holding.last, holding.since) == (day(8), None, day(4))


def test_whom_a_place_was_taken_from_held_it_before():
    taken = claim("capture", "brown", "green", when=days(5))
    assert on(4, taken) == ("green", Control.HELD)
    before, after = hold(corpus(taken))
    assert before.last == day(4)
    assert before.grade.credibility == 6
    assert after.grade.credibility == 3


def test_who_left_on_the_day_of_a_taking_made_way_for_it():
    taken = claim("capture", "brown", "green", when=days(5), says="brown")
    left = claim("withdraw", "green", when=days(5), says="brown", at=500)
    assert on(5, FOES, replace(taken, confidence=0.6), replace(left, confidence=0.8)) == ("brown", Control.HELD)


def test_a_state_of_the_reports_day_goes_on():
    assert on(20, claim("hold", "green", when=days(10))) == ("green", Control.HELD)


def test_a_state_of_long_ago_ends_with_its_period():
    assert on(8, claim("hold", "green", when=days(2, 4))) is None
    assert on(3, claim("hold", "green", when=days(2, 4))) == ("green", Control.HELD)


def test_who_holds_a_place_today_was_there_yesterday():
    assert on(9, claim("hold", "green", when=days(10))) == ("green", Control.HELD)
    assert on(3, claim("hold", "green", when=days(10))) is None


def test_a_state_without_a_day_counts_on_its_reports_day_where_nothing_firm_is_known():
    undated = claim("hold", "green")
    assert on(9, undated) == ("green", Control.HELD)
    assert on(3, undated) is None
    assert on(12, undated) == ("green", Control.HELD)
    assert on(12, undated, claim("capture", "brown", when=days(5), report="r2")) == ("brown", Control.HELD)


def test_a_taking_without_a_day_is_a_state_of_its_reports_day():
    undated = claim("capture", "green", "brown")
    assert on(10, undated) == ("green", Control.HELD)
    assert on(3, undated) is None
    assert on(12, undated, claim("capture", "brown", when=days(5), report="r2")) == ("brown", Control.HELD)


def test_a_taking_of_which_only_the_reports_day_is_known_gives_way_to_a_dated_one():
    guessed = claim("capture", "green", when=days(10, basis=Basis.PUBLISHED))
    assert on(12, guessed) == ("green", Control.HELD)
    assert on(12, guessed, claim("capture", "brown", when=days(10), report="r2"))[0] == "brown"


def test_whom_a_taking_without_its_day_took_the_place_from_may_have_lost_it_some_days_before():
    guessed = claim("capture", "green", "brown", when=days(10, basis=Basis.PUBLISHED))
    assert on(5, guessed) == ("brown", Control.HELD)
    assert on(8, guessed) is None


def test_a_withdrawal_ends_a_holding_and_names_nobody():
    told = [claim("hold", "green", when=days(2)), claim("withdraw", "green", when=days(6), report="r2")]
    assert on(5, *told, told={"r1": 2}) == ("green", Control.HELD)
    assert on(6, *told, told={"r1": 2}) == (None, Control.UNKNOWN)


def test_who_takes_a_place_on_the_day_of_the_withdrawal_holds_it():
    told = [claim("withdraw", "green", when=days(6)), claim("capture", "brown", when=days(6), report="r2")]
    assert on(6, *told) == ("brown", Control.HELD)


def test_a_withdrawal_of_somebody_else_changes_nothing():
    told = [claim("capture", "brown", when=days(3)), claim("withdraw", "green", when=days(6), report="r2")]
    assert on(7, *told) == ("brown", Control.HELD)


def test_a_withdrawal_by_nobody_in_particular_ends_nothing():
    told = [claim("capture", "brown", when=days(3)), claim("withdraw", when=days(6), report="r2")]
    assert on(7, *told) == ("brown", Control.HELD)


def test_a_holder_of_the_past_does_not_return_when_its_successor_leaves():
    told = [
        claim("capture", "brown", when=days(1)),
        claim("capture", "green", when=days(3), report="r2"),
        claim("withdraw", "green", when=days(6), report="r3"),
    ]
    assert on(7, *told) == (None, Control.UNKNOWN)


def test_a_capture_whose_taker_is_not_named_leaves_the_holder_unknown():
    told = [claim("hold", "green", when=days(2)), claim("capture", None, "green", when=days(5), report="r2")]
    assert on(5, *told, told={"r1": 2}) == (None, Control.UNKNOWN)


def test_a_nameless_taking_may_be_the_one_that_others_name():
    told = [claim("capture", "brown", when=days(5)), claim("capture", when=days(2, 8), report="r2")]
    assert on(9, *told) == ("brown", Control.HELD)


@pytest.mark.parametrize(("act", "word"), [("clash", "fought"), ("advance", "entered"), ("besiege", "encircled")])
def test_fighting_at_a_held_place_contests_it_for_some_days(act, word):
    fight = claim(act, "brown", "green", when=days(9), report="r2", word=word)
    told = [claim("hold", "green", when=days(5, 9)), fight, FOES]
    assert on(9, *told) == ("green", Control.CONTESTED)
    assert on(20, *told) == ("green", Control.HELD)


def test_an_advance_contests_a_place_once_it_is_there_and_by_a_foe_of_the_holder():
    held = claim("hold", "green", when=days(5, 9))
    nears, enters = (claim("advance", "brown", when=days(9), word=word) for word in ("headed", "entered"))
    assert on(9, held, nears, FOES) == ("green", Control.HELD)
    assert on(9, held, enters) == ("green", Control.HELD)
    assert on(9, held, enters, FOES) == ("green", Control.CONTESTED)


def test_an_attack_alone_contests_nothing():
    told = [claim("hold", "green", when=days(9)), claim("attack", "brown", "green", when=days(9), report="r2")]
    assert on(9, *told) == ("green", Control.HELD)


def test_possible_fighting_contests_but_planned_does_not():
    held = claim("hold", "green", when=days(9))
    assert on(9, held, claim("clash", "brown", when=days(9), status="possible")) == ("green", Control.CONTESTED)
    assert on(9, held, claim("clash", "brown", when=days(9), status="planned")) == ("green", Control.HELD)
    assert on(9, held, claim("besiege", "brown", when=days(9), status="possible")) == ("green", Control.HELD)


def test_the_fight_for_a_place_does_not_contest_its_capture():
    told = [claim("clash", "brown", "green", when=days(4, 5)), claim("capture", "brown", when=days(5))]
    assert on(5, *told) == ("brown", Control.HELD)


def test_the_holders_own_advance_contests_nothing():
    told = [claim("hold", "green", when=days(9)), claim("advance", "brigade", when=days(9))]
    assert on(9, *told) == ("green", Control.HELD)


def test_a_denial_disputes_a_holding_until_an_outsider_confirms_it_later():
    told = [
        claim("capture", "brown", when=days(5), report="r1"),
        claim("capture", "brown", when=days(5), status="denied", says="green", report="r2"),
        claim("hold", "brown", when=days(9), says="monitor", report="r3"),
    ]
    at_once = {"r1": 5, "r2": 5, "r3": 9}
    assert on(6, *told[:2], told=at_once) == ("brown", Control.DISPUTED)
    assert on(6, *told, told=at_once) == ("brown", Control.DISPUTED)
    assert on(9, *told, told=at_once) == ("brown", Control.HELD)


def test_a_takers_own_word_against_a_denial_leaves_the_holder_before_it():
    told = [
        claim("hold", "green", when=days(2), report="r1"),
        claim("capture", "brown", when=days(5), says="brown", report="r2"),
        claim("capture", "brown", "green", when=days(5), status="denied", says="green", report="r3"),
    ]
    assert on(5, *told, told={"r1": 2, "r2": 5, "r3": 5}) == ("green", Control.DISPUTED)


def test_a_denied_withdrawal_is_a_disputed_presence():
    told = [
        claim("withdraw", "green", when=days(5), says="monitor", report="r1"),
        claim("withdraw", "green", when=days(5), status="denied", says="green", report="r2"),
    ]
    assert on(5, *told, told={"r1": 5, "r2": 5}) == ("green", Control.DISPUTED)


def test_rivals_who_both_hold_a_place_dispute_it():
    told = [
        claim("hold", "green", when=days(5), report="r1"), claim("hold", "brown", when=days(5), report="r2"),
        claim("clash", "green", "brown", place="bray", when=days(1), report="r3"),
    ]  # fmt: skip
    assert on(5, *told)[1] is Control.DISPUTED


def test_a_group_and_its_side_are_no_rivals():
    told = [claim("capture", "brigade", when=days(5)), claim("hold", "green", when=days(8), report="r2")]
    (holding,) = hold(corpus(*told, told={"r2": 8}))
    assert holding.status is Control.HELD
    assert holding.holder.key == "brigade"


def test_those_who_act_together_are_no_rivals():
    told = [claim("capture", "brown", when=days(5)), claim("hold", "green", when=days(5), report="r2")]
    assert on(5, *told)[1] is Control.DISPUTED
    joint = claim("advance", "brown green", place="bray", when=days(1), report="r3")
    assert on(5, *told, joint)[1] is Control.HELD


def test_a_claim_about_a_province_speaks_for_the_town_of_its_name():
    told = claim("capture", "brown", place="alder-province", when=days(5))
    (holding,) = hold(corpus(told))
    assert (holding.place.text, holding.place.key) == ("Alder", "alder")


def test_countries_are_never_held():
    assert hold(corpus(claim("capture", "brown", place="land", when=days(5)))) == ()


def test_nobody_holds_what_is_denied_to_be_held_by_anybody():
    told = [claim("capture", "brown", when=days(3)), claim("hold", when=days(6), status="denied", report="r2")]
    assert on(7, *told) == (None, Control.UNKNOWN)


def test_reports_without_a_day_are_no_error():
    assert on(6, claim("capture", "brown", when=days(5)), claim("hold", "green"), told={"r1": 0}) == (
        "brown",
        Control.HELD,
    )


few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@few
@given(corpora(), st.lists(st.integers(), max_size=4))
def test_the_order_of_reports_and_claims_changes_nothing(record, order):
    assert hold(shuffled(record, order)) == hold(record)


@few
@given(corpora())
def test_holdings_of_one_place_never_overlap_and_run_forwards(record):
    before = None
    for holding in hold(record):
        assert holding.last is None or holding.first <= holding.last
        if before is not None and before.place == holding.place:
            assert before.last is not None
            assert before.last < holding.first
        before = holding


@few
@given(corpora(statuses=("planned", "conditional", "possible")))
def test_what_has_not_happened_founds_no_holding_but_by_inference(record):
    """Who is still to leave is there; so is the foe of who plans to come."""
    for holding in hold(record):
        assert holding.holder is None or {*holding.supports} <= {*holding.guessed}


@few
@given(corpora())
def test_every_holding_rests_on_claims_and_names_a_holder_unless_unknown(record):
    ids = {claim.claim_id for claim in record.claims()}
    for holding in hold(record):
        assert holding.supports
        assert {*holding.supports, *holding.opposes} <= ids
        assert not {*holding.supports} & {*holding.opposes}
        assert (holding.holder is None) == (holding.status is Control.UNKNOWN)
        assert holding.origins >= 1


@few
@given(corpora(statuses=("denied",)))
def test_a_denial_alone_makes_nobody_the_new_holder(record):
    denied = {(c.place and c.place.key, n.key) for c in record.claims() if c.type == "capture" for n in c.actors}
    kept = {(c.place and c.place.key, n.key) for c in record.claims() for n in c.targets}
    stays = {(c.place and c.place.key, n.key) for c in record.claims() for n in c.actors if c.type == "withdraw"}
    stays |= {(c.place and c.place.key, n.key) for c in record.claims() for n in c.attribution.speakers}
    for holding in hold(record):
        if holding.holder and (holding.place.key, holding.holder.key) in denied:
            assert any(key == holding.holder.key for _, key in kept | stays)


def published(number):
    return days(number, basis=Basis.PUBLISHED)


def test_a_state_of_no_certain_day_does_not_end_a_firm_taking_by_a_rival_but_tells_who_held_the_place_before():
    taken = claim("capture", "brown", when=days(5), report="r2")
    loose = claim("hold", "green", when=published(9))
    assert on(12, taken, loose) == ("brown", Control.HELD)
    assert on(3, taken, loose) == ("green", Control.HELD)


def test_a_word_of_no_certain_day_counts_where_the_firm_one_is_stale():
    taken = claim("capture", "brown", when=days(2), report="r2")
    assert on(25, taken, claim("hold", "green", when=published(24)), told={"r1": 24}) == ("green", Control.HELD)


def test_who_holds_a_place_in_the_sentence_of_its_taking_held_it_before():
    told = [
        claim("capture", "brown", when=days(10), at=50),
        claim("hold", "green", when=days(10), at=50),
    ]
    same = [replace(c, anchor=told[0].anchor) for c in told]
    assert on(10, *same) == ("brown", Control.HELD)
    assert on(9, *same) == ("green", Control.HELD)


@pytest.mark.parametrize("nobody", ["watch", "gunmen", "others"])
def test_monitors_unnamed_people_and_sides_of_another_land_hold_nothing(nobody):
    assert on(6, claim("capture", nobody, when=days(5))) == (None, Control.UNKNOWN)
    assert on(6, claim("hold", nobody, when=days(5))) is None


def test_a_fall_to_nobody_named_is_the_neighbours_takers_and_graded_as_a_guess():
    told = [
        claim("capture", None, "green", place="elm", when=days(6), report="r2"),
        claim("capture", "brown", "green", place="fir", when=days(5)),
    ]
    assert on(7, *told, place="elm") == ("brown", Control.HELD)
    (guess,) = [h for h in at(hold(corpus(*told)), day(7)) if h.place.key == "elm"]
    assert guess.grade.credibility == 6
    assert "nobody named" in guess.reason


def test_guesses_never_confirm_a_holder():
    told = [claim("capture", "brown", "green", place="elm", when=days(6))]
    told += [claim("capture", None, "green", place="elm", when=days(6), report=r) for r in ("r2", "r3")]
    (holding,) = [h for h in at(hold(corpus(*told)), day(7)) if h.place.key == "elm"]
    assert (holding.holder.key, holding.grade.credibility) == ("brown", 3)


def test_who_entered_a_place_is_there_until_anybody_is_told_holding_it():
    entered = claim("advance", "brown", when=days(5), word="entered")
    assert on(9, entered) == ("brown", Control.HELD)
    assert on(9, entered, claim("hold", "green", when=days(4, 10), report="r2"))[0] == "green"
    assert on(9, claim("advance", "brown", when=days(5), word="neared")) is None


@given(corpora())
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
def test_nobody_who_can_hold_nothing_ever_does(record):
    assert not {h.holder.key for h in hold(record) if h.holder} & {"watch", "gunmen", "others"}


def unsure(told, confidence):
    return replace(told, confidence=confidence)


def test_one_unsure_word_does_not_outweigh_several_that_know_of_later_days():
    sure = [claim("capture", "green", when=days(3), report=r) for r in ("r1", "r2", "r3")]
    lone = claim("capture", "brown", when=days(5), report="r4")
    assert on(9, *sure, unsure(lone, 0.4))[0] == "green"
    assert on(9, *sure, unsure(lone, 0.95), told=dict.fromkeys(("r1", "r2", "r3"), 4))[0] == "brown"


def test_what_was_outweighed_stands_against_the_holding():
    sure = [claim("hold", "green", when=days(9), report=r) for r in ("r1", "r2", "r3")]
    lone = unsure(claim("hold", "brown", when=days(9), report="r4"), 0.5)
    (found,) = at(hold(corpus(*sure, lone)), day(9))
    assert (found.holder.key, found.status) == ("green", Control.HELD)
    assert lone.claim_id in found.opposes
    assert "weighs" in found.reason


def test_a_very_unsure_word_founds_nothing():
    assert hold(corpus(unsure(claim("capture", "green", when=days(5)), 0.1))) == ()


def test_a_report_that_speaks_of_a_taking_to_come_speaks_against_one_told_before():
    taken = unsure(claim("capture", "brown", "green", when=days(5), report="r1"), 0.5)
    if_taken = [claim("capture", "brown", status="conditional", report=r) for r in ("r2", "r3")]
    held = unsure(claim("hold", "green", when=days(4, 9), report="r4"), 0.4)
    at_once = {"r1": 5}
    assert on(6, taken, held, told=at_once)[0] == "brown"
    assert on(10, taken, held, *if_taken, told=at_once)[0] == "green"


def test_who_would_lose_a_place_or_may_leave_it_is_there_by_inference():
    for told in (
        claim("capture", "brown", "troops", place="holm", status="conditional"),
        claim("withdraw", "troops", place="holm", status="planned"),
    ):
        (found,) = at(hold(corpus(told)), day(10))
        assert (found.holder.key, found.grade.credibility) == ("troops", 6)


def test_who_would_take_a_place_holds_nothing():
    assert hold(corpus(claim("capture", "troops", place="holm", status="conditional"))) == ()


def test_who_fights_at_home_is_there_where_nobody_is_told_holding_the_place():
    (found,) = at(hold(corpus(claim("clash", "brown", "troops", place="holm", when=days(9)))), day(9))
    assert (found.holder.key, found.status) == ("troops", Control.CONTESTED)


def test_whose_gateway_a_place_is_called_is_there():
    fell = claim("capture", "brown", "green", place="bray", when=days(5))
    link = claim("link", place="alder")
    said = replace(fell.anchor, quote="With Bray gone, Green Army's only way out is Alder.")
    told = [replace(each, anchor=said) for each in (fell, link)]
    assert on(9, *told) == ("green", Control.HELD)


def test_a_state_told_in_the_sentence_of_the_own_leaving_is_the_state_before():
    told = [claim("withdraw", "green", when=days(6), at=7), claim("hold", "green", when=days(6), at=7)]
    same = [replace(c, anchor=told[0].anchor) for c in told]
    assert on(5, *same)[0] == "green"
    assert on(7, *same) == (None, Control.UNKNOWN)


def test_who_takes_and_leaves_a_place_on_one_day_by_one_report_stays():
    told = [claim("capture", "brown", when=days(6)), claim("withdraw", "brown", when=days(6))]
    assert on(7, *told) == ("brown", Control.HELD)


def test_a_place_retaken_by_nobody_named_is_not_given_to_who_took_it_before():
    first = claim("capture", "brown", when=days(3))
    again = claim("capture", "brown", when=days(8), word="retaken", report="r2")
    unsaid = replace(again, anchor=replace(again.anchor, quote="Alder was retaken on Friday."))
    assert on(9, first, again)[0] == "brown"
    assert on(9, first, unsaid) == (None, Control.UNKNOWN)


def test_who_takes_the_places_around_did_not_lose_a_place_to_nobody_named():
    told = [
        claim("capture", None, "brown", place="elm", when=days(6), report="r2"),
        claim("capture", "brown", place="fir", when=days(5)),
    ]
    assert on(7, *told, place="elm") == ("brown", Control.HELD)


def test_what_is_said_of_a_town_says_of_its_parts():
    part = Place("part", "northern Alder", PlaceKind.OTHER, country="XA", within="alder")
    told = [
        claim("hold", "green", place="part", when=days(4)),
        claim("capture", "brown", place="alder", when=days(7), report="r2"),
    ]
    record = corpus(*told, told={"r1": 4})
    (found,) = [
        h for h in at(hold(replace(record, places={**record.places, "part": part})), day(9)) if h.place.key == "part"
    ]
    assert found.holder.key == "brown"
    assert found.grade.credibility == 6


def test_age_makes_a_holding_stale_and_says_so():
    told = [claim("capture", "green", when=days(5)), claim("harm", place="bray", report="r2")]
    assert "stale" not in hold(corpus(*told))[0].reason
    record = corpus(*told)
    late = replace(record.readings[1], day=ReportDay(date(2020, 8, 1), Basis.STATED, "published"))
    fresh, stale = hold(replace(record, readings=(record.readings[0], late)))
    assert stale.first == date(2020, 6, 10)
    assert "stale: last told of on 2020-05-10" in stale.reason
    assert (fresh.holder, fresh.status) == (stale.holder, stale.status)


def test_aid_bodies_hold_nothing():
    aid = Actor("aid", "Relief Committee", ActorKind.BODY)
    record = corpus(claim("hold", "aid", when=days(9)))
    assert hold(replace(record, actors={**record.actors, "aid": aid})) == ()


def test_people_of_a_place_who_took_up_arms_hold_it():
    hunters = Actor("hunters", "hunters", ActorKind.UNNAMED)
    record = corpus(claim("capture", "hunters", when=days(5)))
    (found,) = hold(replace(record, actors={**record.actors, "hunters": hunters}))
    assert found.holder.key == "hunters"


def test_its_troops_are_those_of_the_force_that_speaks():
    told = claim("hold", "troops", place="holm", when=days(9), says="green")
    ours = replace(told, anchor=replace(told.anchor, quote="Green Army said that its troops still held Holm."))
    assert on(9, told, place="holm")[0] == "troops"
    assert on(9, ours, place="holm")[0] == "green"


def test_what_a_foe_is_cited_for_counts_less_where_the_sentence_does_not_name_the_party():
    word = unsure(claim("hold", "brown", when=days(9), says="green"), 0.6)
    unsaid = replace(word, anchor=replace(word.anchor, quote="Its garrison in Alder kept the post, Green Army said."))
    assert on(9, word, FOES)[0] == "brown"
    assert on(9, unsaid)[0] == "brown"
    assert on(9, unsaid, FOES) is None


def test_whom_a_siege_is_laid_against_is_there():
    siege = claim("besiege", "brown", "troops", place="holm", when=days(10), report="r2")
    (holding,) = [h for h in hold(corpus(siege)) if h.covers(day(10))]
    assert (holding.holder.key, holding.grade.credibility) == ("troops", 6)


def test_a_taking_of_some_day_in_weeks_gives_way_to_the_state_of_its_sentence():
    sentence = "Alder has changed hands since the first, and the front has held it since the 9th."
    changed = say(sentence, "changed", "capture", "green", when=days(1, 20), report="r1")
    held = say(sentence, "held", "hold", "brown", when=days(9, 20), report="r1")
    assert on(20, changed, held, told={"r1": 20})[0] == "brown"


def test_forces_of_another_state_are_where_they_were_sent_if_nobody_holds_it():
    sent = replace(claim("deploy", when=days(10)), actors=(Name("Xebian army", "troops"),))
    (holding,) = [h for h in hold(corpus(sent)) if h.covers(day(10))]
    assert (holding.holder.key, holding.grade.credibility) == ("troops", 6)
    assert on(10, sent, claim("hold", "brown", when=days(9, 10), report="r2"))[0] == "brown"


def test_peacekeepers_hold_no_town_and_leave_it_to_nobody():
    peace = Actor("mission", "UN Mission in Landia", ActorKind.MILITARY, country="XA")

    def holder(*claims):
        record = corpus(*claims)
        known = {**record.actors, "mission": peace}
        found = at(hold(replace(record, actors=known)), day(5))
        return [(h.holder.key if h.holder else None, h.status) for h in found]

    gone = claim("withdraw", "mission", when=days(5))
    assert holder(gone) == []
    assert holder(claim("capture", "brown", when=days(4)), gone) == [("brown", Control.HELD)]


def test_a_state_that_has_ended_does_not_stand_in_the_way_of_a_later_one():
    ruled = claim("hold", "brown", when=days(1, 2), report="r2")
    lost = claim("capture", None, "green", when=days(20), report="r3")
    assert on(10, ruled, lost, told={"r2": 20, "r3": 21}) == ("green", Control.HELD)


def test_an_old_fight_tells_nothing_of_the_weeks_after_its_telling():
    taken = claim("capture", "green", when=days(1), report="r2")
    came = claim("advance", "brown", when=days(2), word="entered", report="r1")
    told = corpus(taken, came, FOES, told={"r1": 28, "r2": 2, "r9": 28})
    assert [h.holder.key for h in at(hold(told), date(2020, 6, 15)) if h.place.key == "alder"] == ["green"]


def test_word_against_word_is_disputed_though_one_of_them_is_surer():
    ours = replace(claim("hold", "green", when=days(5), says="green"), confidence=0.8)
    theirs = replace(claim("hold", "brown", when=days(5), says="brown", report="r2"), confidence=0.5)
    assert on(5, ours, theirs, told={"r1": 5, "r2": 5})[1] is Control.DISPUTED


def test_who_drove_into_a_place_is_there():
    came = say("Soldiers of the Brown Front drove into Alder.", "drove", "advance", "brown", when=days(5))
    toward = say("Soldiers of the Brown Front drove towards Alder.", "drove", "advance", "brown", when=days(5))
    assert on(5, came, told={"r1": 5}) == ("brown", Control.HELD)
    assert on(5, toward, told={"r1": 5}) is None
