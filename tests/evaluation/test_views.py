"""Scores of strays, kin, holdings, alterations and disputes."""

from evaluation.names import Names
from evaluation.views import score_alterations, score_disputes, score_holdings, score_kin, score_spans


def test_spans_are_counted_by_character():
    tally = score_spans({"r1": [[0, 10]], "r2": []}, {"r1": [[5, 15]]})
    assert (tally.right, tally.asked, tally.given) == (5, 10, 10)


def test_overlapping_spans_count_once():
    assert score_spans({"r1": [[0, 10]]}, {"r1": [[0, 10], [5, 10]]}).f1 == 1.0


def test_origins_are_scored_by_pairs():
    gold = {"origins": [["a", "b", "c"]], "kin": []}
    assert score_kin(gold, {"origins": [["a", "b"], ["c"]], "kin": []}).origin_pairs.recall == 0.3333


def test_an_agency_and_its_letters_are_one_source():
    gold = {"origins": [], "kin": [{"report": "a", "from": "AP", "relation": "copy"}]}
    told = {"origins": [], "kin": [{"report": "a", "from": "The Associated Press", "relation": "rewrite"}]}
    score = score_kin(gold, told)
    assert (score.directed.f1, score.relation) == (1.0, 0.0)


def test_a_holding_needs_one_of_the_accepted_holders():
    gold = [{"place": "Aveling", "day": "2020-01-06", "holder": ["militia", "rebels"], "status": "held"}]
    right = [{"place": "Aveling", "day": "2020-01-06", "holder": ["rebels"], "status": "disputed"}]
    score = score_holdings(gold, right, Names({}))
    assert (score.asked, score.answered, score.holder, score.status) == (1, 1, 1, 0)


def test_a_holding_of_another_day_is_no_answer():
    gold = [{"place": "Aveling", "day": "2020-01-06", "holder": None, "status": "unknown"}]
    assert score_holdings(gold, [gold[0] | {"day": "2020-01-07"}], Names({})).answered == 0


def test_an_unknown_holder_is_right_where_gold_knows_none():
    gold = [{"place": "Aveling", "day": "2020-01-06", "holder": None, "status": "unknown"}]
    assert score_holdings(gold, gold, Names({})).status == 1


CHANGE = {
    "report": "r1",
    "sentence": "Some 40 soldiers left Aveling on Monday.",
    "altered_value": "40 soldiers",
    "original_value": "14 soldiers",
}


def test_an_alteration_shares_sentence_and_value():
    told = {"report": "r1", "sentence": CHANGE["sentence"], "original": "14", "altered": "40"}
    assert score_alterations([CHANGE], [told]).f1 == 1.0
    assert score_alterations([CHANGE], [told | {"original": "Tuesday", "altered": "Monday"}]).f1 == 0.0


def test_alterations_of_other_reports_are_not_held_against_a_run():
    told = {"report": "r9", "sentence": "Any.", "original": "a", "altered": "b"}
    assert score_alterations([CHANGE], [told]).given == 0


ENDS = {
    "attribute": "who holds Aveling",
    "a": {"report": "r1", "sentence": "The militia took Aveling."},
    "b": {"report": "r2", "sentence": "The army denied losing Aveling."},
}


def test_a_dispute_needs_both_ends_on_different_sides():
    one, other = {"evidence": [ENDS["a"]]}, {"evidence": [ENDS["b"]]}
    assert score_disputes([ENDS], [{"sides": [one, other]}]).recall == 1.0
    assert score_disputes([ENDS], [{"sides": [{"evidence": [ENDS["a"], ENDS["b"]]}]}]).recall == 0.0


def test_a_dispute_without_a_second_sentence_is_not_asked_for():
    assert score_disputes([ENDS | {"b": {"report": "r2", "sentence": None}}], []).asked == 0
