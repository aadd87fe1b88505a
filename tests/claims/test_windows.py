"""Sentences are read beside their neighbours: each once, in its order, and none is cut."""

from hypothesis import given
from hypothesis import strategies as st

from fogline.claims.network import Row, windows_of

SENTENCES = st.lists(st.integers(1, 40), min_size=1, max_size=30)


def row(number: int, size: int) -> Row:
    """A sentence of so many words, a piece each, between its two ends."""
    pieces = [101, *(1000 * number + k for k in range(size)), 102]
    return Row(pieces, [0] * len(pieces), [number] * len(pieces), list(range(1, size + 1)))


@given(SENTENCES, st.integers(0, 128))
def test_every_word_keeps_its_piece_and_its_order(sizes, most):
    rows = [row(n, size) for n, size in enumerate(sizes)]
    read = [window.pieces[first] for _, window in windows_of(rows, most) for first in window.firsts]
    assert read == [r.pieces[first] for r in rows for first in r.firsts]


@given(SENTENCES, st.integers(0, 128))
def test_a_window_is_no_longer_than_allowed_unless_one_sentence_is(sizes, most):
    rows = [row(n, size) for n, size in enumerate(sizes)]
    windows = list(windows_of(rows, most))
    assert [n for which, _ in windows for n in range(len(rows))[which]] == list(range(len(rows)))
    for which, window in windows:
        assert len(window.pieces) <= most or len(rows[which]) == 1
        assert len(window.pieces) == len(window.shapes) == len(window.marks)


@given(SENTENCES)
def test_where_nothing_is_allowed_each_sentence_is_read_alone(sizes):
    rows = [row(n, size) for n, size in enumerate(sizes)]
    assert [window for _, window in windows_of(rows, 0)] == rows
