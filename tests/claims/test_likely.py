"""How likely a claim is in a report: more where there are many, where a frame holds and the word is known."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.claims.likely import as_likely, as_sure, chance, density_of, weights
from fogline.claims.proposition import Proposition
from fogline.records import Anchor, Claim, ClaimType
from tests.claims.reports import scene

ACT = Proposition(scene("Rebels attacked Hama.").doc[1], ClaimType.ATTACK, chance=0.7)
CHANCES = st.floats(0.01, 0.99)
DENSITIES = st.floats(0.3, 12)


def claim(at: int) -> Claim:
    words = Anchor("r", at, at + 4, "hits")
    return Claim(Anchor("r", 0, 9999, "x" * 9999), words, ClaimType.ATTACK, confidence=0.7)


@given(CHANCES, DENSITIES, DENSITIES, st.booleans(), st.booleans())
def test_more_speaks_for_a_claim_and_never_against_it(
    seen: float, one: float, other: float, framed: bool, known: bool
) -> None:
    told = replace(ACT, chance=seen, framed=framed, known=known)
    assert chance(told, min(one, other)) <= chance(told, max(one, other))
    assert chance(replace(told, framed=False), one) <= chance(replace(told, framed=True), one)
    assert chance(replace(told, known=False), one) <= chance(replace(told, known=True), one)
    assert chance(replace(told, chance=seen / 2), one) <= chance(told, one)


@given(CHANCES, DENSITIES)
def test_a_claim_is_never_surer_for_its_report_and_as_sure_in_a_dense_one(sure: float, density: float) -> None:
    assert as_sure(sure, density) <= sure + 1e-12
    assert as_sure(sure, weights().dense) == pytest.approx(sure)


def test_an_unknown_word_is_told_in_a_report_of_war_and_not_among_much_else() -> None:
    told = [claim(at) for at in range(0, 80, 10)]
    seen = {(0, ClaimType.ATTACK): replace(ACT, framed=False, known=False, chance=0.8)}
    assert [*as_likely(told, seen, 160)] == told
    assert [*as_likely(told[:1], seen, 140)] == told[:1]  # too short to tell
    left = [*as_likely(told, seen, 900)]
    assert [one.act.start for one in left] == [*range(10, 80, 10)]
    assert all(one.confidence < 0.7 for one in left)


def test_a_report_without_words_or_claims_has_a_density() -> None:
    assert density_of(0, 0) > 0
    assert density_of(3, 50) == 6
