"""What would be cut: by the holdings of a day, the ways that are told, and the words of the reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.control import hold
from fogline.control.crossings import CrossingState
from fogline.control.network import Network
from fogline.control.whatif import what_if
from tests.control.cases import claim, corpus, day, days, name
from tests.control.ways import flat, holds, in_sentence, link

TOWNS = ["elm", "fir", "gorse", "holm", "bray"]


def asked(*claims, place="elm", to="brown", on=10):
    """The answer over these claims."""
    record = corpus(*claims)
    node = Network.of(record).named[place]
    return what_if(record, hold(record), node, name(to), day(on))


def parts(answer):
    """The parts of each side that would lose something."""
    return {side.holder: {frozenset(part) for part in side.parts} for side in answer.sides if side.parts}


def test_what_hangs_together_by_way_of_a_place_comes_apart():
    answer = asked(*holds("green", "elm", "fir", "gorse"), *link("elm", "fir", "gorse"))
    assert parts(answer) == {"Green Army": {frozenset({"fir"}), frozenset({"gorse"})}}
    (side,) = answer.sides
    assert {e.ends for e in side.edges} == {("elm", "fir"), ("elm", "gorse")}


def test_a_way_round_keeps_places_together():
    answer = asked(*holds("green", "elm", "fir", "gorse"), *link("elm", "fir", "gorse"), *link("fir", "gorse"))
    assert parts(answer) == {}


def test_a_way_round_through_the_enemy_keeps_nothing_together():
    ways = flat(link("elm", "fir", "gorse"), link("holm", "fir", "gorse"))
    answer = asked(*holds("green", "elm", "fir", "gorse"), *holds("brown", "holm"), *ways)
    assert parts(answer) == {"Green Army": {frozenset({"fir"}), frozenset({"gorse"})}}


def test_a_place_that_nobody_is_told_to_hold_may_be_passed():
    ways = flat(link("elm", "fir", "gorse"), link("holm", "fir", "gorse"))
    assert parts(asked(*holds("green", "elm", "fir", "gorse"), *ways)) == {}


def test_a_way_that_would_be_cut_by_the_words_of_a_report_is_lost():
    text = "If the front takes Elm, it would cut the road between Fir and Gorse."
    taking = claim("capture", "brown", place="elm", status="conditional", word="takes")
    cut = claim("close", "brown", place="road between Fir and Gorse", status="conditional", word="cut")
    answer = asked(*holds("green", "elm", "fir", "gorse"), *link("elm", "fir"), *in_sentence(text, taking, cut))
    assert parts(answer) == {"Green Army": {frozenset({"fir"}), frozenset({"gorse"})}}
    assert [c.act.quote for c in answer.told] == ["cut"]


def test_what_a_side_does_not_have_it_cannot_lose():
    answer = asked(*holds("brown", "elm", "fir", "gorse"), *link("elm", "fir", "gorse"))
    assert answer.already
    assert answer.sides == ()


def test_the_holdings_of_the_day_count():
    told = [
        *holds("green", "elm", "fir", "gorse", last=5),
        claim("capture", "brown", "green", place="elm", when=days(8)),
    ]
    ways = link("elm", "fir", "gorse")
    assert parts(asked(*told, *ways, on=4)) != {}
    assert asked(*told, *ways, on=9).already


def test_a_place_of_which_no_way_is_told_is_said_to_have_none():
    (side,) = asked(*holds("green", "elm", "fir", "gorse", "holm"), *link("elm", "fir", "gorse")).sides
    assert side.untold == ("holm",)


def test_a_shut_way_joins_nothing():
    shut = claim("close", "green", place="Elm-Fir road", when=days(3))
    answer = asked(*holds("green", "elm", "fir", "gorse"), *link("elm", "fir", "gorse"), shut)
    assert parts(answer) == {}


def test_a_site_is_told_with_its_town():
    ways = flat(link("elm", "fir", "gorse"), link("elm", "fir bridge"))
    answer = asked(*holds("green", "elm", "fir", "gorse"), *ways)
    assert parts(answer) == {"Green Army": {frozenset({"fir"}), frozenset({"gorse"})}}


def crossing(answer, key):
    """How a crossing stands to the first side."""
    return next(row for row in answer.sides[0].crossings if row.key == key)


def test_crossings_that_remain():
    told = flat(
        holds("green", "elm", "fir"), holds("brown", "holm crossing"), link("fir", "fir crossing"),
        link("elm", "elm crossing"), link("fir crossing", "land"), link("elm", "fir"),
        [claim("close", "brown", place="elm crossing", when=days(3))], holds("green", "gorse crossing"),
    )  # fmt: skip
    answer = asked(*told)
    assert crossing(answer, "fir crossing").state is CrossingState.NEAR
    assert crossing(answer, "gorse crossing").state is CrossingState.HELD
    assert crossing(answer, "holm crossing").state is CrossingState.LOST
    assert [row.key for row in answer.sides[0].left] == ["gorse crossing", "fir crossing"]


def test_the_only_way_out_outweighs_a_town_beside_another():
    text = "The green army's only gateway to the outside world is Gorse crossing."
    only = claim("hold", "green", place="gorse crossing", word="gateway", when=days(3, 20))
    told = flat(holds("green", "elm", "fir"), link("fir", "fir crossing"), link("elm", "fir"), in_sentence(text, only))
    answer = asked(*told)
    assert [row.key for row in answer.sides[0].left] == ["gorse crossing"]
    assert crossing(answer, "fir crossing").state is CrossingState.UNTOLD


def test_what_lies_beyond_a_lost_crossing_is_no_longer_reached():
    ways = flat(link("elm crossing", "blue sea"), link("fir", "elm crossing"))
    (side,) = asked(*holds("green", "elm crossing", "fir"), *ways, place="elm crossing").sides
    assert side.unreached == ("blue sea",)
    assert side.left == ()


GRAPHS = st.sets(st.tuples(st.sampled_from(TOWNS), st.sampled_from(TOWNS)).filter(lambda e: e[0] < e[1]), min_size=2)
HOLDERS = st.fixed_dictionaries({town: st.sampled_from(["green", "brown", None]) for town in TOWNS[1:]})


def reached(start, edges, open_towns):
    """Every town that can be reached from one, step by step."""
    seen = {start}
    for _ in TOWNS:
        seen |= {b for a, b in edges if a in seen and b in open_towns} | {
            a for a, b in edges if b in seen and a in open_towns
        }
    return seen


@given(GRAPHS, HOLDERS)
def test_parts_are_what_still_hangs_together(edges, holders):
    told = flat(holds("green", "elm"), *(holds(side, town) for town, side in holders.items() if side))
    answer = asked(*told, *flat(*(link(a, b) for a, b in sorted(edges))), *link("elm", "alder"))
    open_towns = {town for town, side in holders.items() if side != "brown"}
    for side in answer.sides:
        for part in side.parts:
            for town in set(part) & open_towns:
                assert set(part) == (reached(town, edges, open_towns) - {"elm"}) & set(part)
                others = {k for p in side.parts if p != part for k in p}
                assert not reached(town, edges, open_towns) & others


@pytest.mark.parametrize("word", ["capture", "besiege"])
def test_what_hangs_on_the_taking_is_told(word):
    text = "If the front takes Elm, Fir will be next."
    taking = claim("capture", "brown", place="elm", status="conditional", word="takes")
    next_ = claim(word, "brown", place="fir", status="conditional", word="next")
    answer = asked(*holds("green", "elm"), *in_sentence(text, taking, next_))
    assert [c.place.text for c in answer.told] == ["Fir"]
