"""The draws of the daily press, and what readers said of their claims."""

from __future__ import annotations

import pytest

from evaluation.press import DRAWS, FIELDS, TOPICS, drawn, verdicts


@pytest.mark.parametrize("draw", DRAWS)
def test_a_draw_is_the_same_each_time_and_of_its_size_at_most(draw: str) -> None:
    for topic, size in TOPICS.items():
        own = drawn(700, topic, draw)
        assert own == drawn(700, topic, draw)
        assert size - 3 <= len(own) <= size


def test_what_measures_was_not_learnt_from_later() -> None:
    for topic in TOPICS:
        for learnt in ("three", "four"):
            assert not set(drawn(700, topic, "two")) & set(drawn(700, topic, learnt))


def test_a_verdict_on_the_fields_stands_only_where_the_claim_is_told() -> None:
    for row in verdicts().values():
        assert row["told"] in ("right", "wrong")
        assert {row[field] for field in FIELDS[1:]} <= ({"right", "wrong"} if row["told"] == "right" else {""})
