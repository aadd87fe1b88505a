"""The network: what joins two places, by which words, and what does not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.control.edges import EdgeKind, way_ends
from fogline.control.network import Network, is_only_outlet
from fogline.control.nodes import NodeKind, Nodes
from fogline.records import Name
from tests.control.cases import claim, corpus, day, days
from tests.control.strategies import shuffled
from tests.control.ways import flat, in_sentence, link


def drawn(*claims):
    """The network of these claims."""
    return Network.of(corpus(*claims))


def joined(network, kind=EdgeKind.WAY):
    """The names that edges of a kind join."""
    return {tuple(sorted(network.named[key].name for key in e.ends)) for e in network.edges if e.kind is kind}


def test_a_link_joins_its_place_and_what_it_leads_to():
    network = drawn(*link("elm", "fir", "gorse"))
    assert joined(network) == {("Elm", "Fir"), ("Elm", "Gorse")}
    assert all(e.claim_ids and e.basis == "told" for e in network.edges)


def test_places_are_not_joined_for_being_near():
    assert drawn(claim("hold", "green", place="elm"), claim("hold", "green", place="fir")).edges == ()


def test_neighbours_are_joined_by_a_border_on_which_nobody_travels():
    network = drawn(*link("elm", "land", word="borders"))
    assert joined(network, EdgeKind.BORDER) == {("Elm", "Landia")}
    assert network.usable(lambda _: True, day(10)) == ()


def test_a_denied_link_joins_nothing():
    assert drawn(claim("link", None, "fir", place="elm", status="denied")).edges == ()


@pytest.mark.parametrize(
    "name", ["Elm-Fir road", "road between Elm and Fir", "the main highway from Elm to Fir", "Elm – Fir highway"]
)
def test_a_way_named_by_its_ends_joins_them(name):
    record = corpus(claim("hold", "green", place="elm"), claim("hold", "green", place="fir"))
    one, other = way_ends(Name(name), Nodes.of(record))
    assert {one.name, other.name} == {"Elm", "Fir"}


@pytest.mark.parametrize("name", ["Elm", "Stratford-upon-Avon", "Elm and Fir", "road to Elm", "Abu-Fir district"])
def test_other_names_are_no_ways(name):
    assert way_ends(Name(name), Nodes.of(corpus())) is None


def test_a_way_whose_closing_hangs_on_a_taking_runs_through_the_place():
    text = "If the front takes Elm, it would cut the road between Fir and Gorse."
    taking = claim("capture", "brown", place="elm", status="conditional", word="takes")
    cut = claim("close", "brown", place="road between Fir and Gorse", status="conditional", word="cut")
    towns = [claim("hold", "green", place=p) for p in ("fir", "gorse")]
    (edge,) = drawn(*towns, *in_sentence(text, taking, cut)).edges
    assert (edge.ends, edge.through) == (("fir", "gorse"), ("elm",))


def test_a_province_and_the_town_of_its_name_are_one_place():
    assert len(drawn(*link("alder", "elm"), *link("alder-province", "fir")).named) == 3


def test_a_crossing_is_not_the_town_of_its_name():
    network = drawn(*link("elm", "elm crossing"))
    assert {node.kind for node in network.named.values()} == {NodeKind.PLACE, NodeKind.CROSSING}


def test_the_coast_is_one_area_by_any_wording():
    network = drawn(*link("elm", "coast"), *link("elm", "coastal region", report="r2"))
    assert [e.ends for e in network.edges] == [("area coast", "elm")]


def test_a_sentence_puts_places_into_an_area():
    text = "The road links Gorse to the coastal provinces of Elm and Fir."
    network = drawn(*in_sentence(text, *link("gorse", "elm", "fir", word="links")))
    assert joined(network, EdgeKind.PART) == {("Elm", "coast"), ("Fir", "coast")}


def test_a_site_lies_in_the_town_whose_name_it_bears():
    network = drawn(claim("hold", "green", place="elm"), claim("attack", "green", place="elm bridge"))
    assert joined(network, EdgeKind.PART) == {("Elm", "Elm Bridge")}


def test_nobody_goes_on_from_another_state():
    network = drawn(*link("elm", "land"), *link("fir", "land"))
    parts = network.parts(lambda _: True, day(10))
    assert parts["elm"] != parts["fir"]


def test_the_last_word_on_a_crossing_counts():
    shut, opened = (claim(act, "green", place="elm crossing", when=days(n)) for act, n in (("close", 4), ("reopen", 6)))
    network = drawn(shut, opened, *link("elm", "elm crossing"))
    told = [bool(network.closed("elm crossing", day(n))) for n in (3, 4, 5, 6, 7)]
    assert told == [False, True, True, False, False]


def test_a_crossing_that_is_excepted_stays_open():
    text = "Landia shut every crossing except Elm crossing."
    shut = claim("close", "green", place="elm crossing", when=days(4), word="shut")
    assert drawn(*in_sentence(text, shut)).shut == {}


def test_only_the_only_outlet_is_one():
    text = "The army's only gateway to the outside world is Elm crossing."
    held = claim("hold", "troops", place="elm crossing", word="gateway")
    (only,) = in_sentence(text, held)
    (other,) = in_sentence("The army's main gateway is Elm crossing.", held)
    assert (is_only_outlet(only), is_only_outlet(other)) == (True, False)


def test_ends_told_together_are_one_end():
    text = "Holm is on the road from Gorse to Elm and Fir."
    network = drawn(*in_sentence(text, *link("holm", "Gorse".lower(), "elm", "fir")))
    assert network.peers == {("elm", "fir")}


def test_two_ends_between_which_a_place_lies_are_two():
    text = "Holm lies between Elm and Fir."
    assert drawn(*in_sentence(text, *link("holm", "elm", "fir", word="lies"))).peers == frozenset()


@given(st.permutations(range(4)))
def test_the_order_of_reports_makes_no_difference(order):
    claims = flat(
        link("elm", "fir"),
        link("fir", "gorse", report="r2"),
        link("elm", "fir", report="r3"),
        [claim("close", "green", place="elm crossing", when=days(4), report="r4")],
    )
    record = corpus(*claims)
    one, other = Network.of(record), Network.of(shuffled(record, list(order)))
    assert (one.edges, one.named, one.peers, one.shut) == (other.edges, other.named, other.peers, other.shut)


def test_an_edge_keeps_its_id():
    (edge,) = drawn(*link("elm", "fir")).edges
    (same,) = drawn(*link("fir", "elm", report="r9")).edges
    assert edge.edge_id == same.edge_id
    assert isinstance(day(1), date)
