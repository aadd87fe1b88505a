"""Two reports side by side: which of their sentences tell the same, in the order of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fogline.language import split, words
from fogline.lineage.alignment import ALIGNED, compare
from fogline.lineage.alterations import alterations_between
from fogline.lineage.families import Kindred
from fogline.lineage.kinships import relation_of
from fogline.lineage.tellings import MAX_CHARACTERS, MAX_SENTENCES, read_tellings
from fogline.records import Alteration, Kinship, Reading, Relation

Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a report's body.  `start` and `end` count in its raw text; furniture may stand between them."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that tell the same, of the source and of the report; one side is empty where the other stands alone."""

    source: tuple[Piece, ...]
    report: tuple[Piece, ...]

    @property
    def same(self) -> bool:
        """Whether the words are the same."""
        return _words(self.source) == _words(self.report)


def lay_beside(report: Reading, source: Reading) -> tuple[Row, ...]:
    """Every sentence of both bodies, each once; a sentence that was split or merged stands beside all that tell it.

    Of a very long report only the first sentences are laid out, as many as lineage compares.
    """
    mine, theirs = _pieces(report), _pieces(source)
    pair = {r: t for t in read_tellings((report, source)) for r in t.report_ids}
    if report.report_id not in pair or source.report_id not in pair:
        return (*(Row((p,), ()) for p in theirs), *(Row((), (p,)) for p in mine))
    likeness = compare(pair[report.report_id], pair[source.report_id])
    links = [(i, j) for i, j, share in likeness.first.links if share >= ALIGNED]
    more = [(i, j) for j, i, share in likeness.second.links if share >= ALIGNED]
    return tuple(_rows(mine, theirs, _joined(links, more)))


def changes_between(report: Reading, source: Reading) -> tuple[Relation, tuple[Alteration, ...]]:
    """How one report would derive from another, and what it would have altered, whether or not they are kin."""
    kindred = Kindred((report, source))
    relation = relation_of(kindred, report.report_id, source.report_id)
    row = Kinship(report.report_id, source.report_id, relation, 1.0)
    return relation, alterations_between(kindred, row)


def _pieces(reading: Reading) -> list[Piece]:
    """The sentences that lineage compares, with their places in the raw text."""
    places: list[int] = []  # of each character of the body in the raw text
    for span in reading.body():
        places += [*range(span.start, span.end), span.end]
    whole = reading.body_text()
    body, ahead = whole.strip(), len(whole) - len(whole.lstrip())
    found = []
    for start, end in split(body[:MAX_CHARACTERS])[:MAX_SENTENCES]:
        found.append(Piece(body[start:end], places[ahead + start], places[ahead + end - 1] + 1))
    return found


def _joined(links: Iterable[Link], more: Iterable[Link]) -> list[Link]:
    """The links, and of the others those that cross none of them."""
    kept = list(links)
    for i, j in more:
        if all((i - a) * (j - b) >= 0 for a, b in kept):
            kept.append((i, j))
    return sorted(set(kept))


def _rows(mine: Sequence[Piece], theirs: Sequence[Piece], links: Sequence[Link]) -> Iterator[Row]:
    """Rows from top to bottom: groups of linked sentences, and what stands alone between them."""
    i = j = 0
    for left, right in _groups(links):
        yield from (Row((p,), ()) for p in theirs[j : min(right)])
        yield from (Row((), (p,)) for p in mine[i : min(left)])
        i, j = max(i, max(left) + 1), max(j, max(right) + 1)
        yield Row(tuple(theirs[k] for k in sorted(right)), tuple(mine[k] for k in sorted(left)))
    yield from (Row((p,), ()) for p in theirs[j:])
    yield from (Row((), (p,)) for p in mine[i:])


def _groups(links: Sequence[Link]) -> Iterator[tuple[set[int], set[int]]]:
    """Links that share a sentence, together; with what lies between, so that no sentence is passed over."""
    left: set[int] = set()
    right: set[int] = set()
    for i, j in links:
        if left and (i > max(left) and j > max(right)):
            yield _filled(left), _filled(right)
            left, right = set(), set()
        left.add(i)
        right.add(j)
    if left:
        yield _filled(left), _filled(right)


def _filled(numbers: set[int]) -> set[int]:
    return set(range(min(numbers), max(numbers) + 1))


def _words(pieces: Iterable[Piece]) -> list[str]:
    return [word for piece in pieces for word in words(piece.text)]
