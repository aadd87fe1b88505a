"""Who made an attack that the next sentence tells the doer of."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


def doers(raw: str, kind: str = "attack") -> list[str | None]:
    return [line.actor for line in told(raw) if line.type == kind]


@pytest.mark.parametrize(
    ("raw", "who"),
    [
        ("Rockets hit Mykolaiv before dawn. They were fired by Russian troops, the governor said.", "Russian troops"),
        ("Jets bombed Loikaw on Tuesday. The junta confirmed that it had carried out the raid.", "junta"),
        ("The attack on Moura killed nine. JNIM said it was behind it.", "JNIM"),
        ("The attack on Moura killed nine. JNIM was behind the attack, residents said.", "JNIM"),
        ("The attack on Moura killed nine. JNIM claimed responsibility.", "JNIM"),
        ("A bomb killed ten in Moura. JNIM claimed responsibility, but it gave no details.", "JNIM"),
        ("A bomb killed ten in Moura. Police blamed bandits, but JNIM claimed responsibility.", "JNIM"),
        ("A bomb exploded in Kabul. Islamic State claimed responsibility for the attack in Kabul.", "Islamic State"),
        ("A raid killed ten in Jenin. The Israeli army said it had carried out the operation.", "Israeli army"),
        ("Rockets hit Mykolaiv. They were fired from Kherson by Russian troops, he said.", "Russian troops"),
        ("Bombs fell on Kafranbel. Activists said Russian planes had dropped them.", "Russian planes"),
    ],
)
def test_by_whom_the_next_sentence_tells(raw: str, who: str) -> None:
    assert doers(raw)[0] == who


def test_whom_it_harmed_was_harmed_by_the_same() -> None:
    raw = "The attack on Moura killed nine. JNIM claimed responsibility."
    assert doers(raw, "harm") == ["JNIM"]
    assert not doers("The attack on Moura killed nine. JNIM said it was behind it.", "support")


@pytest.mark.parametrize(
    "raw",
    [
        "The attack on Moura killed nine. JNIM denied it was behind it.",
        "The attack on Moura killed nine. JNIM did not claim responsibility.",
        "The attack on Moura killed nine. Nobody claimed responsibility.",
        "A bomb exploded in Gao, killing two. JNIM claimed responsibility for a raid in Mopti.",  # another one
        "A bomb exploded in Gao, killing two. The army said it had launched an operation.",
        "A missile hit Hama. The army shot it down.",
        "Bombs hit Hama. The army may have dropped them.",
        "Gharyan was bombed on Monday. An Emirati drone carried out that raid, the GNA alleged.",  # its foe
        'Warplanes bombed Loikaw, which the rebels attack. "They drop the bombs first," said a mother.',
        "Shells struck a bus station in Hama. The army accused the rebels of firing them.",
        "Rockets hit Hama. The army said it had not fired them.",
    ],
)
def test_nobody_is_told(raw: str) -> None:
    assert doers(raw)[0] in (None, "warplanes")


@pytest.mark.parametrize(
    "raw",
    [
        "A blast killed ten people in Aden. The Houthis were not behind it.",
        "A blast killed ten people in Aden. Hezbollah insisted that it was not behind the attack.",
        "A blast killed ten people in Aden. The Saudi coalition said it was not behind the raid.",
        "A blast killed ten people in Aden. Hamas is not behind the attack.",
        "A blast killed ten people in Aden. Syria said Islamic State may be behind it.",
        "A blast killed ten people in Aden. Nobody believes the Houthis were behind it.",
        "A blast killed ten people in Aden. Police ruled out that the Houthis were behind it.",
        "A blast killed ten people in Aden. Were the Houthis behind it?",
        "A blast killed ten people in Aden. It could be that the Houthis were behind it.",
        "A blast killed ten people in Aden. The Houthis are probably behind it.",
        "A blast killed ten people in Aden. The Houthis might be behind it, police said.",
        "A blast killed ten people in Aden. Police suspect the Houthis were behind it.",
        "A blast killed ten people in Aden. Police doubt that the Houthis were behind it.",
        "A blast killed ten people in Aden. It is not clear whether the Houthis were behind it.",
        "A blast killed ten people in Aden. Police dismissed the claim that the Houthis were behind it.",
        "A blast killed ten people in Aden. There is no evidence that the Houthis were behind it.",
        "A blast killed ten people in Aden. Police believe the Houthis were behind it.",
        "A bomb killed ten in Moura. Police said there was some doubt that JNIM was behind it.",
        "A blast killed ten people in Aden. Had the Houthis been behind it, they would have said so.",
    ],
)
def test_not_where_it_is_denied_possible_or_asked(raw: str) -> None:
    assert doers(raw)[0] in (None, "drones")


@pytest.mark.parametrize(
    "raw",
    [
        "A bomb exploded in Kabul. Islamic State claimed responsibility for the attack in Herat.",
        "A bomb exploded in Kabul. Islamic State claimed responsibility for the attack on Kandahar airport.",
        "A bomb exploded in Kabul. Islamic State claimed responsibility for the bombing of a mosque in Herat last week.",
        "A strike killed ten in El Fasher. The army claimed responsibility for the strike on Nyala airport.",
        "Drones struck Khartoum. The army carried out the strike on Nyala, it said.",
    ],
)
def test_not_of_an_attack_elsewhere(raw: str) -> None:
    assert doers(raw)[0] in (None, "drones")


@pytest.mark.parametrize(
    "raw",
    [
        "A bomb killed five people in Bunia. The army launched the operation to find the killers.",
        "A raid killed ten people in Jenin. The Red Crescent carried out the operation to recover the bodies.",
        "A bomb killed six in Quetta. The army launched the operation last month.",
        "A bomb wounded four policemen in Quetta. Soldiers carried out the operation in which two suspects were killed.",
        "A helicopter strike hit Sirte. The army mounted the raid to free hostages.",
        "A barrage hit Metula. The army launched the drones to find the launchers.",
    ],
)
def test_not_of_what_answers_it(raw: str) -> None:
    assert doers(raw)[0] in (None, "drones")


@pytest.mark.parametrize(
    "raw",
    [
        "A mine killed two farmers near Izium. The army detonated the mines it found.",
        "A mine killed two farmers near Izium. The army detonated the device that did not explode.",
        "A bomb hit a bus in Baghdad. The police defused a second device and detonated it.",
        "A bomb was found in Baghdad. The army detonated it.",
        "A bomb hit a bus in Baghdad. The army found rockets and fired them.",
    ],
)
def test_not_of_other_arms(raw: str) -> None:
    assert doers(raw)[0] in (None, "drones")


@pytest.mark.parametrize(
    "raw",
    [
        "A bomb exploded in Mogadishu. Al-Shabaab often claims responsibility.",
        "A bomb exploded in Mogadishu. Al-Shabaab claimed responsibility, but police said it was a gas explosion.",
        "A blast killed ten people in Aden. Although the Houthis claimed responsibility, police said it was a gas leak.",
        "A blast killed ten people in Aden. The Houthis claimed responsibility, though officials doubted the claim.",
        "A blast killed ten people in Aden. The Houthis had earlier claimed responsibility for the attack.",
    ],
)
def test_not_where_it_is_gainsaid_or_habit(raw: str) -> None:
    assert doers(raw)[0] in (None, "drones")
