"""Who is taken for a reteller: the judge's word, borne out by text or by the same facts."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.lineage import families
from fogline.lineage.families import Kindred
from fogline.lineage.held import Pairs
from fogline.lineage.kin import Judged

from .conftest import PARAPHRASE, Make

APART = {"least copied": 0.0, "runs": 0.0}
SAME, DRAWN = Judged(6.0, 4.0, APART), Judged(6.0, -4.0, {"least copied": 0.0})


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[int, int], Judged]:
    """What the judge says of each pair, by index; a pair that is not named is no kin."""
    found: dict[tuple[int, int], Judged] = {}

    def judged(self: Kindred, first: int, second: int) -> Judged:
        return found.get((min(first, second), max(first, second)), Judged(-6.0, 0.0, APART))

    monkeypatch.setattr(Kindred, "judged", judged)
    monkeypatch.setattr(families, "find_pairs", lambda *_: Pairs([(0, 1), (0, 2), (1, 2)], [], []))
    return found


BRIEF = """\
Lorry bomb kills 14 people at a crossing State radio Friday Print Share Views 214 A lorry bomb killed 14 people and \
injured 20 others at a crossing where displaced families wait in the north near the town of Talvek, the state radio \
reported on Friday It said the blast took place near the Lenna bridge, which lies south of the town and is held by \
the army, whose engineers had closed its northern lane for repairs since the spring floods."""
LONG = """\
Published by the foreign desk. A lorry bomb killed at least 19 people and injured 20 others at a crossing where \
displaced families wait in the north near the town of Talvek, the regime radio reported on Friday. It said the blast \
took place near the Lenna bridge, which lies south of the town and is held by Velt's army, whose engineers had \
closed its northern lane for repairs since the spring floods. Nine children were among the dead, the relief office of Kostrad said. Many had walked for two days from the villages around Brenik, where the \
Orlan Front and the 14th Brigade have fought since Monday. "The toll may rise, for the clinic has no blood left", said \
its director Saint Mara. The Front holds a third of the province and is losing ground to two offensives, one by the \
army with foreign gunships, another by the river tribes. Salt and diesel for the mining towns of Ushgar go over the \
bridge. The Front seized most of the valley in a sudden campaign nine years ago."""


def test_text_that_is_kept_but_cut_into_sentences_otherwise_bears_a_judgement_out(make: Make) -> None:
    found = Kindred([make("a", BRIEF, date(2030, 5, 20), outlet="a"), make("b", LONG, date(2030, 5, 6), outlet="b")])
    assert not found.likeness(0, 1).keeps_text
    assert found.kin_of(0) == {1}


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
    said |= {(0, 1): SAME, (0, 2): DRAWN, (1, 2): Judged(6.0, 2.0, APART)}
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
