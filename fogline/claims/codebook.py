"""The code book: which words in which frame make which claim.  The words are in data/codebook.toml."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.records import ClaimType


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: where the act's actor, target and place stand, and what it needs to be a claim at all."""

    type: ClaimType
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    need: tuple[str, ...] = ()
    object: str = "any"
    cue: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    armed: bool = False
    weapon: bool = False
    strict: bool = False
    access: str = ""
    people: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Codebook:
    """Frames by the words that call them, the verbs that lend arguments, and classes of nouns."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    states: Mapping[str, tuple[Frame, ...]]
    openers: frozenset[str]  # the verbs that an expression of several words begins with
    doers: frozenset[str]
    sufferers: frozenset[str]
    keepers: frozenset[str]
    control: Mapping[str, frozenset[str]]
    compounds: Mapping[str, ClaimType]
    classes: Mapping[str, frozenset[str]]
    irregular: Mapping[str, str]


@cache
def codebook() -> Codebook:
    """The code book as shipped."""
    table = tomllib.loads(files("fogline.claims").joinpath("data/codebook.toml").read_text(encoding="utf-8"))
    compounds = {word: ClaimType(entry["type"]) for entry in table["compound"].values() for word in entry["words"]}
    verbs = _by_word(table["verb"])
    light = {name: frozenset(words) for name, words in table["light"].items()}
    return Codebook(
        verbs=verbs,
        nouns=_by_word(table["noun"]),
        states=_by_word(table["state"]),
        openers=frozenset(key.split()[0] for key in (*verbs, *light["sufferer"]) if " " in key),
        doers=light["doer"],
        sufferers=light["sufferer"],
        keepers=light["keeper"],
        control={name: frozenset(words) for name, words in table["control"].items()},
        compounds=compounds,
        classes={name: frozenset(words) for name, words in table["classes"].items()},
        irregular=table["irregular"],
    )


def _by_word(entries: list[dict[str, Any]]) -> dict[str, tuple[Frame, ...]]:
    index: defaultdict[str, list[Frame]] = defaultdict(list)
    for entry in entries:
        frame = _frame(entry)
        for word in entry["words"]:
            index[word].append(frame)
    return {word: tuple(frames) for word, frames in index.items()}


def _frame(entry: dict[str, Any]) -> Frame:
    fields = {name: value for name, value in entry.items() if name != "words"}
    for name in ("actor", "target", "place", "need"):
        fields[name] = tuple(fields.get(name, ()))
    for name in ("cue", "never"):
        fields[name] = frozenset(fields.get(name, ()))
    fields["type"] = ClaimType(fields["type"])
    return Frame(**fields)
