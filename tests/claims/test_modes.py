"""Modes: what the words around an act say of how it was done, and nothing that they don't say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from fogline.claims.modes import Entry, mode_of, modes
from fogline.language.engine import load
from fogline.language.plain import words_of
from fogline.records import ClaimType
from tests.claims.reports import TEXTS, report

ENTRIES = [(kind, entry) for kind, known in modes().items() for entry in known.entries]
WITHOUT = [kind for kind in ClaimType if kind not in modes()]


def shown(case: tuple[ClaimType, Entry]) -> str:
    kind, entry = case
    return f"{kind}-{entry.mode or 'none'}-{min(entry.acts or entry.words)}"


def told(raw: str, act: str, kind: str = "attack") -> str | None:
    """The mode of the one word of a text that reads `act`."""
    parse = load()(report(raw)).parse
    found = [token for token in words_of(parse.doc) if token.text == act]
    assert len(found) == 1, raw
    return mode_of(found[0], ClaimType(kind))


@pytest.mark.parametrize("case", ENTRIES, ids=map(shown, ENTRIES))
def test_the_example_of_every_entry_has_its_mode(case: tuple[ClaimType, Entry]) -> None:
    kind, entry = case
    assert told(entry.example, entry.act, kind) == (entry.mode or None)


def test_every_mode_that_a_claim_may_have_has_an_entry() -> None:
    named = {str(kind): {entry.mode for entry in known.entries} - {""} for kind, known in modes().items()}
    assert named == {
        "attack": {
            "air", "drone", "shelling", "missile", "explosive device", "suicide", "grenade", "chemical", "ground", "other",
        },
        "capture": {"handed over", "unopposed"},
        "meet": {"agreed"},
        "withdraw": {"forced", "negotiated", "ordered"},
        "harm": {"killed", "wounded", "detained", "abducted", "displaced", "abused"},
    }  # fmt: skip


@pytest.mark.parametrize("kind", list(modes()))
def test_words_that_say_a_mode_by_themselves_say_one(kind: ClaimType) -> None:
    for field in ("acts", "words"):
        other = "words" if field == "acts" else "acts"
        alone = [word for entry in modes()[kind].entries if not getattr(entry, other) for word in getattr(entry, field)]
        assert [a for a, b in pairwise(sorted(alone)) if a == b] == []
        assert [word for word in alone if word != word.lower().strip()] == []


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        ("The army attacked a drone base in Karsin.", "attacked"),
        ("Rebels struck a missile factory in Karsin.", "struck"),
        ("Soldiers attacked a convoy that carried grenades to Karsin.", "attacked"),
        ("Rebels attacked Karsin, a day after a suicide bombing in Dorra.", "attacked"),
        ("The army destroyed an artillery position in Karsin.", "destroyed"),
        ("The army hit a bomb factory in Karsin.", "hit"),
    ],
)
def test_what_is_attacked_and_other_attacks_say_nothing(raw: str, act: str) -> None:
    assert told(raw, act) is None


@pytest.mark.parametrize(
    ("raw", "act", "mode"),
    [
        ("Rebels fired a rocket-propelled grenade at a bus in Karsin.", "fired", "missile"),
        ("A suicide drone hit Karsin.", "hit", "drone"),
        ("Youths threw petrol bombs at police in Karsin.", "threw", "other"),
        ("Police fired tear gas in Karsin.", "fired", None),
        ("A suicide bomber detonated a car bomb in Karsin.", "detonated", "suicide"),
        ("Warplanes fired missiles at Karsin.", "fired", "air"),
        ("Insurgents bombed a bridge in Karsin.", "bombed", "explosive device"),
        ("A roadside bomb hit an army convoy in Karsin.", "hit", "explosive device"),
    ],
)
def test_the_longer_and_the_more_particular_words_count(raw: str, act: str, mode: str | None) -> None:
    assert told(raw, act) == mode


@pytest.mark.parametrize(
    ("raw", "act", "mode"),
    [
        ("Karsin was attacked with mortars and machine guns.", "attacked", "shelling"),
        ("Rebels attacked the house of the mayor in Karsin with hand grenades.", "attacked", "grenade"),
        ("The attack on Karsin was carried out by helicopters.", "attack", "air"),
        ("The brigade attacked Karsin using drones.", "attacked", "drone"),
        ("Chlorine was used in an attack on Karsin.", "attack", "chemical"),
        ("The army fired shells filled with sarin at Karsin.", "fired", "chemical"),
        ("The militia opened fire on a bus in Karsin.", "fire", "ground"),
        ("Three missiles fired by the brigade hit Karsin.", "fired", "missile"),
        ("A bus hit a landmine in Karsin.", "hit", "explosive device"),
        ("Karsin came under mortar fire.", "came", "shelling"),
        ("Civilians were exposed to poisonous gas in Karsin.", "exposed", "chemical"),
    ],
)
def test_the_means_may_stand_anywhere_around_the_act(raw: str, act: str, mode: str) -> None:
    assert told(raw, act) == mode


@pytest.mark.parametrize(
    ("raw", "act", "mode"),
    [
        ("As part of a deal, the army has withdrawn from Karsin.", "withdrawn", "negotiated"),
        ("The brigade was forced to withdraw from Karsin.", "withdraw", "forced"),
        ("The army ordered the withdrawal of its troops from Karsin.", "withdrawal", "ordered"),
        ("The troops were withdrawn from Karsin in line with the truce.", "withdrawn", "negotiated"),
        ("Heavy shelling forced the army into a retreat from Karsin.", "retreat", "forced"),
        ("Pressed by the rebels, the army withdrew from Karsin.", "withdrew", "forced"),
        ("The army attacked Dorra and withdrew from Karsin.", "withdrew", None),
        ("The army withdrew from Karsin on Friday.", "withdrew", None),
        ("The army withdrew from Karsin without a deal.", "withdrew", None),
    ],
)
def test_what_a_withdrawal_came_of(raw: str, act: str, mode: str | None) -> None:
    assert told(raw, act, "withdraw") == mode


@pytest.mark.parametrize(
    ("raw", "act", "mode"),
    [
        ("Rebels seized Karsin, meeting no resistance.", "seized", "unopposed"),
        ("The brigade took control of Karsin without fighting.", "control", "unopposed"),
        ("The army entered Karsin unopposed.", "entered", "unopposed"),
        ("Karsin was handed over to the army on Friday.", "handed", "handed over"),
        ("The army captured Karsin after heavy fighting.", "captured", None),
        ("The army took Karsin and met fierce resistance in Dorra.", "took", None),
    ],
)
def test_how_a_capture_went(raw: str, act: str, mode: str | None) -> None:
    assert told(raw, act, "capture") == mode


@pytest.mark.parametrize(
    ("raw", "act", "mode"),
    [
        ("Talks between the army and the militia in Karsin ended in a ceasefire.", "Talks", "agreed"),
        ("The army and the militia agreed at talks in Karsin to swap prisoners.", "talks", "agreed"),
        ("The army and the militia signed a peace deal in Karsin.", "signed", "agreed"),
        ("The truce between the army and the militia holds.", "truce", "agreed"),
        ("The army met the militia in Karsin.", "met", None),
        ("The army and the militia held talks on a ceasefire in Karsin.", "talks", None),
        ("The army met the militia in Karsin but did not agree on a truce.", "met", None),
        ("The envoy met the militia to discuss a ceasefire.", "met", None),
    ],
)
def test_what_a_meeting_came_to(raw: str, act: str, mode: str | None) -> None:
    assert told(raw, act, "meet") == mode


@pytest.mark.parametrize(
    ("raw", "act", "mode"),
    [
        ("The army killed two prisoners in Karsin.", "killed", "killed"),
        ("Two people were taken into custody in Karsin.", "taken", "detained"),
        ("Six people were killed and ten wounded in Karsin.", "wounded", "wounded"),
        ("The fighting in Karsin caused many casualties.", "casualties", None),
    ],
)
def test_what_a_harm_was(raw: str, act: str, mode: str | None) -> None:
    assert told(raw, act, "harm") == mode


@settings(max_examples=60)
@given(TEXTS)
def test_any_word_has_a_mode_of_its_type_or_none(raw: str) -> None:
    reading = load()(report(raw))
    for token in words_of(reading.parse.doc) if reading.parse else ():
        assert all(mode_of(token, kind) is None for kind in WITHOUT)
        for kind, known in modes().items():
            assert mode_of(token, kind) in {None} | {entry.mode for entry in known.entries} - {""}
