"""The measure of alterations on labelled stories: what counts as found, and what is false."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.alterations import PARAPHRASE, Result, figures, is_told, table, told_of, wrong
from fogline.records import Alteration
from training.lineage.told import Change, Family, Told

DAY = date(2024, 3, 6)
STORY = (
    "Government troops retook the port of Talvek on Wednesday after a battle with the Orlan Front, officials said.\n"
    "At least 18 fighters and five soldiers were killed, a doctor at the Saint Mara clinic said.\n"
    "Some 3,200 people have fled to Kostrad since Monday, two harbour workers said."
)
CHANGE = Change("number", "3,200 people", "5,200 people", "Some 5,200 people have fled to Kostrad since Monday.")


def alteration(kind: str, sentence: str, original: str = "3,200 people") -> Alteration:
    return Alteration("b", "a", kind, original, "5,200 people", sentence, "Some 3,200 people have fled to Kostrad.")


def report(changes: list[Change]) -> Told:
    return Told("b", "Paper", DAY, True, "edited copy", ("a",), changes=changes)


@pytest.mark.parametrize(("kind", "found"), [("number", True), ("time", True), ("source", False)])
def test_the_kind_must_be_the_labelled_one_or_as_fair(kind: str, found: bool) -> None:
    assert is_told(CHANGE, alteration(kind, "Some 5,200 people have fled.")) is found


def test_the_sentence_must_hold_the_labelled_words() -> None:
    assert not is_told(CHANGE, alteration("number", "Some 3,200 people have fled."))


def test_of_dropped_words_the_sentence_of_the_source_must_hold_them() -> None:
    dropped = Change("qualifier", "have fled to Kostrad", None, "Some 3,200 people left.")
    assert is_told(dropped, alteration("scope", "Some 3,200 people left."))


def test_a_label_is_found_once_and_the_rest_is_false() -> None:
    result = Result()
    told = [alteration("number", "Some 5,200 people have fled."), alteration("name", "Some 5,200 people have fled.")]
    result.take(report([CHANGE]), "edited copy", told)
    assert (figures(result)["recall"], figures(result)["precision"]) == (1.0, 0.5)
    assert "name" in "\n".join(wrong(result))
    assert "edited copy 1.00 of 1" in table({"look": result})


def test_recall_is_told_by_story() -> None:
    result = Result()
    for told in ([alteration("number", "Some 5,200 people have fled.")], []):
        before = len(result.asked), len(result.missed)
        result.take(report([CHANGE]), "edited copy", told)
        result.close(*before)
    result.take(report([]), "copy", [])
    result.close(len(result.asked), len(result.missed))  # nothing was asked of this one
    assert (figures(result)["stories"], figures(result)["stories found"]) == (2, 0.5)


def test_a_pair_is_crowded_by_more_than_two_false_ones() -> None:
    result = Result()
    result.take(report([]), "edited copy", [alteration("number", "x")] * 2)
    assert figures(result)["crowded"] == 0
    result.take(report([]), "edited copy", [alteration("number", "x")] * 3)
    assert figures(result)["crowded"] == 1


def test_what_is_told_of_a_paraphrase_is_false() -> None:
    result = Result()
    result.take(report([]), PARAPHRASE, [alteration("number", "x")])
    assert figures(result)["false a paraphrase"] == 1.0


def test_the_program_is_asked_with_the_true_kin_and_bodies() -> None:
    altered = STORY.replace("3,200", "5,200") + "\nSign up for our letter."
    copy = Told("b", "Marsh Herald", DAY, True, "edited copy", ("a",), altered, [(len(STORY) + 1, len(altered))])
    family = Family("talvek", (Told("a", "Quillon Agency", DAY, True, "independent", (), STORY), copy))
    assert [(a.kind, a.source) for a in told_of(family, own=False)] == [("number", "a")]
