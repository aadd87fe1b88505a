"""Whom "it" and "they" mean, of several that a report tells of."""

from __future__ import annotations

import pytest

from tests.claims.reports import told
from tests.grounding.naming import actors


@pytest.mark.parametrize(
    ("raw", "kind", "who"),
    [
        ("Rebels slept in the camp that the army had left in Karsin. They had taken the town on Tuesday.", "capture",
         "rebels"),
        ("Rebels, whom the army had driven from Osk, entered Karsin. They hold it now.", "hold", "rebels"),
        ("Rebels marched on Karsin. The town, which the army had held since May, fell to them.", "capture", "rebels"),
        ("Rebels fought for Karsin. The town, which the army had taken in May, passed to them on Monday.", "capture", "rebels"),
        ("In Karsin, which the army holds, it shelled the market.", "attack", "army"),
        ("Karsin and Osk, where the rebels fly their flag, remain in their hands.", "hold", "rebels"),
    ],
)  # fmt: skip
def test_who_is_told_of_by_the_way_is_not_meant(raw: str, kind: str, who: str) -> None:
    assert who in [line.actor for line in told(raw) if line.type == kind]


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("The army said the rebels had fled. Its guns shelled Karsin.", "Its", "army"),
        ("The rebels fought the army in Karsin. Its tanks shelled Osk.", "Its", "army"),
        ("The rebels said the army had left Karsin. It held Osk.", "It", "army"),
        ("The army said it had killed ten rebels in Karsin. They had attacked a base.", "They", "rebels"),
        ("The army held on. It called the rebels' retreat a rout, and their pleas a lie.", "their", "rebels"),
        ("The army held on. It said its men were near.", "its", "army"),
        ("Rebels hold Karsin. Their men shelled Osk.", "Their", "rebels"),
    ],
)
def test_fighters_are_no_it(raw: str, words: str, name: str) -> None:
    assert (words, name) in actors(raw)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Pakistan's army said the Taliban had lied. Its jets bombed Karsin.", "Pakistani jets"),
        ("Hezbollah fighters attacked Israel. Its jets bombed Karsin.", "Israeli jets"),
        ("The Taliban took Osk. Its helicopters bombed Karsin.", "Taliban"),
    ],
)
def test_jets_are_those_of_a_state(raw: str, name: str) -> None:
    assert [line.actor for line in told(raw) if line.place == "Karsin"] == [name]


@pytest.mark.parametrize(
    ("raw", "who"),
    [
        ("The army left Karsin on Friday. Rebel fighters took over the bases it had abandoned.", "army"),
        ("The rebels pulled back from Karsin. Government troops moved into the posts they had vacated.", "rebels"),
        ("Rebels shelled Karsin. Government troops moved into the posts they had vacated in May.", "government troops"),
        ("Rebels shelled Karsin. The army moved into the base it had abandoned in May.", "army"),
        ("The rebels left Osk. The army re-entered the base it had abandoned in May.", "army"),
    ],
)
def test_who_moves_in_is_not_who_had_left(raw: str, who: str) -> None:
    acts = [line.actor for line in told(raw) if line.type == "withdraw"]
    assert acts[-1] == who


@pytest.mark.parametrize(
    ("raw", "who"),
    [
        ("Israel blamed Hezbollah. Its rockets had hit Karsin.", "Israel"),  # as often the one as the other
        ("Israel accused Hezbollah of lying. Its jets had bombed Karsin on Monday.", "Israeli jets"),
        ("The RSF accused the army of lying. Its fighters had captured Karsin on Monday.", "RSF"),
        ("Hezbollah said Israeli soldiers had shot at farmers. Its jets bombed Karsin later.", "Israeli jets"),
        ("Israel blamed Hezbollah for the strike. It bombed Karsin on Monday.", "Israel"),
        ("Israel blamed Hezbollah for the strike. Its jets bombed Karsin.", "Israeli jets"),
    ],
)
def test_who_puts_a_deed_on_another_tells_of_his_own(raw: str, who: str) -> None:
    assert [line.actor for line in told(raw) if line.place == "Karsin"] == [who]


def test_who_is_said_to_have_done_something_denies_it() -> None:
    raw = "Israel said Hezbollah had fired at Metula. It denied firing at Metula."
    assert [line.actor for line in told(raw) if line.status == "denied"] == ["Hezbollah"]


def test_what_was_suffered_was_not_by_whom_the_blame_is_put_on() -> None:
    raw = "Hezbollah accused Israel of breaking the truce. Its fighters had been shelled in Karsin."
    assert ("Its", "Hezbollah") in actors(raw)


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("Hezbollah said the army had left Karsin. It accused the villagers of lying.", "It", "Hezbollah"),
        ("Hezbollah said the army had left Karsin. It shelled Osk.", "It", "army"),
    ],
)
def test_who_goes_on_speaking_spoke_before(raw: str, words: str, name: str) -> None:
    assert (words, name) in actors(raw)


def test_a_capital_that_speaks_is_its_government() -> None:
    raw = "Kyiv said the Russians were lying. Its forces still held Vovchansk."
    assert [line.actor for line in told(raw) if line.type == "hold"] == ["Ukraine"]


@pytest.mark.parametrize(
    ("raw", "whose"),
    [
        ("The Ukrainian army said Russia had lost 40 soldiers.", "Russian soldiers"),
        ("The Ukrainian army said the rebels had lost Karsin to its soldiers.", "army"),
    ],
)
def test_whose_soldiers_they_are(raw: str, whose: str) -> None:
    assert any(words == "soldiers" and whose in name for words, name in actors(raw))
