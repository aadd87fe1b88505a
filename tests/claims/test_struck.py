"""Who was struck did not do it."""

from __future__ import annotations

import pytest

from fogline.claims.proposition import Proposition
from fogline.claims.struck import without_struck
from fogline.records import ClaimType, Name
from tests.claims.reports import claims, scene, told


def _doers(raw: str, act: str, kind: ClaimType, who: str) -> list[str]:
    """The doers that are left of an act that was given to one whom the report names so."""
    report = scene(raw)
    word = next(t for t in report.doc if t.text == act)
    names: dict[str, Name] = {m.name.text: m.name for at in report.at.values() for m in at}
    given = Proposition(word, kind, actors=(names[who],))
    return [name.text for one in without_struck([given], report) for name in one.actors]


@pytest.mark.parametrize(
    ("raw", "act", "kind", "who"),
    [
        ("An ambush on an M23 convoy killed four.", "ambush", ClaimType.ATTACK, "M23"),
        ("An ambush on one of M23's convoys left four dead.", "dead", ClaimType.HARM, "M23"),
        ("A raid on the base of M23 killed two.", "killed", ClaimType.HARM, "M23"),
        ("M23 beat back an assault on Goma.", "assault", ClaimType.ATTACK, "M23"),
        ("M23 said it had repelled an attack on Goma.", "attack", ClaimType.ATTACK, "M23"),
        ("The UN mission was calm. An attack on MONUSCO killed two.", "killed", ClaimType.HARM, "UN"),
    ],
)
def test_who_is_struck_is_no_doer(raw: str, act: str, kind: ClaimType, who: str) -> None:
    assert _doers(raw, act, kind, who) == []


@pytest.mark.parametrize(
    ("raw", "act", "kind", "who"),
    [
        ("A raid by M23 on a Congolese base killed two.", "raid", ClaimType.ATTACK, "M23"),
        ("M23's raid on a Congolese base killed two.", "killed", ClaimType.HARM, "M23"),
        ("M23 fled after a raid on a Congolese base.", "raid", ClaimType.ATTACK, "M23"),
    ],
)
def test_who_strikes_is_left(raw: str, act: str, kind: ClaimType, who: str) -> None:
    assert _doers(raw, act, kind, who) == [who]


@pytest.mark.parametrize("raw", ["The army took 30 prisoners in Hama.", "In Hama the army took 30 prisoners."])
def test_who_takes_prisoners_is_not_taken(raw: str) -> None:
    report = scene(raw)
    word = next(t for t in report.doc if t.text == "prisoners")
    [army] = {m.name for at in report.at.values() for m in at if m.name.text == "army"}
    [told] = without_struck([Proposition(word, ClaimType.HARM, targets=(army,))], report)
    assert [name.text for name in told.actors] == ["army"]
    assert told.targets == ()


@pytest.mark.parametrize(
    ("raw", "actors", "targets"),
    [
        ("M23 said that an attack on Goma was beaten back.", [], ["M23"]),
        ("Russian jets struck a coal mine near Goma.", ["Russian jets"], ["coal mine"]),
        ("M23 said its attack on Goma was beaten back.", ["M23"], []),
        ("The bombing in Goma bore the hallmarks of M23, officials said.", [], []),
        ("The army and M23 traded accusations over the bombing of Goma.", [], []),
        ("An attack near Goma, blamed by the army on M23, killed four.", ["M23"], []),
        ("A MONUSCO convoy hit a mine near Goma.", [], ["MONUSCO"]),
        ("The army condemned a bombing near Goma for which residents blamed M23.", ["M23"], []),
    ],
)
def test_who_made_an_attack(raw: str, actors: list[str], targets: list[str]) -> None:
    found = [line for line in claims(raw) if line.type is ClaimType.ATTACK]
    assert [[name.text for name in line.actors] for line in found] == [actors]
    assert [[name.text for name in line.targets] for line in found] == [targets]


@pytest.mark.parametrize(
    "raw",
    [
        "The rebels confirmed the death of Abu Omar in an air strike near Homs.",
        "Abu Omar was not killed, the rebels said.",
    ],
)
def test_who_tells_of_a_death_did_not_bring_it_about(raw: str) -> None:
    assert {name.text for claim in claims(raw) for name in claim.actors} == set()


@pytest.mark.parametrize(
    ("raw", "struck"),
    [
        ("A push on Idlib, the army's last stronghold, is imminent.", "army"),
        ("The thrust at Saraqib, a depot of the rebels, never began.", "rebels"),
        ("The army beat back an attempt to storm Idlib.", "army"),
        ("The army fell back after an assault on Idlib that killed 17 of its men.", "army"),
    ],
)
def test_whom_an_attack_is_aimed_at_did_not_make_it(raw: str, struck: str) -> None:
    assert [(line.actor, line.target) for line in told(raw) if line.type == "attack"] == [(None, struck)]


@pytest.mark.parametrize(
    "raw",
    [
        "The army's thrust at Saraqib failed.",
        "The army made an attempt to storm Idlib.",
        "The army launched an assault on Idlib that killed 17 of its men.",
        "The army called off a push on Idlib.",
    ],
)
def test_who_makes_an_attack_or_calls_it_off_stays(raw: str) -> None:
    assert [line.actor for line in told(raw) if line.type == "attack"] == ["army"]
