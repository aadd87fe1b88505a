"""What disputes ask of the claims of a report is noted once, and sums are compared only with those of their days."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.control import World, dispute
from fogline.control.contradictions import Bar
from fogline.control.figures import sums, sums_together
from fogline.control.minutes import Minutes
from fogline.records import Claim
from fogline.records.working import Workings
from tests.control.cases import ACTORS, corpus, days
from tests.control.sentences import say
from tests.control.strategies import claims
from tests.control.test_ground import charges, following, worked_out_again

QUOTED = "Nobody has entered the crossing since the night before"


@st.composite
def tolls(draw: st.DrawFn) -> Claim:
    """A sum of a war, or of days, by some report and speaker."""
    count, first = draw(st.sampled_from(("Forty", "Ninety", "Sixty"))), draw(st.integers(1, 28))
    return say(
        f"{count} civilians have been killed since the war began.", "killed", "harm", at=draw(st.integers(1, 999)),
        place=draw(st.sampled_from(("elm", None))), when=days(first, min(31, first + draw(st.integers(0, 9)))),
        report=draw(st.sampled_from(("r1", "r2", "r3"))), says=draw(st.sampled_from((None, "watch", "ministry"))),
    )  # fmt: skip


def bar(*told: Claim) -> Bar:
    return Bar.of(World.of(corpus(*told)))


@settings(max_examples=200)
@given(st.lists(claims() | charges() | tolls(), max_size=10, unique_by=lambda c: c.claim_id))
def test_minutes_are_the_same_once_they_were_written(told):
    taken = Minutes.of(told, bar(*told))
    assert Minutes.from_text(taken.to_text()).to_text() == taken.to_text()
    assert [tuple(row) for row in Minutes.from_text(taken.to_text()).sums] == list(taken.sums)


@settings(max_examples=300)
@given(st.lists(tolls(), max_size=10, unique_by=lambda c: c.claim_id))
def test_no_sum_contradicts_one_that_it_is_not_compared_with(told):
    known, weighed = {claim.claim_id: claim for claim in told}, bar(*told)
    figures = [*Minutes.of(told, weighed).figures(known)]
    apart = [group for together in sums_together(figures) for group in sums(together, weighed)]

    def by_claims(groups):
        return sorted([(figure.claim.claim_id, figure.low) for figure in group] for group in groups)

    assert by_claims(apart) == by_claims(sums(figures, weighed))


@settings(max_examples=100)
@given(st.lists(tolls(), min_size=2, max_size=8, unique_by=lambda c: c.claim_id), st.data())
def test_sums_are_the_same_whatever_was_worked_out_before(told, data):
    workings = Workings()
    for number in (data.draw(st.integers(0, len(told))), len(told)):
        record = corpus(*told[:number])
        assert dispute(record, workings) == dispute(record)
        workings = following(workings, record)


def test_what_an_answer_names_bears_on_the_minutes_of_its_report():
    told = "The ministry said that the Front took Elm, while the Watch said that it fell to the brigade."
    one = say(told, "took", "capture", "brown", place="elm", when=days(5), report="r1", says="ministry")
    other = say(told, "fell", "capture", "brigade", place="elm", when=days(5), report="r1", says="watch")
    before = corpus(one, other)
    after = replace(before, actors={**before.actors, "brown": replace(ACTORS["brown"], side="green")})
    assert worked_out_again(before, before) == set()
    assert "minutes r1" in worked_out_again(before, after)


def test_words_that_two_reports_quote_carry_the_place_over():
    quoting = [
        say(f'"{QUOTED}," they said at {place}.', "entered", "advance", "brown", place=key, when=days(5), report=report)
        for place, key, report in (("Elm", "elm", "r1"), ("Fir", "fir", "r2"))
    ]
    minutes = [Minutes.of([claim], bar(claim)) for claim in quoting]
    (one,), (other,) = ([stands for _, stands in each.quoting] for each in minutes)
    assert one == other
