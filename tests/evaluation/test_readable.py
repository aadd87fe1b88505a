"""The sets that may be read: sound, and shown sentence by sentence where a reading differs."""

from __future__ import annotations

import json

import pytest

from evaluation.readable import differences, main, readable, unread
from fogline.records import ClaimType, Control


@pytest.mark.parametrize("gold", [*readable(), *unread()], ids=lambda gold: gold.name)
def test_every_gold_claim_stands_in_its_report_and_names_what_is_listed(gold) -> None:
    lines = gold.reports.read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    for row in gold.claims:
        assert row["sentence"] in texts[row["report"]]
        assert row["type"] in set(ClaimType)
        for role in ("actor", "place"):
            assert row[role] is None or gold.names.keys(row[role])


@pytest.mark.parametrize("gold", [*readable(), *unread()], ids=lambda gold: gold.name)
def test_every_listed_dispute_stands_in_two_sentences_and_every_holding_names_who_is_listed(gold) -> None:
    lines = gold.reports.read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    for row in gold.disputes:
        assert all(row[end]["sentence"] in texts[row[end]["report"]] for end in ("a", "b"))
    days = [(row["place"], row["day"]) for row in gold.holdings]
    assert len(set(days)) == len(days)
    for row in gold.holdings:
        assert row["status"] in set(Control)
        assert row["status"] in row["accept"]
        assert (row["holder"] is None) == (row["status"] == "unknown")


def test_what_was_read_otherwise_is_shown_by_sentence() -> None:
    gold = readable()[0]
    assert list(differences(gold, gold.claims)) == []
    missed, other = gold.claims[0], {**gold.claims[0], "place": "Elsewhere"}
    shown = "\n".join(differences(gold, [other, *gold.claims[1:]]))
    assert missed["sentence"] in shown
    assert "Elsewhere" in shown


def test_an_unknown_set_is_told(capsys) -> None:
    assert main(["--set", "nowhere"]) == 2
    assert "kidal-2023" in capsys.readouterr().err


def test_no_row_of_the_unread_sets_is_shown(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["--unread", "--errors"])
    assert "show no rows" in capsys.readouterr().err
    assert not {gold.name for gold in readable()} & {gold.name for gold in unread()}
