"""How many people of which sort a sentence counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.control.counts import counts_in


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("At least 11 civilians have been killed and 41 wounded in Alder.", [(11, "dead", "people"), (41, "wounded", None)]),
        ("A nurse had seen the bodies of 40 civilians before she fled.", [(40, "dead", "people")]),
        ("Two doctors counted 14 bodies, several of them children's.", [(14, "dead", None)]),
        ("A doctor puts at ten, two of them children, the number of people killed.", [(10, "dead", None)]),
        ("About a dozen rebels lost their lives.", [(12, "dead", "fighters")]),
        ("No fewer than 1,250 soldiers died.", [(1250, "dead", "soldiers")]),
        ("The number is 352,000: that is how many people have been uprooted.", [(352000, "displaced", "people")]),
        ("At least 17 soldiers were killed at Kilo 13.", [(17, "dead", "soldiers")]),
        ("White sent twenty-five fighters to Alder.", [(25, "sent", "fighters")]),
        ("The army lost eight soldiers near Alder; the rebels claimed to have killed 19.", [(8, "dead", "soldiers"), (19, "dead", "soldiers")]),
        ("The Front's dead number 200 by its own count and 1,000 by the army's.", [(200, "dead", None), (1000, "dead", None)]),
        ("The hospital put the dead at 90; the ministry, whose own toll is 20, was silent.", [(90, "dead", None), (20, "dead", None)]),
        ("Four soldiers were killed by noon and 7 by Friday.", [(4, "dead", "soldiers")]),
        ("By her estimate the dead number 90, and not one rebel.", [(90, "dead", None)]),
        ("Two soldiers were killed in a clash that began at 6.", [(2, "dead", "soldiers")]),
        ("Alder, 40 km south of Bray, fell on May 5, 2020.", []),
        ("The hospital has 20 doctors left for 310 beds.", []),
    ],
)  # fmt: skip
def test_people_are_counted_by_sort(sentence, counted):
    assert [(c.low, c.sort, c.people) for c in counts_in(sentence)] == counted


def test_dozens_are_a_range():
    (found,) = counts_in("Dozens of civilians were killed.")
    assert (found.low, found.high) == (24, 99)


@given(st.text(max_size=80))
def test_any_text_can_be_counted_in(text):
    assert all(0 <= c.at < len(text) and c.low <= c.high for c in counts_in(text))
