"""Actors that a report introduces itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.introduced import introduced
from fogline.records import ActorKind

BITS = st.sampled_from(
    [
        "Red ",
        "Lake ",
        "Front ",
        "of ",
        "the ",
        "(RLF)",
        " (AP)",
        ", or RLF",
        ", made up of ",
        "A",
        " and ",
        "Stone Army",
        "(",
        ")",
        ", ",
        ". ",
        "\n",
        "’s",
        "-",
        "İ",
        "12th ",
    ]
)


@settings(max_examples=200)
@given(st.one_of(st.text(max_size=80), st.lists(BITS, max_size=14).map("".join)))
def test_offsets_hold_on_any_text(text: str) -> None:
    for found in introduced(text):
        assert text[found.start : found.end] == found.full
        assert not found.short or found.short in text
        assert all(member in text for member in found.members)


@pytest.mark.parametrize(
    ("text", "full", "short", "kind"),
    [
        (
            "Men of the Red Lake Popular Front (RLPF) came down.",
            "Red Lake Popular Front",
            "RLPF",
            ActorKind.ARMED_GROUP,
        ),
        ("RLPF (Red Lake Popular Front) came.", "Red Lake Popular Front", "RLPF", ActorKind.ARMED_GROUP),
        ("The Red Lake Front group, or RLF, agreed.", "Red Lake Front", "RLF", ActorKind.ARMED_GROUP),
        ("The Red Lake Front, known by its acronym RLF, agreed.", "Red Lake Front", "RLF", ActorKind.ARMED_GROUP),
        (
            "On Monday the Movement for Bread and Salt (MOPASA), a splinter, left.",
            "Movement for Bread and Salt",
            "MOPASA",
            ActorKind.ARMED_GROUP,
        ),
        (
            "According to the Tarland Observatory for Peace (TOP), it burned.",
            "Tarland Observatory for Peace",
            "TOP",
            ActorKind.MONITOR,
        ),
        ("Salt fell, the Tarland Press Agency (TPA) said.", "Tarland Press Agency", "TPA", ActorKind.AGENCY),
        ("Men of the Salt Band and al Nur in the Hills (ANIH) came.", "al Nur in the Hills", "ANIH", ActorKind.OTHER),
        ("The Ministry of Roads (MoR) closed it.", "Ministry of Roads", "MoR", ActorKind.BODY),
        (
            "The People's Hill Army-in-Waiting (PHA-IW) rose.",
            "People's Hill Army-in-Waiting",
            "PHA-IW",
            ActorKind.ARMED_GROUP,
        ),
    ],
)
def test_full_and_short_name(text: str, full: str, short: str, kind: ActorKind) -> None:
    (found,) = introduced(text)
    assert (found.full, found.short, found.kind) == (full, short, kind)


def test_members_of_an_umbrella() -> None:
    (found,) = introduced(
        "They formed the Hill Operations Room, consisting of the 3rd Brigade, the Stone Army and the Men of Salt."
    )
    assert found.full == "Hill Operations Room"
    assert found.members == ("3rd Brigade", "Stone Army", "Men of Salt")


def test_a_name_with_bracket_and_members_is_one_introduction() -> None:
    (found,) = introduced("the Green Hill Alliance (GHA), made up of the Stone Army and the River Brigade")
    assert (found.short, found.members) == ("GHA", ("Stone Army", "River Brigade"))


@pytest.mark.parametrize(
    "text",
    [
        "LIMA (AP) - Rain fell.",
        "QUITO (Reuters) — Rain fell.",
        "in the northern Green Hill Province (GHP)",
        "the United Kingdom (UK)",
        "Mr Jones (Labour) rose",
        "Maria Perez (Photo) smiled",
        "soldiers, including Sergeant Alan, left",
        "It was cold (see above).",
    ],
)
def test_these_introduce_nobody(text: str) -> None:
    assert introduced(text) == ()


def test_whom_the_roster_knows_may_have_an_acronym_of_another_language() -> None:
    found = {n.short: n.full for n in introduced("The Permanent Strategic Framework (CSP) left Kidal.")}
    assert found == {"CSP": "Permanent Strategic Framework"}
    assert introduced("The Permanent Wooden Framework (CSP) left Kidal.") == ()
