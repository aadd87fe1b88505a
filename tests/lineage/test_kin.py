"""The judgement over a pair, and how the one derives from the other."""

from __future__ import annotations

from math import isclose

from fogline.lineage.alignment import compare
from fogline.lineage.features import Traits, features, say
from fogline.lineage.kin import Judged, Tie, heads, judge, relate, weigh
from fogline.lineage.tellings import Telling, read_tellings
from fogline.records import Reading, Relation

from .conftest import PARAPHRASE, Make


def telling(story: tuple[Reading, ...], *ids: str) -> list[Telling]:
    by_id = {t.report_ids[0]: t for t in read_tellings(story)}
    return [by_id[i] for i in ids]


def judged(one: Telling, other: Telling) -> Judged:
    return judge(features(compare(one, other), Traits.of(one), Traits.of(other), days=0, same_house=False))


def test_a_sentence_that_both_heard_makes_no_kin(story: tuple[Reading, ...]) -> None:
    assert judged(*telling(story, "statement", "agency")).tie is Tie.NONE


def test_two_reporters_of_one_battle_are_no_kin(story: tuple[Reading, ...]) -> None:
    assert judged(*telling(story, "independent", "agency")).tie is Tie.NONE


def test_each_dress_of_a_story_is_told_again(make: Make, story: tuple[Reading, ...]) -> None:
    dresses = ("copy", "rewrite", "digest", "loose")
    agency, *others = telling((make("loose", PARAPHRASE), *story), "agency", *dresses)
    assert {judged(other, agency).tie for other in others} == {Tie.RETOLD}


def test_an_update_draws_on_its_source(story: tuple[Reading, ...]) -> None:
    assert judged(*telling(story, "update", "agency")).tie is Tie.DRAWN


def test_the_first_half_of_a_story_is_the_story_cut(make: Make, story: tuple[Reading, ...]) -> None:
    cut = make("cut", "\n".join(story[0].raw.splitlines()[:3]))
    assert judged(*telling((cut, *story), "cut", "agency")).tie is Tie.RETOLD


def test_the_judgement_is_the_same_whichever_comes_first(story: tuple[Reading, ...]) -> None:
    one, other = telling(story, "rewrite", "agency")
    forth, back = judged(one, other), judged(other, one)
    assert isclose(forth.kin, back.kin)
    assert isclose(forth.retold, back.retold)


def test_every_feature_is_weighed_in_words(story: tuple[Reading, ...]) -> None:
    found = judged(*telling(story, "rewrite", "agency"))
    words = weigh(found)
    assert len(words) == len(found.features)
    assert all(any(text.startswith(say(name, value)) for text in words) for name, value in found.features.items())


def test_what_was_learned_weighs_only_what_is_seen(story: tuple[Reading, ...]) -> None:
    found = judged(*telling(story, "rewrite", "agency"))
    assert all(set(head.weight) == set(head.mean) <= set(found.features) for head in heads())


def test_a_copy_with_its_end_cut_off_is_no_summary(make: Make, story: tuple[Reading, ...]) -> None:
    cut = make("cut", "\n".join(story[0].raw.splitlines()[:3]))
    short, agency = telling((cut, *story), "cut", "agency")
    assert relate(compare(short, agency), credits_in_text=False) is Relation.EDITED_COPY


def test_a_shortened_report_that_names_its_source_is_a_summary(make: Make, story: tuple[Reading, ...]) -> None:
    cut = make("cut", "\n".join(story[0].raw.splitlines()[:3]))
    short, agency = telling((cut, *story), "cut", "agency")
    assert relate(compare(short, agency), credits_in_text=True) is Relation.SUMMARY
