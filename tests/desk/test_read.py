"""`fogline read`: what it prints and how it ends, whatever the run gives back."""

import json
from datetime import date

import pytest

from fogline import runs
from fogline.ledger import open_ledger
from fogline.records import Refusal
from fogline.records.errors import PathMissing
from fogline.runs import line


@pytest.fixture
def reading(monkeypatch):
    """Put a summary, or an error, in place of the run; gives what the run was asked."""
    asked = {}

    def give(*, new=(), known=(), refused=(), error=None):
        def read_reports(record, paths, *, options=None, progress=None):
            asked.update(paths=list(paths), options=options, progress=progress)
            if error:
                raise error
            return runs.ReadSummary(len(new) + len(known) + len(refused), new, known, refused)

        monkeypatch.setattr(runs, "read_reports", read_reports)
        return asked

    return give


def test_all_read_is_exit_0(run, reading, tmp_path):
    asked = reading(new=("alpha", "beta"), known=("gamma",))
    code, out, err = run("read", "reports", "-", "--record", tmp_path / "x.db", "--outlet", "Harbour Post")
    assert (code, err) == (0, "")
    assert [line.split() for line in out.splitlines() if line.strip()][1:4:2] == [
        ["read", "new", "known", "refused"], ["3", "2", "1", "0"],
    ]  # fmt: skip
    assert asked["paths"] == ["reports", "-"]
    assert asked["options"].outlet == "Harbour Post"


def test_a_refused_part_is_exit_1_with_its_reason(run, reading, tmp_path):
    reading(new=("alpha",), refused=(("beta", Refusal("text", "no body text")),))
    code, _, err = run("read", "x", "--record", tmp_path / "x.db")
    assert (code, err) == (1, "fogline: refused beta: no body text\n")


def test_json_for_programs(run, reading, tmp_path):
    reading(new=("alpha",), refused=(("beta", Refusal("text", "no body text")),))
    code, out, err = run("read", "x", "--record", tmp_path / "x.db", "--format", "json")
    assert (code, err) == (1, "fogline: refused beta: no body text\n")
    assert json.loads(out) == {
        "read": 2, "new": ["alpha"], "known": [],
        "refused": [{"report": "beta", "stage": "text", "reason": "no body text"}],
        "versions": [],
    }  # fmt: skip


def test_quiet_says_nothing(run, reading, tmp_path):
    reading(new=("alpha",))
    assert run("read", "x", "-q", "--record", tmp_path / "x.db") == (0, "", "")


def test_quiet_still_says_what_was_refused(run, reading, tmp_path):
    reading(refused=(("beta", Refusal("intake", "x/beta.txt: is empty")),))
    found = run("read", "x", "-q", "--record", tmp_path / "x.db")
    assert found == (1, "", "fogline: refused x/beta.txt: is empty\n")


def test_the_day_and_the_processes_are_passed_on(run, reading, tmp_path):
    asked = reading()
    run("read", "x", "--record", tmp_path / "x.db", "--published", "2014-06-12", "--jobs", "2")
    assert (asked["options"].published, asked["options"].jobs) == (date(2014, 6, 12), 2)
    assert asked["progress"] is None  # standard error is no terminal here


def test_a_missing_path_is_one_line_and_exit_2(run, reading, tmp_path):
    reading(error=PathMissing("x does not exist: check the path"))
    code, out, err = run("read", "x", "--record", tmp_path / "x.db")
    assert (code, out, err) == (2, "", "fogline: x does not exist: check the path\n")


def test_the_building_of_the_gazetteer_is_told_of_before_the_reading(tmp_path, monkeypatch):
    story = tmp_path / "story.txt"
    story.write_text("The army withdrew from Kirkuk on Thursday, the Health Ministry said.\n", encoding="utf-8")
    known = line.open_gazetteer

    def build(folder=None, *, progress=None):
        if progress is not None:
            progress(1, 2)
        return known(folder)

    monkeypatch.setattr(line, "open_gazetteer", build)
    told = []
    runs.read_reports(str(tmp_path / "x.db"), [story], progress=lambda *news: told.append(news))
    assert told[0] == ("building the gazetteer", 1, 2)
    assert told[-1] == ("reading", 1, 1)


def test_nothing_is_set_up_where_nothing_is_new(tmp_path, monkeypatch):
    story = tmp_path / "story.txt"
    story.write_text("The army withdrew from Kirkuk on Thursday, the Health Ministry said.\n", encoding="utf-8")
    record = str(tmp_path / "x.db")
    runs.read_reports(record, [story])
    before = (tmp_path / "x.db").read_bytes()
    told = []
    summary = runs.read_reports(record, [story], progress=lambda *news: told.append(news))
    assert (summary.new, summary.known, told) == ((), ("story",), [])
    assert (tmp_path / "x.db").read_bytes() == before


def test_two_processes_read_what_one_does(tmp_path):
    rows = [{"id": f"r{i}", "text": f"Rebels captured Kirkuk on 1{i} June 2014, the army said."} for i in range(4)]
    (tmp_path / "feed.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    corpora = []
    for jobs in (1, 2):
        record = str(tmp_path / f"{jobs}.db")
        runs.read_reports(record, [tmp_path / "feed.jsonl"], options=runs.ReadOptions(jobs=jobs))
        with open_ledger(record, create=False) as ledger:
            corpora.append((ledger.corpus(), ledger.views()))
    assert corpora[0] == corpora[1]
