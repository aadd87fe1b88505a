"""Place names that grow."""

from __future__ import annotations

import pytest

from tests.grounding.naming import places


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("The army sent men to the Karsin airport.", "Karsin airport", "Karsin airport"),
        ("Egypt closed the Rafah border crossing.", "Rafah border crossing", "Rafah border crossing"),
        ("It rained in northern Mali.", "northern Mali", "northern Mali"),
        ("It rained in northern and central Mali.", "northern", "northern Mali"),
        ("They left Malian territory.", "Malian territory", "Mali"),
        (
            "The road between Aleppo and Homs was closed.",
            "road between Aleppo and Homs",
            "road between Aleppo and Homs",
        ),
        (
            "Rwanda closed the crossing between Goma and Gisenyi.",
            "crossing between Goma and Gisenyi",
            "crossing between Goma and Gisenyi",
        ),
        ("They massed tanks at the Kilo 16 crossroads.", "Kilo 16", "Kilo 16"),
        ("They took Hill 881 on Friday.", "Hill 881", "Hill 881"),
        ("The airport of Goma was closed.", "airport of Goma", "Goma airport"),
        ("The Red Sea port of Mocha was shelled.", "port of Mocha", "Mocha"),
        ("The port of Mocha was shelled.", "port of Mocha", "Mocha port"),
        ("Goma's airport was shelled.", "Goma's airport", "Goma airport"),
        ("The city of Aleppo was calm.", "city of Aleppo", "Aleppo"),
        ("Rebels hold the town of Al-Bab.", "town of Al-Bab", "Al-Bab"),
        ("The border with Niger was closed.", "border", "border with Niger"),
        ("The rebels entered Homs province.", "Homs province", "Homs province"),
        ("The rebels entered the province of Homs.", "province of Homs", "Homs province"),
        ("It rained in the south.", "south", "south"),
        ("It rained in the north-west.", "north-west", "north-west"),
        ("The army held the quarter of Mashlab.", "quarter of Mashlab", "Mashlab"),
        ("The army held the quarters of Mashlab and Sinaa.", "quarters of Mashlab", "Mashlab"),
        ("Rebels took the Dorra quarter of Aleppo.", "Dorra quarter", "Dorra"),
        ("Rebels took half of Tadef.", "half of Tadef", "Tadef"),
        ("Rebels took the eastern half of Tadef.", "eastern half of Tadef", "eastern half of Tadef"),
        ("Rebels took two districts of Aleppo.", "districts of Aleppo", "districts of Aleppo"),
        ("The coast road was closed on Friday.", "coast road", "coast road"),
        ("The army shut the road to Homs.", "road", "road to Homs"),
        ("The highway north of Homs was cut.", "highway", "highway north of Homs"),
        ("The northern entrance was closed.", "northern entrance", "northern entrance"),
        ("The airstrip at Goma was closed.", "airstrip at Goma", "Goma airstrip"),
        ("Goma's airstrip was shelled.", "Goma's airstrip", "Goma airstrip"),
        ("The road through Homs was cut.", "road", "road through Homs"),
        ("The militia took the main bazaar of Homs.", "bazaar", "bazaar of Homs"),
        ("Rebels stormed the governor's compound.", "compound", "governor's compound"),
        ("A humanitarian corridor to Homs was opened.", "corridor", "corridor to Homs"),
    ],
)
def test_the_words_that_belong_to_a_place(raw: str, words: str, name: str) -> None:
    assert (words, name) in places(raw)


def test_each_of_two_provinces_is_one() -> None:
    assert "Homs province" in [name for _, name in places("The rebels entered Aleppo and Homs provinces.")]


@pytest.mark.parametrize(
    "raw",
    [
        "The mayor of Aleppo spoke.",
        "Aleppo was calm.",
        "It rained in Aleppo on Friday.",
        "The main road was closed, and Aleppo was calm.",
    ],
)
def test_other_words_do_not_belong_to_it(raw: str) -> None:
    assert places(raw) == [("Aleppo", "Aleppo")]


@pytest.mark.parametrize("raw", ["Al-Bab, to the north, was calm.", "Men were seen 25 km to the north of there."])
def test_a_way_to_look_is_no_region(raw: str) -> None:
    assert "north" not in {words for words, _ in places(raw)}


def test_where_something_is_got_out_of_the_ground() -> None:
    assert ("salt mine", "salt mine") in places("The rebels took the salt mine the next day.")
    assert not places("A lorry hit a mine, and soldiers cleared a mine field.")
