"""`python -m evaluation.run`, with the reading itself left out: the figures, the means, the gate, the page."""

import json

import pytest

from evaluation import run
from evaluation.gold import SEEDS, load_sets, load_split
from evaluation.score import FIGURES

EMPTY = {
    "claims.jsonl": "",
    "strays.json": "{}",
    "kin.json": '{"origins": [], "kin": []}',
    "holdings.json": "[]",
    "alterations.json": "[]",
    "disputes.json": "[]",
}


def silent(gold, folder):
    """Answers of a program that finds nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in EMPTY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def without_reading(monkeypatch, tmp_path):
    monkeypatch.setattr(run, "answer", silent)
    monkeypatch.setattr(run, "PAGE", tmp_path / "quality.md")
    monkeypatch.setattr(run, "DIAGRAM", tmp_path / "reliability.svg")
    monkeypatch.setattr(run, "read_floors", dict)
    monkeypatch.setattr(run.kin, "section", lambda: "What kin are.")
    monkeypatch.setattr(run.alterations, "section", lambda: "What was altered.")


def test_every_set_and_the_means_are_measured(capsys):
    assert run.main(["--format", "json"]) == 0
    measured = json.loads(capsys.readouterr().out)
    assert set(measured) == {gold.name for gold in load_sets()} | {"mean_look", "mean_unseen", "mean_held", "mean_sets"}
    assert all(list(row) == list(FIGURES) for row in measured.values())


def test_the_table_has_a_line_for_each_set(capsys):
    name = load_split().look[0]
    assert run.main(["--set", name]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith(name) for line in lines) == 2


def test_an_unknown_set_is_told_with_those_that_exist(capsys):
    assert run.main(["--set", "atlantis-1900"]) == 2
    assert load_split().look[0] in capsys.readouterr().err


def test_a_figure_below_its_floor_fails_the_run(monkeypatch, capsys):
    monkeypatch.setattr(run, "read_floors", lambda: {"mean_held": {"core_f1": 0.2}})
    assert run.main([]) == 1
    assert "mean_held: core_f1 is 0.0000, its floor 0.2000" in capsys.readouterr().err


def test_a_floor_of_what_was_not_measured_is_mentioned(monkeypatch, capsys):
    monkeypatch.setattr(run, "read_floors", lambda: {SEEDS: {"core_f1": 0.2}})
    assert run.main(["--set", load_split().look[0]]) == 0
    assert f"{SEEDS}: not measured" in capsys.readouterr().err


def test_the_page_is_written_from_the_run():
    assert run.main(["--write-docs"]) == 0
    page = run.PAGE.read_text(encoding="utf-8")
    assert all(f"| {name} |" in page for name in (*load_split().held, "mean_held"))
    assert all(f"`{figure}`" in page for figure in FIGURES)
    assert "What kin are." in page


def test_the_page_needs_every_set(capsys):
    assert run.main(["--set", load_split().look[0], "--write-docs"]) == 2
    assert not run.PAGE.exists()


def test_answers_are_kept_where_asked_for(tmp_path):
    name = load_split().look[0]
    assert run.main(["--set", name, "--keep", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / name / "claims.jsonl").is_file()
