from __future__ import annotations

import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.grounding.gazetteer import Gazetteer, Likeness
from fogline.grounding.gazetteer_file import build
from fogline.grounding.gazetteer_sources import Entry
from fogline.records import Place, PlaceKind

FIXTURE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [c.place.place_id for c in gazetteer.candidates(name)]


def test_exact_names_come_before_looser_ones(small_gazetteer: Gazetteer) -> None:
    found = small_gazetteer.candidates("Dorrah")
    assert [(c.place.name, c.likeness) for c in found] == [("Ad-Dorra", Likeness.EXACT)]
    assert small_gazetteer.candidates("al-Dorrah")[0].likeness is Likeness.ARTICLE
    assert small_gazetteer.candidates("Ed Dora")[0].likeness is Likeness.SOUND


def test_spellings_of_one_place_give_the_same_place(small_gazetteer: Gazetteer) -> None:
    assert ids(small_gazetteer, "Tolla") == ids(small_gazetteer, "al-Tollah") == ["place:s-tolla"]


def test_of_equal_names_the_curated_then_the_larger_comes_first(small_gazetteer: Gazetteer) -> None:
    assert ids(small_gazetteer, "Karsin") == ["place:gn10", "place:gn11"]
    assert ids(small_gazetteer, "Velten") == ["place:gn14", "place:gn13"]


def test_an_unknown_name_has_no_candidates(small_gazetteer: Gazetteer) -> None:
    assert small_gazetteer.candidates("Zzyzx Upon") == ()
    assert small_gazetteer.candidates("") == ()
    assert small_gazetteer.candidates("¿?") == ()


def test_a_frame_is_used_only_where_nothing_else_fits(small_gazetteer: Gazetteer) -> None:
    assert {c.likeness for c in small_gazetteer.candidates("Marchona")} == {Likeness.FRAME}
    assert all(c.likeness is Likeness.EXACT for c in small_gazetteer.candidates("Velten"))
    assert small_gazetteer.loose("Velten") == ()


def test_a_name_equal_by_the_rules_of_its_country_is_spoken_alike(small_gazetteer: Gazetteer) -> None:
    assert [c.likeness for c in small_gazetteer.loose("Ozterode")] == [Likeness.SPOKEN]


def test_a_name_that_is_a_consonant_off_is_another(small_gazetteer: Gazetteer) -> None:
    assert small_gazetteer.candidates("Ostemode") == ()
    assert small_gazetteer.loose("Ostemode") == ()


def test_a_capital_makes_a_province_of_a_point_of_the_compass(tmp_path: Path) -> None:
    entries = [
        Entry(Place("place:gn1", "North Karsin", PlaceKind.PROVINCE, 1.0, 1.0, "XN"), ("North Karsin",)),
        Entry(Place("place:gn2", "Western France", PlaceKind.PROVINCE, 1.0, 1.0, "XN"), ("Western France",)),
        Entry(Place("place:gn3", "East Dorra", PlaceKind.CITY, 1.0, 1.0, "XN"), ("East Dorra",)),
    ]
    with closing(sqlite3.connect(tmp_path / "points.db")) as db:
        build(db, entries)
    gazetteer = Gazetteer(tmp_path / "points.db")
    assert ids(gazetteer, "Northern Karsin") == ["place:gn1"]
    for name in ("northern Karsin", "West France", "Eastern Dorra", "Southern Karsin"):
        assert Likeness.ARTICLE not in {c.likeness for c in gazetteer.candidates(name)}
    gazetteer.close()


def test_loose_candidates_come_by_how_alike_they_are(small_gazetteer: Gazetteer) -> None:
    for name in ("Marchona", "Marshena", "Ostemode", "Umm Sherouba"):
        alike = [c.alike for c in small_gazetteer.loose(name)]
        assert alike == sorted(alike, reverse=True)
        assert all(0 < a < 1 for a in alike)


def test_english_words_are_no_place_names(small_gazetteer: Gazetteer) -> None:
    assert ids(small_gazetteer, "More") == ["place:gn18"]
    assert not small_gazetteer.is_place_name("More")
    assert small_gazetteer.is_doubtful("more")


def test_a_village_counts_only_in_the_countries_of_the_report(small_gazetteer: Gazetteer) -> None:
    assert not small_gazetteer.is_place_name("Marchena")
    assert small_gazetteer.is_place_name("Marchena", countries=frozenset({"XS"}))
    assert small_gazetteer.is_place_name("Velten")
    assert small_gazetteer.is_place_name("Tolla")
    assert not small_gazetteer.is_place_name("2024")


def test_a_country_is_known_by_its_code(small_gazetteer: Gazetteer) -> None:
    country = small_gazetteer.country("XN")
    assert country is not None
    assert country.kind is PlaceKind.COUNTRY
    assert small_gazetteer.country(None) is None


def test_a_gazetteer_travels_to_another_process(small_gazetteer: Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(small_gazetteer))
    assert ids(copy, "Tolla") == ids(small_gazetteer, "Tolla")
    copy.close()


@FIXTURE
@given(st.text(max_size=60))
def test_any_text_may_be_looked_up(small_gazetteer: Gazetteer, text: str) -> None:
    found = small_gazetteer.candidates(text)
    assert len({c.place.place_id for c in found}) == len(found)
    assert small_gazetteer.is_place_name(text) in (True, False)


def test_a_place_is_found_by_its_id(small_gazetteer: Gazetteer) -> None:
    (first, *_) = small_gazetteer.candidates("Dorrah")
    assert small_gazetteer.find(first.place.place_id) == first.place
    assert small_gazetteer.find("place:gn0") is None
