"""What is told as over, undone or averted is not told as so."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, claims, the, told


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Qatar's support for the rebels has ended.", "support"),
        ("Turkey cut off its aid to the rebels.", "support"),
        ("The United States ended a decade of support for the rebels.", "support"),
        ("The United States removed the rebels from its list of terrorist organisations.", "designate"),
        ("Sanctions on Syria were lifted by the European Union in May.", "designate"),
        ("The army lifted its siege of Homs on Friday.", "besiege"),
        ("The siege of Homs has ended.", "besiege"),
        ("The rebels' grip on Homs has been broken.", "hold"),
        ("A map of the general staff no longer shows Homs under rebel control.", "hold"),
        ("The Islamic State denied responsibility for the bombing in Homs.", "attack"),
        ("The army denied any role in the shelling of Homs.", "attack"),
        ("The army sent tanks to Homs before the rebels could enter it.", "advance"),
        ("The column turned back before reaching Homs.", "advance"),
    ],
)
def test_what_has_ended_or_came_to_nothing_is_denied(raw: str, kind: str) -> None:
    assert {claim.status for claim in claims(raw) if claim.type == kind} <= {"denied"}


def test_who_denies_a_part_in_an_act_is_meant() -> None:
    claim = the("The army denied any role in the shelling of Homs.", "attack")
    assert [name.text for name in (*claim.actors, *claim.attribution.speakers)] == ["army", "army"]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("The United States threatened to end its support for the rebels.", "support"),
        ("The United States has not ended its support for the rebels.", "support"),
        ("The explosion in Homs was not an accident, the police said.", "attack"),
        ("The army will lift its siege of Homs.", "besiege"),
        ("Homs has been under siege for two years.", "besiege"),
        ("The army's grip on Homs is firm, analysts say.", "hold"),
        ("The rebels shelled Homs before entering it.", "advance"),
        ("The convoy was stopped at a checkpoint for three hours before entering Homs.", "advance"),
        ("The rebel leader was detained in Iraq before capturing Mosul in 2014.", "capture"),
        ("The rebels turned back the army before capturing Homs.", "capture"),
        ("Kyiv denied involvement in the Russian shelling of Donetsk.", "attack"),
        ("The rebels hold nothing in the province apart from Homs.", "hold"),
        ("The army abandoned its weapons and its positions in Homs.", "withdraw"),
        ("The army neutralised a rebel attack on Homs.", "attack"),
        ("Guards stopped a suicide bomber in Homs, where he detonated his vest.", "attack"),
        ("The army fired into the air and then at the crowd in Homs.", "attack"),
        ("Rebels pulled fighters out of their base in Homs.", "hold"),
        ("The Islamic State claimed responsibility for the bombing in Homs.", "attack"),
    ],
)
def test_what_goes_on_is_asserted(raw: str, kind: str) -> None:
    assert [claim.status for claim in claims(raw) if claim.type == kind] == ["asserted"]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("The army has left its bases in Homs and Hama.", "hold"),
        ("The army abandoned its headquarters in Homs.", "hold"),
        ("The army has moved to Hama, leaving behind its trenches at Homs.", "hold"),
        ("A car bomb that was to be set off in Homs was defused by the army.", "attack"),
        ("The explosion in Homs, which killed four, was an accident, the police said.", "attack"),
        ("The army and the rebels exchanged prisoners in Homs.", "clash"),
        ("The rebels exchanged Homs for safe passage.", "clash"),
        ("The army has abandoned its push on Homs.", "withdraw"),
        ("The army tested a missile near Homs.", "attack"),
        ("Soldiers fired into the air in Homs.", "attack"),
        ("Three engineers were freed in Homs on Friday.", "harm"),
        ("The faction left the National Front in May.", "withdraw"),
    ],
)
def test_what_is_left_averted_or_of_another_sort_is_not_told(raw: str, kind: str) -> None:
    assert kind not in {claim.type for claim in claims(raw)}


def test_who_is_driven_into_a_place_did_not_lose_it() -> None:
    raw = "The army has been driven out of Homs and into Hama."
    assert Told("capture", None, "army", "Hama") not in told(raw)


def test_a_front_that_groups_merged_to_form_is_formed() -> None:
    raw = "Five factions merged to form the National Front."
    assert {line.status for line in told(raw) if line.type == "form"} == {"asserted"}


@pytest.mark.parametrize(
    ("raw", "actor"),
    [
        ("The siege of Homs was broken by the rebels on Friday.", None),
        ("The rebels broke the army's siege of Homs.", "army"),
    ],
)
def test_who_breaks_a_siege_did_not_lay_it(raw: str, actor: str | None) -> None:
    assert [line.actor for line in told(raw) if line.type == "besiege"] == [actor]


def test_a_garrison_that_was_kept_there_was_there() -> None:
    raw = "The army, which had kept a garrison in Homs, has fallen back to Hama."
    assert [c.place.text for c in claims(raw) if c.type == "hold" and c.place] == ["Homs"]
