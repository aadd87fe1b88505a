"""What limits a statement (a hedge, a plan, a "not", "most of", "all") and what it governs: put or dropped by the kin.

Both sentences must tell what the limit governs, and the other must limit nothing in the same way.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from fogline.language import words
from fogline.lineage.lexicon import lexicon
from fogline.lineage.likewise import is_told
from fogline.lineage.matches import Change, Match
from fogline.lineage.tellings import Sentence

SHOWN = 3  # words behind a limit that are shown with it
TOLD = 2 / 3  # of what a limit governs, that the other sentence must tell
_CLAUSE = re.compile(
    r"[;:—“”\"()]|,(?!\d)|"
    r"\b(?:and|but|while|when|where|who|which|whom|whose|as|after|before|because|until)\b"
)
_OTHERWISE = re.compile(r"(?<=\w )(?:May|Will)\b|\bmay not\b|\ball that\b")  # a month, a man; forbidden; the above


@dataclass(frozen=True, slots=True)
class Limit:
    """One way of limiting a statement; the fields as in `data/limits.toml`."""

    kind: str
    reach: int
    told: frozenset[str]
    retold: bool
    cues: tuple[tuple[str, ...], ...]  # the longest first
    opened: Mapping[str, tuple[tuple[str, ...], ...]]  # the cues by their first word, the longest first
    also: frozenset[str]


@dataclass(frozen=True, slots=True)
class Limited:
    """A cue where it stands: its words, with some behind it, and the telling words that it governs."""

    cue: tuple[str, ...]
    text: str
    governed: tuple[str, ...]


@cache
def known() -> tuple[Limit, ...]:
    """The limits of the data."""
    text = resources.files("fogline.lineage").joinpath("data/limits.toml").read_text(encoding="utf-8")
    return tuple(_read(row) for row in tomllib.loads(text)["limit"])


def _read(row: Mapping[str, Any]) -> Limit:
    cues = sorted((tuple(cue.split("_")) for cue in row["cues"].split()), key=lambda cue: (-len(cue), cue))
    also = {*row["also"].split(), *(cue[0] for cue in cues if len(cue) == 1)}
    opened: dict[str, tuple[tuple[str, ...], ...]] = {}
    for cue in cues:
        opened[cue[0]] = (*opened.get(cue[0], ()), cue)
    return Limit(row["kind"], row["reach"], frozenset(row["told"]), row["retold"], tuple(cues), opened, frozenset(also))


def limits(match: Match) -> Iterator[Change]:
    """What limits the one sentence and not the other: of each kind the first that was dropped with the first put."""
    gone: dict[str, str] = {}
    new: dict[str, str] = {}
    before, after = words(match.original.text), words(match.altered.text)
    for limit in known():
        if "dropped" in limit.told and not match.digest and (text := _missing(limit, match.original, after)):
            gone.setdefault(limit.kind, text)
        if "put" in limit.told and (text := _missing(limit, match.altered, before)):
            new.setdefault(limit.kind, text)
    for kind in sorted(gone.keys() | new.keys()):
        yield Change(kind, gone.get(kind, "-"), new.get(kind, "-"))


def _missing(limit: Limit, one: Sentence, has: Sequence[str]) -> str | None:
    """The words of the first limit in a sentence that the other, which `has` these words, lacks and yet tells of."""
    if not limit.also.isdisjoint(has):
        return None
    for found in (f for clause in clauses(one.text) for f in find_limits(limit, clause)):
        told = sum(_is_among(word, has) for word in found.governed)
        said = _stands_in(found.cue, has) or any(_is_among(w, has) for w in found.cue if w not in lexicon().empty)
        if found.governed and told >= TOLD * len(found.governed) and not said:
            return found.text
    return None


def _stands_in(phrase: Sequence[str], folded: Sequence[str]) -> bool:
    return f" {' '.join(phrase)} " in f" {' '.join(folded)} "


def _is_among(word: str, others: Sequence[str]) -> bool:
    return any(is_told(word, other) for other in others)


def find_limits(limit: Limit, clause: tuple[str, ...]) -> Iterator[Limited]:
    """Where a clause has a limit.  `clause`: its folded words."""
    for at, word in enumerate(clause):
        cue = next((c for c in limit.opened.get(word, ()) if clause[at : at + len(c)] == c), None)
        if cue:
            behind = clause[at + len(cue) :]
            telling = [w for w in behind if w not in lexicon().empty and len(w) > 2]
            text = " ".join([*cue, *behind[:SHOWN]])
            yield Limited(cue, text, tuple(telling[: limit.reach]))


@lru_cache(maxsize=1 << 14)
def clauses(sentence: str) -> tuple[tuple[str, ...], ...]:
    """The folded words of a sentence, clause by clause."""
    return tuple(tuple(words(clause)) for clause in _CLAUSE.split(_OTHERWISE.sub("", sentence)))
