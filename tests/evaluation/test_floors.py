"""The gate."""

import json

import pytest

from evaluation.alterations import HALVES as HALVES_ALTERED
from evaluation.alterations import ROW, Result
from evaluation.alterations import figures as altered
from evaluation.claims import DEPTHS, FIELDS
from evaluation.cleaning import FIGURES as CLEANING
from evaluation.days import MASKS, Count
from evaluation.engine.page import SECTIONS
from evaluation.floors import EPSILON, UnknownFigureError, below, not_measured, read_floors, regressed
from evaluation.gold import SEEDS, load_sets, load_split
from evaluation.kin import PREFIX, figures
from evaluation.readable import PREFIX as FRESH
from evaluation.score import FIGURES
from training.lineage.told import HALVES

ROWS = {SEEDS, "mean_look", "mean_unseen", "mean_held", "mean_sets"}


def test_noise_is_no_regression():
    assert not regressed(0.5 - EPSILON / 2, 0.5)
    assert regressed(0.5 - 2 * EPSILON, 0.5)


def test_a_fallen_figure_is_named_with_its_floor():
    assert below({"seeds": {"core_f1": 0.3}}, {"seeds": {"core_f1": 0.4}}) == [
        "seeds: core_f1 is 0.3000, its floor 0.4000"
    ]


def test_a_row_that_was_not_measured_is_told_and_not_failed():
    floors = {"seeds": {"core_f1": 0.4}}
    assert below({}, floors) == []
    assert not_measured({}, floors) == ["seeds"]


def test_a_misspelt_floor_is_an_error():
    with pytest.raises(UnknownFigureError, match="cor_f1"):
        below({"seeds": {"core_f1": 0.4}}, {"seeds": {"cor_f1": 0.4}})


DAYS_ROWS = {f"days {half} {how} {mask}" for half in HALVES for how in ("alone", "together", "sets") for mask in MASKS}


def test_the_floors_file_names_rows_and_figures_that_exist():
    for row, least in read_floors().items():
        if row.startswith("engine "):
            shown = [section for section in SECTIONS if row.startswith(section.rows)]
            assert set(least) <= {figure for section in shown for figure in section.figures}
        elif row.startswith(PREFIX):
            assert row.removeprefix(PREFIX) in HALVES
            assert set(least) <= set(figures([]))
        elif row.startswith("days "):
            assert row in DAYS_ROWS
            assert set(least) <= set(Count().figures())
        elif row.startswith(f"{ROW} "):
            assert row.removeprefix(f"{ROW} ") in HALVES_ALTERED
            assert set(least) <= set(altered(Result()))
        elif row.startswith(FRESH):
            assert row == f"{FRESH}unread"
            assert set(least) <= {*DEPTHS, *FIELDS}
        elif row.startswith("cleaning "):
            assert set(least) <= set(CLEANING)
        else:
            assert row in ROWS | {gold.name for gold in load_sets()}
            assert set(least) <= set(FIGURES)
            assert all(0.0 <= floor <= 1.0 for floor in least.values())


def test_a_floors_file_is_plain_json(tmp_path):
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"seeds": {"core_f1": 0.1}}), encoding="utf-8")
    assert read_floors(path) == {"seeds": {"core_f1": 0.1}}


def test_the_split_parts_the_sets():
    split = load_split()
    names = {gold.name for gold in load_sets()} - {SEEDS}
    assert set(split.look) | set(split.unseen) == names
    assert not set(split.look) & set(split.unseen)
