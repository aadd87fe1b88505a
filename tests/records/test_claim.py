"""A claim's id is of what the report says, not of what was made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fogline.records import (
    Anchor,
    Attribution,
    Basis,
    Claim,
    ClaimType,
    DateExpression,
    Name,
    Period,
    Quantity,
    Status,
)

RAW = "Rebels took Hama on Friday, the army said."
CLAIM = Claim(
    Anchor.at(RAW, 0, len(RAW), report_id="r"),
    Anchor.find(RAW, "took", report_id="r"),
    ClaimType.CAPTURE,
    actors=(Name("Rebels"),),
    place=Name("Hama"),
    attribution=Attribution((Name("army"),)),
)


@pytest.mark.parametrize(
    "change",
    [
        {"type": ClaimType.ADVANCE},
        {"status": Status.DENIED},
        {"actors": ()},
        {"actors": (Name("Rebels"), Name("army"))},
        {"targets": (Name("army"),)},
        {"place": None},
        {"place": Name("Homs")},
        {"attribution": Attribution()},
        {"act": Anchor.find(RAW, "said", report_id="r")},
        {"anchor": Anchor.at(RAW, 0, len(RAW), report_id="other")},
    ],
    ids=",".join,
)
def test_what_the_report_says_is_in_the_id(change: dict[str, object]) -> None:
    assert replace(CLAIM, **change).claim_id != CLAIM.claim_id


@pytest.mark.parametrize(
    "change",
    [
        {"place": Name("Hama", "place:hama")},
        {"actors": (Name("Rebels", "side:SY:rebels"),)},
        {"attribution": Attribution((Name("army", "military:SY"),), agency="AP", outlet="Harbour Post")},
        {"period": Period(date(2014, 6, 6), date(2014, 6, 6), Basis.STATED)},
        {"when": DateExpression("on Friday")},
        {"confidence": 0.5},
        {"version": "2"},
        {"quantities": (Quantity(2, 2, "soldier"),)},
    ],
    ids=",".join,
)
def test_what_was_made_of_it_is_not(change: dict[str, object]) -> None:
    assert replace(CLAIM, **change).claim_id == CLAIM.claim_id


def test_one_actor_of_a_long_name_is_not_two() -> None:
    two = replace(CLAIM, actors=(Name("Reds"), Name("Blues")))
    assert two.claim_id != replace(CLAIM, actors=(Name("Blues"), Name("Reds"))).claim_id
    assert two.claim_id != replace(CLAIM, actors=(Name("Reds Blues"),)).claim_id
