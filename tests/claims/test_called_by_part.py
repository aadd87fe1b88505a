"""Who are called by the part that they had in an act told before."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


def doers(raw: str, kind: str) -> list[str | None]:
    return [line.actor for line in told(raw) if line.type == kind]


@pytest.mark.parametrize(
    ("raw", "kind", "who"),
    [
        ("The Osk Front attacked Karsin on Monday. The attackers killed 40 soldiers.", "harm", "Osk Front"),
        ("Karsin was surrounded by the Osk Front. The besiegers took the prison on Sunday.", "capture", "Osk Front"),
        ("M23 rebels surrounded the army camp at Karsin. On Tuesday the garrison left Karsin.", "withdraw", "army"),
        ("Houthi fighters entered Mokha. The invaders took the port.", "capture", "Houthi"),
        ("The assailants, from JNIM, returned and overran Karsin on Monday.", "capture", "JNIM"),
        ("Gunmen came on Friday. The attackers, members of JNIM, burned Karsin.", "attack", "JNIM"),
        (
            "JNIM ambushed a convoy of Malian soldiers at Ber. The survivors pulled back to Gao.",
            "withdraw",
            "Malian soldiers",
        ),
    ],
)
def test_by_the_part_that_they_had(raw: str, kind: str, who: str) -> None:
    assert doers(raw, kind) == [who]


@pytest.mark.parametrize(
    ("raw", "kind", "who"),
    [
        ("Gunmen attacked Solhan. The attackers killed 12 people.", "harm", ["attackers"]),  # nobody is named
        ("Nigerian troops moved into Bama. The attackers fled.", "withdraw", ["attackers"]),  # others than those
        ("JNIM attacked Ber and the army bombed Gao. The attackers killed 12 people.", "harm", ["attackers"]),  # both
        ("The Osk Front took Karsin. The raiders were in flight from Tarn.", "withdraw", ["raiders"]),
        (
            "Houthi fighters attacked Marib. Government troops counterattacked on Friday. The attackers fled.",
            "withdraw",
            ["attackers"],  # either
        ),
        ("Government troops entered Karsin. The invaders had killed 400 people there.", "harm", [None]),  # at home
        ("Kurdish fighters retook Kobani. The attackers had killed 500 people there.", "harm", ["attackers"]),
        ("The army attacked the RSF at Karsin. The besiegers shelled the town.", "attack", ["army", "besiegers"]),
        ("JNIM attacked Ber. A group of attackers killed 12 people in Gao.", "harm", ["attackers"]),  # new ones
        ("Boko Haram attacked a village near Dikwa. The survivors fled to Monguno.", "withdraw", [None]),  # villagers
    ],
)
def test_nobody_in_particular(raw: str, kind: str, who: list[str | None]) -> None:
    assert doers(raw, kind) == who
