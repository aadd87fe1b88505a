"""Those to whom harm is done, and who are warned, without a name."""

from __future__ import annotations

import pytest

from fogline.claims.sufferers import sufferers
from fogline.language.plain import words_of
from fogline.records import ClaimType
from tests.claims.reports import named


@pytest.mark.parametrize(
    ("raw", "act", "kind", "whom"),
    [
        ("Shells killed eight civilians in Hama.", "killed", ClaimType.HARM, ["civilians"]),
        ("Eight villagers were killed in Hama.", "killed", ClaimType.HARM, ["villagers"]),
        ("About 300 families fled on Friday.", "fled", ClaimType.HARM, ["families"]),
        ("The ministry told residents to leave.", "told", ClaimType.WARN, ["residents"]),
        ("Hundreds of protesters were killed in Hama.", "killed", ClaimType.HARM, ["protesters"]),
        ("Hundreds were killed in Hama.", "killed", ClaimType.HARM, ["hundreds"]),
        ("Soldiers fired on residents in Hama.", "fired", ClaimType.ATTACK, ["residents"]),
        ("Police opened fire on thousands of demonstrators.", "fire", ClaimType.ATTACK, ["demonstrators"]),
        ("The shelling of civilians went on.", "shelling", ClaimType.ATTACK, ["civilians"]),
        ("The bridge was hit on 3 April.", "hit", ClaimType.ATTACK, []),
        ("The rockets killed the goats.", "killed", ClaimType.HARM, []),
        ("Rebels took eight civilians to Hama.", "took", ClaimType.CAPTURE, []),
    ],
)
def test_people_are_named_by_their_common_noun(raw: str, act: str, kind: ClaimType, whom: list[str]) -> None:
    word = next(token for token in words_of(named(raw).parse.doc) if token.text == act)
    assert [name.text for name in sufferers(word, kind)] == whom
