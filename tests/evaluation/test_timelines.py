"""The measure of timelines: how it reads those of newspapers and the articles, and what it counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evaluation.timelines import date_f1, main, plain, read_gold

MONDAY, TUESDAY = date(2030, 3, 4), date(2030, 3, 5)


def test_a_newspapers_timeline_has_the_sentences_of_each_day(tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text("2030-03-04\nThe bakers struck .\nThe mill closed .\n------\n2030-03-05\n\n------\n", "utf-8")
    assert read_gold(path) == {MONDAY: ["The bakers struck .", "The mill closed ."]}


def test_the_marks_of_a_treebank_are_taken_away() -> None:
    told = "HAVN -LRB- QPA -RRB- `` We do n't bake , '' said the guild 's clerk ."
    assert plain(told) == "HAVN (QPA) \"We don't bake,\" said the guild's clerk."


def test_days_are_counted_both_ways() -> None:
    assert date_f1({MONDAY: ["x"]}, {MONDAY: ["y"], TUESDAY: ["z"]}) == pytest.approx(2 / 3)
    assert date_f1({}, {MONDAY: ["y"]}) == 0.0


def test_missing_data_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FOGLINE_SOURCES", str(tmp_path))
    assert main(["--records", str(tmp_path / "records")]) == 2
    assert "T17 is missing" in capsys.readouterr().err
