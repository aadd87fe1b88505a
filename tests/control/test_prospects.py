"""No contradiction is missed for being thought impossible."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.control.contradictions import Bar
from fogline.control.prospects import Prospects
from fogline.control.watching import World
from tests.control.cases import claim, corpus, days
from tests.control.strategies import claims
from tests.control.test_ground import records


@settings(max_examples=400)
@given(st.data())
def test_claims_that_contradict_each_other_may_do_so(data):
    pool = data.draw(st.lists(claims(), min_size=2, max_size=14, unique_by=lambda c: c.claim_id))
    record = data.draw(records(pool))
    bar, told = Bar.of(World.of(record)), list(record.claims())
    prospects = Prospects(told, bar)
    for a, one in enumerate(told):
        for b, other in enumerate(told):
            if a != b and bar.contradiction(one, other) is not None:
                assert prospects.may_contradict(a, b)


def test_what_one_voice_says_of_a_place_in_many_sentences_is_laid_beside_nothing():
    kinds = ("capture", "hold", "withdraw", "clash")
    told = [claim(kinds[n % 4], "brown", place="fir", when=days(1 + n % 20), report="r1") for n in range(40)]
    told = [*{each.claim_id: each for each in told}.values()]
    bar = Bar.of(World.of(corpus(*told)))
    prospects, numbers = Prospects(told, bar), range(len(told))
    apart = [(a, b) for a in numbers for b in numbers if told[a].anchor != told[b].anchor]
    assert apart
    assert not any(prospects.may_contradict(a, b) for a, b in apart)
