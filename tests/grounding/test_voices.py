"""Whose "we", "our men" and "the enemy" are."""

from __future__ import annotations

import pytest

from tests.grounding.naming import actors

WAR = "Ukrainian and Russian troops fought for Karsin. "
AT_HOME = "The Sudanese army and the Rapid Support Forces fought for Karsin. "


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ('"We hold Karsin," said a Ukrainian captain.', "We", "Ukrainian troops"),
        ('A Ukrainian sergeant stood there. It was cold. "We hold Karsin," he said.', "We", "Ukrainian troops"),
        ('A Ukrainian captain was calm. "The town is ours," the captain said.', "ours", "Ukrainian troops"),
        ('"Our men are in Karsin," said a commander of the Rapid Support Forces.', "men", "Rapid Support Forces"),
        ('"Karsin is in our hands," said a Ukrainian officer.', "our", "Ukrainian troops"),
        ('"We are in Karsin," said Karl Dorn, a Ukrainian colonel. "We hold it."', "We", "Ukrainian troops"),
        ("The Rapid Support Forces: Karsin has never left our hands.", "our", "Rapid Support Forces"),
    ],
)
def test_we_are_the_party_of_who_speaks(raw: str, words: str, name: str) -> None:
    assert (words, name) in actors(WAR + raw)


@pytest.mark.parametrize(
    "raw",
    [
        '"We fled from Karsin," said a farmer.',
        '"We hold Karsin," he said.',
        '"We hold Karsin," she said.',
        'A Ukrainian captain was calm. A farmer spoke. "We fled from Karsin," he said.',
        "A Ukrainian captain was calm. We saw smoke over Karsin.",
        '"Our people were shelled in Karsin," said a Ukrainian captain.',
        'A Ukrainian captain was calm. Last word to a baker in Karsin: "We are tired."',
    ],
)
def test_we_are_nobody_where_it_is_not_told_who_speaks(raw: str) -> None:
    assert not [words for words, _ in actors(WAR + raw) if words.lower() in ("we", "our")]


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        (WAR + "The enemy has entered Dor, the Ukrainian army admitted.", "enemy", "Russian troops"),
        (WAR + "The invaders hold Dor, said a Ukrainian captain.", "invaders", "Russian troops"),
        (WAR + '"The enemy\'s guns are in Dor," said a Ukrainian captain.', "enemy", "Russian troops"),
        (WAR + "Enemy troops have left Dor, the Russian defence ministry said.", "troops", "Ukrainian troops"),
        (WAR + "The Russian army drove the enemy out of Dor.", "enemy", "Ukrainian troops"),
        (AT_HOME + "The enemy has left Dor, the army said.", "enemy", "Rapid Support Forces"),
        (AT_HOME + '"The enemy has left Dor," said an RSF adviser.', "enemy", "Sudanese army"),
        (AT_HOME + "The Rapid Support Forces drove the attackers out of Dor.", "attackers", "Sudanese army"),
    ],
)
def test_the_enemy_is_the_other_side(raw: str, words: str, name: str) -> None:
    assert (words, name) in actors(raw)


@pytest.mark.parametrize(
    "raw",
    [
        AT_HOME + "The enemy came at night, a farmer said.",
        AT_HOME + "The army fears its enemies.",
        AT_HOME + "A farmer fears the enemy",  # the text ends here
        AT_HOME + "The army counted 40 enemy dead.",
        AT_HOME + "The attackers have entered Dor, a source in the army said.",
        "The Sudanese army left Dor. The enemy is near, the army said.",  # against whom, nobody tells
        "Turkish troops fought the Syrian army. The Syrian army fought the Houthis. The enemy fled, the Syrian army said.",
    ],
)
def test_the_enemy_is_nobody_where_that_is_not_plain(raw: str) -> None:
    foes = ("enemy", "enemies", "attackers", "dead")
    assert not [name for words, name in actors(raw) if words.lower() in foes and name.lower() not in foes]


def test_we_are_not_the_spokesman_of_our_army() -> None:
    raw = 'Malian soldiers fought rebels in Kidal. "We hold Kidal," Malian army spokesman Ali Maiga said.'
    assert ("We", "Malian soldiers") in actors(raw)
