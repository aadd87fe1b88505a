"""What persons judged of claims, together with reports that are set aside and with what was known then."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fogline.ledger import open_ledger
from fogline.runs import read_into
from tests.runs.conftest import OPTIONS, REPORTS


@pytest.fixture
def war(tmp_path):
    """A record of the reports, read in the order of their days."""
    with open_ledger(tmp_path / "war.db") as ledger:
        for hour, row in enumerate(REPORTS):
            path = tmp_path / f"{row['id']}.json"
            path.write_text(json.dumps(row), encoding="utf-8")
            arrived = datetime(2026, 5, 1, hour, tzinfo=UTC)
            read_into(ledger, [path], options=replace(OPTIONS, arrived=arrived))
    return tmp_path / "war.db"


@pytest.fixture
def told(run, war):
    """The JSON of a command line over the record."""

    def ask(*arguments):
        code, out, err = run(*arguments, "--record", war, "--format", "json")
        assert code == 0, err
        return json.loads(out)

    return ask


def test_what_was_judged_holds_for_the_past_by_publication_and_not_by_reading(told):
    told("judge", "distrust", "--report", "wire-1", "--why", "a hoax")
    told("judge", "rename", "Sirwah", "Sirwah Town", "--why", "its name")
    known = told("claims", "--known-at", "2020-03-31")
    assert known == told("claims")
    assert {row["place"] for row in known} >= {"Sirwah Town"}
    assert all(bool(row["distrusted"]) is (row["report"] == "wire-1") for row in known)
    then = told("claims", "--known-at", "2026-05-02", "--by", "read")
    assert "Sirwah Town" not in {row["place"] for row in then}
    assert not any(row["distrusted"] for row in then)
    for view in ("events", "control", "disputes"):
        assert told(view, "--known-at", "2020-03-31") == told(view)


def test_a_dry_run_of_a_withdrawal_tells_what_it_would_change_and_writes_nothing(told):
    before = told("claims")
    tried = told("judge", "withdraw", "wire-1", "--why", "a hoax", "--dry-run")
    assert tried["changed"]
    assert told("claims") == before
    made = told("judge", "withdraw", "wire-1", "--why", "a hoax")
    assert [(r["what"], r["of"], r["after"]) for r in made["changed"]] == [
        (r["what"], r["of"], r["after"]) for r in tried["changed"]
    ]
    assert {row["report"] for row in told("claims")} == {row["report"] for row in before} - {"wire-1"}
    assert [j["state"] for j in told("judge", "list")] == ["stands"]


def test_a_claim_that_counts_for_nothing_is_shown_as_it_was_judged(told):
    told("judge", "rename", "Sirwah", "Sirwah Town", "--why", "its name")
    claim = next(row for row in told("claims", "--report", "wire-1") if row["place"] == "Sirwah Town")
    told("judge", "distrust", claim["id"], "--why", "an old video")
    told("judge", "withdraw", "wire-1", "--why", "a hoax")
    kept = next(row for row in told("claims", "--status", "withdrawn") if row["id"] == claim["id"])
    assert (kept["place"], kept["aside"], "an old video" in kept["distrusted"]) == ("Sirwah Town", "withdrawn", True)
    assert any("Counts for nothing" in step["text"] for step in told("why", claim["id"]))


def test_words_and_limits_are_asked_alike_of_parts_and_of_a_judged_record(run, told, war):
    def ask(*arguments):
        return [
            {k: v for k, v in row.items() if k not in ("distrusted", "judged")} for row in told("claims", *arguments)
        ]

    asked = [("--text", "Sirwah"), ("--text", "nothing of this"), ("--limit", "1"), ("--as-of", "2020-03-05")]
    before = [ask(*one) for one in asked]
    assert "more rows are not shown" in run("claims", "--limit", "1", "--record", war)[2]
    told("judge", "distrust", "--report", "wire-2", "--why", "a hoax")
    assert [ask(*one) for one in asked] == before
    assert "more rows are not shown" in run("claims", "--limit", "1", "--record", war)[2]


def test_passages_of_a_withdrawn_report_say_so(told):
    told("judge", "withdraw", "wire-1", "--why", "a hoax")
    rows = told("search", "Sirwah")
    assert {row["report"]: row["aside"] for row in rows}["wire-1"] == "withdrawn"
    assert all(row["aside"] is None for row in rows if row["report"] != "wire-1")
