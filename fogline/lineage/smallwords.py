"""Small words put for others in a sentence that otherwise stays: "before" for "after", "may" for "will"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.language import words
from fogline.lineage.hunks import Hunk, text_of
from fogline.lineage.lexicon import lexicon
from fogline.lineage.matches import Change
from fogline.lineage.tokens import Kind, Token

LONGEST = 4  # small words in one place


def small_words(hunk: Hunk) -> Iterator[Change]:
    """Function words that mean something else; not before a number, where a bound is looked for."""
    parts = (hunk.original, hunk.altered)
    plain = all(t.kind is Kind.EMPTY for part in parts for t in part) and max(map(len, parts)) <= LONGEST
    if not plain or (hunk.after and hunk.after[0].kind is Kind.NUMBER):
        return
    gone, new = (_groups(part) for part in parts)
    apart = sorted(gone ^ new)
    if apart:
        yield Change(apart[0][0], text_of(hunk.original) or "-", text_of(hunk.altered) or "-")


def _groups(part: Sequence[Token]) -> set[tuple[str, int]]:
    """The groups of like words that a part has words of: the kind and the number of each."""
    groups = lexicon().small
    return {groups[word] for word in words(text_of(part)) if word in groups}
