"""Since when a place is held: as wide as it was told, and no closer."""

from dataclasses import replace
from datetime import date

import pytest

from fogline.products.lookup import Lookup
from fogline.products.since import in_short, since_told, since_words
from fogline.records import Control, Corpus, DateExpression, Grade, Holding, Period, Views
from tests.products.cases import KIRKUK, PESHMERGA, TAKEN, reading


def told(first, last, words=None, kind="hold"):
    """Since when a holding is told that rests on one claim of these days."""
    when = DateExpression(words) if words else None
    claim = replace(TAKEN, type=type(TAKEN.type)(kind), period=Period(first, last), when=when)
    row = Holding(KIRKUK, PESHMERGA, Control.HELD, last, None, first, (claim.claim_id,), (), 1, Grade("F", 3))
    return since_told(Lookup.of(Corpus((reading("alpha", claim),)), Views(holdings=(row,))), row)


JANUARY = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ((JANUARY, date(2025, 2, 17), "since January"), " since January 2025"),
        ((JANUARY, date(2025, 2, 17), "since 1 January"), " since 1 January 2025"),
        ((date(2017, 1, 1), date(2024, 12, 7), "since 2017"), " since 2017"),
        ((date(2025, 2, 16), date(2025, 2, 17), "since Sunday"), " since 16 February 2025"),
        (
            (date(2025, 1, 22), date(2025, 1, 31), "at the end of January", "capture"),
            " since a day between 22 January and 31 January 2025",
        ),
        ((JANUARY, date(2025, 1, 31), "in January", "capture"), " since January 2025"),
    ],
)
def test_it_is_as_wide_as_it_was_told(claim, words):
    assert since_words(told(*claim)) == words


def test_it_is_nothing_where_no_day_is_known():
    assert since_words(None) == ""


def test_a_table_shows_it_in_short():
    assert in_short("2025-01-16", "2025-01-16") == "2025-01-16"
    assert in_short("2025-01-01", "2025-01-31") == "2025-01"
    assert in_short("2025-01-01", "2025-12-31") == "2025"
    assert in_short("2025-01-22", "2025-01-31") == "2025-01-22 to 2025-01-31"
