"""Two sentences in nearly the same words, word by word: where the one has other words than the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from fogline.language import words
from fogline.lineage.tokens import Kind, Token

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words of the original that are gone, and those that stand there instead; either may be empty.

    `before` and `after`: the words that both have on each side, the nearest four.
    """

    original: tuple[Token, ...]
    altered: tuple[Token, ...]
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    moved: frozenset[str]  # folded words of the other hunks: what is among them may only have been moved
    kept: bool  # whether on either side words that both have adjoin, with one among them that tells


@dataclass(frozen=True, slots=True)
class Laid:
    """Two sentences laid side by side.  `share`: of the shorter one's words, those that both have in one order."""

    hunks: tuple[Hunk, ...]
    share: float


NEAR = 4  # words kept on each side of a hunk


@lru_cache(maxsize=1 << 12)
def lay(original: tuple[Token, ...], altered: tuple[Token, ...]) -> Laid:
    """Lay two sentences side by side."""
    matcher = SequenceMatcher(None, [_key(t) for t in original], [_key(t) for t in altered], autojunk=False)
    codes = matcher.get_opcodes()
    same = sum(end - start for tag, start, end, _, _ in codes if tag == "equal")
    changed = [_folded((*original[a:b], *altered[c:d])) for tag, a, b, c, d in codes]
    hunks = tuple(
        Hunk(
            original[a:b], altered[c:d], original[max(0, a - NEAR) : a], original[b : b + NEAR],
            moved=frozenset(w for n, part in enumerate(changed) if n != at and codes[n][0] != "equal" for w in part),
            kept=_tells(original, codes[at - 1 : at]) and _tells(original, codes[at + 1 : at + 2]),
        )
        for at, (tag, a, b, c, d) in enumerate(codes)
        if tag != "equal"
    )  # fmt: skip
    return Laid(hunks, same / max(1, min(len(original), len(altered))))


def _tells(original: Tokens, code: Sequence[tuple[str, int, int, int, int]]) -> bool:
    """Whether a run of words that stay has two words or more, and one that tells."""
    return any(
        end - start >= 2 and any(t.kind is not Kind.EMPTY for t in original[start:end]) for _, start, end, _, _ in code
    )


def _key(token: Token) -> str:
    return f"{token.kind}:{token.key}"


def _folded(tokens: Tokens) -> list[str]:
    return [word for token in tokens for word in words(token.text)]


def text_of(tokens: Tokens) -> str:
    """The words as they stand."""
    return " ".join(token.text for token in tokens)
