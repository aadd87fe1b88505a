"""Who is taken for a reteller: the judge's word, borne out by text or by the same facts."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.lineage import families
from fogline.lineage.candidates import Copies
from fogline.lineage.families import Kindred
from fogline.lineage.kin import Judged

from .conftest import PARAPHRASE, Make

SAME, DRAWN = Judged(6.0, 4.0, {"least copied": 0.0}), Judged(6.0, -4.0, {"least copied": 0.0})


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[int, int], Judged]:
    """What the judge says of each pair, by index; a pair that is not named is no kin."""
    found: dict[tuple[int, int], Judged] = {}

    def judged(self: Kindred, first: int, second: int) -> Judged:
        return found.get((min(first, second), max(first, second)), Judged(-6.0, 0.0, {"least copied": 0.0}))

    monkeypatch.setattr(Kindred, "judged", judged)
    monkeypatch.setattr(families, "near_copies", lambda texts: Copies([(0, 1), (0, 2), (1, 2)], []))
    return found


def kindred(make: Make, text: str = PARAPHRASE, later: int = 1) -> Kindred:
    """Three reports that tell the same facts, the last on another day of the month."""
    days = {"a": 1, "b": 1, "c": 1 + later}
    return Kindred([make(i, f"{text}\nSo {i} wrote.", date(2030, 5, day), outlet=i) for i, day in days.items()])


def groups(found: Kindred) -> list[tuple[int, ...]]:
    return [tuple(sorted(family.members)) for family in found.families()]


def test_what_is_told_again_is_of_one_origin(make: Make, said: dict[tuple[int, int], Judged]) -> None:
    said[0, 1] = SAME
    assert groups(kindred(make)) == [(0, 1), (2,)]


def test_what_draws_on_another_is_an_origin_of_its_own(make: Make, said: dict[tuple[int, int], Judged]) -> None:
    said[0, 1] = DRAWN
    found = kindred(make)
    assert groups(found) == [(0,), (1,), (2,)]
    assert found.kin_of(0) == {1}


def test_one_likeness_joins_no_report_to_an_origin_that_it_updates(
    make: Make, said: dict[tuple[int, int], Judged]
) -> None:
    said |= {(0, 1): SAME, (0, 2): DRAWN, (1, 2): Judged(6.0, 2.0, {"least copied": 0.0})}
    assert groups(kindred(make)) == [(0, 1), (2,)]


@pytest.mark.parametrize("later", [families.DAYS_APART, families.DAYS_APART + 1])
def test_words_of_its_own_are_written_within_days(
    make: Make, said: dict[tuple[int, int], Judged], monkeypatch: pytest.MonkeyPatch, later: int
) -> None:
    said[0, 2] = SAME
    monkeypatch.setattr(families.Likeness, "keeps_text", False)
    assert (groups(kindred(make, later=later)) == [(0, 2), (1,)]) is (later == families.DAYS_APART)


def test_two_short_items_are_alike_by_their_kind(
    make: Make, said: dict[tuple[int, int], Judged], monkeypatch: pytest.MonkeyPatch
) -> None:
    said[0, 1] = SAME
    monkeypatch.setattr(families.Likeness, "keeps_text", False)
    assert groups(kindred(make, "Two men died at Orlan.")) == [(0,), (1,), (2,)]


def test_who_came_first_is_told_in_words(make: Make, said: dict[tuple[int, int], Judged]) -> None:
    said[0, 2] = SAME
    assert kindred(make).precedence(2, 0) == "the source is of an earlier day"
    assert kindred(make, later=0).precedence(2, 0) == "the source tells most of what its kin tell"
