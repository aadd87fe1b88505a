"""Holdings that are worked out only where something is another than before are those that are worked out from nothing."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.control import dispute, hold
from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import Line
from fogline.control.takers import Takers
from fogline.control.watching import World
from fogline.control.windows import Answers, WindowedTakers, Windows
from fogline.records import Claim, Corpus
from fogline.records.lookups import Watched, WatchedSet
from fogline.records.sources import Sources
from fogline.records.working import Workings
from tests.control.cases import ACTORS, PLACES, claim, corpus, day, days
from tests.control.sentences import say
from tests.control.strategies import REPORTS, claims, corpora

SIDED = {"brigade": (None, "green", "brown"), "others": (None, "red"), "brown": (None, "green")}
ORIGINS = ((), (("r1", "r2"),), (("r1", "r3"), ("r2", "r4")))
TOOK_FIR = claim("capture", "brown", place="fir", when=days(5), report="r1")
FELL_ELM = claim("capture", None, "green", place="elm", when=days(6), report="r2")
KEPT_BRAY = claim("hold", "green", place="bray", when=days(6), report="r3")

CHARGE = ("The ministry accused them of an attack on Elm, which they deny.", "attack", "attack")
TOLL = ("Fifteen civilians and forty soldiers were killed.", "killed", "harm")


@st.composite
def charges(draw: st.DrawFn) -> Claim:
    """A claim whose sentence tells a charge and its denial, or a toll, of a place or of none."""
    told = draw(st.sampled_from((CHARGE, TOLL)))
    return say(
        told[0], told[1], told[2], draw(st.sampled_from(("brown", "green", None))), at=draw(st.integers(1, 999)),
        place=draw(st.sampled_from(("elm", "fir", None))), when=days(draw(st.integers(4, 6))),
        report=draw(st.sampled_from(REPORTS)), says=draw(st.sampled_from((None, "watch", "ministry"))),
    )  # fmt: skip


@st.composite
def records(draw: st.DrawFn, pool: list[Claim]) -> Corpus:
    """A record of some of the claims: of other days and origins, and with actors on other sides, each time."""
    told = {report: draw(st.integers(0, 28)) for report in REPORTS}
    found = [each for each in pool if draw(st.integers(0, 4))]
    record = corpus(*found, told=told, origins=draw(st.sampled_from(ORIGINS)))
    sides = {key: draw(st.sampled_from(choices)) for key, choices in SIDED.items()}
    actors = {key: replace(actor, side=sides.get(key, actor.side)) for key, actor in ACTORS.items()}
    known = {key: place for key, place in PLACES.items() if draw(st.integers(0, 9))}
    return replace(record, actors=actors, places=known)


@st.composite
def histories(draw: st.DrawFn) -> list[Corpus]:
    """Some records of the same claims, one after the other."""
    pool = draw(st.lists(claims() | charges(), min_size=1, max_size=14, unique_by=lambda c: c.claim_id))
    return draw(st.lists(records(pool), min_size=2, max_size=4))


def following(workings: Workings, record: Corpus) -> Workings:
    """The workings for the next record, once those of `record` were worked out."""
    found = {h.holding_id: h for h in hold(record)}
    return Workings(dict(workings.now), found | {d.dispute_id: d for d in dispute(record)})


@settings(max_examples=400)
@given(histories())
def test_holdings_are_the_same_whatever_was_worked_out_before(history):
    workings = Workings()
    for record in history:
        assert hold(record, workings) == hold(record)
        workings = following(workings, record)


@settings(max_examples=400)
@given(histories())
def test_disputes_are_the_same_whatever_was_worked_out_before(history):
    workings = Workings()
    for record in history:
        assert dispute(record, workings) == dispute(record)
        workings = following(workings, record)


def worked_out_again(before: Corpus, after: Corpus) -> set[str]:
    """The parts of disputes, by their kinds and places, that were not taken as they were."""
    first = Workings()
    dispute(before, first)
    second = following(first, before)
    assert dispute(after, second) == dispute(after)
    return {part for part, working in second.now.items() if first.now.get(part) is not working}


TOOK = claim("capture", "brown", "green", place="fir", when=days(5), report="r1", says="watch")
DENIED = claim("capture", "brown", "green", place="fir", when=days(5), report="r2", says="ministry", status="denied")


def test_a_claim_bears_on_the_disputes_of_its_place_and_on_no_other():
    before = corpus(TOOK, DENIED, KEPT_BRAY)
    assert dispute(before)
    more = claim("hold", "green", place="alder", when=days(6), report="r3")
    assert worked_out_again(before, before) == set()
    again = worked_out_again(before, corpus(TOOK, DENIED, KEPT_BRAY, more))
    assert "minutes r3" in again
    assert {part.split()[1] for part in again - {"minutes r3"}} == {"alder"}


def test_another_side_of_a_speaker_bears_on_a_quarrel():
    before = corpus(TOOK, DENIED)
    after = replace(before, actors={**before.actors, "ministry": replace(ACTORS["ministry"], side=None)})
    assert any(part.startswith("quarrel") for part in worked_out_again(before, after))


@settings(max_examples=200)
@given(corpora(), st.lists(st.sampled_from(("alder", "elm", "holm", "oak")), max_size=6), st.integers(1, 28))
def test_who_takes_places_around_is_told_by_what_was_done_in_the_country_alone(record, taken, on):
    signs = [claim("capture", f"side {at}", place=p, when=days(on), at=at + 1) for at, p in enumerate(taken)]
    world = World.of(replace(record, readings=(*record.readings, *corpus(*signs).readings)))
    takers = Takers.of(world.lines, world.holders, world.sources, world.parties)
    windows = Windows.of(takers)
    asking = WindowedTakers(windows, world, world, {}, Answers(windows, world, {}))
    for line in world.lines:
        for told in line.claims:
            assert asking.in_the_flow(told, line, day(on)) == takers.in_the_flow(told, line, day(on))
            assert asking.taker(told, line, day(on)) == takers.taker(told, line, day(on))


def kept_lines(before: Corpus, after: Corpus) -> set[str]:
    """The lines that are not worked out again."""
    first = Workings()
    hold(before, first)
    second = following(first, before)
    hold(after, second)
    return {part for part, working in second.now.items() if first.now.get(part) is working}


def test_a_claim_bears_on_the_line_of_its_place_and_on_no_other():
    more = claim("hold", "green", place="alder", when=days(6), report="r3")
    assert kept_lines(corpus(TOOK_FIR, KEPT_BRAY), corpus(TOOK_FIR, KEPT_BRAY, more)) == {"line fir", "line bray"}


def test_a_taking_bears_on_what_fell_to_nobody_named_in_those_months():
    assert kept_lines(corpus(FELL_ELM, KEPT_BRAY), corpus(FELL_ELM, KEPT_BRAY, TOOK_FIR)) == {"line bray"}


def test_a_taking_in_another_country_bears_on_nothing_that_fell_here():
    abroad = claim("capture", "brown", place="holm", when=days(5), report="r1")
    assert kept_lines(corpus(FELL_ELM), corpus(FELL_ELM, abroad)) == {"line elm"}


@pytest.mark.parametrize(("told", "kept"), [({"r1": 10, "r3": 11}, {"line fir"}), ({"r1": 10, "r3": 10}, {"line fir", "line bray"})])  # fmt: skip
def test_the_day_of_a_report_bears_on_the_places_that_it_tells_of(told, kept):
    assert kept_lines(corpus(TOOK_FIR, KEPT_BRAY), corpus(TOOK_FIR, KEPT_BRAY, told=told)) == kept


def test_a_later_report_makes_stale_what_nobody_told_of_since():
    before = corpus(TOOK_FIR, KEPT_BRAY, told={"r1": 1, "r3": 10})
    late = claim("clash", "green", "brown", place="gorse", when=days(30), report="r4")
    after = corpus(TOOK_FIR, KEPT_BRAY, late, told={"r1": 1, "r3": 10, "r4": 31})
    workings = Workings()
    hold(before, workings)
    workings = following(workings, before)
    assert hold(after, workings) == hold(after)


@pytest.mark.parametrize(
    ("table", "known"),
    [
        (Sources, {"origins", "days", "sides", "doubted"}),
        (Parties, {"allies", "enemies"}),
        (Holders, {"actors", "places", "regular", "heads", "groups", "unions", "texts", "known", "states", "beside"}),
        (Line, {"key", "name", "claims", "place", "around", "wider"}),
    ],
)
def test_all_that_a_line_rests_on_is_watched_or_its_own(table, known):
    """What is added here has to be watched in `Ground`, or stand in what `Kept` takes for the line's own."""
    assert {field.name for field in fields(table)} == known


def test_a_table_of_the_record_cannot_be_gone_through_unnoticed():
    for table in (Watched("sides", {"a": "b"}, {}), WatchedSet("known", {"a"}, {})):
        with pytest.raises(TypeError, match="one key at a time"):
            list(table)
