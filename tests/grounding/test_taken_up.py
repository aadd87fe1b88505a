"""Whom "the gunmen", "the mercenaries" and "the soldiers" take up."""

from __future__ import annotations

import pytest

from tests.grounding.naming import actors


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("Taliban gunmen entered Farah. The gunmen took the prison.", "gunmen", "Taliban"),
        ("Wagner mercenaries entered Ber. The mercenaries took the camp.", "mercenaries", "Wagner mercenaries"),
        (
            "Islamic State militants entered Sirte. The extremists took the port.",
            "extremists",
            "Islamic State militants",
        ),
        ("The Houthis stormed the palace. The gunmen hold it.", "gunmen", "Houthis"),
        ("Karsinni fighters crossed the river. The guerrillas took Osk.", "guerrillas", "Karsinni fighters"),
        ("Al-Shabaab gunmen took the hotel. Three of the gunmen were killed.", "gunmen", "Al-Shabaab"),
        ("Wagner left Ber. In June the mercenaries came back.", "mercenaries", "Wagner"),
        ("MONUSCO left Bunia. The peacekeepers went to Goma.", "peacekeepers", "MONUSCO"),
        ("The UN mission sent a force. The blue helmets are in Drodro.", "blue helmets", "UN"),
        ("Ethiopian federal troops crossed it. The soldiers took Shire.", "soldiers", "Ethiopian federal troops"),
    ],
)
def test_those_told_of_just_before(raw: str, words: str, name: str) -> None:
    assert (words, name) in actors(raw)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Gunmen attacked Solhan. The army blamed JNIM. The gunmen killed 30 people.", "gunmen"),  # unknown ones
        ("Taliban fighters attacked Farah. Other gunmen took the prison. The gunmen left.", "gunmen"),
        ("Taliban gunmen entered Farah. A group of gunmen took the prison.", "gunmen"),
        ("Taliban gunmen entered Farah. Gunmen took the prison.", "Gunmen"),
        ("SDF fighters entered Raqqa. The militants set fire to it.", "militants"),  # of another sort
        ("JNIM fighters entered Mopti. The gunmen fled.", "gunmen"),  # who left are others
        ("JNIM gunmen and Ansaru gunmen entered Mopti. The gunmen took it.", "gunmen"),  # two of them
        ("MONUSCO left Bunia. Two peacekeepers died.", "peacekeepers"),
        ("Islamic State condemned the attack. The gunmen killed 12.", "gunmen"),
        ("Police said the men were not members of Al-Shabaab. The gunmen killed two tourists.", "gunmen"),
        ("The Taliban arrested two men over the attack. The gunmen killed six tourists.", "gunmen"),
        ("A Boko Haram commander was killed in Maiduguri. The gunmen shot him at a market.", "gunmen"),
        ("Chin fighters attacked Falam. The fighters who took it were from Hakha.", "fighters"),
    ],
)
def test_nobody_in_particular(raw: str, words: str) -> None:
    last = [name for said, name in actors(raw) if said == words]
    assert last[-1:] in ([], [words.lower()])
