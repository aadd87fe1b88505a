"""The draws of articles that captures and withdrawals are judged on."""

from __future__ import annotations

import pytest

from evaluation.fakes import DRAWS, drawn_of, verdicts


@pytest.mark.parametrize("draw", DRAWS)
def test_a_draw_has_its_size_and_no_article_of_those_before_it(draw: str) -> None:
    own = drawn_of(804, draw)
    assert len(own) == DRAWS[draw].articles
    assert not any(own & drawn_of(804, before) for before in DRAWS[draw].after)


def test_no_rule_was_made_on_the_draws_that_only_measure() -> None:
    read = {n for name in DRAWS if name not in ("seventh", "ninth") for n in drawn_of(804, name)}
    assert not read & drawn_of(804, "ninth")


def test_each_claim_is_judged_right_or_wrong() -> None:
    assert set(verdicts().values()) == {"right", "wrong"}
