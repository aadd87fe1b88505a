"""What an unknown name is, by how it stands."""

from __future__ import annotations

import pytest

from fogline.grounding.board import Board, Found
from fogline.grounding.unsure import ENGINE, lay_surnames, lay_unsure
from fogline.language.plain import words_of
from fogline.records import MentionKind
from tests.claims.reports import named


@pytest.mark.parametrize(
    ("raw", "name", "kind"),
    [
        ("Rebels lost Zarnuq on Friday.", "Zarnuq", MentionKind.PLACE),
        ("Zarnuq was relieved on Friday.", "Zarnuq", MentionKind.PLACE),
        ("Zarnuq, a village, is quiet.", "Zarnuq", MentionKind.PLACE),
        ("The garrison of Zarnuq left.", "Zarnuq", MentionKind.PLACE),
        ("Zarnuq said that it was over. They met near Zarnuq.", "Zarnuq", MentionKind.PERSON),
        ("Zarnuq slept.", "Zarnuq", MentionKind.PERSON),
        ("They left Zarnuq's men alone and met him in Zarnuq.", "Zarnuq", MentionKind.PERSON),
        ("Rebels hold Hill 677.", "Hill", MentionKind.PLACE),
        ("Zarnuq, whose capture was denied, is quiet.", "Zarnuq", MentionKind.PLACE),
        ("Zarnuq, from which they had fled, is quiet.", "Zarnuq", MentionKind.PLACE),
        ("Zarnuq, whose brother had fled, is quiet.", "Zarnuq", MentionKind.PERSON),
        ("Zarnuq was fought over on Friday.", "Zarnuq", MentionKind.PLACE),
        ("They walked past Zarnuq, which rebels control, to the sea.", "Zarnuq", MentionKind.PLACE),
        ("They spoke of Zarnuq, which the ministry lists, and of others.", "Zarnuq", MentionKind.PERSON),
    ],
)
def test_a_name_that_only_the_engine_sees_is_what_it_stands_as(raw: str, name: str, kind: MentionKind) -> None:
    doc = words_of(named(raw).parse.doc)
    board = Board()
    for token in doc:
        if token.text == name:
            board.put(Found(token.i, token.i + 1, MentionKind.PERSON, name, rank=ENGINE))
    lay_unsure(board, doc)
    assert {piece.kind for piece in board.pieces()} == {kind}


def test_a_name_that_the_gazetteer_knows_is_left_alone() -> None:
    doc = words_of(named("Hama said that it was over.").parse.doc)
    board = Board()
    board.put(Found(0, 1, MentionKind.PLACE, "Hama", rank=4))
    lay_unsure(board, doc)
    assert board.pieces()[0].kind is MentionKind.PLACE


def surnamed(raw: str, rank: int) -> list[MentionKind]:
    """The kinds of the last word "Hama" of a text whose first two words name a person."""
    doc = words_of(named(raw).parse.doc)
    board = Board()
    board.put(Found(0, 2, MentionKind.PERSON, "Karl Hama", rank=ENGINE))
    last = max(token.i for token in doc if token.text == "Hama")
    board.put(Found(last, last + 1, MentionKind.PLACE, "Hama", rank=rank))
    lay_surnames(board, doc)
    return [piece.kind for piece in board.pieces() if piece.start == last]


def test_the_last_name_of_somebody_is_his() -> None:
    assert surnamed("Karl Hama left. It was over, Mr Hama said.", 4) == [MentionKind.PERSON]
    assert surnamed("Karl Hama left. They went to Hama.", ENGINE) == [MentionKind.PERSON]


def test_a_town_that_is_called_like_somebody_stays_one() -> None:
    assert surnamed("Karl Hama left. They went to Hama.", 4) == [MentionKind.PLACE]


@pytest.mark.parametrize("name", ["the National Front", "the Mountain Alliance"])
def test_a_group_is_left_and_no_place(name: str) -> None:
    kinds = {m.kind for m in named(f"The faction left {name} in May.").mentions if m.anchor.quote in name}
    assert kinds == {MentionKind.ACTOR}
