"""What is kept of a search, brought from one set of tellings to the next, is what a search from nothing gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.lineage import held, search, touched
from fogline.lineage.held import Kept, lay_all
from fogline.lineage.prints import Fingerprint
from fogline.lineage.remembered import Remembered
from fogline.records.ids import content_id

KEYS = st.integers(0, 11)


def prints_of(owners: list[tuple[set[int], set[int]]]) -> list[Fingerprint]:
    return [
        Fingerprint(content_id("print", n), tuple(sorted(own)), tuple(sorted(facts)))
        for n, (own, facts) in enumerate(owners)
    ]


@pytest.fixture(params=[(24, 24), (4, 24), (4, 3), (2, 2)])
def _small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Crowds and nearest so few that drawn tellings reach them."""
    crowd, nearest = request.param
    for module in (search, touched):
        monkeypatch.setattr(module, "CROWD", crowd)
    monkeypatch.setattr("fogline.lineage.postings.CROWD", crowd)
    for module in (search, touched):
        monkeypatch.setattr(module, "LOOKED_AT", 2 * crowd)
    monkeypatch.setattr(touched, "_SEEN", 2 * crowd + 2)
    monkeypatch.setattr(search, "GLANCED_AT", crowd + 1)
    monkeypatch.setattr(search, "NEAREST", nearest)
    monkeypatch.setattr("fogline.lineage.postings.NEAREST", nearest)
    monkeypatch.setattr(held, "AT_MOST", 0)


holders = st.lists(st.tuples(st.sets(KEYS, max_size=6), st.sets(KEYS, max_size=7)), min_size=2, max_size=24)


@pytest.mark.usefixtures("_small")
@settings(max_examples=200)
@given(holders, st.randoms(use_true_random=False))
def test_adding_one_by_one_gives_what_all_at_once_give(owners, rng) -> None:  # type: ignore[no-untyped-def]
    prints = prints_of(owners)
    rng.shuffle(prints)
    store = Remembered()
    for count in range(1, len(prints) + 1):
        found = Kept(store).bring_to(frozenset(own.name for own in prints[:count]), prints[count - 1 : count])
        whole = lay_all(prints[:count])
        assert {name: near for name, near in found.items() if near != whole[name]} == {}
        assert store.beside() == found


@pytest.mark.usefixtures("_small")
@settings(max_examples=20)
@given(holders, st.lists(st.sets(st.integers(0, 23), min_size=1), min_size=2, max_size=4))
def test_whoever_comes_and_goes_leaves_no_trace(owners, sets) -> None:  # type: ignore[no-untyped-def]
    prints = prints_of(owners)
    store = Remembered()
    there: set[str] = set()
    for chosen in sets:
        now = [own for n, own in enumerate(prints) if n in chosen]
        found = Kept(store).bring_to(frozenset(p.name for p in now), [p for p in now if p.name not in there])
        assert found == lay_all(now)
        there = {own.name for own in now}
        assert len(store) == len(there)
