"""A timeline of a given length: the days told most, and what is told most of each."""

from dataclasses import replace
from datetime import timedelta

from fogline.products.digest import LATER, digest, weigh_days
from fogline.products.timeline import timeline
from fogline.records import Basis, Corpus, Period, ReportDay, Views
from tests.products.cases import COPIED, DAY, EVE, GRAIN, LEFT, NOT_LEFT, TAKEN, event, reading, record

WEEK = timedelta(days=7)


def told(corpus, views, **asked):
    """What is told of a record, by the day and the words."""
    found = digest(timeline(corpus, views), corpus, **asked)
    return [(one.entry.first, one.reports, one.claim.anchor.quote) for one in found]


def on(claim, day, basis=Basis.STATED):
    """The claim, of another day."""
    return replace(claim, period=Period(day, day, basis))


def test_the_day_is_told_by_the_sentence_that_most_of_it_is_told_in() -> None:
    corpus, views = record()
    (first,) = told(corpus, views, days=1, each=1)
    assert first == (DAY, 2, TAKEN.anchor.quote)


def test_of_two_sentences_that_tell_the_same_one_is_kept() -> None:
    corpus, views = record()
    said = [words for _, _, words in told(corpus, views, days=1, each=9)]
    assert len(said) == len(set(said))
    assert sum(words.startswith(GRAIN[:20]) for words in said) == 1


def test_the_days_kept_are_those_that_weigh_most_and_stand_in_their_order() -> None:
    eve = on(LEFT, EVE)
    corpus = Corpus((reading("alpha", TAKEN, eve, NOT_LEFT), reading("beta", COPIED)))
    views = Views(record()[1].lineage, (event(TAKEN, COPIED), event(eve)), (), ())
    assert [day for day, _, _ in told(corpus, views, days=1, each=1)] == [DAY]
    assert [day for day, _, _ in told(corpus, views, days=2, each=1)] == [EVE, DAY]
    assert [day for day, _, _ in told(corpus, views, days=2, each=1, first=DAY)] == [DAY]


def test_a_report_weighs_once_a_day_and_more_where_it_tells_later() -> None:
    now, later = reading("alpha", TAKEN, LEFT), reading("beta", COPIED)
    later = replace(later, day=ReportDay(DAY + LATER + WEEK, Basis.PUBLISHED, "its first line"))
    assert weigh_days(Corpus((now,))) == {DAY: 1.0}
    assert weigh_days(Corpus((now, later))) == {DAY: 4.0}
    guessed = reading("alpha", on(TAKEN, DAY, Basis.PUBLISHED))
    assert weigh_days(Corpus((guessed,)))[DAY] < 1.0
    whole = replace(TAKEN, period=Period(EVE, DAY))
    assert weigh_days(Corpus((reading("alpha", whole),))) == {}
