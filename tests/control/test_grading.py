"""The Admiralty code."""

import pytest

from fogline.control import hold
from fogline.control.grading import grade
from fogline.records.sources import Sources
from tests.control.cases import claim, corpus, days, name

WE, THEY, NURSE = "green", "brown", "nurse"


def graded(supports, opposes=(), origins=()):
    record = corpus(*supports, *opposes, origins=origins)
    return str(grade(supports, opposes, name("green"), Sources.of(record)))


def told(says, report, status="asserted"):
    return claim("capture", "green", says=says, report=report, status=status, when=days(5))


@pytest.mark.parametrize(
    ("supports", "expected"),
    [
        ([told(NURSE, "r1"), told(None, "r2")], "F1"),
        ([told(THEY, "r1"), told(NURSE, "r2")], "F1"),
        ([told(WE, "r1"), told(None, "r2")], "F2"),
        ([told("ministry", "r1"), told(WE, "r2")], "F3"),
        ([told(NURSE, "r1"), told(NURSE, "r2")], "F3"),
        ([told(None, "r1")], "F3"),
        ([told(WE, "r1")], "F3"),
    ],
)
def test_credibility_counts_independent_words_and_not_a_partys_own(supports, expected):
    assert graded(supports) == expected


def test_copies_of_one_origin_raise_no_grade():
    copies = [told(None, "r1"), told(None, "r2"), told(None, "r3")]
    assert graded(copies, origins=[("r1", "r2", "r3")]) == "F3"


def test_what_is_contradicted_is_doubtful_and_improbable_where_more_speak_against_it():
    against = [told(THEY, "r3", "denied"), told(NURSE, "r4", "denied")]
    assert graded([told(None, "r1"), told("monitor", "r2")], against[:1]) == "F4"
    assert graded([told(None, "r1")], against) == "F5"


def test_an_unknown_holder_cannot_be_judged():
    (holding,) = hold(corpus(claim("withdraw", "green", when=days(5))))
    assert str(holding.grade) == "F6"
