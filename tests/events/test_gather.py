"""Claims of the same happening."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.events import gather
from fogline.records import ClaimType, Quantity, Status
from tests.control.cases import claim, corpus, days
from tests.control.strategies import corpora, shuffled


def sizes(*claims, **record):
    return sorted(len(event.claim_ids) for event in gather(corpus(*claims, **record)))


def test_tellings_of_one_capture_are_one_event_whose_days_are_those_on_which_they_agree():
    told = [
        claim("capture", "brown", "green", when=days(3, 8), report="r1"),
        claim("capture", "brown", when=days(5, 6), report="r2"),
        claim("capture", None, "green", when=days(6, 9), report="r3"),
    ]
    (event,) = gather(corpus(*told))
    assert (event.period.first, event.period.last) == (days(6).first, days(6).last)
    assert [n.key for n in event.actors] == ["brown"]
    assert event.origins == 3


def test_the_winners_capture_and_the_losers_withdrawal_stay_two_events():
    told = [claim("capture", "brown", "green", when=days(5)), claim("withdraw", "green", when=days(5))]
    assert {event.type for event in gather(corpus(*told))} == {ClaimType.CAPTURE, ClaimType.WITHDRAW}


def test_other_places_days_and_actors_are_other_events():
    told = [
        claim("attack", "brown", "green", when=days(5)),
        claim("attack", "brown", "green", when=days(9)),
        claim("attack", "brown", "green", when=days(5), place="bray"),
        claim("attack", "white", "green", when=days(5)),
        claim("attack", "brown", "white", when=days(5)),
    ]
    assert sizes(*told) == [1] * 5


def test_a_group_and_its_side_may_be_one_actor_but_two_groups_of_a_side_are_not():
    assert sizes(claim("capture", "green", when=days(5)), claim("capture", "brigade", when=days(5))) == [2]
    assert sizes(claim("deploy", "ministry", when=days(5)), claim("deploy", "brigade", when=days(5))) == [1, 1]


def test_a_clash_may_be_told_from_either_side():
    told = [claim("clash", "green", "brown", when=days(5)), claim("clash", "brown", "green", when=days(5), report="r2")]
    assert sizes(*told) == [2]


def test_a_vague_claim_does_not_join_two_happenings():
    told = [
        claim("attack", "brown", when=days(2)), claim("attack", "brown", when=days(9)),
        claim("attack", "brown", when=days(1, 10), report="r2"),
    ]  # fmt: skip
    assert sizes(*told) == [1, 2]


def test_a_claim_without_a_day_joins_what_happened_about_its_reports_day():
    told = [claim("attack", "brown", when=days(8)), claim("attack", "brown", report="r2")]
    assert sizes(*told, told={"r2": 9}) == [2]
    assert sizes(*told, told={"r2": 20}) == [1, 1]


def test_a_denial_founds_nothing_but_is_listed_and_not_counted():
    denied = claim("capture", "brown", when=days(5), status="denied", says="green", report="r2")
    assert gather(corpus(denied)) == ()
    (event,) = gather(corpus(denied, claim("capture", "brown", when=days(5))))
    assert denied.claim_id in event.claim_ids
    assert (event.status, event.origins) == (Status.ASSERTED, 1)


def test_a_plan_without_a_day_stays_apart_from_what_happened():
    told = [claim("capture", "brown", when=days(9)), claim("capture", "brown", status="planned", report="r2")]
    assert {event.status for event in gather(corpus(*told))} == {Status.ASSERTED, Status.PLANNED}


def test_states_are_no_happenings():
    assert gather(corpus(claim("hold", "green", when=days(5)), claim("link", place="alder"))) == ()


def test_without_a_place_two_claims_need_an_actor_to_be_one():
    assert sizes(
        claim("harm", None, "people", place=None, when=days(5)),
        claim("harm", None, "people", place=None, when=days(5), report="r2"),
    ) == [1, 1]
    assert sizes(
        claim("warn", "green", "people", place=None), claim("warn", "green", "people", place=None, report="r2")
    ) == [2]


def test_a_sum_told_again_a_day_later_is_one_event_though_no_place_is_named():
    def since(first, last, report, mode="displaced"):
        count = (Quantity(900, 900, "person"),)
        return claim("harm", None, "people", place=None, when=days(first, last), counts=count, report=report, mode=mode)

    assert sizes(since(1, 8, "r1"), since(1, 9, "r2")) == [2]
    assert sizes(since(1, 8, "r1"), since(3, 9, "r2")) == [1, 1]
    assert sizes(since(1, 8, "r1"), since(1, 8, "r2", mode="killed")) == [1, 1]


def test_the_towns_name_is_the_gazetteers():
    (event,) = gather(corpus(claim("capture", "brown", when=days(5))))
    assert event.place.text == "Alder"


def test_figures_are_kept_low_best_and_high():
    def counted(report, low, high=None):
        return claim(
            "harm", "brown", "people", when=days(5), report=report, counts=(Quantity(low, high or low, "civilian"),)
        )

    told = [counted("r1", 11), counted("r2", 14), counted("r3", 14), counted("r4", 9, 20)]
    (figure,) = gather(corpus(*told))[0].figures
    assert (figure.low, figure.best, figure.high, len(figure.claim_ids)) == (9, 14, 20, 4)
    (copied,) = gather(corpus(*told[:3], told={"r1": 12}, origins=[("r2", "r3")]))[0].figures
    assert copied.best == 11


few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@few
@given(corpora(), st.lists(st.integers(), max_size=4))
def test_the_order_of_reports_and_claims_changes_nothing(record, order):
    assert gather(shuffled(record, order)) == gather(record)


@few
@given(corpora())
def test_a_claim_is_in_one_event_at_most_and_all_asserted_happenings_are_in_one(record):
    ids = [claim_id for event in gather(record) for claim_id in event.claim_ids]
    assert len(ids) == len(set(ids))
    happened = {c.claim_id for c in record.claims() if c.status is not Status.DENIED and c.type is not ClaimType.HOLD}
    assert happened <= set(ids)


@few
@given(corpora())
def test_one_origin_for_all_reports_makes_every_event_one_word(record):
    together = type(record.origins[0])(("r1", "r2", "r3", "r4"))
    joined = type(record)(record.readings, record.places, record.actors, (together,))
    assert all(event.origins == 1 for event in gather(joined))
