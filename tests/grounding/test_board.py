"""The board: one name for each word, the better ground first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.board import Board, Found
from fogline.records import MentionKind


@st.composite
def pieces(draw: st.DrawFn) -> Found:
    start = draw(st.integers(0, 8))
    kind = draw(st.sampled_from([MentionKind.PLACE, MentionKind.ACTOR]))
    return Found(
        start, start + draw(st.integers(1, 4)), kind, draw(st.sampled_from("ab")), rank=draw(st.integers(0, 7))
    )


def whole(board: Board) -> None:
    """Every stretch on the board covers all its words."""
    for piece in board.pieces():
        assert all(board.at[i] is piece for i in range(piece.start, piece.end))


@given(st.lists(pieces(), max_size=10))
def test_what_is_laid_never_overlaps(given_pieces: list[Found]) -> None:
    board = Board()
    board.lay(given_pieces)
    whole(board)
    assert set(board.pieces()) <= set(given_pieces)
    for piece in given_pieces:
        assert any(i in board.at for i in range(piece.start, piece.end))


@given(st.lists(pieces(), max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_what_is_laid_makes_no_difference(given_pieces: list[Found], random) -> None:
    shuffled = random.sample(given_pieces, len(given_pieces))
    one, other = Board(), Board()
    one.lay(given_pieces)
    other.lay(shuffled)
    assert [(p.start, p.end, p.rank, p.text) for p in one.pieces()] == [
        (p.start, p.end, p.rank, p.text) for p in other.pieces()
    ]


@given(st.lists(pieces(), max_size=10))
def test_what_is_put_lies_on_top_and_nothing_is_left_in_halves(given_pieces: list[Found]) -> None:
    board = Board()
    for piece in given_pieces:
        board.put(piece)
        assert piece in board.pieces()
        whole(board)


def test_the_longer_name_wins_and_then_the_better_ground() -> None:
    short, long = (
        Found(0, 1, MentionKind.PLACE, "Karsin", rank=0),
        Found(0, 2, MentionKind.PLACE, "Karsin Pass", rank=7),
    )
    sure, seen = Found(3, 4, MentionKind.ACTOR, "Reds", rank=1), Found(3, 4, MentionKind.PERSON, "Reds", rank=6)
    board = Board()
    board.lay([short, seen, long, sure])
    assert board.pieces() == [long, sure]


def test_what_is_lifted_is_gone_and_a_second_reading_stays_beside() -> None:
    capital, state = Found(0, 1, MentionKind.PLACE, "Lima"), Found(0, 1, MentionKind.ACTOR, "Peru", "country:PE")
    board = Board()
    board.put(capital)
    board.beside(state)
    assert board.pieces() == [state, capital]
    board.lift(capital)
    assert board.pieces() == [state]
    assert board.at == {}
