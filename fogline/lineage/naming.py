"""Names put for one another: which are forms of one name, and which of two is a place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from fogline.language import fold
from fogline.language.countries import capital_country, demonym_country, named_country
from fogline.lineage.lexicon import lexicon
from fogline.lineage.tokens import Kind, Token, skeleton, stem

ALIKE = 72  # rapidfuzz ratio from which two names are spellings of one
SPELLED = 60  # the same of the whole name, below which two names are not forms of one
CAPITALS = re.compile(r"[A-Z][\w-]*")


def is_form(before: str, after: str, texts: tuple[str, str] = ("", "")) -> bool:
    """Whether two names may be forms of one: romanisations, a capital for its state, or one the other's initials.

    `texts`: both sentences, for the initials.
    """
    before, after = (re.sub(r"[’']s$", "", name) for name in (before, after))
    one, other = fold(before), fold(after)
    if not one or not other or skeleton(one) == skeleton(other) or stem(one) == stem(other):
        return True
    if one.startswith(other[: max(3, len(other) - 2)]) or other.startswith(one[: max(3, len(one) - 2)]):
        return True
    if countries(before) & countries(after):
        return True
    initials = ["".join(w[0] for w in CAPITALS.findall(text)) for text in texts]
    return (after.isupper() and after in initials[0]) or (before.isupper() and before in initials[1])


def misspelled(before: str, after: str) -> bool:
    """Whether two names are one name with other consonants: not a romanisation, an adjective or a longer form."""
    one, other = fold(before), fold(after)
    if fuzz.ratio(one, other) < ALIKE:
        return False
    form = one.startswith(other[: len(one) - 2]) or other.startswith(one[: len(other) - 2]) or stem(one) == stem(other)
    return not form and skeleton(one) != skeleton(other)


def countries(name: str) -> frozenset[str]:
    """The states that a name stands for, by name, adjective or capital."""
    bare = name.removesuffix("’s").removesuffix("'s")
    return frozenset(iso for find in (demonym_country, named_country, capital_country) if (iso := find(bare)))


def names_among(tokens: Sequence[Token]) -> list[Token]:
    """The names of a part of a sentence; months, days, titles and ordinals are none."""
    book = lexicon()
    none = book.months.keys() | book.days.keys() | book.titles
    return [t for t in tokens if t.kind is Kind.NAME and fold(t.text) not in none]


def is_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name stands where news puts a place: behind "in", "from", "to" or the like."""
    before = [t.text.lower() for t in tokens[max(0, at - 2) : at] if t.kind is Kind.EMPTY]
    return bool(before) and before[-1] in lexicon().place_before
