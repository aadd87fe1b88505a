"""The judgement over a pair, and how the one derives from the other."""

from __future__ import annotations

from fogline.lineage.alignment import compare
from fogline.lineage.kin import Tie, judge, relate
from fogline.lineage.tellings import Telling, read_tellings
from fogline.records import Reading, Relation

from .conftest import PARAPHRASE, Make


def telling(story: tuple[Reading, ...], *ids: str) -> list[Telling]:
    by_id = {t.report_ids[0]: t for t in read_tellings(story)}
    return [by_id[i] for i in ids]


def test_a_sentence_that_both_heard_makes_no_kin(story: tuple[Reading, ...]) -> None:
    statement, agency = telling(story, "statement", "agency")
    assert judge(compare(statement, agency), first_is_older=False) is Tie.NONE


def test_a_story_told_in_other_words_throughout_is_reworded(make: Make, story: tuple[Reading, ...]) -> None:
    loose, agency, independent = telling((make("loose", PARAPHRASE), *story), "loose", "agency", "independent")
    assert judge(compare(loose, agency), first_is_older=None) is Tie.REWORDED
    assert judge(compare(loose, independent), first_is_older=None) is Tie.NONE


def test_an_older_short_report_is_no_summary_of_a_longer_one(story: tuple[Reading, ...]) -> None:
    digest, agency = telling(story, "digest", "agency")
    assert judge(compare(digest, agency), first_is_older=None) is Tie.RETOLD
    assert judge(compare(digest, agency), first_is_older=True) is Tie.UPDATED


def test_a_copy_with_its_end_cut_off_is_no_summary(make: Make, story: tuple[Reading, ...]) -> None:
    cut = make("cut", "\n".join(story[0].raw.splitlines()[:3]))
    short, agency = telling((cut, *story), "cut", "agency")
    assert relate(compare(short, agency), credits_in_text=False) is Relation.EDITED_COPY


def test_a_shortened_report_that_names_its_source_is_a_summary(make: Make, story: tuple[Reading, ...]) -> None:
    cut = make("cut", "\n".join(story[0].raw.splitlines()[:3]))
    short, agency = telling((cut, *story), "cut", "agency")
    assert relate(compare(short, agency), credits_in_text=True) is Relation.SUMMARY
