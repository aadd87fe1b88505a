"""What changed between two moments: new, settled, reversed, and what only has more evidence."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fogline.ledger import open_ledger
from fogline.runs import read_into
from tests.runs.conftest import OPTIONS

DAYS = {
    "one": ("2020-03-04", "Houthi fighters captured Sirwah on Tuesday, residents said.\n"),
    "two": ("2020-03-05", "The town of Sirwah was captured by Houthi fighters on Tuesday, the governor said.\n"),
    "denial": ("2020-03-06", "The Yemeni army denied that Houthi fighters had captured Sirwah on Tuesday.\n"),
    "plan": ("2020-03-06", "Houthi fighters plan to attack Marib on Sunday, an officer said.\n"),
    "done": ("2020-03-08", "Houthi fighters attacked Marib on Sunday, an aid worker said.\n"),
    "late": ("2020-03-03", "The Yemeni army held Sirwah on Monday, a teacher said.\n"),
    "back": ("2020-03-10", "The Yemeni army recaptured Sirwah on Monday, a driver said.\n"),
    "note": (
        "2020-03-10",
        "Shells fell on Marib on Monday, a nurse said.\n\nCORRECTION: The shells fell on Marib, not on Sanaa.\n",
    ),
}


@pytest.fixture(scope="module")
def war(tmp_path_factory):
    """A record of these reports, read one after the other at 8, 9, 10 ... o'clock; "late" last but two."""
    folder = tmp_path_factory.mktemp("war")
    with open_ledger(folder / "war.db") as ledger:
        for hour, (report_id, (day, text)) in enumerate(DAYS.items(), start=8):
            path = folder / f"{report_id}.json"
            row = {"id": report_id, "outlet": f"The {report_id.title()}", "published": day, "text": text}
            path.write_text(json.dumps(row), encoding="utf-8")
            read_into(ledger, [path], options=replace(OPTIONS, arrived=datetime(2026, 5, 1, hour, tzinfo=UTC)))
    return folder / "war.db"


@pytest.fixture
def told(run, war):
    """The lines of `fogline changes` between two days or moments, as JSON."""

    def ask(*arguments):
        code, out, err = run("changes", *arguments, "--record", war, "--format", "json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return ask


def lines(found, what):
    return [(row["news"], row["before"]) for row in found["changes"] if row["what"] == what]


def test_from_nothing_everything_is_new(told):
    found = told("--since", "2020-03-03", "--until", "2020-03-04")
    assert {row["news"] for row in found["changes"]} == {"new"}
    assert {row["what"] for row in found["changes"]} >= {"holding", "event"}
    assert [row["report"] for row in found["reports"]] == ["late", "one"]


def test_a_second_source_is_more_evidence_and_nothing_new(told):
    found = told("--since", "2020-03-05", "--until", "2020-03-05")
    assert {row["news"] for row in found["changes"]} == {"more evidence"}
    assert all({e["report"] for e in row["evidence"]} == {"two"} for row in found["changes"])
    (event,) = [row for row in found["changes"] if row["what"] == "event"]
    assert (event["before"], event["after"]) == ("1 origin", "2 origins")


def test_a_denial_reverses_and_opens_a_dispute(told):
    found = told("--since", "2020-03-06", "--until", "2020-03-06", "--place", "Sirwah")
    assert ("reversed", "asserted") in lines(found, "event")
    assert ("new", None) in lines(found, "dispute")
    (row,) = [r for r in found["changes"] if r["news"] == "reversed" and r["what"] == "event"]
    assert [e["report"] for e in row["evidence"]] == ["denial"]


def test_what_was_planned_and_happened_is_settled(told):
    found = told("--since", "2020-03-07", "--until", "2020-03-08")
    assert lines(found, "event") == [("settled", "planned")]


def test_a_place_that_changes_back_is_reversed(told):
    found = told("--since", "2020-03-09", "--place", "Sirwah")
    assert [news for news, _ in lines(found, "holding")] == ["reversed"]


def test_a_notice_of_a_correction_is_told_with_its_words(told):
    found = told("--since", "2020-03-09")
    (row,) = [r for r in found["changes"] if r["what"] == "report"]
    assert (row["news"], row["after"], row["id"]) == ("reversed", "correction", "note")
    assert [e["sentence"] for e in row["evidence"]] == ["CORRECTION: The shells fell on Marib, not on Sanaa."]


def test_nothing_changes_where_nothing_came(told):
    assert told("--since", "2020-03-07", "--until", "2020-03-07")["changes"] == []


def test_by_reading_a_report_that_came_late_is_told_as_late(told):
    found = told("--since", "2026-05-01T12:30", "--until", "2026-05-01T13:30", "--by", "read")
    assert [(r["report"], r["late"]) for r in found["reports"]] == [("late", 5)]
    (row,) = found["changes"]
    assert (row["news"], row["what"], row["place"]) == ("new", "holding", "Sirwah")
    assert row["text"].startswith("Up to 2 March 2020: Sirwah: held by the Yemeni army")


def test_every_line_leads_to_words_of_the_record(told, war):
    with open_ledger(war, create=False) as ledger:
        raws = {r.report_id: r.raw for r in ledger.corpus().readings}
    found = told("--since", "2020-03-01")
    for row in found["changes"]:
        assert row["id"]
        assert row["evidence"]
        for words in row["evidence"]:
            start = words["start"]
            assert raws[words["report"]][start : start + len(words["sentence"])] == words["sentence"]


def test_a_table_for_people_has_a_part_for_each_kind(run, war):
    code, out, err = run("changes", "--since", "2020-03-06", "--record", war)
    assert code == 0
    assert [title for title in ("New", "Settled", "Reversed", "More evidence") if f"{title}  " in out] != []
    assert "came to what was known" in err
    code, out, _ = run("changes", "--since", "2020-03-07", "--until", "2020-03-07", "--record", war)
    assert out == "Changes: none in this record.\n"


def test_an_unknown_place_is_told(run, war):
    code, _, err = run("changes", "--since", "2020-03-01", "--place", "Atlantis", "--record", war)
    assert code == 2
    assert "knows no place" in err


def test_the_brief_since_a_day_begins_with_what_changed(run, war):
    code, out, err = run("brief", "--since", "2020-03-09", "--record", war, "--format", "json")
    assert (code, err) == (0, "")
    section = json.loads(out)["sections"][0]
    assert section["key"] == "news"
    assert section["groups"][-1]["title"] == "Reversed, corrected, withdrawn"
    _, out, _ = run("brief", "--record", war, "--format", "json")
    assert "news" not in {s["key"] for s in json.loads(out)["sections"]}
    for form in ("md", "html"):
        code, out, _ = run("brief", "--since", "2020-03-09", "--record", war, "--format", form)
        assert code == 0
        assert "Since then" in out


def test_a_place_that_a_later_report_locates_is_the_same_place(run, tmp_path):
    rows = [
        ("2015-06-03", "The Ukrainian army said on Wednesday its troops had retaken Shyrokyne."),
        (
            "2015-06-05",
            "Separatist fighters recaptured Shyrokyne on Friday, a Ukrainian spokesman admitted in Mariupol.",
        ),
    ]
    with open_ledger(tmp_path / "war.db") as ledger:
        for number, (published, text) in enumerate(rows):
            path = tmp_path / f"{number}.json"
            row = {"id": f"r{number}", "outlet": "Wire", "published": published, "text": text}
            path.write_text(json.dumps(row), encoding="utf-8")
            read_into(ledger, [path], options=OPTIONS)
    code, out, _ = run("changes", "--record", tmp_path / "war.db", "--since", "2015-06-05", "--format", "json")
    holdings = [row for row in json.loads(out)["changes"] if row["what"] == "holding" and row["place"] == "Shyrokyne"]
    assert code == 0
    assert holdings
    assert all(row["origins"] for row in holdings)
