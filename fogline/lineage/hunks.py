"""Two sentences in nearly the same words, word by word: where the one has other words than the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from fogline.language import words
from fogline.lineage.tokens import Kind, Token

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words of the original that are gone, and those that stand there instead; either may be empty.

    `before` and `after`: the words that both have on each side, the nearest four.  `put` and `gone`: the folded words
    that other hunks put, and that are gone from them: what is gone here and put there was only moved, unless two hunks
    exchanged their words.
    """

    original: tuple[Token, ...]
    altered: tuple[Token, ...]
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    put: frozenset[str]
    gone: frozenset[str]
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
    changed = [(original[a:b], altered[c:d]) if tag != "equal" else ((), ()) for tag, a, b, c, d in codes]
    apart = [{at, *_exchanged(changed, at)} for at in range(len(codes))]
    hunks = tuple(
        Hunk(
            original[a:b], altered[c:d], original[max(0, a - NEAR) : a], original[b : b + NEAR],
            put=_folded(there for n, (_, there) in enumerate(changed) if n not in apart[at]),
            gone=_folded(here for n, (here, _) in enumerate(changed) if n not in apart[at]),
            kept=_tells(original, codes[at - 1 : at]) and _tells(original, codes[at + 1 : at + 2]),
        )
        for at, (tag, a, b, c, d) in enumerate(codes)
        if tag != "equal"
    )  # fmt: skip
    return Laid(hunks, same / max(1, min(len(original), len(altered))))


def _exchanged(changed: Sequence[tuple[Tokens, Tokens]], at: int) -> list[int]:
    """The hunks that put what is gone here, and from which is gone what is put here: "from A to B", "from B to A"."""
    mine = tuple(_folded([part]) for part in changed[at])
    turned = [(_folded([there]), _folded([here])) for here, there in changed]
    return [n for n, theirs in enumerate(turned) if all(mine) and theirs == mine]


def _tells(original: Tokens, code: Sequence[tuple[str, int, int, int, int]]) -> bool:
    """Whether a run of words that stay has two words or more, and one that tells."""
    return any(
        end - start >= 2 and any(t.kind is not Kind.EMPTY for t in original[start:end]) for _, start, end, _, _ in code
    )


def _key(token: Token) -> str:
    return f"{token.kind}:{token.key}"


def _folded(parts: Iterable[Tokens]) -> frozenset[str]:
    return frozenset(word for tokens in parts for token in tokens for word in words(token.text))


def text_of(tokens: Tokens) -> str:
    """The words as they stand."""
    return " ".join(token.text for token in tokens)
