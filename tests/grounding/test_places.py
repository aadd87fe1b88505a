from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.grounding.gazetteer import Gazetteer
from fogline.grounding.places import PlaceHint, resolve
from fogline.records import Place, PlaceKind

FIXTURE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
NAMES = [
    "Norland",
    "Sudmark",
    "Karsin",
    "Qarsin",
    "Velten",
    "Osterode",
    "Tolla",
    "Nowhere",
    "Karsin airport",
    "northern Norland",
    "Um Sharouba",
]


def places(gazetteer: Gazetteer, *names: str, **hints: PlaceHint) -> dict[str, Place]:
    return resolve({n: hints.get(n, PlaceHint()) for n in names}, gazetteer=gazetteer)


def test_a_name_means_the_place_near_the_reports_other_places(small_gazetteer: Gazetteer) -> None:
    north = places(small_gazetteer, "Velten", "Karsin", "Dorrah", "Norland")
    south = places(small_gazetteer, "Velten", "Osterode", "Sudmark")
    assert north["Velten"].country == "XN"
    assert south["Velten"].country == "XS"


def test_a_type_word_tells_the_province_from_its_city(small_gazetteer: Gazetteer) -> None:
    found = places(small_gazetteer, "Karsin", "Karsin province", "Norland", "Velten")
    assert found["Karsin"].place_id == "place:gn11"
    assert found["Karsin province"].place_id == "place:gn10"
    hinted = places(small_gazetteer, "Karsin", "Norland", Karsin=PlaceHint(type_words=frozenset({"province"})))
    assert hinted["Karsin"].kind is PlaceKind.PROVINCE


def test_spellings_of_one_place_share_its_id(small_gazetteer: Gazetteer) -> None:
    found = places(small_gazetteer, "Karsin", "Qarsin", "Qarseen", "Norland", "Dorrah", "Ad-Dora")
    assert found["Karsin"].place_id == found["Qarsin"].place_id == found["Qarseen"].place_id
    assert found["Dorrah"].place_id == found["Ad-Dora"].place_id


def test_spellings_of_an_unknown_place_share_an_id_too(small_gazetteer: Gazetteer) -> None:
    found = places(small_gazetteer, "Zurabiyah", "al-Zurabiya")
    assert len({p.place_id for p in found.values()}) == 1


def test_an_unknown_place_is_not_located(small_gazetteer: Gazetteer) -> None:
    found = places(small_gazetteer, "Nowhere", "Karsin")["Nowhere"]
    assert found.place_id.startswith("place:?")
    assert (found.lat, found.lon, found.country, found.within) == (None, None, None, None)


def test_a_small_town_of_another_country_is_not_guessed(small_gazetteer: Gazetteer) -> None:
    found = places(small_gazetteer, "Harbour", "Karsin", "Dorrah", "Norland")["Harbour"]
    assert found.place_id.startswith("place:?")


def test_words_without_a_capital_are_no_names(small_gazetteer: Gazetteer) -> None:
    assert places(small_gazetteer, "harbour", "Osterode")["harbour"].lat is None


def test_derived_places_stand_within_their_parent(small_gazetteer: Gazetteer) -> None:
    found = places(small_gazetteer, "northern Norland", "outskirts of Karsin", "Karsin-Velten road", "Velten airport")
    assert (found["northern Norland"].kind, found["northern Norland"].within) == (PlaceKind.REGION, "place:gn1")
    assert (found["outskirts of Karsin"].kind, found["outskirts of Karsin"].within) == (PlaceKind.OTHER, "place:gn11")
    assert found["Karsin-Velten road"].kind is PlaceKind.ROAD
    assert (found["Velten airport"].kind, found["Velten airport"].lat) == (PlaceKind.AIRPORT, None)


def test_one_derived_place_has_one_id_however_it_is_worded(small_gazetteer: Gazetteer) -> None:
    words = ("Velten airport", "the airport of Velten", "Velten's airport")
    found = places(small_gazetteer, *words, "Karsin")
    assert len({found[w].place_id for w in words}) == 1
    roads = places(small_gazetteer, "Karsin-Dorrah road", "the road between Dorrah and Karsin")
    assert len({p.place_id for p in roads.values()}) == 1


def test_a_known_airport_is_itself(small_gazetteer: Gazetteer) -> None:
    found = places(small_gazetteer, "Karsin airport", "Tolla border crossing")
    assert found["Karsin airport"].place_id == "place:s-karsin-airport"
    assert found["Tolla border crossing"].place_id == "place:s-tolla"


def test_a_place_lies_within_its_country_where_nothing_nearer_is_known(small_gazetteer: Gazetteer) -> None:
    found = places(small_gazetteer, "Tolla", "Karsin")
    assert found["Tolla"].within == "place:gn1"
    assert found["Karsin"].within == "place:gn10"


@FIXTURE
@given(st.permutations(NAMES))
def test_the_order_of_names_changes_nothing(small_gazetteer: Gazetteer, names: list[str]) -> None:
    hint = PlaceHint(count=2)
    assert resolve(dict.fromkeys(names, hint), gazetteer=small_gazetteer) == resolve(
        dict.fromkeys(sorted(names), hint), gazetteer=small_gazetteer
    )


@FIXTURE
@given(st.lists(st.text(max_size=40), max_size=6))
def test_every_name_gets_a_place(small_gazetteer: Gazetteer, names: list[str]) -> None:
    found = places(small_gazetteer, *names)
    assert set(found) == set(names)
    assert all(p.place_id.startswith("place:") and (p.lat is None) == (p.lon is None) for p in found.values())
