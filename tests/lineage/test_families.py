"""Who is taken for a reteller, where a story, its rewrite and its update are alike."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.lineage import families
from fogline.lineage.alignment import Likeness, View
from fogline.lineage.families import Kindred
from fogline.lineage.tellings import Telling

from .conftest import Make


def likeness(told: float, verbatim: float) -> Likeness:
    view = View(aligned=0.3, told=told, verbatim=verbatim, copied=verbatim, order=0.1, links=())
    return Likeness(view, view, 1.0)


REWORDED, CARRIED, APART = likeness(0.5, 0.0), likeness(0.5, 0.2), likeness(0.0, 0.0)


@pytest.fixture
def alike(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], Likeness]:
    """How like each pair is said to be, by ids in order; a pair that is not named is not like at all."""
    said: dict[tuple[str, str], Likeness] = {}

    def compare(one: Telling, other: Telling) -> Likeness:
        return said.get((one.report_ids[0], other.report_ids[0]), APART)

    monkeypatch.setattr(families, "compare", compare)
    monkeypatch.setattr(families, "near_copies", lambda tellings: [(0, 1), (0, 2), (1, 2)])
    monkeypatch.setattr(families, "FEWEST_KEYS", 0)
    monkeypatch.setattr(families, "BOUND", 0)
    return said


def kindred(make: Make, later: int) -> Kindred:
    """A story of the first day of a month, its rewrite, and a report of the day `later`."""
    days = {"a-story": 1, "b-rewrite": 1, "c-later": later}
    return Kindred([make(name, f"What {name} tells.", date(2030, 5, day)) for name, day in days.items()])


def test_what_is_reworded_is_retold(make: Make, alike: dict[tuple[str, str], Likeness]) -> None:
    alike["a-story", "b-rewrite"] = REWORDED
    assert set(kindred(make, 2).retold) == {(0, 1)}


def test_an_update_is_no_paraphrase_of_its_sources_rewrite(make: Make, alike: dict[tuple[str, str], Likeness]) -> None:
    alike |= {("a-story", "b-rewrite"): REWORDED, ("a-story", "c-later"): CARRIED, ("b-rewrite", "c-later"): REWORDED}
    assert set(kindred(make, 2).retold) == {(0, 1)}


def test_a_report_without_text_of_its_source_stays_a_paraphrase(
    make: Make, alike: dict[tuple[str, str], Likeness]
) -> None:
    alike |= {("a-story", "b-rewrite"): REWORDED, ("b-rewrite", "c-later"): REWORDED}
    assert set(kindred(make, 2).retold) == {(0, 1), (1, 2)}


def test_what_is_like_it_a_week_later_is_another_story(make: Make, alike: dict[tuple[str, str], Likeness]) -> None:
    alike["a-story", "c-later"] = REWORDED
    assert set(kindred(make, 8).retold) == set()
