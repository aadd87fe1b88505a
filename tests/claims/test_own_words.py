"""Who does an act, by his own words, where no list knows him."""

from __future__ import annotations

import pytest

from fogline.claims.own_words import by_own_words
from fogline.claims.proposition import Proposition
from fogline.records import ClaimType, Name
from tests.claims.reports import scene, told


@pytest.mark.parametrize(
    ("raw", "kind", "actor"),
    [
        ("Patriotic youths stormed the barracks at Homs on Sunday.", "attack", "patriotic youths"),
        ("Youths barricaded the road to Homs on Tuesday.", "close", "youths"),
        ("The road to Homs was barricaded by youths on Tuesday.", "close", "youths"),
        ("Elders met Taliban commanders in Kunduz on Friday.", "meet", "elders"),
        ("Men in uniform shot a journalist in Aleppo on Monday.", "harm", "men in uniform"),
        ("Workers reopened the bridge at Homs on Sunday.", "reopen", "workers"),
    ],
)
def test_people_whom_no_list_knows_go_by_their_own_words(raw: str, kind: str, actor: str) -> None:
    assert [line.actor for line in told(raw) if line.type == kind] == [actor]


@pytest.mark.parametrize(
    ("raw", "kind", "actor"),
    [
        ("Two men shot a journalist in Aleppo on Monday.", "harm", None),
        ("Youths died in Aleppo on Monday.", "harm", None),
        ("Students were killed in Homs on Sunday.", "harm", None),
        ("Residents left Homs on Sunday.", "harm", None),
        ("The army and villagers seized Homs.", "capture", "army"),
        ("Hunters captured Homs from the rebels.", "capture", "hunters"),
    ],
)
def test_who_only_suffers_or_is_known_stays(raw: str, kind: str, actor: str | None) -> None:
    assert [line.actor for line in told(raw) if line.type == kind] == [actor]


def test_whose_own_subject_is_told_does_it_and_no_other_of_the_sentence() -> None:
    raw = "AFAD and UNHCR conferred at Suruc on Wednesday; donors are to meet in Gaziantep on 14 October."
    assert [line.actor for line in told(raw) if line.type == "meet"] == ["AFAD", "donors"]


def _by(raw: str, act: str, actors: tuple[Name, ...], targets: tuple[Name, ...]) -> tuple[list[str], list[str]]:
    report = scene(raw)
    word = next(t for t in report.doc if t.text == act)
    given = Proposition(word, ClaimType.CAPTURE, actors=actors, targets=targets, place=Name("Homs"))
    (one,) = by_own_words([given], report)
    return [n.text for n in one.actors], [n.text for n in one.targets]


GROUP, ARMY = (Name("Seleka", "group:seleka"),), (Name("army", "military:CF"),)


def test_his_men_are_not_those_of_another_sentence() -> None:
    raw = "His men had also dislodged the gang from Homs, he added."
    assert _by(raw, "dislodged", GROUP, ARMY) == (["army"], ["Seleka"])
    assert _by(raw, "dislodged", GROUP, ()) == ([], [])


def test_men_who_are_known_or_nobodys_stay() -> None:
    assert _by("Seleka said that its men had taken Homs.", "taken", GROUP, ())[0] == ["Seleka"]
    assert _by("Ten men had taken Homs, he added.", "taken", GROUP, ())[0] == ["Seleka"]
