"""Peoples that stand for their armies: "the Norlanders took Karsin", of a state at war with another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.grounding.board import Board, Found
from fogline.language.countries import demonym_country
from fogline.records import MentionKind

ARMY = "military:"
MANY = "s"  # how the name of a whole people ends, where it is told from that of one


def as_armies(board: Board, home: str | None) -> Iterator[Found]:
    """The peoples that were read as forces, with the keys of their armies.

    That of the country `home` only where an army of another state, or its people, is told of as well: else "the
    Dorlanders" of a report on a war at home are those who live there.
    """
    peoples = [(piece, code) for piece in board.pieces() if (code := _people(piece)) is not None]
    armies = {(p.key or "").removeprefix(ARMY) for p in board.pieces() if (p.key or "").startswith(ARMY)}
    abroad = (armies | {code for _, code in peoples}) - {home}
    for piece, code in peoples:
        if code != home or abroad:
            yield replace(piece, key=f"{ARMY}{code}")


def _people(piece: Found) -> str | None:
    """The country of a people that was read as a force."""
    if piece.kind is not MentionKind.ACTOR or piece.key is not None or piece.end - piece.start > 1:
        return None
    return demonym_country(piece.text) if piece.text.endswith(MANY) else None
