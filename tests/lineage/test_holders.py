"""Who holds which key, where holders come and go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.lineage import holders
from fogline.lineage.holders import Holders

LAST = (1 << 32) - 1
keys = st.sets(st.sampled_from([0, 1, 2, 3, 7, LAST]), max_size=6)
numbers = st.sampled_from([0, 1, 2, 5, 9, 11, LAST])
came = st.dictionaries(numbers, keys)


@pytest.fixture(scope="module", autouse=True)
def short_runs() -> Iterator[None]:
    """Runs that are full after a few entries, so that there are several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(holders, "_SLICE", 2)
        patch.setattr(holders, "_LARGEST", 16)
        patch.setattr(holders, "_FOLD", 2)
        yield


def table(held: dict[int, set[int]]) -> Holders:
    found = Holders()
    for number, own in held.items():
        found.add(number, sorted(own))
    return found


@given(came, keys, st.integers(1, 4))
def test_the_first_holders_of_a_key_are_given_in_order(held: dict[int, set[int]], asked: set[int], most: int) -> None:
    expected = [sorted(n for n, own in held.items() if key in own)[:most] for key in sorted(asked)]
    assert table(held).first(sorted(asked), most) == expected


@given(came, keys, numbers)
def test_the_holders_beside_a_number_are_given(held: dict[int, set[int]], asked: set[int], number: int) -> None:
    found = table(held).beside(sorted(asked), number)
    for key, beside in zip(sorted(asked), found, strict=True):
        others = [n for n, own in held.items() if key in own]
        below, above = [n for n in others if n < number], [n for n in others if n > number]
        assert beside == [*sorted(below)[-1:], *sorted(above)[:1]]


@given(came, st.sets(numbers))
def test_what_is_removed_leaves_no_trace(held: dict[int, set[int]], gone: set[int]) -> None:
    found = table(held)
    for number in sorted(gone):
        found.remove(number, sorted(held.get(number, {0})))
    left = table({n: own for n, own in held.items() if n not in gone})
    every = [0, 1, 2, 3, 7, LAST]
    assert len(found) == len(left)
    assert found.first(every, 9) == left.first(every, 9)
    assert found.beside(every, 5) == left.beside(every, 5)


def test_a_number_that_two_share_is_removed_once() -> None:
    found = table({n: {1, 2, 3} for n in range(9)})
    found.add(0, [1, 7])
    found.remove(0, [1, 7])
    assert found.first([1, 7], 3) == [[0, 1, 2], []]
    assert len(found) == 27


@given(st.lists(st.tuples(numbers, keys, st.booleans()), max_size=60))
def test_a_merge_under_way_changes_no_answer(steps: list[tuple[int, set[int], bool]]) -> None:
    found, held = Holders(), dict[int, set[int]]()
    for number, own, stays in steps:
        found.remove(number, sorted(held.pop(number, set())))
        if stays:
            found.add(number, sorted(own))
            held[number] = own
        every = [0, 1, 2, 3, 7, LAST]
        assert found.first(every, 9) == [sorted(n for n, own in held.items() if key in own) for key in every]
        assert len(found) == sum(map(len, held.values()))


def test_no_addition_waits_for_all_entries_and_runs_stay_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holders, "_SLICE", 64)
    monkeypatch.setattr(holders, "_LARGEST", 1 << 11)
    slices: list[int] = []
    go_on = holders._Merge.go_on

    def counted(merge: holders._Merge, most: int) -> bool:
        begin = sum(merge._at)
        done = go_on(merge, most)
        slices.append(sum(merge._at) - begin)
        return done

    monkeypatch.setattr(holders._Merge, "go_on", counted)
    found = Holders()
    for number in range(2000):
        found.add(number, [1, 2, number + 3])
        sizes = [len(run) for run in found._runs]
        assert max(sizes) <= 1 << 11
        assert len(sizes) <= sum(sizes) / (1 << 10) + 24
    assert len(found) == 6000
    assert max(slices) <= 64


def test_who_holds_no_key_takes_no_room() -> None:
    found = Holders()
    for number in range(100):
        found.add(number, [])
    assert len(found._runs) == 0
