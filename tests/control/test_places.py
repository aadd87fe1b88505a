"""Lines of places."""

from fogline.control.places import draw_lines
from fogline.records import Corpus, Name, Place, PlaceKind
from tests.control.cases import claim, corpus


def test_a_province_and_its_namesake_town_have_one_line():
    (line,) = draw_lines(corpus(claim("hold", "green"), claim("hold", "green", place="alder-province")))
    assert (line.key, len(line.claims)) == ("alder", 2)


def test_a_province_of_another_country_has_its_own_line():
    far = {
        "p": Place("p", "Alder Governorate", PlaceKind.PROVINCE, country="XB"),
        "t": Place("t", "Alder", PlaceKind.CITY, country="XA"),
    }
    told = corpus(claim("hold", "green", place="p"))
    (line,) = draw_lines(Corpus(told.readings, far))
    assert line.key == "p"


def test_a_place_that_was_not_grounded_has_a_line_by_its_folded_name():
    lines = draw_lines(corpus(*[claim("hold", "green", place=p) for p in ("corm", "bray")]))
    assert [line.name for line in lines] == [Name("Bray", "bray"), Name("Corm", "corm")]


def test_countries_and_claims_without_a_place_have_none():
    assert draw_lines(corpus(claim("hold", "green", place="land"), claim("hold", "green", place=None))) == ()


def test_a_place_that_was_not_located_has_the_line_of_the_one_located_place_of_its_name():
    told = corpus(claim("hold", "green", place="unlocated"), claim("hold", "green", place="elm"))
    unlocated = Place("unlocated", "Elm")
    (line,) = draw_lines(Corpus(told.readings, {**told.places, "unlocated": unlocated}))
    assert (line.key, len(line.claims)) == ("elm", 2)
    twice = {**told.places, "unlocated": unlocated, "elm2": Place("elm2", "Elm", PlaceKind.CITY, 1.0, 1.0, "XC")}
    assert [line.key for line in draw_lines(Corpus(told.readings, twice))] == ["elm", "unlocated"]


def test_a_direction_is_no_place():
    assert draw_lines(corpus(claim("hold", "green", place="north"))) == ()


def test_a_camp_goes_by_its_name_with_and_without_the_word_for_it():
    known = {
        "wold": Place("wold", "Wold", PlaceKind.BASE),
        "wold-camp": Place("wold-camp", "Wold camp"),
        "wold-bridge": Place("wold-bridge", "Wold bridge"),
    }
    told = corpus(*[claim("hold", "green", place=key) for key in known])
    lines = draw_lines(Corpus(told.readings, known))
    assert [(line.key, len(line.claims)) for line in lines] == [("wold", 2), ("wold-bridge", 1)]


def test_a_citadel_is_that_of_the_one_town_of_which_one_is_told():
    one = {"a": Place("a", "citadel in Alder", within="alder"), "bare": Place("bare", "citadel")}
    told = corpus(*[claim("hold", "green", place=key) for key in ("a", "b", "bare")])
    two = {**one, "b": Place("b", "citadel in Elm", within="elm")}
    assert [line.key for line in draw_lines(Corpus(told.readings, two))] == ["a", "b", "bare"]
    alone = corpus(*[claim("hold", "green", place=key) for key in one])
    assert [(line.key, len(line.claims)) for line in draw_lines(Corpus(alone.readings, one))] == [("a", 2)]
