"""`fogline brief`, `why`, `export` and `doctor` on a record."""

import json

import pytest

from fogline.desk.brief import save
from fogline.language.engine import load
from fogline.records.errors import OutputError
from tests.products.cases import GRAIN, TAKEN


def test_the_brief_is_markdown_by_default(run, record_file):
    code, out, err = run("brief", "--record", record_file)
    assert (code, err) == (0, "")
    assert out.startswith("# Iraq: the situation on 12 June 2014\n")


def test_the_days_are_those_that_are_asked_for(run, record_file):
    _, out, _ = run("brief", "--record", record_file, "--as-of", "2014-06-11", "--since", "2014-06-10", "-f", "json")
    assert (json.loads(out)["as_of"], json.loads(out)["since"]) == ("2014-06-11", "2014-06-10")


def test_days_the_wrong_way_round_are_refused(run, record_file):
    code, _, err = run("brief", "--record", record_file, "--as-of", "2014-06-10", "--since", "2014-06-11")
    assert code == 2
    assert "swap" in err


@pytest.mark.parametrize(("name", "begin"), [("b.html", "<!doctype html>"), ("b.md", "# Iraq"), ("b.json", "{")])
def test_the_ending_of_the_file_tells_the_format(run, record_file, tmp_path, name, begin):
    code, out, err = run("brief", "--record", record_file, "-o", tmp_path / name)
    assert (code, out) == (0, "")
    assert err.startswith("fogline: wrote ")
    assert (tmp_path / name).read_text(encoding="utf-8").lstrip().startswith(begin)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_format_that_is_given_goes_before_the_ending(run, record_file, tmp_path):
    assert run("brief", "--record", record_file, "-o", tmp_path / "b.txt", "-f", "json", "-q") == (0, "", "")
    assert json.loads((tmp_path / "b.txt").read_text(encoding="utf-8"))


def test_an_ending_that_tells_no_format_is_refused(run, record_file, tmp_path):
    code, _, err = run("brief", "--record", record_file, "-o", tmp_path / "b.docx")
    assert code == 2
    assert "--format" in err
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    (tmp_path / "folder.md").mkdir()
    for path in (tmp_path / "none" / "b.md", tmp_path / "folder.md"):
        with pytest.raises(OutputError, match="cannot be written"):
            save(path, "text")
    assert [path.name for path in tmp_path.iterdir()] == ["folder.md"]


def test_why_ends_at_the_words(run, record_file):
    code, out, err = run("why", TAKEN.claim_id, "--record", record_file)
    assert (code, err) == (0, "")
    assert GRAIN in " ".join(out.replace("│", " ").split())
    _, out, _ = run("why", TAKEN.claim_id, "--record", record_file, "-f", "json")
    assert json.loads(out)[-1]["quote"] == GRAIN


def test_why_of_an_unknown_id(run, record_file):
    code, out, err = run("why", "holding-0", "--record", record_file)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_the_export_writes_its_six_files(run, record_file, tmp_path):
    code, out, err = run("export", "evaluation", "-o", tmp_path / "out", "--day", "2014-06-12", "--record", record_file)
    assert (code, out) == (0, "")
    assert err.startswith("fogline: wrote 6 files")
    assert len(list((tmp_path / "out").iterdir())) == 6


def test_doctor_tells_versions_engine_gazetteer_and_record(run, record_file):
    code, out, _ = run("doctor", "--record", record_file, "--format", "json")
    found = {row["what"]: row for row in json.loads(out)}
    assert {"fogline", "Python", "spacy", "language engine", "gazetteer", "record"} <= set(found)
    assert "3 reports" in found["record"]["state"]
    assert code == (0 if all(row["well"] for row in found.values()) else 1)


def test_doctor_tells_of_an_engine_that_is_named_and_not_there(run, tmp_path, monkeypatch):
    monkeypatch.setenv("FOGLINE_ENGINE", "spacy:no_such_pipeline")
    load.cache_clear()
    code, out, _ = run("doctor", "--record", tmp_path / "none.db", "--format", "json")
    load.cache_clear()
    told = {row["what"]: row for row in json.loads(out)}["language engine"]
    assert code == 1
    assert not told["well"]
    assert "no_such_pipeline" in told["state"]


def test_doctor_without_a_record_says_what_to_do(run, tmp_path):
    _, out, _ = run("doctor", "--record", tmp_path / "none.db", "--format", "json")
    assert "run fogline read first" in json.loads(out)[-1]["state"]


def test_doctor_ends_with_1_where_something_is_missing(run, tmp_path, monkeypatch):
    monkeypatch.setattr("fogline.desk.doctor.PACKAGES", ("no-such-package",))
    code, out, _ = run("doctor", "--record", tmp_path / "none.db")
    assert code == 1
    assert "not installed" in out
