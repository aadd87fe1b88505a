"""Who may fill the roles of a sentence: its own names, and those told before."""

from __future__ import annotations

from hypothesis import given, settings

from fogline.claims.candidates import EARLIER, FOCUS, casts
from tests.claims.reports import TEXTS, scene

STORY = "Rebels took Homs. Russia sent aid. They left Homs for Hama."


def test_each_sentence_has_its_own_names_and_those_before_it() -> None:
    first, second, third = casts(scene(STORY))
    assert [c.text for c in first.here if c.is_place] == ["Homs"]
    assert all(c.sentence > 0 for c in first.earlier)  # told later, and much
    assert {c.text for c in second.earlier} >= {"Homs"}
    assert "Homs" not in {c.text for c in third.earlier}  # it stands in the sentence itself
    assert {c.text for c in third.here} >= {"Homs", "Hama"}


def test_the_latest_come_first() -> None:
    *_, last = casts(scene("Rebels took Homs. Soldiers fled Hama. Nobody spoke."))
    sentences = [c.sentence for c in last.earlier]
    assert sentences == sorted(sentences, reverse=True)


def test_whom_the_report_is_about_may_be_told_later() -> None:
    first, *_ = casts(scene("Homs fell at dawn. The Islamic State group holds Hama. Hama is large."))
    assert {c.text for c in first.earlier} >= {"Hama", "Islamic State group"}


def test_a_name_that_is_told_most_ranks_first() -> None:
    *_, last = casts(scene("Rebels took Homs. Homs is large. Homs and Hama are cities."))
    ranks = {c.text: c.rank for c in last.here if c.is_place}
    assert ranks["Homs"] < ranks["Hama"]


def test_a_state_may_act_and_be_a_place() -> None:
    (only,) = casts(scene("Russia left."))
    assert [(c.may_act, c.is_place) for c in only.here if c.text == "Russia"] == [(True, True)]


@settings(max_examples=30)
@given(TEXTS)
def test_on_any_text_names_stand_in_their_sentence(text: str) -> None:
    for number, cast in enumerate(casts(scene(text))):
        assert len(cast.earlier) <= EARLIER + 2 * FOCUS
        assert all(cast.sentence.start <= c.first <= c.head <= c.last for c in cast.here)
        assert all(c.sentence != number for c in cast.earlier)
        assert not {c.text for c in cast.here} & {c.text for c in cast.earlier}
