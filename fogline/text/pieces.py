"""What may be furniture inside of a line of the story: a short sentence of its own, or words in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from fogline.language.paragraphs import head_end
from fogline.language.sentences import split
from fogline.text.form import HEADLINE_WORDS, traits
from fogline.text.paragraphs import has_stop
from fogline.text.vocabulary import Story, known_names, vocabulary
from fogline.text.weighing import familiar, log_odds

LONGEST = 16  # words; a longer sentence is story, or its whole line is not
LONGEST_LINE = 20_000
DOUBT = 1.5  # what must speak against a piece: a lost claim costs more than a piece of furniture kept
MOST_BEGINNINGS = 6
FEWEST_AFTER = 5  # words that a sentence needs behind furniture that runs into it
_CAPITAL = re.compile(r"(?<=[^\s,]) (?=[\"“]?[A-Z][a-z’']|A )")
_SIGN = re.compile(r"[:/|>»+&©]|\d|[A-Z]{3,} |\b(?:by|page|map|photo|picture)\b|[à-ÿ]")
_BRACKETS = re.compile(r"[(\[][^()\[\]]{2,200}[)\]][.]?")
_SIGN_OFF = re.compile(r"(?<=[\s.!?”\"])(?:--|[–—-]) ?(?:with )?[A-Z][\w.& -]{1,30}$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line.  Units: code points from the line's start."""

    start: int
    end: int
    text: str
    is_first: bool
    is_last: bool
    runs_on: bool = False


def pieces(text: str) -> list[Piece]:
    """The short sentences and the brackets of a line that could be furniture; none where they are the whole line.

    Furniture without a stop runs into the next sentence ("... he said. Map by our staff The town ..."): of a sentence
    that is not the line's first, what stands before a word with a capital is a piece of its own, which may overlap.
    """
    is_label = len(text.split()) <= HEADLINE_WORDS and not has_stop(text)  # a heading or a caption is weighed whole
    if is_label or len(text) > LONGEST_LINE:
        return []
    head = head_end(text, 0, len(text))
    parts = [part for start, end in split(text) if start >= head for part in _parts(text, start, end)]
    whole = [
        Piece(start, end, text[start:end], start == 0, end == len(text))
        for start, end in parts
        if end - start < len(text) and len(text[start:end].split()) <= LONGEST
    ]
    return whole + [piece for start, end in parts if start > 0 for piece in _beginnings(text, start, end)]


def _beginnings(text: str, start: int, end: int) -> Iterator[Piece]:
    """What stands before a word with a capital at the beginning of a sentence, where it shows a sign of furniture."""
    for found in islice(_CAPITAL.finditer(text, start, end), MOST_BEGINNINGS):
        piece = text[start : found.start()]
        rest = text[found.end() : end]
        if len(piece.split()) > 1 and len(rest.split()) >= FEWEST_AFTER and _SIGN.search(piece + " "):
            yield Piece(start, found.start(), piece, False, False, runs_on=True)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut at a sign-off at its end and at brackets at its beginning or end."""
    cuts = {start, end}
    cuts |= {found.start() for found in _SIGN_OFF.finditer(text, start, end)}
    for found in _BRACKETS.finditer(text, start, end):
        cuts |= {found.end()} if found.start() == start else set()
        cuts |= {found.start()} if found.end() == end else set()
    for one, other in pairwise(sorted(cuts)):
        part = text[one:other]
        if part.strip():
            yield one + len(part) - len(part.lstrip()), one + len(part.rstrip())


def piece_traits(piece: Piece, at: int, story: Story, names: frozenset[str]) -> dict[str, float]:
    """The traits of a piece of the line at a place, given the story around that line."""
    one = vocabulary(piece.text, names)
    shared, strange, terms = story.shared(at, one)
    found = {
        "is first": piece.is_first,
        "is last": piece.is_last,
        "runs on": piece.runs_on,
        "shared names": min(shared, 4) / 4,
        "foreign names": min(strange, 4) / 4,
        "shared terms": terms,
        "no terms": not one.terms,
        "no bond": shared == 0 and terms < 0.1,
        "familiar": familiar(one),
    }
    return traits(piece.text) | {name: float(value) for name, value in found.items() if value}


def find_inside(texts: Sequence[str]) -> list[list[tuple[int, int]]]:
    """For each line of a story, "" where there is none: the stretches within it that are furniture, in order."""
    names = known_names(texts)
    story = Story({at: vocabulary(text, names) for at, text in enumerate(texts) if text})
    return [_apart(text, at, story, names) for at, text in enumerate(texts)]


def _apart(text: str, at: int, story: Story, names: frozenset[str]) -> list[tuple[int, int]]:
    """The pieces of a line that are furniture, of those that overlap the one against which most speaks."""
    odds = [(log_odds("inside", piece_traits(piece, at, story, names)), piece) for piece in pieces(text)]
    taken: list[tuple[int, int]] = []
    for odd, piece in sorted(odds, key=lambda one: -one[0]):
        if odd > DOUBT and all(piece.end <= start or piece.start >= end for start, end in taken):
            taken.append((piece.start, piece.end))
    return sorted(taken)
