"""Lines from events: what is told once, and what is concluded rather than told."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fogline.products.line import Line
from fogline.products.lookup import Lookup
from fogline.products.sections.control import holding_line, is_inferred
from fogline.products.telling import ranked, told_by
from fogline.records import Actor, ActorKind, ClaimType, Control, Grade, Name
from tests.products.cases import record

LINES = st.builds(
    Line,
    text=st.sampled_from(["A took B.", "A left B.", "B fell."]),
    subject=st.sampled_from(["event-1", "event-2", "event-3", "event-4"]),
    origins=st.integers(1, 3),
)


@given(st.lists(LINES, max_size=8))
def test_lines_that_say_the_same_are_told_once_and_lose_no_id(lines):
    found = ranked(lines)
    assert sorted(line.text for line in found) == sorted({line.text for line in lines})
    for line in found:
        same = [other for other in lines if other.text == line.text]
        assert set(line.ids) == {other.subject for other in same}
        assert line.origins == max(other.origins for other in same)
    assert ranked(lines[::-1]) == found


def test_a_holder_that_is_inferred_is_not_put_into_the_mouth_of_a_report():
    corpus, views = record()
    held = next(h for h in views.holdings if h.status is Control.CONTESTED and h.holder)
    inferred = replace(held, status=Control.HELD, grade=Grade("F", 6), reason="it stands all around")
    assert is_inferred(inferred)
    assert not is_inferred(held)
    line = holding_line(Lookup.of(corpus, views), inferred)
    assert ", by inference" in line.text
    assert "held by" not in line.text
    assert line.note == "it stands all around"


def test_nobody_is_told_taking_a_place_from_their_own_side():
    corpus, views = record()
    taken = next(c for c in corpus.claims() if c.type is ClaimType.CAPTURE)
    guards, army = Name("mountain guards", "actor-g"), Name("army", "actor-a")
    sided = Actor("actor-g", "mountain guards", ActorKind.ARMED_GROUP, "IQ", side="actor-p")
    lookup = Lookup.of(replace(corpus, actors={**corpus.actors, "actor-g": sided}), views)
    assert "from the army" in told_by(lookup, [replace(taken, targets=(army,))])
    assert "from" not in told_by(lookup, [replace(taken, targets=(guards,))])
