"""What pronouns and definite nouns refer to."""

from __future__ import annotations

import pytest

from tests.grounding.naming import actors, mentions, places


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("Rebels entered Hama. They left it on Friday.", "They", "rebels"),
        ("M23 took Goma. Its fighters then took Bukavu.", "fighters", "M23"),
        ("The army said that it had left Hama.", "it", "army"),
        ("Abu Dhabi confirmed that it had struck Aden.", "it", "United Arab Emirates"),
        ("The Syrian Democratic Forces entered Raqqa. The group was calm.", "group", "Syrian Democratic Forces"),
        ("Bashar al-Assad left Damascus. He flew to Moscow.", "He", "Bashar al-Assad"),
        ("M23 left Goma. Its aircraft bombed Bukavu.", "aircraft", "M23"),
        ("M23 denied it on Sunday. The group's fighters had left Goma.", "fighters", "M23"),
        ("M23 left Goma. Its aircraft bombed Bukavu, and its fighters took Sake.", "fighters", "M23"),
        ("M23 left Goma. It said nothing more. It moved its fighters to Sake.", "fighters", "M23"),
        ("M23 left Goma, and the Congolese army was silent. The group holds Sake.", "group", "M23"),
        ("M23 denied it. It said its troops had left Goma.", "troops", "M23"),
        ("The UN mission left Goma. A convoy of the mission left Sake.", "mission", "UN"),
        ("M23 took Goma. Traders came. Roads were open. MONUSCO left Sake. The movement took Sake.", "movement", "M23"),
        ("M23 left Goma. It told the Lakeside Press Agency (LPA) so. The group holds Sake.", "group", "M23"),
    ],
)
def test_who_is_meant(raw: str, words: str, name: str) -> None:
    assert (words, name) in actors(raw)


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("An M23 commander said that his men had left Goma.", "men", "M23"),
        ("The leader of M23, Bertrand Bisimwa, said that Sake had fallen to his men.", "men", "M23"),
        ("Bertrand Bisimwa, who heads M23, said that his fighters were in Goma.", "fighters", "M23"),
        ("Bertrand Bisimwa of M23 spoke in Goma. Bisimwa said his men had left it.", "men", "M23"),
        ("Bertrand Bisimwa of M23 spoke in Goma. Felix Dorn met him. Bisimwa said his men had left it.", "men", "M23"),
        ("A Turkish commander denied that his men had entered Hama.", "men", "Turkish forces"),
        ("Bertrand Bisimwa of M23 left Goma. Bisimwa's men hold Sake.", "men", "M23"),
        ("The Northern Front (NF) left Goma. The NF's men hold Sake.", "men", "Northern Front"),
        ("The army's men have left Hama.", "men", "army"),
        ("M23 spokesman Karl Dorn admitted that his forces had lost Sake.", "forces", "M23"),
        ("Turkish general Hasan Demir said his men had left Osk.", "men", "Turkish forces"),
    ],
)
def test_his_men_are_of_the_party_that_he_belongs_to(raw: str, words: str, name: str) -> None:
    assert (words, name) in actors(raw)


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("Rebels left Goma. A spokesman for M23 said its fighters held Sake.", "fighters", "M23"),
        ("Rebels left Goma. A statement by M23 said its fighters held Sake.", "fighters", "M23"),
        ("M23 took Goma. A commander of the Northern Front (NF) said it held Sake.", "it", "Northern Front"),
        ("M23 took Goma. A UN spokesman said its fighters had taken Sake.", "fighters", "M23"),
        ("The army left Goma. A spokesman for M23 said they held Sake.", "they", "army"),
    ],
)
def test_whose_men_they_are_by_who_speaks(raw: str, words: str, name: str) -> None:
    assert (words, name) in actors(raw)


def test_his_men_are_nobody_known_where_nothing_says_whose_man_he_is() -> None:
    assert "men" not in {words for words, _ in actors("M23 left Goma. Felix Dorn said that his men were in Sake.")}
    assert "men" not in {words for words, _ in actors("Turkish mercenary chief Hasan Demir said his men had left Osk.")}


def test_a_side_of_a_border_is_nobodys_force() -> None:
    raw = "Local factions hold the crossing. Jordan has closed its side of the border."
    assert "local factions" in {name.lower() for _, name in actors(raw)}
    assert "side" not in {words for words, _ in actors(raw)}


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("Rebels entered Hama. They left the city on Friday.", "city", "Hama"),
        ("Hama was shelled. Residents there fled.", "there", "Hama"),
        ("Hama was shelled. They met in the Qatari capital.", "capital", "Doha"),
        ("Rebels entered Hama. They hold the southern districts.", "districts", "southern districts of Hama"),
        ("Rebels entered Hama. Syria was quiet. The city slept.", "city", "Hama"),
        ("Rebels captured Hama. It was retaken on Friday.", "It", "Hama"),
        ("The rebels entered Homs province. The province is large.", "province", "Homs province"),
        ("Rebels took the Goma airport. The airport was shelled.", "airport", "Goma airport"),
        ("Rebels left Goma. They hold only the airport.", "airport", "Goma airport"),
        ("Rebels left Goma. Shells hit Lake House. The airport is shut.", "airport", "Goma airport"),
        (
            "Rebels left Goma. Shells hit Himbi, a quarter that rebels hold. The airport is shut.",
            "airport",
            "Goma airport",
        ),
        (
            "Rebels walk through Goma, and nobody saw a soldier between the port and Sake. The airport is theirs.",
            "airport",
            "Goma airport",
        ),
        ("Rebels left Goma. The ministry in Kinshasa denied it. They hold the airport.", "airport", "Goma airport"),
        ("Rebels took Hama and Homs in Syria. Thousands have fled the country.", "country", "Syria"),
        ("Rebels took Hama. The town is a gateway to Homs, and soldiers shelled it.", "it", "Hama"),
        ("Rebels took Hama and Homs. Both towns were quiet.", "towns", "Hama"),
        ("Rebels took Hama and Homs. Both towns were quiet.", "towns", "Homs"),
        ("Rebels went for Hama and Homs. Neither town has fallen.", "town", "Hama"),
        ("Rebels went for Hama and Homs. Neither town has fallen.", "town", "Homs"),
    ],
)
def test_where_is_meant(raw: str, words: str, name: str) -> None:
    assert (words, name) in places(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Rebels hold Homs. M23 announced its capture of Hama.",
        "Rebels hold Homs. M23 admitted its losses.",
    ],
)
def test_what_a_party_does_or_has_is_no_place_s(raw: str) -> None:
    assert ("its", "Homs") not in places(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "They left the city on Friday.",
        "The group left.",
        "It rained there.",
        "She left it to him.",
        "The airport was shelled.",
    ],
)
def test_nothing_is_meant_where_nothing_was_named(raw: str) -> None:
    assert [m for m in mentions(raw) if m.kind != "date"] == []


def test_a_place_from_far_back_is_not_meant() -> None:
    raw = "It was calm. Rebels entered Hama." + " It was a quiet day for all." * 16 + " The city slept."
    assert ("city", "Hama") not in places(raw)


def test_a_reference_is_no_name_of_its_own() -> None:
    raw = "M23 took Goma. The city was calm, and the group rested."
    assert {m.anchor.quote: m.named for m in mentions(raw)} == {
        "M23": True,
        "Goma": True,
        "city": False,
        "group": False,
    }


def test_an_army_s_checkpoints_are_not_those_of_a_town() -> None:
    raw = "Rebels took Hama. The army said that its checkpoint came under attack, and its bridge held."
    assert "Hama checkpoint" not in {name for _, name in places(raw)}


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("Tiwinza, an outpost, was shelled. Men left the post.", "post", "Tiwinza"),
        ("Rebels took the stronghold of Tadef. Men left the stronghold.", "stronghold", "Tadef"),
        ("From Tadef you can see both. The quarter has been calm since June.", "quarter", "Tadef"),
        ("They left Goma in the lorry. Men left the post.", "post", ""),
    ],
)
def test_a_place_by_what_it_is_said_to_be(raw: str, words: str, name: str) -> None:
    assert name == next((given for said, given in places(raw) if said == words), "")


@pytest.mark.parametrize(
    ("raw", "word", "name"),
    [
        ("The rebels attacked the camp at Karsin. The camp fell within an hour.", "camp", "Karsin"),
        ("The rebels attacked the checkpoint at Karsin. The post fell at dusk.", "post", "Karsin"),
        ("The rebels attacked the barracks in Karsin. The barracks were overrun.", "barracks", "Karsin"),
        ("Soldiers had been stationed in Karsin for years. The base was evacuated.", "base", "Karsin"),
        ("The army withdrew from Karsin. The rebels took the oil field.", "field", "Karsin"),
        ("The rebels attacked Karsin. The oasis fell on Monday.", "oasis", "Karsin"),
    ],
)
def test_a_site_by_a_bare_noun_is_the_place_where_it_stands(raw: str, word: str, name: str) -> None:
    assert (word, name) in places(raw)


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("The army holds a camp in Karsin and a camp in Osk. The camp fell.", "camp"),  # of two
        ("The rebels attacked the camp at Karsin. Another camp fell.", "camp"),
        ("The rebels attacked Karsin. The camp fell on Monday.", "camp"),  # none was told of
        ("The army holds Karsin and Osk. The rebels took the oil field.", "field"),
    ],
)
def test_no_site_that_stays_open(raw: str, word: str) -> None:
    assert word not in [said for said, _ in places(raw)]
