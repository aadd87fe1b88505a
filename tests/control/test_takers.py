"""Who took a place that fell to nobody named."""

import pytest

from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import draw_lines
from fogline.control.sides import weigh
from fogline.control.takers import Takers
from tests.control.cases import claim, corpus, day, days

FELL = claim("capture", None, "green", place="elm", when=days(6), report="r2")


def taker(*claims, fell=FELL):
    record = corpus(fell, *claims)
    sources = weigh(record)
    lines = draw_lines(record)
    takers = Takers.of(lines, Holders.of(record, sources), sources, Parties.of(record, sources))
    (line,) = [line for line in lines if line.key == fell.place.key]
    found = takers.taker(fell, line, day(6))
    return found.key if found else None


def test_who_takes_the_places_around_took_it():
    assert taker(claim("capture", "brown", place="fir", when=days(5))) == "brown"


def test_who_fights_at_the_place_took_it():
    assert taker(claim("advance", "brown", place="elm", when=days(5))) == "brown"


@pytest.mark.parametrize(
    "sign",
    [
        claim("capture", "brigade", place="fir", when=days(5)),  # of the loser's own side
        claim("capture", "brown", place="holm", when=days(5)),  # abroad
        claim("capture", "brown", place="gorse", when=days(5)),  # far away, in another report
        claim("capture", "gunmen", place="fir", when=days(5)),  # nobody
        claim("capture", "brown", place="fir", when=days(5), status="planned"),
        claim("attack", "brown", place="fir", when=days(5)),
    ],
)
def test_other_signs_point_to_nobody(sign):
    assert taker(sign) is None


def test_two_rivals_that_both_take_places_around_leave_it_open():
    signs = [
        claim("capture", "brown", place="fir", when=days(5)),
        claim("capture", "pink", "brown", place="fir", when=days(6)),
    ]
    assert taker(*signs) is None


def test_a_word_for_irregulars_means_no_army():
    fell = claim("capture", "gunmen", "brown", place="elm", when=days(6), report="r2")
    assert taker(claim("capture", "pink", place="fir", when=days(5)), fell=fell) == "pink"
    assert taker(claim("capture", "troops", place="fir", when=days(5)), fell=fell) is None
