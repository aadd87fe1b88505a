"""How an attack was made, a capture or a withdrawal came about, what a harm was or a meeting came to: by words around.

The words are in data/modes.toml.  Where the text does not say, there is no mode.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.claims.acts import expressions
from fogline.claims.codebook import codebook
from fogline.claims.surroundings import Around, surroundings
from fogline.language.plain import Word
from fogline.records import ClaimType

HYPHENS = frozenset({"-", "–", "‑"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the data file.  `mode` is empty where the words only hide shorter ones.

    `act` is the word of the example that has the mode.
    """

    mode: str
    acts: frozenset[str]
    words: frozenset[str]
    example: str
    act: str


@dataclass(frozen=True, slots=True)
class Modes:
    """The entries of a claim type in order, and where a verb or an expression stands among them."""

    entries: tuple[Entry, ...]
    by_act: Mapping[str, tuple[int, ...]]
    by_words: Mapping[str, tuple[int, ...]]
    longest: Mapping[str, int]  # of the expressions that a word begins, the words of the longest one


@cache
def modes() -> Mapping[ClaimType, Modes]:
    """The modes as shipped, by claim type."""
    return {
        ClaimType(kind): _indexed(
            tuple(
                Entry(e["mode"], frozenset(e.get("acts", ())), frozenset(e.get("words", ())), e["example"], e["act"])
                for e in entries
            )
        )
        for kind, entries in _table().items()
        if kind != "around"
    }


@cache
def around() -> Around:
    """Where words are looked for: the lists of prepositions and verbs, as shipped."""
    lists = {name: frozenset(words) for name, words in _table()["around"].items()}
    return lists | {"makes": lists["throws"] | codebook().doers}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("fogline.claims").joinpath("data/modes.toml").read_text(encoding="utf-8"))


def _indexed(entries: tuple[Entry, ...]) -> Modes:
    acts: defaultdict[str, list[int]] = defaultdict(list)
    words: defaultdict[str, list[int]] = defaultdict(list)
    for i, entry in enumerate(entries):
        for act in entry.acts:
            acts[act].append(i)
        for expression in entry.words:
            words[expression].append(i)
    longest: defaultdict[str, int] = defaultdict(int)
    for expression in words:
        first, *rest = expression.split()
        longest[first] = max(longest[first], 1 + len(rest))
    return Modes(
        entries, {k: tuple(v) for k, v in acts.items()}, {k: tuple(v) for k, v in words.items()}, dict(longest)
    )


def mode_of(act: Word, kind: ClaimType) -> str | None:
    """The mode that the words around an act say; `None` where they say none, or the type has none.

    Source: data/modes.toml
    """
    known = modes().get(kind)
    if known is None:
        return None
    done = {i for key in _acts(act) for i in known.by_act.get(key, ())}
    said = {i for key in _said(surroundings(act, kind, around()), known) for i in known.by_words[key]}
    for i in sorted(done | said):
        entry = known.entries[i]
        if entry.mode and (not entry.acts or i in done) and (not entry.words or i in said):
            return entry.mode
    return None


def _acts(act: Word) -> Iterator[str]:
    """The verb, also with its particle or object; of a noun, the verb that has it for its object: "open fire"."""
    if act.pos_ != "NOUN":
        yield from (key for key, _ in expressions(act))
    elif act.dep_ == "obj":
        yield f"{act.head.lemma} {act.lemma}"


def _said(tokens: Iterable[Word], known: Modes) -> Iterator[str]:
    """The expressions of the data file that words form, the longest where several start at one."""
    for run in _runs(tokens):
        lemmas, forms = [t.lemma for t in run], [t.lower_ for t in run]
        start = 0
        while start < len(run):
            longest = max(known.longest.get(lemmas[start], 0), known.longest.get(forms[start], 0))
            key, size = next(_found(lemmas[start : start + longest], forms[start : start + longest], known), ("", 1))
            if key:
                yield key
            start += size


def _found(lemmas: list[str], forms: list[str], known: Modes) -> Iterator[tuple[str, int]]:
    """The expressions that words begin with, by their lemmas or as they stand, and of how many; the longest first."""
    for size in range(len(forms), 0, -1):
        for words in (lemmas, forms):
            key = " ".join(words[:size])
            if key in known.by_words:
                yield key, size


def _runs(tokens: Iterable[Word]) -> Iterator[list[Word]]:
    """Words that stand side by side, hyphens apart, in the order of the text."""
    run: list[Word] = []
    last = -1
    for i, token in sorted({t.i: t for t in tokens}.items()):
        if run and any(token.doc[j].text not in HYPHENS for j in range(last + 1, i)):
            yield run
            run = []
        last = i
        if token.text not in HYPHENS:
            run.append(token)
    if run:
        yield run
