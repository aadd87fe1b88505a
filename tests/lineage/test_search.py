"""A search that can be added to finds the same whatever came first."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.lineage.candidates import near_copies
from fogline.lineage.fingerprints import CROWD
from fogline.lineage.postings import NEAREST
from fogline.lineage.search import KinSearch
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


def searched(tellings: Sequence[Telling]) -> KinSearch:
    search = KinSearch()
    for telling in tellings:
        search.add(telling)
    return search


@settings(max_examples=40, deadline=None)
@given(texts, st.randoms(use_true_random=False))
def test_the_order_of_adding_changes_nothing(bodies: list[str], rng: object) -> None:
    tellings = [alone(f"r{n:02}", body) for n, body in enumerate(bodies)]
    shuffled = list(tellings)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = searched(tellings), searched(shuffled)
    assert [one.near(telling) for telling in tellings] == [other.near(telling) for telling in tellings]


@settings(max_examples=40, deadline=None)
@given(texts)
def test_every_near_copy_is_among_the_candidates(bodies: list[str]) -> None:
    tellings = [alone(f"r{n:02}", body) for n, body in enumerate(bodies)]
    search = searched(tellings)
    for low, high in near_copies(bodies).pairs:
        assert f"r{high:02}" in search.near(tellings[low])
        assert f"r{low:02}" in search.near(tellings[high])


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
    assert "copy-000" in found
    assert len(found) <= 2 * NEAREST
    assert any(name.startswith("copy") for name in search.near(alone("rewrite", rewrite)))
