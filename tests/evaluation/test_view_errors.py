"""Which holdings and disputes are shown as otherwise than a gold set has them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation.readable import readable
from evaluation.view_errors import wrong_disputes, wrong_holdings

HELD = {"place": "Karsin", "day": "2020-05-02", "holder": ["Karsin Guard"], "status": "held", "accept": ["held"]}
SAID = {"report": "a", "sentence": "The guard took Karsin on Saturday."}
DENIED = {"report": "b", "sentence": "The army denied that it had lost the town."}
LISTED = {"attribute": "who held Karsin", "kind": "denial", "a": SAID, "b": DENIED}


@pytest.fixture
def gold():
    """A set that asks for one place on one day, and lists one dispute."""
    return replace(readable()[0], holdings=(HELD,), disputes=(LISTED,))


def _told(holder: str | None, status: str) -> list[dict[str, object]]:
    return [{"place": "Karsin", "day": "2020-05-02", "holder": holder, "status": status}]


def test_the_right_holder_and_status_are_no_error(gold) -> None:
    assert list(wrong_holdings(gold, _told("Karsin Guard", "held"))) == []


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (_told("the army", "held"), ["holder", "told as the army, held"]),
        (_told("Karsin Guard", "disputed"), ["status", "told as Karsin Guard, disputed"]),
        ([], ["holder", "told as nothing"]),
    ],
)
def test_another_holder_or_status_or_none_is_shown(gold, given, shown) -> None:
    (line,) = wrong_holdings(gold, given)
    assert all(words in line for words in shown)


def test_a_dispute_is_found_where_its_sentences_stand_on_two_sides(gold) -> None:
    apart = [{"value": "it fell", "evidence": [SAID]}, {"value": "it did not", "evidence": [DENIED]}]
    assert list(wrong_disputes(gold, [{"attribute": "who held it", "sides": apart}])) == []
    together = [{"value": "it fell", "evidence": [SAID, DENIED]}]
    missed, besides = wrong_disputes(gold, [{"attribute": "who held it", "sides": together}])
    assert "missed" in missed
    assert DENIED["sentence"] in missed
    assert "besides" in besides
