"""A search that reports come to and go from finds the same whatever came first, and what the whole search finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.lineage.candidates import near_copies
from fogline.lineage.fingerprints import CROWD
from fogline.lineage.postings import NEAREST
from fogline.lineage.prints import Fingerprint
from fogline.lineage.search import InMemory, KinSearch
from fogline.lineage.tellings import Telling, read_tellings
from fogline.records import Reading, Span, SpanKind

from . import conftest
from .conftest import Make

SENTENCES = (*conftest.AGENCY.splitlines(), *conftest.REWRITE.splitlines(), *conftest.UPDATE.splitlines())
texts = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n".join), min_size=2, max_size=12, unique=True
)


def alone(report_id: str, text: str) -> Telling:
    return read_tellings([Reading(report_id, text, spans=(Span(0, len(text), SpanKind.BODY),))])[0]


def in_order(prints: Sequence[Fingerprint]) -> list[Fingerprint]:
    """By their numbers, as the holders of a key stand."""
    return sorted(prints, key=lambda own: InMemory().number(own.name))


def searched(tellings: Sequence[Telling | Fingerprint]) -> KinSearch:
    search = KinSearch()
    for telling in tellings:
        search.add(telling)
    return search


@settings(max_examples=40)
@given(texts, st.randoms(use_true_random=False))
def test_the_order_of_adding_changes_nothing(bodies: list[str], rng: object) -> None:
    tellings = [alone(f"r{n:02}", body) for n, body in enumerate(bodies)]
    shuffled = list(tellings)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = searched(tellings), searched(shuffled)
    assert [one.near(telling) for telling in tellings] == [other.near(telling) for telling in tellings]


@settings(max_examples=40)
@given(texts)
def test_its_answers_together_are_what_the_whole_search_finds(bodies: list[str]) -> None:
    prints = in_order([Fingerprint.of(alone(f"r{n:02}", body)) for n, body in enumerate(bodies)])
    place = {own.name: n for n, own in enumerate(prints)}
    search = searched([replace(own, facts=()) for own in prints])
    found = {tuple(sorted((n, place[name]))) for n, own in enumerate(prints) for name in search.near(own)}
    whole = near_copies([bodies[int(own.name[1:])] for own in prints])
    assert sorted(found) == whole.pairs
    assert whole.links == []


def test_of_a_crowd_it_finds_the_links_of_the_whole_search(make: Make) -> None:
    bodies = [f"{conftest.AGENCY}\nEdition {n} of the day." for n in range(4 * CROWD)]
    prints = in_order([Fingerprint.of(alone(f"r{n:02}", body)) for n, body in enumerate(bodies)])
    place = {own.name: n for n, own in enumerate(prints)}
    search = searched([replace(own, facts=()) for own in prints])
    whole = near_copies([bodies[int(own.name[1:])] for own in prints])
    for n, own in enumerate(prints[1:], 1):
        linked = {low + high - n for low, high in [*whole.pairs, *whole.links] if n in (low, high)}
        assert {place[name] for name in search.near(own)} == linked
        assert len(linked) <= 4


@settings(max_examples=40)
@given(texts, st.sets(st.integers(0, 11)))
def test_who_was_removed_leaves_no_trace(bodies: list[str], gone: set[int]) -> None:
    tellings = [alone(f"r{n:02}", body) for n, body in enumerate(bodies)]
    search, left = searched(tellings), searched([t for n, t in enumerate(tellings) if n not in gone])
    for n in gone:
        search.remove(alone(f"r{n:02}", bodies[n % len(bodies)]))
    assert len(search) == len(left)
    assert [search.near(telling) for telling in tellings] == [left.near(telling) for telling in tellings]


@given(texts)
@settings(max_examples=20)
def test_a_fingerprint_is_the_same_when_it_was_stored(bodies: list[str]) -> None:
    for body in bodies:
        own = Fingerprint.of(alone("r", body))
        assert Fingerprint.from_bytes("r", *own.to_bytes()) == own


def test_half_a_key_is_refused() -> None:
    with pytest.raises(ValueError, match="multiple"):
        Fingerprint.from_bytes("r", b"\0\0\0", b"")


def test_reports_that_share_a_number_by_chance_are_both_found(monkeypatch: pytest.MonkeyPatch) -> None:
    tellings = [alone(f"r{n}", f"{conftest.AGENCY}\nEdition {n}.") for n in range(3)]
    monkeypatch.setattr(InMemory, "number", lambda _, name: 7 if name < "r2" else 9)
    search = searched(tellings)
    assert search.near(tellings[2]) == ["r0", "r1"]
    search.remove(tellings[0])
    assert search.near(tellings[2]) == ["r1"]
    assert len(search) == 2


def test_a_rewrite_without_a_common_sentence_is_found_by_its_facts(story: tuple[Reading, ...]) -> None:
    tellings = {reading.report_id: alone(reading.report_id, reading.raw) for reading in story}
    search = searched([telling for name, telling in tellings.items() if name != "rewrite"])
    found = search.near(tellings["rewrite"])
    assert "agency" in found
    assert "unrelated" not in found


@pytest.mark.parametrize("copies", [CROWD + 6, 4 * CROWD])
def test_a_crowd_of_copies_hides_neither_itself_nor_the_rewrite(
    make: Make, story: tuple[Reading, ...], copies: int
) -> None:
    agency, rewrite = story[0].raw, story[4].raw
    search = searched([alone(f"copy-{n:03}", f"{agency}\nEdition {n} of the day.") for n in range(copies)])
    search.add(alone("rewrite", rewrite))
    late = alone("late", f"{agency}\nA late edition.")
    found = search.near(late)
    assert any(name.startswith("copy") for name in found)
    assert len(found) <= 2 * NEAREST
    assert any(name.startswith("copy") for name in search.near(alone("rewrite", rewrite)))
