"""Events that are gathered only where something is another than before are those that are gathered from nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from fogline.control import Grader, grade_events
from fogline.events import gather, gather_kept
from fogline.records import Corpus
from fogline.records.working import Stored, Workings
from tests.control.cases import ACTORS, PLACES, claim, corpus, days
from tests.control.test_ground import histories

TOOK = claim("capture", "brown", "green", place="fir", when=days(5), report="r1", says="watch")
FOUGHT = claim("clash", "brown", "green", place="bray", when=days(6), report="r2")


def from_nothing(record: Corpus) -> tuple:
    return grade_events(gather(record), record)


def after(workings: Workings, record: Corpus) -> Workings:
    """The workings for the next record."""
    return Workings(dict(workings.now), {e.event_id: Stored(e.event_id, e.order) for e in from_nothing(record)})


def gathered_again(before: Corpus, record: Corpus) -> set[str]:
    """The types and places of the events that do not stand as they were found."""
    first = Workings()
    gather_kept(before, first, Grader.of(before))
    found = gather_kept(record, after(first, before), Grader.of(record))
    return {f"{e.type} {e.place.text if e.place else ''}" for e in found if not isinstance(e, Stored)}


@settings(max_examples=400)
@given(histories())
def test_events_are_the_same_whatever_was_gathered_before(history):
    workings, known = Workings(), {}
    for record in history:
        whole = {event.event_id: event for event in from_nothing(record)}
        found = gather_kept(record, workings, Grader.of(record))
        assert [event.event_id for event in found] == list(whole)
        assert all(event == whole[event.event_id] for event in found if not isinstance(event, Stored))
        assert all(known[event.event_id] == whole[event.event_id] for event in found if isinstance(event, Stored))
        workings, known = after(workings, record), whole


def test_a_claim_bears_on_the_events_of_its_type_and_place_and_on_no_other():
    before = corpus(TOOK, FOUGHT)
    assert gathered_again(before, before) == set()
    more = claim("clash", "brown", place="bray", when=days(6), report="r3")
    assert gathered_again(before, corpus(TOOK, FOUGHT, more)) == {"clash Bray"}


def test_the_form_of_a_place_and_the_side_of_a_speaker_bear_on_their_events():
    before = corpus(TOOK, FOUGHT)
    town = replace(before, places={**PLACES, "fir": replace(PLACES["fir"], name="Firtown")})
    assert gathered_again(before, town) == {"capture Firtown"}
    sided = replace(before, actors={**ACTORS, "watch": replace(ACTORS["watch"], side="brown")})
    assert gathered_again(before, sided) == {"capture Fir"}
