"""From any row down to the words."""

from dataclasses import replace
from itertools import pairwise

import pytest

from fogline.products.situation import situate
from fogline.products.why import trace
from fogline.records import Corpus, Stance, Views
from fogline.records.errors import UnknownId
from tests.products.cases import GRAIN, TAKEN, hostile, record


def ids(corpus, views):
    """Every id of a record."""
    yield from (r.report_id for r in corpus.readings)
    yield from (c.claim_id for c in corpus.claims())
    yield from (e.event_id for e in views.events)
    yield from (h.holding_id for h in views.holdings if h.supports)
    yield from (d.dispute_id for d in views.disputes)
    yield from (o.origin_id for o in views.lineage.origins if len(o.report_ids) > 1)
    yield from (s.story_id for s in views.lineage.stories)
    yield from (a.alteration_id for a in views.lineage.alterations)


@pytest.mark.parametrize("made", [record, hostile])
def test_every_row_ends_in_words_that_stand_in_the_report(made):
    corpus, views = made()
    raws = {r.report_id: r.raw for r in corpus.readings}
    for row_id in ids(corpus, views):
        steps = trace(corpus, views, row_id)
        anchors = [step.anchor for step in steps if step.anchor]
        assert steps[0].depth == 0
        assert anchors or row_id.startswith("origin"), row_id  # reports of one origin need not share a word
        assert all(a.holds_in(raws[a.report_id]) for a in anchors)
        assert all(b.depth <= a.depth + 1 for a, b in pairwise(steps))


def test_every_line_of_the_brief_can_be_asked_about():
    corpus, views = record()
    for line in situate(corpus, views).lines():
        if line.subject:
            assert trace(corpus, views, line.subject)


READ = "Read: “took” as capture, by fogline"


def test_the_tree_of_a_claim():
    texts = [(step.depth, step.text) for step in trace(*record(), TAKEN.claim_id)]
    assert texts == [
        (0, "Peshmerga took Kirkuk from the army on 12 June 2014."),
        (1, "Said by: Health Ministry (official body) → Harbour Post → alpha"),
        (1, "Day stated: 2014-06-12 to 2014-06-12"),
        (1, READ),
        (1, "Confidence: 1.00"),
        (1, GRAIN),
    ]


def test_the_stance_of_a_speaker_is_told():
    corpus, views = record()
    told = replace(TAKEN, attribution=replace(TAKEN.attribution, stance=Stance.ADMIT))
    readings = [
        replace(r, claims=tuple(told if c.claim_id == told.claim_id else c for c in r.claims or ()))
        for r in corpus.readings
    ]
    texts = [step.text for step in trace(replace(corpus, readings=tuple(readings)), views, TAKEN.claim_id)]
    assert texts[2] == "Stance: admit"


def test_the_beginning_of_an_id_and_its_digits_will_do():
    corpus, views = record()
    whole = trace(corpus, views, TAKEN.claim_id)
    assert trace(corpus, views, TAKEN.claim_id[:-2]) == whole
    assert trace(corpus, views, TAKEN.claim_id.removeprefix("claim-")) == whole


@pytest.mark.parametrize("wrong", ["claim-", "nothing", "", "claim"])
def test_an_id_of_none_or_of_several_is_refused_with_advice(wrong):
    with pytest.raises(UnknownId) as told:
        trace(*record(), wrong)
    assert "\n" not in str(told.value)


def test_an_empty_record_knows_no_id():
    with pytest.raises(UnknownId, match="fogline claims"):
        trace(Corpus(()), Views(), "x")
