"""Bad input costs in proportion to its size, and makes no false kin.  `benchmarks.bad_input` does the same in bulk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from benchmarks.bad_input import WIRES, flashes, million, strangers, wires
from fogline.lineage import trace, woven
from fogline.lineage.alignment import View
from fogline.lineage.coverage import covered
from fogline.lineage.families import Kindred
from fogline.lineage.fingerprints import CROWD
from fogline.lineage.gist import Gist
from fogline.lineage.tellings import MAX_SENTENCES
from fogline.records import Corpus, Lineage, Reading, Relation

from .conftest import AGENCY, INDEPENDENT, Make


def traced(make: Make, texts: Sequence[str]) -> Lineage:
    return trace(Corpus(tuple(make(f"r{n:06}", text) for n, text in enumerate(texts))))


def test_identical_reports_are_one_origin_and_none_is_compared(make: Make) -> None:
    reports = [make(f"r{n:03}", AGENCY) for n in range(300)]
    assert Kindred(reports).reckoned.now == {}
    lineage = trace(Corpus(tuple(reports)))
    assert [len(origin.report_ids) for origin in lineage.origins] == [300]
    assert {row.relation for row in lineage.kin} == {Relation.COPY}


@pytest.mark.parametrize("count", [2 * CROWD, 8 * CROWD])
def test_a_crowd_of_editions_is_one_origin_by_few_comparisons(make: Make, count: int) -> None:
    kindred = Kindred([make(f"r{n:03}", f"{AGENCY}\nEdition {n}.") for n in range(count)])
    assert len(kindred.families()) == 1
    assert sum(key.startswith("comparison") for key in kindred.reckoned.now) < 2 * count


@pytest.mark.parametrize("stops", [True, False])
def test_a_huge_report_is_read_in_part_and_is_no_kin_of_a_small_one(make: Make, stops: bool) -> None:
    huge = million(60_000) if stops else million(60_000).replace(".", "")
    kindred = Kindred([make("huge", huge), make("small", INDEPENDENT)])
    assert [len(family.members) for family in kindred.families()] == [1, 1]
    assert len(kindred.tellings[0].sentences) <= MAX_SENTENCES


def test_flashes_of_one_mould_are_independent(make: Make) -> None:
    texts = flashes(60)
    lineage = traced(make, texts)
    assert len(lineage.origins) == 60
    assert lineage.kin == ()


def test_of_many_flashes_each_is_read_against_few_pairs_of_sources(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Gist] = []

    def counted(gist: Gist, one: View, other: View) -> tuple[float, float]:
        tried.append(gist)
        return covered(gist, one, other)

    monkeypatch.setattr(woven, "covered", counted)
    traced(make, flashes(240))
    assert tried
    assert max(Counter(map(id, tried)).values()) <= woven.MOST * (woven.MOST + 1) // 2


def test_a_flash_that_was_copied_with_a_word_changed_is_still_kin(make: Make) -> None:
    first = "Army shells hit Tabradal market in the east, 14 dead, doctors there say."
    (origin,) = traced(make, [first, first.replace("doctors there", "the doctors")]).origins
    assert len(origin.report_ids) == 2


def test_many_languages_are_kept_apart_and_copies_in_each_are_found(make: Make) -> None:
    texts = wires(60)
    assert strangers(traced(make, texts), texts) == 0
    for wire in WIRES:
        sentence = wire.format("Tabradal")
        (origin,) = traced(make, [sentence, f"{sentence} 12:40"]).origins
        assert len(origin.report_ids) == 2


def test_reports_without_words_stand_alone(make: Make) -> None:
    lineage = traced(make, ["...", "!!!", "?", "1", "—", "😀 😀 😀"])
    assert len(lineage.origins) == 6
    assert lineage.kin == ()


def test_half_a_character_does_no_harm(make: Make) -> None:
    broken: list[Reading] = [make("a", f"{AGENCY}\ud800"), make("b", AGENCY)]
    assert len(trace(Corpus(tuple(broken))).origins) == 1
