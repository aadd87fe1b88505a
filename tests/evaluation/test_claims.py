"""What counts as a claim found."""

from hypothesis import given
from hypothesis import strategies as st

from evaluation.claims import CORE_TYPES, score_claims
from evaluation.names import Names

SENTENCE = "The garrison left Aveling on Monday, a miller said."


def claim(**changed):
    told = {
        "report": "r1",
        "sentence": SENTENCE,
        "type": "withdraw",
        "actor": "garrison",
        "target": None,
        "place": "Aveling",
        "status": "asserted",
        "source": "a miller",
        "via": None,
        "when": ["2020-01-06", "2020-01-06"],
    }
    return told | changed


def depths(gold, told, **options):
    return {k: v.f1 for k, v in score_claims(gold, told, Names({}), **options).depths.items()}


def test_the_gold_itself_is_right_at_every_depth():
    assert depths([claim()], [claim()]) == {"found": 1.0, "core": 1.0, "full": 1.0}


def test_a_wrong_place_is_found_but_not_core():
    assert depths([claim()], [claim(place="Bexford")]) == {"found": 1.0, "core": 0.0, "full": 0.0}


def test_a_wrong_source_is_core_but_not_full():
    assert depths([claim()], [claim(source=None)]) == {"found": 1.0, "core": 1.0, "full": 0.0}


def test_days_may_be_off_in_length_by_two():
    assert depths([claim()], [claim(when=["2020-01-06", "2020-01-08"])])["full"] == 1.0
    assert depths([claim()], [claim(when=["2020-01-06", "2020-01-09"])])["full"] == 0.0


def test_a_date_where_there_is_none_is_wrong():
    assert depths([claim(when=None)], [claim()])["full"] == 0.0


def test_optional_claims_are_neither_asked_for_nor_blamed():
    gold = [claim(), claim(place="Bexford", optional=True)]
    assert depths(gold, [claim()])["core"] == 1.0
    assert depths(gold, [claim(), claim(place="Bexford")])["core"] == 1.0


def test_accepted_readings_are_right():
    gold = [claim(accept={"type": ["withdraw", "advance"], "place": ["Aveling", None]})]
    assert depths(gold, [claim(type="advance", place=None)])["full"] == 1.0


def test_reports_without_gold_do_not_count():
    assert depths([claim()], [claim(), claim(report="r2")])["found"] == 1.0


def test_a_claim_told_twice_counts_once():
    tally = score_claims([claim()], [claim(), claim()], Names({})).depths["found"]
    assert (tally.right, tally.given) == (1, 2)


def test_types_narrow_both_sides():
    gold = [claim(), claim(type="meet", sentence="They met in Bexford.")]
    assert depths(gold, [claim()], types=CORE_TYPES)["found"] == 1.0


def test_nothing_told_is_nought():
    score = score_claims([claim()], [], Names({}))
    assert score.depths["found"].f1 == 0.0
    assert set(score.fields.values()) == {0.0}


claims = st.builds(
    claim,
    type=st.sampled_from(["withdraw", "hold"]),
    place=st.sampled_from(["Aveling", "Bexford", None]),
    actor=st.sampled_from(["garrison", "militia", None]),
    status=st.sampled_from(["asserted", "denied"]),
)


@given(st.lists(claims, max_size=6), st.lists(claims, max_size=6))
def test_a_deeper_figure_is_never_better(gold, told):
    found = score_claims(gold, told, Names({})).depths
    assert found["found"].right >= found["core"].right >= found["full"].right


@given(st.lists(claims, min_size=1, max_size=6), st.randoms())
def test_the_order_of_what_was_told_does_not_matter_to_a_perfect_run(gold, draw):
    told = list(gold)
    draw.shuffle(told)
    assert depths(gold, told)["full"] == 1.0
