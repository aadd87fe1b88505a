"""Independence: origins and cited sources."""

from dataclasses import replace

import pytest

from fogline.records import Actor, Corpus, Name, Origin, Reading
from fogline.records.sources import Sources
from tests.control.cases import ACTORS, claim, corpus


def count(*claims, origins=()):
    record = corpus(*claims, origins=origins)
    return Sources.of(record).independent(record.claims())


def test_two_reports_of_one_origin_are_one_word():
    assert (
        count(claim("capture", "green", report="r1"), claim("capture", "green", report="r2"), origins=[("r1", "r2")])
        == 1
    )


def test_two_origins_that_speak_for_themselves_are_two_words():
    assert count(claim("capture", "green", report="r1"), claim("capture", "green", report="r2")) == 2


def test_two_origins_that_cite_one_monitor_are_one_word():
    told = [claim("capture", "green", says="monitor", report=r) for r in ("r1", "r2")]
    assert count(*told) == 1


def test_one_origin_that_cites_two_sources_is_one_word():
    assert count(claim("capture", "green", says="monitor"), claim("capture", "green", says="nurse")) == 1


def test_the_largest_matching_is_found_and_not_the_first():
    told = [
        claim("capture", "green", says="monitor nurse", report="r1"),
        claim("capture", "green", says="monitor", report="r2"),
    ]
    assert count(*told) == 2


def test_spokesmen_of_one_side_are_one_source():
    told = [
        claim("capture", "green", says="ministry", report="r1"),
        claim("capture", "green", says="green", report="r2"),
    ]
    assert count(*told) == 1


def test_a_claim_is_a_partys_own_word_only_where_nobody_else_vouches():
    sources = Sources.of(corpus())
    assert sources.is_own_word(claim("capture", "brigade", says="ministry"))
    assert not sources.is_own_word(claim("capture", "green", says="ministry monitor"))
    assert not sources.is_own_word(claim("capture", "green"))


@pytest.mark.parametrize(("telling", "name"), [("bc", "b"), ("c", "c"), ("", "a")])
def test_an_origin_goes_by_the_first_of_its_reports_that_make_claims(telling, name):
    told = corpus(*(claim("capture", "green", report=report) for report in telling))
    readings = {"a": Reading("a", ""), "b": Reading("b", ""), "c": Reading("c", "", claims=())}
    readings |= {reading.report_id: reading for reading in told.readings}
    record = replace(told, readings=tuple(readings.values()), origins=(Origin(("a", "b", "c")), Origin(("d",))))
    assert dict(Sources.of(record).origins) == {"a": name, "b": name, "c": name, "d": "d"}


def test_names_without_a_key_are_compared_without_case():
    sources = Sources.of(Corpus(()))
    assert sources.side(Name("The Reds")) == sources.side(Name("the reds"))


def test_sides_that_turn_in_a_circle_are_one_side():
    ring = {k: Actor(k, k, side=s) for k, s in (("a", "b"), ("b", "c"), ("c", "b"))}
    sources = Sources.of(Corpus((), actors=ring))
    assert {sources.side(Name("x", k)) for k in "abc"} == {"b"}
    assert sources.side(Name("First Brigade", "unknown")) == "unknown"
    assert ACTORS["brigade"].side == "green"
