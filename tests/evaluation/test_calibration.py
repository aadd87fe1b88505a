"""How far confidence and truth are apart."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from evaluation.calibration import bins, diagram, error

JUDGED = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)


def test_claims_that_are_right_as_often_as_told_have_no_error() -> None:
    assert error([(0.75, True)] * 3 + [(0.75, False)]) == 0


def test_claims_that_are_sure_and_wrong_have_all_of_it() -> None:
    assert error([(1.0, False)] * 4) == 1


@given(JUDGED)
def test_the_error_is_a_share_and_does_not_hang_on_the_order(told: list[tuple[float, bool]]) -> None:
    assert 0 <= error(told) <= 1
    assert abs(error(told) - error(told[::-1])) < 1e-9
    assert sum(b.count for b in bins(told)) == len(told)


@given(JUDGED)
def test_the_diagram_has_a_dot_for_each_bin(told: list[tuple[float, bool]]) -> None:
    root = ElementTree.fromstring(diagram(told))
    assert len(root.findall(".//{http://www.w3.org/2000/svg}circle")) == len(bins(told))
