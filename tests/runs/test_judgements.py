"""The laws of judging: it can be taken back, moments decide and not the order of rows, and reports may come after."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.ledger import open_ledger
from fogline.records import Corpus, Judgement
from fogline.runs import derive, rebuild
from tests.control.judging import drafts, judge, judgements, undo
from tests.control.strategies import corpora

LAW = settings(max_examples=60)


@LAW
@given(st.data())
def test_judged_and_undone_everything_is_as_before(data: st.DataObject) -> None:
    record = data.draw(corpora())
    others = data.draw(judgements(record, most=3))
    verdict, subjects, value = data.draw(drafts(record))
    made = judge(verdict, *subjects, value=value, after_s=data.draw(st.integers(0, 5)) + 0.5)
    assert derive(record, [*others, made, undo(made)]) == derive(record, others)


@LAW
@given(st.data(), st.randoms(use_true_random=False))
def test_moments_decide_and_not_the_order_in_which_judgements_came(data: st.DataObject, chance: random.Random) -> None:
    record = data.draw(corpora())
    made = data.draw(judgements(record))
    assert derive(record, chance.sample(made, len(made))) == derive(record, made)


def stored(record: Corpus, first: int, made: list[Judgement], *, before: bool) -> tuple[object, ...]:
    """What a record holds after so many reports, the judgements, and the other reports; or all reports before them."""
    whole = [
        replace(r, places=tuple(record.places.values()), actors=tuple(record.actors.values())) for r in record.readings
    ]
    with open_ledger("sqlite://") as ledger:
        ledger.add(whole[:first] if before else whole)
        rebuild(ledger)
        for judgement in made:
            ledger.judge(judgement)
        rebuild(ledger)
        if before:
            ledger.add(whole[first:])
            rebuild(ledger)
        return ledger.views(), ledger.corpus(derived=True)


@settings(max_examples=25)
@given(st.data())
def test_it_is_the_same_to_judge_and_then_read_as_to_read_and_then_judge(data: st.DataObject) -> None:
    record = data.draw(corpora())
    made = data.draw(judgements(record))
    first = data.draw(st.integers(0, len(record.readings)))
    assert stored(record, first, made, before=True) == stored(record, first, made, before=False)
