"""Whether two claims tell of the same happening."""

from fogline.events.sameness import days_of, same_actors, same_days
from fogline.records import Basis
from fogline.records.sources import Sources
from tests.control.cases import claim, corpus, days, names

SOURCES = Sources.of(corpus(claim("attack")))


def test_actors_that_are_not_said_may_be_anybody():
    assert same_actors((), names("brown"), SOURCES)
    assert not same_actors(names("white"), names("brown"), SOURCES)


def test_a_group_may_be_its_side():
    assert same_actors(names("brigade"), names("green"), SOURCES)
    assert not same_actors(names("brigade"), names("ministry"), SOURCES)


def test_periods_meet_with_a_days_slack():
    one = claim("attack", when=days(5))
    assert same_days(one, claim("attack", when=days(6)), SOURCES)
    assert not same_days(one, claim("attack", when=days(7)), SOURCES)


def test_the_reports_day_stands_in_for_a_missing_period_and_says_so():
    undated = days_of(claim("attack"), SOURCES)
    assert (undated.first, undated.basis) == (days(10).first, Basis.PUBLISHED)
    assert days_of(claim("attack", report="unread"), SOURCES) is None
