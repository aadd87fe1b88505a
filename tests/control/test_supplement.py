"""The supplement of crossings: what it says, and what it does not."""

from fogline.control.network import Network
from fogline.control.nodes import NodeKind
from fogline.control.supplement import by_name, crossings
from fogline.records import Corpus, Name, Place, PlaceKind
from tests.control.cases import claim, corpus
from tests.control.ways import link

PLACES = {
    "x": Place("x", "Masnaa", PlaceKind.CROSSING, country="LB"),
    "d": Place("d", "Damascus", PlaceKind.CITY, country="SY"),
    "l": Place("l", "Lebanon", PlaceKind.COUNTRY, country="LB"),
    "j": Place("j", "Jordan", PlaceKind.COUNTRY, country="JO"),
}


def record(*claims):
    """These claims, with places that the supplement knows."""
    return Corpus(corpus(*claims).readings, PLACES, {})


def named(told, place, target=None):
    """A claim whose place, and target, are of those."""
    from dataclasses import replace

    targets = (Name(PLACES[target].name, target),) if target else ()
    return replace(told, place=Name(PLACES[place].name, place), targets=targets)


def test_every_entry_has_two_states_or_lies_within_one():
    assert all(1 <= len(c.countries) <= 2 and all(len(iso) == 2 for iso in c.countries) for c in crossings())


def test_no_two_entries_share_a_name():
    told = [name for crossing in crossings() for name in crossing.names]
    assert sorted(told) == sorted(set(told))
    assert by_name()["masnaa crossing"].entry == "Masnaa crossing (LB-SY)"


def test_a_crossing_that_the_record_names_is_joined_to_its_towns_and_states():
    found = Network.of(record(named(claim("hold", "green"), "x"), named(claim("hold", "green"), "d")))
    assert {(e.ends, e.basis) for e in found.edges} == {(("damascus", "masnaa crossing"), "supplement")}


def test_a_crossing_that_no_report_names_is_not_drawn():
    found = Network.of(record(named(claim("hold", "green"), "d"), named(claim("hold", "green"), "l")))
    assert [n for n in found.named.values() if n.kind is NodeKind.CROSSING] == []
    assert found.edges == ()


def test_a_link_to_a_state_that_the_supplement_has_not_beside_it_is_doubted():
    wrong, right = (named(*link("elm", "fir"), "x", state) for state in ("j", "l"))
    found = {e.ends: e for e in Network.of(record(wrong, right)).edges}
    assert found["country JO", "masnaa crossing"].doubt
    assert not found["country LB", "masnaa crossing"].doubt
    assert found["country LB", "masnaa crossing"].basis == "told and supplement"
