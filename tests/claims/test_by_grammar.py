"""Who fills a role by the plain grammar of a sentence."""

from __future__ import annotations

import pytest

from fogline.claims.by_grammar import by_grammar, sides_of
from fogline.claims.proposition import Proposition
from fogline.claims.reader import Told
from fogline.language.plain import words_of
from fogline.records import ClaimType, Name, Status
from tests.claims.reports import claims, named

ARMY, REBELS, POLICE = Name("army"), Name("rebels"), Name("police")


def roles(raw: str, act: str, kind: ClaimType, who: tuple[Name, ...], whom: tuple[Name, ...]) -> list[list[str]]:
    """The texts of those who act and of those it is done to; each name stands where its word does."""
    doc = words_of(named(raw).parse.doc)
    word = next(token for token in doc if token.text == act)
    listed = {token.text: frozenset({token.i}) for token in doc}
    told = by_grammar(Told(word, kind, 0.9, Status.ASSERTED, {}, {}, {}), None, (who, whom), listed)
    return [[name.text for name in names] for names in told]


def test_the_other_side_of_a_clash_is_that_of_the_frame() -> None:
    act = next(iter(words_of(named("Troops fought.").parse.doc)))
    frame = Proposition(act, ClaimType.CLASH, (ARMY,), (REBELS,), None)
    assert sides_of(frame, (ARMY,)) == ((ARMY,), (REBELS,))
    assert sides_of(frame, (REBELS,)) == ((REBELS,), (ARMY,))
    assert sides_of(frame, ()) == ((ARMY,), (REBELS,))
    assert sides_of(frame, (POLICE,)) == ((POLICE,), ())


@pytest.mark.parametrize(
    ("raw", "act", "who"),
    [
        ("Protesters clashed with police in Hama.", "clashed", ["protesters"]),
        ("Hundreds of demonstrators clashed with police in Hama.", "clashed", ["demonstrators"]),
        ("Neighbourhoods clashed with police.", "clashed", []),
    ],
)
def test_a_crowd_acts_where_nobody_is_named(raw: str, act: str, who: list[str]) -> None:
    assert roles(raw, act, ClaimType.CLASH, (), (POLICE,)) == [who, ["police"]]


def test_a_crowd_does_not_stand_in_for_who_is_named() -> None:
    assert roles("Protesters clashed with police.", "clashed", ClaimType.CLASH, (REBELS,), ()) == [["rebels"], []]


@pytest.mark.parametrize(
    ("raw", "whom"),
    [
        ("The rebels fought on, and residents were killed in Hama.", ["residents"]),
        ("Residents and rebels were killed in Hama.", ["rebels"]),
        ("The rebels fought on, and officers were killed in Hama.", ["rebels"]),
    ],
)
def test_harm_is_done_to_its_object(raw: str, whom: list[str]) -> None:
    assert roles(raw, "killed", ClaimType.HARM, (), (REBELS,))[1] == whom


def test_a_claim_of_a_crowd_is_told() -> None:
    (claim,) = claims("In Karsin, protesters attacked the embassy of Norland on Tuesday.")
    assert [name.text for name in claim.actors] == ["protesters"]
    assert claim.confidence > 0.5
