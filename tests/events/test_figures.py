"""Figures of an event."""

from hypothesis import given
from hypothesis import strategies as st

from fogline.events.figures import figures_of
from fogline.records import Quantity
from fogline.records.sources import Sources
from tests.control.cases import claim, corpus

NUMBERS = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=6)


@given(NUMBERS)
def test_low_best_and_high_are_in_this_order_and_bound_all_that_is_said(pairs):
    told = [claim("harm", counts=(Quantity(a, a + b, "person"),), report=f"r{i}") for i, (a, b) in enumerate(pairs)]
    (figure,) = figures_of(told, Sources.of(corpus(*told)))
    assert figure.low == min(a for a, _ in pairs)
    assert figure.high == max(a + b for a, b in pairs)
    assert figure.low <= figure.best <= figure.high


def test_units_are_kept_apart():
    told = claim("harm", counts=(Quantity(3, 3, "soldier"), Quantity(5, 5, "civilian")))
    assert [f.unit for f in figures_of([told], Sources.of(corpus(told)))] == ["civilian", "soldier"]
