"""The wars to learn from: sound, and each claim's word stands in its sentence."""

from __future__ import annotations

import json
import re

import pytest

from evaluation.gold import load_sets
from evaluation.readable import readable, unread
from fogline.records import ClaimType
from training.claims.wars import wars

PARTS = re.compile(r"\w+|[^\w\s]")


@pytest.mark.parametrize("war", [*wars(), *readable()], ids=lambda war: war.name)
def test_every_claim_stands_in_its_report_and_names_a_word_of_it(war) -> None:
    lines = war.reports.read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    for row in war.claims:
        assert row["sentence"] in texts[row["report"]]
        assert row["type"] in set(ClaimType)
        word, _, occurrence = row.get("act", "").partition("#")
        assert not word or PARTS.findall(row["sentence"]).count(word) >= int(occurrence or 1)


def test_no_war_is_learnt_from_that_measures() -> None:
    measured = {gold.name for gold in [*load_sets(), *readable(), *unread()]}
    assert not measured & {war.name for war in wars()}
