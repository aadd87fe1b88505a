"""Which place named before "the town", "the place", "there" and "it" mean: the one for which most speaks.

What speaks for a place are traits of how the report told of it, each with a weight of its own for each sort of
reference.  The weights are learnt from our own labelled sentences (`training/claims/antecedents.py`).
Source, with the trials' figures: docs/decisions/0045-which-place-is-meant.md
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import islice
from math import log1p

from fogline.grounding.board import Found
from fogline.grounding.nouns import nouns
from fogline.language.countries import capital_country
from fogline.language.plain import Word, Words

FAR = 15  # sentences that are looked back over, besides the first of the report
NEAR = 3  # sentences whose names are counted against each other
MOST, FIRST = 60, 12  # names that are weighed: of the latest, and of the first sentence
GAZETTEER = 4  # the rank of a name that the gazetteer knows
PLACES_IN = frozenset({"in", "at", "inside", "into", "on"})
SORTS = {
    "there": "there", "it": "it", "its": "it", "city": "city", "capital": "city", "village": "village",
    "hamlet": "village",
}  # fmt: skip
ROLES = {"nsubj": "subject", "nsubj:pass": "passive", "obj": "object", "nmod:poss": "owner", "compound": "compound"}

Traits = list[tuple[str, float]]


def anywhere(_: Found) -> bool:
    """Any place may be meant."""
    return True


@dataclass(frozen=True, slots=True)
class Told:
    """One place as a sentence names it.

    `role`: how it stands there; `taken`: whether it is taken, lost, held or hit; `called`: the sorts of place it is
    said to be; `around`: whether it is only the town around a site or part that is named, which "it" is not.
    """

    piece: Found
    sentence: int
    role: str
    taken: bool
    listed: bool
    leads: bool
    bounds: bool
    called: frozenset[str]
    around: bool = False


@dataclass(slots=True)
class Known:
    """What a report told of one place so far."""

    last: Told
    times: int = 0
    taken: int = 0
    first: int = 0
    acted: bool = False
    called: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Antecedents:
    """The places named so far, by their texts, the latest last."""

    known: dict[str, Known] = field(default_factory=dict)
    recent: list[tuple[int, str]] = field(default_factory=list)
    times: int = 0
    most: int = 0
    opening: list[str] = field(default_factory=list)
    meant_so: dict[str, Counter[str]] = field(default_factory=dict)  # by word: what it meant, how often
    meant_last: dict[str, str] = field(default_factory=dict)
    answered: Counter[str] = field(default_factory=Counter)  # how often each word was answered

    def note(self, told: Told) -> None:
        """Remember a place."""
        text = told.piece.text
        own = self.known.pop(text, None) or Known(told, first=told.sentence)
        self.known[text] = own
        own.last, own.times, own.taken = told, own.times + 1, own.taken + told.taken
        own.acted = own.acted or told.role in ("subject", "passive", "object")
        own.called |= told.called
        self.times, self.most = self.times + 1, max(self.most, own.times)
        self.recent.append((told.sentence, text))
        if told.sentence == 0 and len(self.opening) < FIRST and text not in self.opening:
            self.opening.append(text)

    def meant(self, token: Word, sentence: int, fits: Callable[[Found], bool] = anywhere) -> Found | None:
        """The place that "the town", "there" or "it" means, of those that fit; `None` where none was named."""
        word = token.lemma if token.pos_ == "NOUN" else token.lower_
        weights = learnt()[sort_of(word)]
        best: tuple[float, Found] | None = None
        for known, traits in self.candidates(word, sentence):
            if not fits(known.last.piece) or (known.last.around and sort_of(word) == "it"):
                continue
            score = sum(weights.get(name, 0.0) * value for name, value in traits)
            if best is None or score > best[0]:
                best = score, known.last.piece
        if best is None:
            return None
        text = best[1].text
        self.meant_so.setdefault(word, Counter())[text] += 1
        self.meant_last[word] = text
        self.answered[word] += 1
        return best[1]

    def candidates(self, word: str, sentence: int) -> Iterator[tuple[Known, Traits]]:
        """The places that may be meant, the latest first, with what speaks for and against them."""
        near = Counter(text for _, text in islice(self._since(sentence - NEAR), MOST))
        for rank, own in enumerate(self._reachable(sentence)):
            share = near[own.last.piece.text] / max(1, near.total())
            before = self._of_answers(own.last.piece.text, word)
            yield own, [*_of_text(own, word), *self._of_times(own, sentence, rank), ("share near", share), *before]

    def _of_answers(self, text: str, word: str) -> Traits:
        """Whether it was meant by the same word before."""
        answers = self.meant_so.get(word)
        if not answers:
            return []
        return [
            ("meant so last", float(self.meant_last[word] == text)),
            ("meant so before", answers[text] / self.answered[word]),
            ("meant so never", float(text not in answers)),
        ]

    def _reachable(self, sentence: int) -> Iterator[Known]:
        seen = set()
        for text, own in islice(reversed(self.known.items()), MOST):
            if sentence - own.last.sentence > FAR:
                break
            seen.add(text)
            yield own
        yield from (self.known[text] for text in self.opening if text not in seen)

    def _since(self, sentence: int) -> Iterator[tuple[int, str]]:
        for said, text in reversed(self.recent):
            if said < sentence:
                return
            yield said, text

    def _of_times(self, own: Known, sentence: int, rank: int) -> Traits:
        """When and how often it was told."""
        ago = sentence - own.last.sentence
        return [
            (f"{ago} sentences ago" if ago <= 4 else "longer ago", 1.0),
            ("sentences ago", min(ago, 12) / 4),
            (f"rank {rank}" if rank <= 3 else "rank lower", 1.0),
            ("rank", log1p(rank)),
            ("times", log1p(own.times)),
            ("told most", float(own.times == self.most)),
            ("share", own.times / self.times),
            ("in the first sentence", float(own.first == 0)),
            ("early", float(own.first <= 1)),
            ("in the first alone", float(own.last.sentence == 0)),
        ]


def _of_text(own: Known, word: str) -> Traits:
    """How it stands, and what its name says."""
    last, text = own.last, own.last.piece.text
    words = text.lower().split()
    lists = nouns().definite_place
    sites = lists["facility"] | nouns().facilities["nouns"] | nouns().facilities["sites"]
    regions = nouns().regions["directions"] | nouns().regions["bare"]
    return [
        (last.role, 1.0),
        ("taken", float(last.taken)),
        ("taken before", float(own.taken > 0)),
        ("share taken", own.taken / own.times),
        ("listed", float(last.listed)),
        ("in capitals", float(text.isupper())),
        ("leads", float(last.leads)),
        ("bounds", float(last.bounds)),
        ("acts or is acted on", float(own.acted)),
        ("country", float((last.piece.key or "").startswith("country:"))),
        ("in the gazetteer", float(last.piece.rank == GAZETTEER)),
        ("seat of a state", float(capital_country(text) is not None)),
        ("site", float(words[-1] in sites)),
        ("province", float(words[-1] in lists["province"] | {"region", "oblast"})),
        ("direction", float(words[0] in regions)),
        ("part of", float("of" in words)),
        ("described", float(not last.piece.named)),
        ("one word", float(len(words) == 1)),
        ("way", float(bool({"road", "highway", "border"} & set(words)))),
        ("called so", float(word in own.called)),
        ("called otherwise", float(bool(own.called - {word}) and word in lists["settlement"])),
    ]


def told(piece: Found, sentence: int, doc: Words, *, bounds: bool) -> Told:
    """A place as a sentence names it."""
    root = doc.root(piece.start, piece.end) if piece.end > piece.start + 1 else doc[piece.start]
    listed = root.dep_ == "conj" or any(child.dep_ == "conj" for child in root.children)
    leads = piece.start <= doc[piece.start].sent.start + 1
    return Told(piece, sentence, _role(root), is_taken(root), listed, leads, bounds, frozenset(_called(root)))


def _role(root: Word) -> str:
    top = root
    while top.dep_ in ("conj", "appos") and top.head is not top and top.head.pos_ in ("PROPN", "NOUN"):
        top = top.head
    if top.dep_ not in ("obl", "nmod"):
        return ROLES.get(top.dep_, "other")
    case = next((child.lower_ for child in root.children if child.dep_ == "case"), "")
    return f"{top.dep_} {'in' if case in PLACES_IN else 'else' if case else 'bare'}"


def is_taken(root: Word) -> bool:
    """As in "lost Karsin", "Karsin was shelled", "Karsin fell", "Karsin is in rebel hands"."""
    lists, head = nouns().unknown_place, root.head
    while root.dep_ in ("conj", "appos") and head is not root and head.pos_ in ("PROPN", "NOUN"):
        root, head = head, head.head
    if root.dep_ in ("obj", "nsubj:pass"):
        return head.lemma in lists["taken_by"] | lists["done_to"]
    return root.dep_ == "nsubj" and head.lemma in lists["falls"] | lists["goes"] | nouns().actors["held"]


def _called(root: Word) -> Iterator[str]:
    """The sorts that a place is said to be: "Karsin, a village", "the village of Karsin"."""
    sorts = nouns().definite_place["settlement"]
    said = [child.lemma for child in root.children if child.dep_ == "appos"]
    if root.dep_ in ("appos", "flat") or any(child.lower_ == "of" for child in root.children if child.dep_ == "case"):
        said.append(root.head.lemma)
    yield from (word for word in said if word in sorts)


def sort_of(word: str) -> str:
    """The sort of a reference: "there", "it", "city" (also for capitals), "village", or "town" for the rest."""
    return SORTS.get(word, "town")


@cache
def learnt() -> Mapping[str, Mapping[str, float]]:
    """The weights of the traits, by the sort of reference."""
    table = tomllib.loads(files("fogline.grounding").joinpath("data/antecedents.toml").read_text(encoding="utf-8"))
    return {sort: dict(weights) for sort, weights in table.items()}
