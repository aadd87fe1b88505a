"""Contradictions, with both sides' evidence."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.control import dispute
from fogline.records import Basis, DisputeKind, Name, Place, PlaceKind, Quantity
from tests.control.cases import claim, corpus, days
from tests.control.sentences import say
from tests.control.strategies import corpora, shuffled

FOES = claim("clash", "green", "brown", place="bray", when=days(1), report="r9")


def only(*claims, **record):
    (found,) = dispute(corpus(*claims, **record))
    return found


def test_a_denial_sets_both_sides_against_each_other():
    said = claim("capture", "brown", when=days(5), says="brown", report="r1")
    denied = claim("capture", "brown", when=days(5), says="green", status="denied", report="r2")
    found = only(said, denied)
    assert found.kind is DisputeKind.DENIAL
    assert found.attribute == "who held Alder (2020-05-05)"
    assert {s.value: s.claim_ids for s in found.sides} == {
        "Brown Front took Alder": (said.claim_id,), "it is denied that Brown Front took Alder": (denied.claim_id,),
    }  # fmt: skip
    assert {s.speakers for s in found.sides} == {("Brown Front",), ("Green Army",)}


def test_repeats_of_one_contradiction_are_one_dispute():
    told = [claim("capture", "brown", when=days(5), report=r) for r in ("r1", "r2", "r3")]
    denied = [claim("hold", "brown", when=days(5), says="green", status="denied", report=r) for r in ("r4", "r5")]
    found = only(*told, *denied, origins=[("r1", "r2")])
    assert sorted((len(s.claim_ids), s.origins) for s in found.sides) == [(2, 1), (3, 2)]


def test_a_report_that_speaks_for_itself_speaks_as_its_outlet():
    told = [
        claim("capture", "brown", when=days(5)),
        claim("capture", "brown", when=days(5), says="green", status="denied"),
    ]
    assert ("Outlet r1",) in {s.speakers for s in only(*told).sides}


def test_a_withdrawal_against_a_presence_is_a_denial():
    told = [
        claim("withdraw", "green", when=days(5), says="monitor"),
        claim("hold", "green", when=days(5), says="green"),
    ]
    assert only(*told).kind is DisputeKind.DENIAL


@pytest.mark.parametrize(
    "pair",
    [
        (claim("hold", "green", when=days(2)), claim("withdraw", "green", when=days(5), says="monitor")),
        (claim("hold", "green", when=days(1, 5)), claim("capture", "brown", when=days(5), says="monitor")),
        (claim("capture", "brown", when=days(3)), claim("capture", "green", when=days(7), says="monitor")),
        (claim("capture", "green", when=days(5)), claim("hold", "brigade", when=days(6), says="monitor")),
        (claim("capture", "brown", when=days(5)), claim("capture", "brown", when=days(15), says="green", status="denied")),
        (claim("capture", "brown"), claim("capture", "brown", when=days(9), says="green", status="denied")),
        (claim("attack", "brown", "green"), claim("attack", "white", "green", says="white", status="denied")),
        (claim("support", "white", "green", place=None), claim("support", "white", "brown", place=None, status="denied", says="white")),
        (claim("advance", "brown", when=days(5), says="elder"), claim("advance", "brown", when=days(5), says="elder", status="denied")),
    ],
)  # fmt: skip
def test_what_can_both_be_so_is_no_dispute(pair):
    assert dispute(corpus(*pair, FOES)) == ()


def test_rival_holders_of_the_same_day():
    told = [claim("hold", "green", when=days(5), report="r1"), claim("capture", "brown", when=days(5), report="r2")]
    found = only(*told, FOES)
    assert found.kind is DisputeKind.RIVAL_HOLDERS
    assert len(found.sides) == 2


def test_a_denied_act_without_a_place_needs_the_same_parties():
    told = [
        claim("support", "white", "green", place=None, says="brown"),
        claim("support", "white", "green", place=None, says="white", status="denied"),
    ]
    assert only(*told).attribute == "whether White backed Green Army"


def test_one_change_of_hands_told_of_two_days_is_a_dispute_about_time():
    found = only(
        claim("capture", "brown", when=days(5), report="r1"), claim("capture", "brown", when=days(7), report="r2")
    )
    assert found.kind is DisputeKind.TIME
    assert found.attribute == "when Brown Front took Alder"
    assert [s.value for s in found.sides] == [
        "Brown Front took Alder (2020-05-05)",
        "Brown Front took Alder (2020-05-07)",
    ]


@pytest.mark.parametrize(
    "other",
    [
        claim("capture", "brown", when=days(5, 7), report="r2"),
        claim("capture", "brown", when=days(6, 10), report="r2"),
        claim("capture", "brown", when=days(20), report="r2"),
        claim("capture", "brown", when=days(7), report="r1"),
        claim("capture", None, when=days(7), report="r2"),
        claim("attack", "brown", when=days(7), report="r2"),
    ],
)
def test_days_that_may_be_one_or_belong_to_two_happenings_are_none(other):
    assert dispute(corpus(claim("capture", "brown", when=days(5), report="r1"), other)) == ()


def harm(number, report, *, high=None, unit="civilian", word="killed", says=None, when=5):
    counts = (Quantity(number, high or number, unit),)
    return claim("harm", None, "people", when=days(when), counts=counts, report=report, word=word, says=says)


def test_figures_that_exclude_each_other_are_a_dispute():
    found = only(harm(11, "r1"), harm(14, "r2"), harm(14, "r3"))
    assert found.kind is DisputeKind.FIGURE
    assert {s.value: s.origins for s in found.sides} == {"11 people dead": 1, "14 people dead": 2}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (harm(10, "r1", high=20), harm(14, "r2")),
        (harm(200, "r1"), harm(195, "r2")),
        (harm(11, "r1"), harm(41, "r2", word="wounded")),
        (harm(11, "r1"), harm(41, "r2", unit="fighter")),
        (harm(11, "r1"), harm(41, "r1")),
        (harm(11, "r1", says="doctor"), harm(41, "r2", says="doctor")),
        (harm(11, "r1"), harm(41, "r2", when=7)),
    ],
)
def test_figures_that_can_both_be_right_are_none(one, other):
    assert dispute(corpus(one, other)) == ()


few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@few
@given(corpora(), st.lists(st.integers(), max_size=4))
def test_the_order_of_reports_and_claims_changes_nothing(record, order):
    assert dispute(shuffled(record, order)) == dispute(record)


@few
@given(corpora())
def test_every_dispute_has_two_sides_of_different_claims_that_are_said_to_be_so_or_not(record):
    status = {claim.claim_id: claim.status for claim in record.claims()}
    for found in dispute(record):
        ids = [claim_id for side in found.sides for claim_id in side.claim_ids]
        assert len(found.sides) >= 2
        assert len(ids) == len(set(ids))
        assert {status[claim_id] for claim_id in ids} <= {"asserted", "denied"}
        assert all(side.speakers and side.value for side in found.sides)


def test_days_that_are_only_those_of_the_reports_are_no_contradiction():
    told = [claim("capture", "brown", when=days(d, basis=Basis.PUBLISHED), report=f"r{d}") for d in (5, 8)]
    assert dispute(corpus(*told, told={"r5": 5, "r8": 8})) == ()


def test_words_that_name_nobody_are_no_rival():
    told = [claim("capture", "gunmen", when=days(5)), claim("capture", "brown", when=days(5), report="r2")]
    assert dispute(corpus(FOES, *told)) == ()


def test_a_state_whose_end_its_own_sentence_tells_contradicts_no_taking():
    before, ends = claim("hold", "green", when=days(5)), claim("capture", "brown", when=days(5))
    same = replace(before, anchor=ends.anchor)
    told = claim("capture", "brown", when=days(5), report="r2")
    assert dispute(corpus(FOES, same, ends, told)) == ()
    assert dispute(corpus(FOES, before, told)) != ()


def test_a_denial_that_names_no_force_denies_no_movement():
    told = [claim("deploy", "brown", when=days(5)), claim("deploy", None, when=days(5), status="denied", report="r2")]
    assert dispute(corpus(*told)) == ()


def test_who_denies_something_of_the_crossing_speaks_of_the_only_one():
    shut = say("Landia shut the Mill crossing.", "shut", "close", "green", place="mill-crossing", when=days(9))
    denied = say(
        "An official denied that the crossing had been shut.", "shut", "close", place="bray", says="watch",
        status="denied", when=days(10), report="r2",
    )  # fmt: skip
    mill = replace(shut, place=Name("Mill crossing", "mill-crossing"))
    assert {claim_id for side in only(mill, denied).sides for claim_id in side.claim_ids} == {
        mill.claim_id,
        denied.claim_id,
    }


def test_an_attack_and_what_it_cost_are_no_contradiction():
    sentence = "Shells hit Alder, an officer said, while a doctor counted nine dead."
    told = [
        say(sentence, "hit", "attack", "green", says="brown", when=days(9)),
        say(sentence, "dead", "harm", says="watch", when=days(9)),
    ]
    assert dispute(corpus(*told)) == ()


def test_rebels_who_deny_an_advance_do_not_deny_that_of_an_army():
    came = claim("advance", "troops", place="holm", when=days(9), says="watch")
    denied = claim("advance", "others", place="holm", when=days(10), says="others", status="denied", report="r2")
    assert dispute(corpus(came, denied)) == ()


def test_several_claims_are_dismissed_at_once():
    first = say("The front said that it had taken Alder.", "taken", "capture", "brown", says="brown", when=days(9))
    second = say(
        "Residents said that the army had left Bray.", "left", "withdraw", "green", place="bray", says="watch",
        when=days(9), at=50,
    )  # fmt: skip
    reply = say(
        "The ministry dismissed the claims.", "dismissed", "capture", "brown", says="green", status="denied",
        when=days(9), at=110,
    )  # fmt: skip
    told = {claim_id for d in dispute(corpus(first, second, reply)) for side in d.sides for claim_id in side.claim_ids}
    assert told == {first.claim_id, second.claim_id, reply.claim_id}


def test_two_speakers_give_two_counts_in_one_sentence():
    sentence = "The army lost eight soldiers near Alder; the rebels claimed to have killed 19."
    told = say(sentence, "lost", "harm", "brown", "green", when=days(5), says="green")
    found = only(told, say(sentence, "killed", "harm", "brown", "green", when=days(5), says="brown"))
    assert found.kind is DisputeKind.FIGURE
    assert {side.value for side in found.sides} == {"8 soldiers dead", "19 soldiers dead"}
    listed = "Clinics registered 90 dead near Alder; the ministry lists 20 dead, all of them soldiers."
    dead = say(listed, "dead", "harm", None, "green", when=days(5), says="watch")
    assert {side.value for side in only(dead).sides} == {"90 people dead", "20 people dead"}
    one = "The army lost eight soldiers near Alder and the rebels, too, had killed 19."
    assert dispute(corpus(say(one, "lost", "harm", "brown", "green", when=days(5), says="green"))) == ()


def test_a_denied_presence_denies_an_advance_to_the_place():
    came = claim("advance", "brown", when=days(5), says="watch", report="r1")
    denied = claim("hold", "brown", when=days(5), says="green", status="denied", report="r2")
    assert only(came, denied).kind is DisputeKind.DENIAL


def test_who_has_the_whole_of_a_town_has_its_parts():
    mill = Place("mill", "Alder mill", PlaceKind.OTHER, country="XA", within="alder")
    part = replace(claim("hold", "brown", when=days(5), says="watch", report="r1"), place=Name("Alder mill", "mill"))
    whole = say("The whole town is in our hands.", "hands", "hold", "green", when=days(5), says="green", report="r2")
    some = say("The town is in our hands.", "hands", "hold", "green", when=days(5), says="green", report="r2")

    def disputed(*claims):
        record = corpus(*claims)
        return dispute(replace(record, places={**record.places, "mill": mill}))

    assert [found.kind for found in disputed(part, whole)] == [DisputeKind.RIVAL_HOLDERS]
    assert disputed(part, some) == ()
