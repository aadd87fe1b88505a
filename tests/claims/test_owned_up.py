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
