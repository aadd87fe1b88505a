"""Two events that are one, and a claim that is no part of its event."""

from __future__ import annotations

from fogline.control import judged
from fogline.events import gather, regroup
from fogline.records import Corpus, Event, Judgement, Verdict
from tests.control.cases import claim, corpus, days
from tests.control.judging import judge

RAID = claim("attack", "green", "brown", when=days(3), says="watch")
AGAIN = claim("attack", "green", "brown", when=days(3), report="r2")
LATER = claim("attack", "green", "brown", when=days(9), report="r3")
DENIED = claim("attack", "green", when=days(3), status="denied", says="green", report="r4")
HELD = claim("capture", "green", when=days(3), report="r4")
BASE = corpus(RAID, AGAIN, LATER, DENIED, HELD)


def after(*made: Judgement, record: Corpus = BASE) -> tuple[Event, ...]:
    return regroup(gather(record), judged(record, made), made)


def groups(events: tuple[Event, ...]) -> set[frozenset[str]]:
    return {frozenset(event.claim_ids) for event in events}


def ids(*claims):
    return frozenset(c.claim_id for c in claims)


def merge(*claims, after_s=0):
    return judge(Verdict.MERGE, *(c.claim_id for c in claims), value="event", after_s=after_s)


def split(one, after_s=0):
    return judge(Verdict.SPLIT, one.claim_id, after_s=after_s)


def test_claims_that_are_merged_bring_their_events_and_denials_together():
    assert groups(after()) == {ids(RAID, AGAIN, DENIED), ids(LATER), ids(HELD)}
    (raid, _) = after(merge(RAID, LATER))
    assert frozenset(raid.claim_ids) == ids(RAID, AGAIN, DENIED, LATER)
    assert raid.origins == 3


def test_a_claim_that_is_split_off_is_an_event_of_its_own():
    events = after(split(AGAIN))
    assert groups(events) == {ids(RAID, DENIED), ids(AGAIN), ids(LATER), ids(HELD)}
    assert {e.origins for e in events} == {1}


def test_the_later_of_two_that_contradict_each_other_holds():
    assert ids(AGAIN) not in groups(after(split(AGAIN), merge(AGAIN, RAID, after_s=1)))
    assert ids(AGAIN) in groups(after(merge(AGAIN, LATER), split(AGAIN, after_s=1)))


def test_a_denial_alone_is_no_event():
    assert groups(after(split(DENIED))) == {ids(RAID, AGAIN), ids(LATER), ids(HELD)}


def test_events_of_two_types_become_one_of_the_commoner_type():
    (both, _) = after(merge(RAID, HELD))
    assert both.type == "attack"
    assert frozenset(both.claim_ids) == ids(RAID, AGAIN, DENIED, HELD)


def test_a_claim_that_the_record_does_not_hold_changes_nothing():
    elsewhere = claim("attack", "green", when=days(3), report="r9")
    assert after(merge(RAID, elsewhere), split(elsewhere, after_s=1)) == gather(BASE)


def test_what_joins_an_event_later_is_merged_with_it():
    newer = claim("attack", "green", "brown", when=days(9), report="r5")
    record = corpus(RAID, AGAIN, LATER, newer)
    assert groups(after(merge(RAID, LATER), record=record)) == {ids(RAID, AGAIN, LATER, newer)}
