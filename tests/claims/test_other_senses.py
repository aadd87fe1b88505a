"""Acts told in a sense of peace make no claim of war; the same words in that of war do."""

from __future__ import annotations

import pytest

from fogline.records import ClaimType
from tests.claims.reports import claims

T = ClaimType


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("A storm struck Hama on Monday.", T.ATTACK),
        ("Workers went on strike in Hama on Monday.", T.ATTACK),
        ("A general strike was held in Hama.", T.ATTACK),
        ("Public employees took part in the strike in Hama.", T.ATTACK),
        ("Unions called a strike in Hama.", T.ATTACK),
        ("The army sent strike aircraft to Hama.", T.ATTACK),
        ("The president attacked his critics in Hama.", T.ATTACK),
        ("An army helicopter crashed near Hama.", T.ATTACK),
        ("The colonel died of cancer in Hama.", T.HARM),
        ("Nine people died in a car crash in Hama.", T.HARM),
        ("Police charged two soldiers in Hama.", T.HARM),
        ("The rebels freed 30 prisoners in Hama.", T.HARM),
        ("Three thousand people returned to Hama.", T.HARM),
        ("Refugees left Hama on Monday.", T.WITHDRAW),
        ("Norland withdrew its ambassador from Hama.", T.WITHDRAW),
        ("President Bashar al-Assad will never leave Syria.", T.WITHDRAW),
        ("John Smith returned to Hama in May.", T.ADVANCE),
        ("The rebels were pushed back from Hama.", T.ADVANCE),
        ("Gaddafi was hiding in Sirte. Fighters seized him on Thursday.", T.CAPTURE),
        ("Fighters in Sirte announced the capture of Muammar Gaddafi.", T.CAPTURE),
        ("Protests were held by soldiers in Hama.", T.HOLD),
        ("Turkey closed its embassy in Damascus.", T.CLOSE),
        ("Russia backed the resolution on Monday.", T.SUPPORT),
        ("Syrian leader Bashar al-Assad spoke on Monday.", T.FORM),
        ("The rebels are losing the battle for hearts and minds.", T.CLASH),
        ("Kofi Annan was on a visit to Turkey on Monday.", T.MEET),
        ("Russia backed an inquiry on Monday.", T.SUPPORT),
    ],
)
def test_a_sense_of_peace_is_no_claim(raw: str, kind: ClaimType) -> None:
    assert kind not in {claim.type for claim in claims(raw)}


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Jets carried out a strike on Hama.", T.ATTACK),
        ("A strike on a bus killed three aid workers in Hama.", T.ATTACK),
        ("Shells hit the main road in Hama.", T.ATTACK),
        ("Missiles struck the leadership of the rebels in Hama.", T.ATTACK),
        ("The rebels drove Colonel Hassan Omar from Hama.", T.CAPTURE),
        ("Rebels attacked Hama on Monday.", T.ATTACK),
        ("Nine civilians were killed in Hama.", T.HARM),
        ("The troops left Hama on Monday.", T.WITHDRAW),
        ("The army withdrew its troops from Hama.", T.WITHDRAW),
        ("The rebels advanced on Hama.", T.ADVANCE),
        ("The rebels captured Hama on Monday.", T.CAPTURE),
        ("The army announced the capture of Hama.", T.CAPTURE),
        ("Rebels hold Hama.", T.HOLD),
        ("Turkey closed the Bab al-Hawa crossing.", T.CLOSE),
        ("Russia backs the Syrian government.", T.SUPPORT),
    ],
)
def test_the_sense_of_war_is_one(raw: str, kind: ClaimType) -> None:
    assert kind in {claim.type for claim in claims(raw)}
