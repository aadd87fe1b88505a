"""Questions of the holdings."""

from fogline.control import at, hold
from tests.control.cases import claim, corpus, day, days


def test_one_row_a_place_in_the_order_of_their_names():
    told = [claim("capture", "green", place=p, when=days(5)) for p in ("bray", "alder")]
    found = at(hold(corpus(*told, claim("capture", "brown", place="bray", when=days(8), report="r2"))), day(9))
    assert [(h.place.text, h.holder.key) for h in found] == [("Alder", "green"), ("Bray", "brown")]


def test_a_day_before_anything_was_said_has_no_rows():
    assert at(hold(corpus(claim("capture", "green", when=days(5)))), day(1)) == ()
