"""What the weights for pieces within a line are learnt from: those marked by hand, and others put into plain lines."""

from __future__ import annotations

import random

from fogline.text.clean import known_units
from fogline.text.pieces import piece_traits, pieces
from fogline.text.vocabulary import Story, known_names, vocabulary
from training.cleaning.lessons import composed, plain_lines
from training.cleaning.pages import Page, dressed, stories

MOST_WORDS = 12
SHARE_OF_PUT_IN = 0.2

Rows = tuple[list[dict[str, float]], list[bool], list[float]]


def piece_rows() -> Rows:
    """The traits of pieces, whether each is furniture, and what each counts."""
    marked = [page for page in [*dressed(), *stories()] if page.half == "look"]
    chance = random.Random(7)
    texts = {page.raw[start:end] for page in marked for start, end in page.spans("stray")} | set(plain_lines())
    short = sorted(text for text in texts if len(text.split()) <= MOST_WORDS)
    put_in = [_with_pieces(page, short, chance) for page in composed()]
    rows: Rows = ([], [], [])
    for page, weight in [*((page, 1.0) for page in marked), *((page, SHARE_OF_PUT_IN) for page in put_in)]:
        _add(rows, page, weight)
    return rows


def _with_pieces(page: Page, short: list[str], chance: random.Random) -> Page:
    """A page with short pieces of furniture put behind one or two of its sentences."""
    made = Page(page.id, page.war, page.outlet)
    stray = {start for start, _ in page.spans("stray")}
    at = 0
    for line in page.raw.split("\n"):
        with_piece = at not in stray and chance.random() < 0.12
        at += len(line) + 1
        text = line
        if with_piece:
            cut = chance.choice(
                [i + 1 for i in range(len(line) - 1) if line[i] == "." and line[i + 1] == " "] or [len(line)]
            )
            text = f"{line[:cut]} [[{chance.choice(short)}]]{line[cut:]}"
        made.add(text if at - len(line) - 1 not in stray else line, "stray" if at - len(line) - 1 in stray else "story")
    return made


def _add(rows: Rows, page: Page, weight: float) -> None:
    stray = {at for start, end in page.spans("stray") for at in range(start, end)}
    lines = [
        (line.text, start) for line, start, end in known_units(page.raw) if not stray.issuperset(range(start, end))
    ]
    names = known_names(text for text, _ in lines)
    story = Story({at: vocabulary(text, names) for at, (text, _) in enumerate(lines)})
    for at, (text, start) in enumerate(lines):
        for piece in pieces(text):
            inside = stray.intersection(range(start + piece.start, start + piece.end))
            rows[0].append(piece_traits(piece, at, story, names))
            rows[1].append(len(inside) > (piece.end - piece.start) / 2)
            rows[2].append(weight)
