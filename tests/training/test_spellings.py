"""The likelihood of two spellings is learned: pairs without what is measured, dear and cheap edits, the file as it is."""

import tomllib
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.gazetteer_frames import families, family_of
from fogline.grounding.gazetteer_likeness import likely
from fogline.grounding.gazetteer_sources import Entry
from fogline.records import Place, PlaceKind
from training.spellings.learn import SHIPPED, SHOWN, Table, learn, put
from training.spellings.pairs import TOLD, draw_pairs, is_learned_from, pair_of, places_by_country

LETTERS = st.text("abdeiklmnorstuz", min_size=4, max_size=12)
KARSIN = ("Karsin", "Korsin", "karsyn", "Karszin")
TOLD_APART = (("karsin", "korsin", True), ("karsin", "karsim", False))  # asked, stored, whether they are one name
PEERS = ("Karsin", "Karzam", "Norland")


def entry(country: str, number: int, *names: str) -> Entry:
    return Entry(Place(f"place:{country}{number}", names[0], PlaceKind.CITY, country=country), names)


def toy(country: str) -> list[Entry]:
    return [entry(country, 0, *KARSIN), *(entry(country, at + 1, name) for at, name in enumerate(PEERS))]


def test_names_are_learned_from_where_they_are_written_and_english() -> None:
    (place, *_) = places_by_country(toy("YE"))["YE"]
    assert place.names == {"karsin": "Karsin", "korsin": "Korsin"}


def test_what_is_measured_is_not_learned_from() -> None:
    assert not [pair for country in ("SY", "SD", "UA", "AF", "IQ") for pair in draw_pairs(toy(country))]
    assert not is_learned_from("JP")
    burmese = [entry("MM", at, f"Dor{letter}in", f"Dur{letter}in") for at, letter in enumerate("bkmprstv")]
    names = [len(place.names) for place in places_by_country(burmese)["MM"]]
    assert names
    assert max(names) == 1  # the seeds leave out one or the other of each


def test_a_place_is_paired_with_its_own_spelling_and_its_rivals_but_not_its_namesakes() -> None:
    own, rival = draw_pairs([entry("YE", 0, "Karsin", "Korsin"), entry("YE", 1, "Karsin"), entry("YE", 2, "Karson")])
    assert (own.same, own.edits) == (True, ("ao",))
    assert not rival.same
    assert "io" in rival.edits


@given(LETTERS, LETTERS, st.sampled_from(sorted(families())))
def test_pairs_are_seen_as_the_gazetteer_weighs_them(asked: str, stored: str, name: str) -> None:
    family = families()[name]
    pair, weights = pair_of(asked, stored, family, same=True), family.weights
    odds = weights["start"] + sum(weights[what] * told for what, told in zip(TOLD, pair.told, strict=True))
    odds -= sum(family.costs.get(edit, weights["other"]) for edit in pair.edits)
    assert likely(asked, stored, family) in (0.0, pytest.approx(1 / (1 + exp(-odds))))


def test_an_edit_that_tells_places_apart_is_dearer_than_one_of_spellings() -> None:
    tables = learn([pair_of(*names, family_of("YE"), same=same) for *names, same in TOLD_APART] * (2 * SHOWN))
    assert list(tables) == ["arabic"]
    costs = tables["arabic"].costs
    assert costs["ao"] < tables["arabic"].weights["other"] < costs["mn"]


def test_a_family_of_few_pairs_goes_by_what_all_say() -> None:
    pairs = [pair_of(*names, family_of("YE"), same=same) for *names, same in TOLD_APART] * (2 * SHOWN)
    pairs += [pair_of(*names, family_of("SO"), same=not same) for *names, same in TOLD_APART]
    tables = learn(pairs)
    assert tables["somali"].costs["ao"] < tables["somali"].costs["mn"]  # though its own two pairs say otherwise


def test_the_shipped_tables_are_written_as_they_stand() -> None:
    text = SHIPPED.read_text("utf-8")
    shipped = {name: Table(family.weights, family.costs) for name, family in families().items()}
    assert put(text, shipped) == text


def test_a_family_gets_its_own_table_and_keeps_its_rules() -> None:
    text = SHIPPED.read_text("utf-8")
    before, after = tomllib.loads(text), tomllib.loads(put(text, {"persian": Table({"start": 9.0}, {"ao": 1.5})}))
    assert after["persian"] == before["persian"] | {"weights": {"start": 9.0}, "costs": [[1.5, "ao"]]}
    assert {name: after[name] for name in after if name != "persian"} == {
        n: before[n] for n in before if n != "persian"
    }


def test_a_family_that_the_file_lacks_is_told() -> None:
    with pytest.raises(ValueError, match=r"\[elvish\]"):
        put(SHIPPED.read_text("utf-8"), {"elvish": Table({}, {})})
