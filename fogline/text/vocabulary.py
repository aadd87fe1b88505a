"""What a paragraph is about: its names and its content words, folded."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.language.words import words

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_INSIDE = re.compile(r"(?<=[\w,;”’)] )[^\W\d_][\w’'-]*")
STEM = 6


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of data/words.toml: "grammar", "enders", "news" or "names"."""
    table = tomllib.loads((files("fogline.text") / "data" / "words.toml").read_text(encoding="utf-8"))
    return frozenset(words(table[name]))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names and the content words (their first letters) of a stretch of text."""

    names: frozenset[str]
    terms: frozenset[str]


def known_names(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand with a capital inside of a sentence somewhere: names, wherever they stand."""
    found = (token for text in texts for token in _INSIDE.findall(text) if token[0].isupper())
    return frozenset(words(" ".join(found))) - word_list("names") - word_list("grammar")


def vocabulary(text: str, names: frozenset[str]) -> Vocabulary:
    """The vocabulary of a paragraph, given the names of the whole report."""
    capital = words(" ".join(token for token in _WORD.findall(text) if token[0].isupper()))
    mine = names.intersection(capital)
    plain = {word for word in words(text) if len(word) > 3} - mine
    plain -= word_list("grammar") | word_list("news") | word_list("names")
    return Vocabulary(mine, frozenset(word[:STEM] for word in plain))


class Story:
    """The vocabulary of the paragraphs that are held to be the story; asks each about the others."""

    def __init__(self, members: dict[int, Vocabulary]) -> None:
        self.members = members
        self.names = Counter(name for one in members.values() for name in one.names)
        self.terms = Counter(term for one in members.values() for term in one.terms)

    def shared(self, at: int, one: Vocabulary) -> tuple[int, int, float]:
        """Names that a paragraph shares with the rest of the story, names that it does not, share of its terms."""
        own = 1 if at in self.members else 0
        names = sum(self.names[name] > own for name in one.names)
        terms = sum(self.terms[term] > own for term in one.terms)
        return names, len(one.names) - names, terms / len(one.terms) if one.terms else 0.0
