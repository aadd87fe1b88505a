"""`fogline lineage` and `fogline dates`: tables, trees, pictures, errors."""

import json
import xml.etree.ElementTree as ET

import pytest


def test_the_tree_says_who_derives_from_whom_and_what_was_changed(run, record_file):
    code, out, err = run("lineage", "--record", record_file, "--format", "tree")
    assert (code, err) == (0, "")
    assert "copy: " in out
    assert "→" in out


@pytest.mark.parametrize("name", ["tree.svg", "tree.html"])
def test_pictures_are_written_by_the_ending_of_the_file(run, record_file, tmp_path, name):
    code, out, err = run("lineage", "--record", record_file, "-o", tmp_path / name)
    assert (code, out) == (0, "")
    assert "wrote" in err
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "<svg" in text
    if name.endswith(".svg"):
        ET.fromstring(text)


def test_a_picture_can_be_printed(run, record_file):
    code, out, _ = run("lineage", "--record", record_file, "--format", "svg")
    assert code == 0
    assert ET.fromstring(out).tag.endswith("svg")


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["-o", "tree.doc"], ".svg or .html"),
        (["-o", "x.json"], "send the others there with >"),
        (["--report", "nobody"], "knows no report"),
        (["--report", "gamma", "--format", "tree"], "fogline lineage lists the origins"),
        (["-o", "nowhere/tree.svg"], "name another file"),
    ],
)
def test_what_cannot_be_done_is_one_line_that_says_what_to_do(run, record_file, arguments, advice):
    code, out, err = run("lineage", "--record", record_file, *arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert advice in err


def test_days_are_rows_for_programs(run, record_file):
    code, out, _ = run("dates", "--record", record_file, "--format", "json")
    assert code == 0
    rows = json.loads(out)
    assert {"report", "outlet", "day", "basis", "from", "confidence", "contradictions", "witnesses"} == set(rows[0])
    assert run("dates", "--record", record_file, "--report", "alpha", "--format", "csv")[1].count("\n") == 2


def test_a_report_stands_beside_its_source(run, record_file):
    code, out, err = run("lineage", "beta", "--record", record_file)
    assert (code, err) == (0, "")
    assert "{+" in out or "No alteration" in out
    told = json.loads(run("lineage", "beta", "--record", record_file, "--format", "json")[1])
    assert (told["report"]["report"], told["source"]["report"]) == ("beta", "alpha")


def test_colour_marks_what_was_altered_and_signs_do_where_there_is_none(run, record_file, monkeypatch):
    plain = run("lineage", "beta", "--record", record_file)[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = run("lineage", "beta", "--record", record_file)[1]
    assert "\x1b[" in coloured
    assert "\x1b[" not in plain
    assert ("[-" in plain, "[-" in coloured) == (True, False)


def test_two_texts_are_written_as_a_page(run, record_file, tmp_path):
    code, _, err = run("lineage", "beta", "gamma", "--record", record_file, "-o", tmp_path / "beside.html")
    assert code == 0
    assert "wrote" in err
    assert "Side by side" in (tmp_path / "beside.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["alpha"], "name the one to lay beside it"),
        (["beta", "nobody"], "fogline dates lists"),
        (["beta", "--format", "svg"], ".html"),
        (["beta", "--report", "beta"], "leave it out"),
    ],
)
def test_reports_that_cannot_be_laid_beside_are_one_line(run, record_file, arguments, advice):
    code, out, err = run("lineage", *arguments, "--record", record_file)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert advice in err
