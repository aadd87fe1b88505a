"""Sentences that answer one another, and disputes that rest on wording."""

import pytest

from fogline.control import dispute
from fogline.records import DisputeKind
from tests.control.cases import corpus, days
from tests.control.sentences import say

TOOK = "Brown fighters have taken Alder, their spokesman said."


def kinds(*claims, **record):
    return [found.kind for found in dispute(corpus(*claims, **record))]


def sides(found):
    return {claim_id: number for number, side in enumerate(found.sides) for claim_id in side.claim_ids}


def test_a_denial_right_after_a_claim_answers_it_though_its_parties_were_misread():
    took = say(TOOK, "taken", "capture", "brown", when=days(5), says="brown")
    denied = say("The ministry rejected this.", "rejected", "capture", "watch", None, at=60, place="bray", when=days(5), status="denied", says="ministry")  # fmt: skip
    (found,) = dispute(corpus(took, denied))
    assert found.kind is DisputeKind.DENIAL
    assert sides(found)[took.claim_id] != sides(found)[denied.claim_id]


def test_a_sentence_that_answers_nobody_near_it_is_no_denial_of_anything():
    took = say(TOOK, "taken", "capture", "brown", when=days(5), says="brown")
    far = say("The ministry rejected this.", "rejected", "deploy", "watch", None, at=900, place="bray", status="denied")
    assert kinds(took, far) == []


def test_a_charge_and_its_denial_in_one_sentence_are_both_sides_of_a_dispute():
    only = say("Green accuses White of arming the rebels, which White denies.", "arming", "support", "white", "brown", place=None, says="green")  # fmt: skip
    (found,) = dispute(corpus(only))
    assert [side.claim_ids for side in found.sides] == [(only.claim_id,), (only.claim_id,)]
    assert {side.value for side in found.sides} == {
        "White backed Brown Front", "it is denied that White backed Brown Front",
    }  # fmt: skip


def test_what_is_told_of_the_denier_in_passing_is_not_denied():
    passing = say("White, which backs the rebels, denied having soldiers there.", "backs", "support", "white", "brown", place=None)  # fmt: skip
    assert dispute(corpus(passing)) == ()


def test_fighting_that_goes_on_stands_against_a_place_said_to_be_taken():
    took = say(TOOK, "taken", "capture", "brown", when=days(5), says="brown")
    fights = say('The ministry said that "fierce fighting" was continuing in Alder.', "fighting", "clash", "green", "brown", when=days(5), says="ministry", report="r2")  # fmt: skip
    over = say('The ministry said that "fierce fighting" had broken out in Alder.', "fighting", "clash", "green", "brown", when=days(5), says="ministry", report="r2")  # fmt: skip
    assert kinds(took, fights) == [DisputeKind.RIVAL_HOLDERS]
    assert kinds(took, over) == []


def test_a_partys_later_admission_belies_its_denial():
    denied = say("The ministry denied that Alder had fallen.", "fallen", "capture", "brown", when=days(5), status="denied", says="ministry")  # fmt: skip
    admits = say("The ministry conceded that its troops had left Alder.", "left", "withdraw", "green", when=days(7), says="ministry", report="r2")  # fmt: skip
    assert kinds(denied, admits, told={"r1": 5, "r2": 8}) == [DisputeKind.DENIAL]
    assert kinds(denied, admits, told={"r1": 5, "r2": 20}) == []


def test_a_soft_word_for_a_retreat_stands_against_a_hard_one():
    soft = say('The army spoke of a "redeployment" from Alder.', "redeployment", "withdraw", "green", when=days(5), says="green")  # fmt: skip
    hard = say("Soldiers fled Alder, residents said.", "fled", "withdraw", "green", when=days(5), says="elders", report="r2")  # fmt: skip
    (found,) = dispute(corpus(soft, hard))
    assert found.kind is DisputeKind.ATTRIBUTE
    assert {side.value for side in found.sides} == {
        'Green Army left Alder ("redeployment")', 'Green Army left Alder ("fled")',
    }  # fmt: skip
    assert dispute(corpus(hard)) == ()


def rank(words, report):
    return say(f"Brown took Alder, {words}, on Tuesday.", "took", "capture", "brown", when=days(5), report=report)


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        ("the country's largest city", "the country's second-largest city", True),
        ("the country's largest city", "the country's biggest", False),
        ("a town of 20,000 people", "a town of some 50,000 inhabitants", True),
        ("a town of 20,000 people", "a town of some 21,000 inhabitants", False),
        ("40 km south of Bray", "90 kilometres south of Bray", True),
        ("40 km south of Bray", "25 miles south of Bray", False),
        ("40 km south of Bray", "90 km north of Corm", False),
    ],
)
def test_two_values_of_one_attribute_are_a_dispute(one, other, disputed):
    assert kinds(rank(one, "r1"), rank(other, "r2")) == [DisputeKind.ATTRIBUTE] * disputed
    assert kinds(rank(one, "r1"), rank(other, "r2"), origins=[("r1", "r2")]) == []


def test_a_small_number_stands_against_a_large_one():
    some = say("White sent a small number of advisers to Alder.", "sent", "deploy", "white", when=days(5), says="elders")  # fmt: skip
    many = say("White has sent 2,000 fighters to Alder.", "sent", "deploy", "white", when=days(5), says="watch", report="r2")  # fmt: skip
    (found,) = dispute(corpus(some, many))
    assert [side.value for side in found.sides] == ["2,000 fighters sent", "a small number of fighters sent"]


def toll(number, report, *, what="people"):
    sentence = f"Doctors said {number} {what} had been killed in Alder."
    return say(sentence, "killed", "harm", None, "people", when=days(5), report=report)


def test_a_toll_that_rises_from_day_to_day_is_no_dispute():
    assert kinds(toll(11, "r1"), toll(30, "r2"), told={"r1": 5, "r2": 5}) == [DisputeKind.FIGURE]
    assert kinds(toll(11, "r1"), toll(30, "r2"), told={"r1": 5, "r2": 7}) == []
    assert kinds(toll(30, "r1"), toll(11, "r2"), told={"r1": 5, "r2": 7}) == [DisputeKind.FIGURE]


def test_soldiers_are_not_counted_against_rebels():
    assert kinds(toll(11, "r1", what="soldiers"), toll(30, "r2", what="rebels")) == []


def test_a_retelling_stands_on_the_side_of_what_it_retells():
    took = say(TOOK, "taken", "capture", "brown", when=days(5), says="brown", report="r1")
    again = say("Alder is taken by Brown fighters, said their spokesman.", "taken", "hold", "white", when=days(5), says="elders", report="r2")  # fmt: skip
    denied = say("The ministry denied it.", "denied", "capture", "brown", at=60, when=days(5), status="denied", says="ministry")  # fmt: skip
    (found,) = dispute(corpus(took, again, denied, origins=[("r1", "r2")]))
    assert sides(found)[again.claim_id] == sides(found)[took.claim_id]
