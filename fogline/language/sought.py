"""Words that are looked for in a text, and where it holds them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fogline.language.word_spans import word_spans
from fogline.language.words import words
from fogline.records.errors import InputError

LONGEST = 100  # letters of a word: of a longer one only these are looked at
_TERM = re.compile(r'"([^"]*)"|(\S+)')
Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that must stand in a row; the last one need only begin so where `open`."""

    words: tuple[str, ...]
    open: bool = False

    def stands_at(self, told: Sequence[str], at: int) -> bool:
        """Whether these words stand in a row of words from position `at` on."""
        *first, last = self.words
        found = told[at : at + len(self.words)]
        if len(found) < len(self.words) or list(found[:-1]) != first:
            return False
        return found[-1].startswith(last) if self.open else found[-1] == last


def terms(wanted: str) -> tuple[Term, ...]:
    """What is looked for: words, "words in a row", and words that begin so*.

    >>> terms('"left the city" Hom*')
    (Term(words=('left', 'the', 'city'), open=False), Term(words=('hom',), open=True))

    Raises: InputError where there is no word in it.
    """
    found = []
    for phrase, word in _TERM.findall(wanted):
        if folded := tuple(w[:LONGEST] for w in words(phrase or word)):
            found.append(Term(folded, open=word.endswith("*")))
    if not found:
        raise InputError(f"{wanted!r} holds no word to look for: give words in letters from a to z, or numbers")
    return tuple(dict.fromkeys(found))


def holds(text: str, wanted: Sequence[Term]) -> bool:
    """Whether the text holds all that is looked for."""
    told = [word[:LONGEST] for word in words(text)]
    return all(any(term.stands_at(told, at) for at in range(len(told))) for term in wanted)


def marks(text: str, wanted: Sequence[Term]) -> list[Mark]:
    """Where the text holds what is looked for, in order; what overlaps is one.

    Units: code points of `text`, half-open.
    """
    spans = list(word_spans(text))
    told = [word[:LONGEST] for word, _, _ in spans]
    found: list[Mark] = []
    for at in range(len(spans)):
        for term in wanted:
            if term.stands_at(told, at):
                start, end = spans[at][1], spans[at + len(term.words) - 1][2]
                if found and start < found[-1][1]:
                    found[-1] = (found[-1][0], max(end, found[-1][1]))
                else:
                    found.append((start, end))
    return found


def excerpt(text: str, wanted: Sequence[Term], *, before: int = 8, words_long: int = 40) -> Mark:
    """The stretch of so many words that holds most of what is looked for; of equals, the first.

    It begins so many words before the first of them.  Units: code points, half-open; empty where there is none.
    """
    spans = list(word_spans(text))
    told = [word[:LONGEST] for word, _, _ in spans]
    standing = [(at, term) for at in range(len(spans)) for term in wanted if term.stands_at(told, at)]
    best, most = (0, 0), 0
    for start, _ in standing:
        first, last = max(start - before, 0), min(start - before + words_long, len(spans))
        held = len({term for at, term in standing if start <= at and at + len(term.words) <= last})
        if held > most:
            best, most = (spans[first][1], spans[last - 1][2]), held
    return best
