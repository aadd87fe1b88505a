"""Tables: filters, forms, and texts that cannot steer a terminal."""

import csv
import io
import json
import re

import pytest

from fogline.desk.screen import as_csv, cell, printable
from fogline.language.words import holds_words
from fogline.ledger import open_ledger
from tests.products.cases import TAKEN


@pytest.fixture
def rows(run, record_file):
    """The rows of a table as JSON."""

    def read(*arguments):
        code, out, err = run(*arguments, "--record", record_file, "--format", "json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return read


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        (["--place", "kirkuk"], ["capture", "withdraw", "withdraw", "capture"]),
        (["--place", "KIRKÚK", "--type", "withdraw"], ["withdraw", "withdraw"]),
        (["--actor", "army", "--report", "beta"], ["capture"]),
        (["--status", "denied"], ["withdraw"]),
        (["--source", "ministry"], ["capture", "withdraw", "capture"]),
        (["--report", "gamma"], ["link", "link", "capture", "advance"]),
        (["--as-of", "2014-06-11"], ["harm", "harm", "link", "link", "capture", "advance"]),
    ],
)
def test_claims_are_filtered(rows, filters, types):
    assert [row["type"] for row in rows("claims", *filters)] == types


def test_control_is_of_the_day_that_is_asked_for(rows):
    assert {row["day"] for row in rows("control", "--as-of", "2014-06-11")} == {"2014-06-11"}
    assert [row["place"] for row in rows("control", "--status", "disputed")] == ["Kirkuk"]
    assert [row["place"] for row in rows("control", "--actor", "army")] == ["Sinjar"]


def test_disputes_are_found_by_place_source_and_report(rows):
    assert len(rows("disputes", "--place", "Kirkuk")) == 1
    assert len(rows("disputes", "--source", "army")) == 1
    assert len(rows("disputes", "--report", "alpha")) == 1
    assert rows("disputes", "--report", "gamma") == []


def test_lineage_of_one_report(rows):
    found = rows("lineage", "--report", "beta")
    assert found["origins"] == [["alpha", "beta"]]
    assert [k["report"] for k in found["kin"]] == ["beta"]
    assert len(found["alterations"]) == 1


def test_actors_are_found_by_any_of_their_names(rows):
    assert [row["actor"] for row in rows("actors", "--actor", "peshmerga")] == ["Peshmerga"]


def test_jsonl_has_a_row_a_line(run, record_file):
    _, out, _ = run("claims", "--record", record_file, "--format", "jsonl")
    assert json.loads(out.splitlines()[0])["id"] == TAKEN.claim_id


def test_csv_has_a_header_and_joins_lists(run, record_file):
    _, out, _ = run("claims", "--record", record_file, "--format", "csv")
    first = next(csv.DictReader(io.StringIO(out)))
    assert (first["type"], first["when"], first["via"]) == ("capture", "2014-06-12; 2014-06-12", "")
    assert as_csv([]) == ""


@pytest.mark.parametrize(
    ("filters", "line"),
    [
        (["--place", "Kirk"], "the record knows no place 'Kirk': did you mean Kirkuk?"),
        (["--source", "Xyz"], "the record knows no source 'Xyz': fogline claims and fogline actors list the names"),
        (["--report", "alfa"], "the record knows no report 'alfa': did you mean alpha?"),
    ],
)
def test_a_name_that_the_record_does_not_know_is_one_line_and_exit_2(run, record_file, filters, line):
    assert run("claims", "--record", record_file, *filters) == (2, "", f"fogline: {line}\n")


def test_the_table_says_where_nothing_is_found(run, record_file):
    code, out, _ = run("claims", "--record", record_file, "--place", "Kirkuk", "--type", "siege")
    assert code == 2  # no such type
    code, out, _ = run("claims", "--record", record_file, "--place", "Kirkuk", "--type", "besiege")
    assert (code, out) == (0, "Claims: none in this record.\n")


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("assad", "ambassador", False),
        ("al hawl", "Al-Hawl camp", True),
        ("hawl", "al-Ḥawl", True),
        ("漢", "a漢b", True),
        ("漢", "a", False),
    ],
)
def test_names_match_word_for_word(wanted, text, found):
    assert holds_words(text, wanted) is found


def test_reports_cannot_steer_the_terminal():
    assert printable("a\x1b[31mb\x07\n") == "a\N{REPLACEMENT CHARACTER}[31mb\N{REPLACEMENT CHARACTER}\n"


def test_cells():
    assert [cell(None), cell(["a", ["b", None]]), cell({"a": 1}), cell(3)] == ["", "a; b; ", '{"a": 1}', "3"]


def test_ids_are_cut_on_a_narrow_screen_and_why_takes_them(run, record_file, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = run("control", "--record", record_file)
    found = re.findall(r"holding-[0-9a-f]+", out)
    assert found
    assert {len(row_id) for row_id in found} == {len("holding-") + 8}
    assert run("why", found[0], "--record", record_file)[0] == 0


def test_claims_are_found_by_words_and_marked(run, record_file, rows):
    (found, *_) = rows("claims", "--text", "kirk*")
    assert found["marks"]
    assert "‹" in found["snippet"]
    assert all(found["start"] <= a < b <= found["end"] for a, b in found["marks"])
    code, out, _ = run("claims", "--text", "kirk*", "--record", record_file)
    assert code == 0
    assert "snippet" in out


def test_passages_lead_back_to_the_report(run, record_file, rows):
    for row in rows("search", "kirk*"):
        with open_ledger(record_file) as ledger:
            raw = ledger.find_report(row["report"]).raw
        assert raw[row["start"] : row["end"]] == row["quote"]
        assert all(raw[a:b].lower().startswith("kirk") for a, b in row["marks"])
    assert run("search", "nowhere", "--record", record_file)[:2] == (0, "Passages: none in this record.\n")
    assert run("search", "漢", "--record", record_file)[0] == 2


@pytest.mark.parametrize("command", ["claims", "events", "control", "timeline", "disputes", "actors"])
def test_a_limit_says_how_many_more_there_are(run, record_file, rows, command):
    whole = rows(command)
    code, out, err = run(command, "--limit", "1", "--format", "json", "--record", record_file)
    assert (code, json.loads(out)) == (0, whole[:1])
    more = f"fogline: {len(whole) - 1} more rows are not shown: give a filter, or --limit 0 for all\n"
    assert err == (more if len(whole) > 1 else "")
    assert rows(command, "--limit", "0") == whole
