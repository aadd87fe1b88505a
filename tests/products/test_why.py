"""From any row down to the words."""

from dataclasses import replace
from itertools import pairwise

import pytest

from fogline.control import grade_events, hold, judged, trusted
from fogline.events import gather
from fogline.products.situation import situate
from fogline.products.why import trace
from fogline.records import Corpus, Lineage, Stance, Verdict, Views
from fogline.records.errors import UnknownId
from tests.control import cases, judging
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


WATCHED = cases.claim("capture", "green", "brown", when=cases.days(5), says="watch")
REPEATED = cases.claim("capture", "green", when=cases.days(5), says="watch", report="r2")
BOASTED = cases.claim("capture", "green", when=cases.days(5), says="ministry", report="r3")
COPIED = cases.claim("capture", "green", when=cases.days(5), says="ministry", report="r4")
FOUGHT = cases.claim("clash", "brown", "green", when=cases.days(6), report="r5")


def told_of(kind, *made):
    """The tree of the holding of the 5th, or of the capture, after these judgements."""
    base = cases.corpus(WATCHED, REPEATED, BOASTED, COPIED, FOUGHT, origins=[("r3", "r4")])
    whole = judged(base, made)
    counted = trusted(whole)
    views = Views(Lineage(origins=base.origins), grade_events(gather(counted), counted), hold(counted))
    rows = {
        "holding": [h.holding_id for h in views.holdings if h.since == cases.day(5) and h.status == "held"],
        "event": [e.event_id for e in views.events if e.type == "capture"],
        "claim": [WATCHED.claim_id],
        "judgement": [j.judgement_id for j in made],
    }
    return [(step.depth, step.text) for step in trace(whole, views, rows[kind][0], made)]


@pytest.mark.parametrize("kind", ["holding", "event"])
def test_a_grade_is_told_by_its_words_and_by_who_speaks_of_itself(kind):
    letter = judging.judge(Verdict.RELIABILITY, "watch", value="B")
    texts = told_of(kind, letter)
    start = next(i for i, (_, text) in enumerate(texts) if text.startswith("Grade"))
    assert texts[start : start + 10] == [
        (1, "Grade B2: source usually reliable, information probably true"),
        (
            2,
            "2 is given for: two or more independent words, a party's own on its success among them, and nothing against it",
        ),
        (2, "2 independent words for it, of 4 claims"),
        (3, "Word 1: Valley Watch, as told by r1"),
        (4, "joined, same cited source: r2"),
        (3, "Word 2: Green Army, as told by r3 and r4"),
        (4, "joined, one origin: r3 and r4"),
        (2, "Of itself: Green Army, on a success of its own, in 2 claims"),
        (2, "B is the letter of Valley Watch, judged by Ann on 2030-03-10: she was there"),
        (1, "Claims" if kind == "event" else "For it"),
    ]


def test_who_judged_what_is_told_under_every_row_that_it_bears_on():
    date = judging.judge(Verdict.REDATE, WATCHED.claim_id, value="2020-05-05/2020-05-06")
    line = "Dated 2020-05-05 to 2020-05-06, judged by Ann on 2030-03-10: she was there"
    assert (1, line) in told_of("claim", date)
    assert (2, line) in told_of("event", date)
    assert told_of("judgement", date)[:2] == [(0, line), (1, f"Of: {WATCHED.claim_id}")]


def test_what_is_distrusted_is_told_and_not_counted():
    doubt = judging.judge(Verdict.DISTRUST, "watch", value="source")
    assert (1, "Distrusted, so it counts for nothing, by Ann on 2030-03-10: she was there") in told_of("claim", doubt)
    texts = told_of("holding", doubt)
    assert (1, "Grade F3: source cannot be judged, information possibly true") in texts
    assert (1, "Distrusted: in the record, and counted for nothing") in texts
    assert sum("Outlet r1: by Ann" in text for _, text in texts) == 1


def test_fighting_stands_apart_from_what_speaks_against():
    base = cases.corpus(WATCHED, FOUGHT)
    (contested,) = [h for h in hold(base) if h.status == "contested"]
    texts = [step.text for step in trace(base, Views(holdings=(contested,)), contested.holding_id)]
    assert "Fighting over it, and what others outweigh" in texts
    assert "Against it" not in texts


def test_a_merge_of_events_is_told_under_the_event():
    merge = judging.judge(Verdict.MERGE, WATCHED.claim_id, REPEATED.claim_id, value="event")
    assert (2, "Taken as one with another event, judged by Ann on 2030-03-10: she was there") in told_of("event", merge)


def test_a_side_that_no_report_names_is_told_by_who_speaks_for_it():
    base = cases.corpus(BOASTED)
    base = replace(base, actors={key: actor for key, actor in base.actors.items() if key != "green"})
    (held,) = hold(base)
    texts = [step.text for step in trace(base, Views(holdings=(held,)), held.holding_id)]
    assert "Word 1: Green Defence Ministry, as told by r3" in texts
