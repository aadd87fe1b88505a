"""The draws of articles that captures and withdrawals are judged on."""

from __future__ import annotations

from itertools import combinations

from evaluation.fakes import DRAWS, drawn_of, verdicts


def test_no_article_is_in_two_draws_and_each_draw_has_its_size() -> None:
    drawn = {name: drawn_of(804, name) for name in DRAWS}
    assert {name: len(own) for name, own in drawn.items()} == {name: size for name, (size, _) in DRAWS.items()}
    assert not any(a & b for a, b in combinations(drawn.values(), 2))


def test_each_claim_is_judged_right_or_wrong() -> None:
    assert set(verdicts().values()) == {"right", "wrong"}
