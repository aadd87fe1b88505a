"""Two tellings side by side: which sentence tells what which other tells, and how far the one follows the other.

The weight of a word is its rarity within the two tellings alone, so what is judged of two reports does not depend on
which others the record holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from math import log

from rapidfuzz import fuzz

from fogline.lineage.tellings import Sentence, Telling

FLOOR = 0.15  # a share of a sentence below this is chance
ALIGNED = 0.25  # from this share on, a sentence counts as told by the other
VERBATIM = 80  # rapidfuzz ratio of sorted words, of 100
LONE = 0.5  # one sentence in the same words may be a statement that both heard; it counts if it is half of a report
CARRIED = 0.05  # share in the same words from which text was carried over: updates of a held report start at 0.09
IN_FULL = 0.5  # of a sentence's weight: whoever tells so much of it in other words tells it in full
FEWEST_WORDS = 6  # a shorter sentence proves nothing: "There was no comment."
LEAD = 3  # sentences in which a report tells its news

Bag = Mapping[str, float]  # the keys of a sentence, and what each weighs between two tellings
Link = tuple[int, int, float]  # row, column, share of the row's weight that the column holds


@dataclass(frozen=True, slots=True)
class View:
    """One telling seen from the other.  All shares are of its weight, 0 to 1.

    `links` pairs its sentences (rows) with those of the other, in the order of both.
    """

    aligned: float  # told by the other
    told: float  # the same sentence by sentence, each by as much as is told, in one sentence of the other or in several
    verbatim: float  # told in the same words; sentences that are a quotation are left out
    copied: float  # told in the same words, quotations with them
    order: float  # how much more it holds of the other read forwards than read backwards
    lead: float  # told by the other, of its first sentences alone, each by as much as is told
    opening: float  # the same of its very first
    depth: float  # where what both tell stands in it, on average: 0 at its top, 1 at its end
    before: float  # what stands above the first sentence that the other tells
    links: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two tellings have in common, seen from each.  `ratio` is the length of the first over the second's."""

    first: View
    second: View
    ratio: float

    @property
    def strength(self) -> float:
        """How much speaks for kinship: an order kept, and words kept.

        Reporters at one happening share names and numbers, but not the order in which they tell, nor sentences.
        """
        return max(self.first.order, self.second.order) + max(self.first.verbatim, self.second.verbatim)

    @property
    def keeps_text(self) -> bool:
        """Whether the one has sentences of the other in the same words."""
        return max(self.first.verbatim, self.second.verbatim) >= CARRIED

    def turned(self) -> Likeness:
        """The same with first and second exchanged."""
        return Likeness(self.second, self.first, 1 / self.ratio)


def compare(first: Telling, second: Telling) -> Likeness:
    """Lay two tellings side by side.  Symmetric: compare(b, a) is compare(a, b) turned."""
    rarity = _rarity(first.sentences, second.sentences)
    mine, theirs = _bags(first.sentences, rarity), _bags(second.sentences, rarity)
    rows, columns = ([sum(bag.values()) for bag in bags] for bags in (mine, theirs))
    shared = _shared(mine, theirs)
    same = _same_words((first.sentences, second.sentences), (rows, columns), shared)
    back: list[dict[int, float]] = [{} for _ in columns]
    for i, cells in enumerate(shared):
        for j, weight in cells.items():
            back[j][i] = weight
    left = _view(first.sentences, rows, shared, len(columns), {i for i, _ in same})
    right = _view(second.sentences, columns, back, len(rows), {j for _, j in same})
    joined = {(i, j) for i, j, _ in left.links} | {(i, j) for j, i, _ in right.links}
    turned = {(j, i) for i, j in joined}
    return Likeness(
        replace(left, told=_told(mine, rows, theirs, joined)),
        replace(right, told=_told(theirs, columns, mine, turned)),
        max(1, first.length) / max(1, second.length),
    )


def shares(first: Telling, second: Telling) -> list[dict[int, float]]:
    """For each sentence of the first, which part of its weight each sentence of the second holds, where it does."""
    rarity = _rarity(first.sentences, second.sentences)
    mine, theirs = _bags(first.sentences, rarity), _bags(second.sentences, rarity)
    found = []
    for bag, cells in zip(mine, _shared(mine, theirs), strict=True):
        weight = sum(bag.values()) or 1.0
        found.append({j: shared / weight for j, shared in cells.items()})
    return found


def _told(bags: Sequence[Bag], weights: Sequence[float], others: Sequence[Bag], joined: Set[tuple[int, int]]) -> float:
    """How much of a telling the other tells, 0 to 1; a sentence may be told in several that it is joined to."""
    held: dict[int, set[str]] = {}
    for i, j in joined:
        held.setdefault(i, set()).update(others[j])
    total = sum(weights)
    shared = {i: sum(weight for key, weight in bags[i].items() if key in keys) for i, keys in sorted(held.items())}
    return sum(min(part / IN_FULL, weights[i]) for i, part in shared.items()) / total if total else 0.0


def _rarity(first: Sequence[Sentence], second: Sequence[Sentence]) -> dict[str, float]:
    """The weight of each key: the fewer sentences of the two hold it, the more it weighs."""
    count: Counter[str] = Counter()
    for sentence in (*first, *second):
        count.update(sentence.factors.keys())
    total = len(first) + len(second) + 2
    weight = {n: log(total / n) for n in set(count.values())}
    return {key: weight[n] for key, n in count.items()}


def _bags(sentences: Sequence[Sentence], rarity: Mapping[str, float]) -> list[Bag]:
    """The keys of each sentence with what they weigh."""
    return [{key: factor * rarity[key] for key, factor in sentence.factors.items()} for sentence in sentences]


def _shared(first: Sequence[Bag], second: Sequence[Bag]) -> list[dict[int, float]]:
    """For each sentence of the first, the weight that it shares with sentences of the second."""
    holders: dict[str, list[int]] = {}
    for j, bag in enumerate(second):
        for key in bag:
            holders.setdefault(key, []).append(j)
    found: list[dict[int, float]] = []
    for bag in first:
        cells: dict[int, float] = {}
        for key, weight in bag.items():
            for j in holders.get(key, ()):
                cells[j] = cells.get(j, 0.0) + weight
        found.append(dict(sorted(cells.items())))
    return found


def _same_words(
    sentences: tuple[Sequence[Sentence], Sequence[Sentence]],
    weights: tuple[list[float], list[float]],
    shared: list[dict[int, float]],
) -> list[tuple[int, int]]:
    """The pairs of sentences that have nearly the same words; half of the weight in common is asked for first."""
    first, second = sentences
    rows, columns = weights
    return [
        (i, j)
        for i, cells in enumerate(shared)
        for j, weight in cells.items()
        if weight * 2 > max(rows[i], columns[j])
        and fuzz.token_sort_ratio(first[i].text.lower(), second[j].text.lower()) >= VERBATIM
    ]


def _view(
    sentences: Sequence[Sentence], weights: list[float], shared: list[dict[int, float]], width: int, same: set[int]
) -> View:
    total = sum(weights)
    if not total:
        return View(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, ())
    cells = [[(j, w / weights[i]) for j, w in row.items() if w > FLOOR * weights[i]] for i, row in enumerate(shared)]
    forwards, links = _follow(cells, weights, width)
    backwards, _ = _follow([[(width - 1 - j, s) for j, s in reversed(row)] for row in cells], weights, width)
    telling = {i for i in same if not sentences[i].quoted and len(sentences[i].factors) >= FEWEST_WORDS}
    verbatim = sum(weights[i] for i in sorted(telling)) / total
    if len(telling) == 1 and verbatim < LONE:
        verbatim = 0.0
    return View(
        aligned=sum(weights[i] for i, _, share in links if share >= ALIGNED) / total,
        told=0.0,  # known once both are seen
        verbatim=verbatim,
        copied=sum(weights[i] for i in sorted(same)) / total,
        order=max(0.0, forwards - backwards) / total,
        lead=_opening(weights, links, LEAD),
        opening=_opening(weights, links, 1),
        depth=_depth(links, len(weights)),
        before=sum(weights[: min((i for i, _, share in links if share >= ALIGNED), default=len(weights))]) / total,
        links=links,
    )


def _depth(links: Sequence[Link], sentences: int) -> float:
    """Where the aligned sentences stand, on average."""
    told = [(i, share) for i, _, share in links if share >= ALIGNED]
    return sum(i * share for i, share in told) / sum(share for _, share in told) / sentences if told else 0.0


def _opening(weights: Sequence[float], links: Sequence[Link], sentences: int) -> float:
    """How much of the first sentences the other tells."""
    total = sum(weights[:sentences])
    told = sum(min(1.0, share / IN_FULL) * weights[i] for i, _, share in links if i < sentences)
    return told / total if total else 0.0


def _follow(cells: list[list[tuple[int, float]]], weights: list[float], width: int) -> tuple[float, tuple[Link, ...]]:
    """The best way through the cells on which no row goes back to an earlier column; its gain, and its links.

    A Fenwick tree holds the best gain up to each column, so the cost is cells times the logarithm of the width.
    """
    tree: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    steps: list[tuple[Link, int]] = []
    for i, row in enumerate(cells):
        fresh: list[tuple[int, float, int]] = []
        for j, share in row:
            gain, before = _best(tree, j + 1)
            steps.append(((i, j, share), before))
            fresh.append((j + 1, gain + (share - FLOOR) / (1 - FLOOR) * weights[i], len(steps) - 1))
        for at, gain, step in fresh:
            _raise(tree, at, (gain, step))
    gain, step = _best(tree, width)
    links: list[Link] = []
    while step >= 0:
        link, step = steps[step]
        links.append(link)
    return gain, tuple(reversed(links))


def _best(tree: list[tuple[float, int]], at: int) -> tuple[float, int]:
    best = (0.0, -1)
    while at > 0:
        if tree[at][0] > best[0]:
            best = tree[at]
        at &= at - 1
    return best


def _raise(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        if value[0] > tree[at][0]:
            tree[at] = value
        at += at & -at
