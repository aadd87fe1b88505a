"""Two tellings side by side."""

from __future__ import annotations

from itertools import pairwise

import pytest

from fogline.lineage.alignment import compare
from fogline.lineage.kin import ORDERLY
from fogline.lineage.tellings import Telling, read_tellings
from fogline.records import Reading

from .conftest import Make


def telling(story: tuple[Reading, ...], *ids: str) -> list[Telling]:
    by_id = {t.report_ids[0]: t for t in read_tellings(story)}
    return [by_id[i] for i in ids]


def test_a_rewrite_follows_its_source_and_an_independent_report_does_not(story: tuple[Reading, ...]) -> None:
    agency, rewrite, independent = telling(story, "agency", "rewrite", "independent")
    assert compare(rewrite, agency).strength > 2 * ORDERLY
    assert compare(independent, agency).strength < ORDERLY


def test_each_sentence_of_a_copy_is_linked_to_the_one_it_repeats(story: tuple[Reading, ...]) -> None:
    copy, agency = telling(story, "copy", "agency")
    view = compare(copy, agency).first
    assert [j for _, j, _ in view.links] == [1, 2, 3, 4, 5, 7]  # 0 is the dateline
    assert view.copied == pytest.approx(1.0)


def test_seen_from_the_other_side_it_is_the_same(story: tuple[Reading, ...]) -> None:
    one, other = telling(story, "rewrite", "agency")
    forth, back = compare(one, other), compare(other, one).turned()
    assert forth.strength == pytest.approx(back.strength)
    assert forth.first.aligned == pytest.approx(back.first.aligned)
    assert forth.ratio == pytest.approx(back.ratio)


def test_a_sentence_that_is_split_in_two_is_told(make: Make) -> None:
    whole = "Soldiers entered Talvek from the silos on Monday and Colonel Daren raised the flag over Brenik."
    split = "From the silos, on Monday, soldiers entered Talvek.\nThe flag over Brenik was raised by Colonel Daren."
    one, other = read_tellings((make("1", whole), make("2", split)))
    assert compare(one, other).first.told == pytest.approx(1.0)
    assert compare(other, one).second.told == compare(one, other).first.told


def test_a_copy_keeps_text_and_a_rewrite_does_not(story: tuple[Reading, ...]) -> None:
    copy, agency, rewrite = telling(story, "copy", "agency", "rewrite")
    assert compare(copy, agency).keeps_text
    assert not compare(rewrite, agency).keeps_text


def test_links_never_go_back(story: tuple[Reading, ...]) -> None:
    tellings = read_tellings(story)
    for one in tellings:
        for other in tellings:
            links = compare(one, other).first.links
            assert all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(links))
