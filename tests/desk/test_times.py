"""Time twice on the command line: what held on a day, and what was known at a moment; versions and withdrawals."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fogline.ledger import open_ledger
from fogline.runs import read_into
from tests.runs.conftest import OPTIONS, REPORTS

VIEWS = ["claims", "control", "events", "timeline", "disputes", "lineage", "dates", "actors", "brief"]
CAME = {"wire-1": 9, "own-1": 10, "wire-2": 11, "own-2": 12}  # hours of one morning, not in the order of the days
LEFT = {
    **REPORTS[0],
    "text": "Houthi fighters left Sirwah on Tuesday, residents said.\n\n"
    "CORRECTION: An earlier version of this story said that they had captured it.\n",
}


def made(folder, rows, *, came=CAME, name="war.db"):
    """A record into which these reports were read one by one."""
    with open_ledger(folder / name) as ledger:
        for row in rows:
            path = folder / f"{row['id']}.json"
            path.write_text(json.dumps(row), encoding="utf-8")
            moment = datetime(2026, 5, 1, came.get(row["id"], 13), tzinfo=UTC)
            read_into(ledger, [path], options=replace(OPTIONS, arrived=moment, update=True))
    return folder / name


@pytest.fixture(scope="module")
def war(tmp_path_factory):
    """A record of four reports of 4 to 8 March 2020, read between 9 and 12 on 1 May 2026."""
    return made(tmp_path_factory.mktemp("war"), REPORTS)


@pytest.fixture(scope="module")
def corrected(tmp_path_factory):
    """The same with a later version of the first report."""
    return made(tmp_path_factory.mktemp("corrected"), [*REPORTS, LEFT])


@pytest.fixture
def told(run):
    """The JSON of a command line over a record."""

    def ask(record, *arguments):
        code, out, err = run(*arguments, "--record", record, "--format", "json")
        assert code == 0, err
        return json.loads(out)

    return ask


MOMENTS = [
    (("--known-at", "2020-03-05"), ["wire-1", "wire-2", "own-1"]),
    (("--known-at", "2020-03-04", "--by", "published"), ["wire-1"]),
    (("--known-at", "2026-05-01T10:30", "--by", "read"), ["wire-1", "own-1"]),
    (("--known-at", "2026-05-01T14:30+03:00", "--by", "read"), ["wire-1", "own-1", "wire-2"]),
]


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """For each moment, a record into which only the reports of then were read."""
    rows = {row["id"]: row for row in REPORTS}
    return [made(tmp_path_factory.mktemp("alone"), [rows[i] for i in ids]) for _, ids in MOMENTS]


@pytest.mark.parametrize("at", range(len(MOMENTS)))
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("as_of", [(), ("--as-of", "2020-03-04")], ids=["", "as of a day"])
def test_a_view_as_known_then_is_that_of_a_record_of_then(told, war, alone, view, at, as_of):
    assert told(war, view, *MOMENTS[at][0], *as_of) == told(alone[at], view, *as_of)


def test_why_finds_the_rows_of_then(told, run, war):
    (row,) = [r for r in told(war, "control", "--known-at", "2020-03-04") if r["place"] == "Sirwah"]
    assert told(war, "why", row["id"], "--known-at", "2020-03-04")[0]["id"] == row["id"]
    assert run("why", row["id"], "--record", war)[0] == 2


def test_what_held_on_a_day_is_told_by_all_that_is_known_now(told, war):
    then = {r["place"]: r for r in told(war, "control", "--as-of", "2020-03-03")}
    assert "wire-2" in {
        c["report"] for c in told(war, "claims") if c["id"] in then["Sirwah"]["supports"] + then["Sirwah"]["opposes"]
    }
    assert {r["report"] for r in told(war, "dates", "--as-of", "2020-03-05")} == {"wire-1", "wire-2", "own-1"}
    whole, before = told(war, "actors"), told(war, "actors", "--as-of", "2020-03-04")
    assert sum(r["as_actor"] for r in before) < sum(r["as_actor"] for r in whole)


def test_a_dispute_stands_from_the_day_on_which_two_sides_had_spoken(told, war):
    rows = told(war, "disputes")
    firsts = sorted(row["first"] for row in rows)
    assert firsts
    assert [r for r in rows if r["first"] <= firsts[0]] == told(war, "disputes", "--as-of", firsts[0])
    assert told(war, "disputes", "--as-of", "2020-02-01") == []


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (["claims", "--known-at", "yesterday"], "write a day"),
        (["claims", "--known-at", "2020-03-05T06:00"], "--by read"),
        (["control", "--by", "read"], "--known-at"),
        (["changes", "--since", "soon"], "write a day"),
        (["changes", "--since", "0001-01-01"], "later"),
        (["changes", "--since", "2020-03-05", "--until", "2020-03-03"], "swap"),
    ],
)
def test_a_wrong_moment_is_one_line_that_says_what_to_do(run, war, wrong, says):
    code, out, err = run(*wrong, "--record", war)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


def test_where_nothing_was_known_a_remark_says_when_something_was(run, war):
    code, _, err = run("control", "--known-at", "2020-03-05", "--by", "read", "--record", war)
    assert code == 0
    assert "2026-05-01" in err


def test_both_versions_can_be_seen(told, run, corrected):
    rows = told(corrected, "claims", "--report", "wire-1")
    assert {(r["report"], r["aside"], r["aside_by"]) for r in rows} == {
        ("wire-1", "superseded", "wire-1@2"),
        ("wire-1@2", None, None),
    }
    assert {r["report"] for r in told(corrected, "claims")} == {"wire-1@2", "wire-2", "own-1", "own-2"}
    assert {r["report"] for r in told(corrected, "claims", "--status", "superseded")} == {"wire-1"}
    found = told(corrected, "lineage")
    assert [(r["report"], r["counts"]) for r in found["versions"]] == [("wire-1", False), ("wire-1@2", True)]
    assert [(r["report"], r["kind"]) for r in found["notices"]] == [("wire-1@2", "correction")]
    beside = told(corrected, "lineage", "wire-1", "wire-1@2")
    assert (beside["source"]["report"], beside["report"]["report"]) == ("wire-1", "wire-1@2")
    steps = [s["text"] for s in told(corrected, "why", "wire-1")]
    assert "Counts for nothing, superseded by wire-1@2" in steps
    _, out, _ = run("why", "wire-1@2", "--record", corrected)
    assert "A later version of wire-1" in out
    assert "CORRECTION: An earlier version of this story" in out


def test_read_update_says_which_is_a_later_version(run, tmp_path):
    path = made(tmp_path, REPORTS[:1])
    (tmp_path / "wire-1.json").write_text(json.dumps(LEFT), encoding="utf-8")
    code, _, err = run("read", tmp_path / "wire-1.json", "--record", path)
    assert code == 1
    assert "--update" in err
    code, out, err = run("read", tmp_path / "wire-1.json", "--update", "--record", path, "--format", "json")
    assert code == 0
    assert json.loads(out)["versions"] == [{"report": "wire-1@2", "version_of": "wire-1"}]
    assert "wire-1@2 is a later version of wire-1" in err


def test_a_report_is_withdrawn_and_taken_back(told, run, tmp_path, monkeypatch):
    monkeypatch.setenv("FOGLINE_WHO", "Ann")
    path = made(tmp_path, [*REPORTS, LEFT])
    whole = told(path, "events")
    judged = told(path, "judge", "withdraw", "wire-1", "--why", "a hoax", "--on", "2020-03-09")["judgement"]
    assert (judged["subjects"], judged["value"]) == (["wire-1@2"], "2020-03-09")
    assert {r["report"] for r in told(path, "claims", "--status", "withdrawn")} == {"wire-1@2"}
    assert "wire-1@2" not in {r["report"] for r in told(path, "claims")}
    assert any("wire-1@2" in e["report"] for e in told(path, "events", "--known-at", "2020-03-08"))
    assert not any("wire-1@2" in e["report"] for e in told(path, "events", "--known-at", "2020-03-09"))
    code, _, err = run("judge", "withdraw", "wire-1", "--why", "twice", "--record", path)
    assert code == 2
    assert "withdrawn already" in err
    told(path, "judge", "undo", judged["id"], "--why", "it was none")
    assert told(path, "events") == whole
