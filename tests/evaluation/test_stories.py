"""The measure of lineage on labelled stories: what it asks, and what it counts."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from evaluation.stories import HALVES, Story, has_shape, measure, missed, readings, stories
from training.claims.labelled import Labelled, Sentence

TOLD = (
    "Government troops retook the port of Talvek on Wednesday after a battle with the Orlan Front, officials said.",
    "Soldiers of the 14th Brigade reached the customs house by noon, Colonel Ismet Daren said.",
    "At least 18 fighters and five soldiers were killed, a doctor at the Saint Mara clinic said.",
    "Some 3,200 people have fled to Kostrad since Monday, two harbour workers said.",
)
OTHER = ("Rain fell on Norrland.", "The parliament of Havn rose at nine.", "Mill Street was closed to all but trams.")
DAY = date(2024, 3, 6)


def report(name: str, style: str, told: tuple[str, ...], day: date | None = DAY) -> Labelled:
    return Labelled(name, f"Paper {name}", day, style, {}, [Sentence(text, n == 0) for n, text in enumerate(told)])


def five(rewrite: tuple[str, ...] = TOLD, independent: tuple[str, ...] = OTHER) -> list[Labelled]:
    return [
        report("a", "agency", TOLD),
        report("b", "rewrite, tabloid", rewrite, None),
        report("c", "independent", independent),
        report("d", "follow-up", OTHER[1:], DAY + timedelta(days=2)),
        report("e", "analysis", OTHER[2:], DAY + timedelta(days=9)),
    ]


def story(reports: list[Labelled], name: str = "war") -> Story:
    first, second, third, fourth, fifth = (r.id for r in reports)
    return Story(name, (first, second, third, fourth, fifth), tuple(readings(reports)))


def test_five_reports_in_order_have_the_shape() -> None:
    assert has_shape(five())


@pytest.mark.parametrize(
    ("place", "style", "day"),
    [
        (0, "tabloid", DAY),
        (1, "broadcast script", DAY),
        (1, "rewrite", DAY + timedelta(days=2)),
        (2, "rewrite", DAY),
        (3, "follow-up", DAY),
        (3, "follow-up", None),
    ],
)
def test_any_other_file_is_passed_over(place: int, style: str, day: date | None) -> None:
    reports = five()
    reports[place] = report("x", style, TOLD, day)
    assert not has_shape(reports)


def test_a_file_of_four_reports_is_passed_over() -> None:
    assert not has_shape(five()[:4])


def test_readings_have_the_day_that_was_given_and_none_else() -> None:
    found = readings(five())
    assert [r.day.day if r.day else None for r in found[:3]] == [DAY, None, DAY]
    assert found[0].body_text().startswith(TOLD[0])


def test_a_copy_is_found_but_its_relation_is_no_rewrite() -> None:
    figures = measure([story(five())])
    assert figures["alone, rewrites found"] == 1.0
    assert figures["alone, relation right"] == 0.0
    assert figures["together, independent taken for kin"] == 0.0


def test_an_independent_report_taken_for_kin_is_counted_and_named() -> None:
    told = story(five(rewrite=OTHER, independent=TOLD))
    figures = measure([told])
    assert figures["alone, independent taken for kin"] == 0.5
    assert figures["alone, origin pairs, precision"] == figures["alone, origin pairs, recall"] == 0.0
    assert list(missed([told])) == ["war: the rewrite was not found", "war: a and c were taken for kin"]


def test_kin_of_different_wars_are_counted() -> None:
    reports = five()
    for number, labelled in enumerate(reports):
        labelled.id = f"z{number}"
    figures = measure([story(five()), story(reports, "peace")])
    assert figures["together, pairs of different wars taken for kin"] > 0


def test_the_half_is_fixed_by_the_name() -> None:
    halves = {name: Story(name, ("a", "b", "c", "d", "e"), ()).half for name in map(str, range(50))}
    assert set(halves.values()) == set(HALVES)
    assert all(Story(name, ("v", "w", "x", "y", "z"), ()).half == half for name, half in halves.items())


def test_a_folder_without_stories_has_none(tmp_path: Path) -> None:
    assert list(stories(tmp_path)) == []
