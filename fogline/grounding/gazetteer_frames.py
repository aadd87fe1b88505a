"""Frames: what romanisations of one name have in common, by rules of its country's languages (data/spellings.toml).

A frame is the loosest key of the gazetteer: consonants by class, without article and generic words.  It is a key to
gather names, not to judge them: see `gazetteer_likeness`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from zlib import crc32

from fogline.grounding.gazetteer_keys import ARTICLES

TABLE = "spellings.toml"
EVERY, GENERAL = "every", "general"
CONSONANTS = "bdfklmnprstv"  # that the rules leave
LEAST_FRAME = 3  # consonants of a name that is looked for by its near frames
_RUN = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("eyo", "iiu", "'")
_NO_VOWELS = str.maketrans("", "", "aiu")


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """The rules of one family of languages, ready for use; `said[n]` replaces the n-th group of `written`."""

    name: str
    left_out: frozenset[str]
    written: re.Pattern[str]
    said: tuple[str, ...]
    letters: Mapping[int, str]
    near: tuple[str, ...]
    weights: Mapping[str, float]
    costs: Mapping[str, float]
    seed: int

    def heard(self, folded: str) -> str:
        """A folded name by the family's rules, its vowels as they are."""
        parts = folded.split(" ")
        name = " ".join([w for w in parts if w not in self.left_out] or parts)
        return _RUN.sub(r"\1", self.written.sub(self._replace, name).translate(self.letters))

    def spoken(self, folded: str) -> str:
        """A folded name by the family's rules, its vowels evened to a, i and u."""
        return _RUN.sub(r"\1", self.heard(folded).translate(_VOWELS))

    def frame(self, folded: str) -> str:
        """The consonants of `spoken`.

        >>> families()["burmese"].frame("kan thar kone") == families()["burmese"].frame("kanthagon")
        True
        """
        return consonants(self.spoken(folded))

    def key(self, frame: str) -> int:
        """The number that a frame is stored under: CRC-32 of family and frame."""
        return crc32(frame.encode(), self.seed)

    def _replace(self, found: re.Match[str]) -> str:
        return self.said[(found.lastindex or 1) - 1]


@cache
def families() -> Mapping[str, Family]:
    """The families of the data file, by name."""
    tables = _tables()
    every = tables[EVERY]
    return {name: _family(name, every, table) for name, table in tables.items() if name != EVERY}


def family_of(country: str | None) -> Family:
    """The family that a country's names are in; the general one where no other has it."""
    return families()[_country_families().get(country or "", GENERAL)]


def frame_keys(folded: str) -> list[int]:
    """The keys of a name in every family: whose country it is in is not known yet."""
    return [family.key(frame) for family in families().values() if (frame := family.frame(folded))]


def near_keys(folded: str) -> list[int]:
    """The keys of the frames that are one of the family's `near` consonants off, in every family."""
    return [
        family.key(near) for family in families().values() for near in near_frames(family.frame(folded), family.near)
    ]


def near_frames(frame: str, near: Iterable[str]) -> set[str]:
    """The frames that have one consonant of `near` more or less, or one of a pair for the other.

    None where the frame is so short that it says nothing.

    >>> sorted(near_frames("krs", ["n", "rl"]))
    ['kls', 'knrs', 'krns', 'krsn', 'nkrs']
    """
    if len(frame) < LEAST_FRAME:
        return set()
    frames: set[str] = set()
    for letters in near:
        one, other = letters[0], letters[1:]
        for at in range(len(frame) + 1):
            before, here, after = frame[:at], frame[at : at + 1], frame[at + 1 :]
            if here == one:
                frames.add(before + other + after)
            if here == other or not other:
                frames.add(before + one + (after if other else here + after))
    return frames - {frame}


def consonants(spoken: str) -> str:
    """What is left of a spoken name without its vowels."""
    return spoken.translate(_NO_VOWELS)


def is_written(name: str) -> bool:
    """Whether a name is as people write it, with a capital first.

    The others in GeoNames are transliterations by machine from other scripts, often without vowels.
    """
    return next((c.isupper() for c in name if c.isupper() or c.islower()), False)


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("fogline.grounding").joinpath("data", TABLE).read_text("utf-8"))


@cache
def _country_families() -> Mapping[str, str]:
    return {c: name for name, table in _tables().items() if name != EVERY for c in table["countries"]}


def _family(name: str, every: Mapping[str, Any], own: Mapping[str, Any]) -> Family:
    rules: list[tuple[str, str]] = [*every["said"], *own["said"]]
    return Family(
        name,
        frozenset(every["left_out"]) | frozenset(own["left_out"]) | ARTICLES,
        re.compile("|".join(f"({pattern})" for pattern, _ in rules)),
        tuple(said for _, said in rules),
        str.maketrans(own["letters"] | {" ": ""}),
        tuple(own["near"]),
        own["weights"],
        {edit: cost for cost, edits_of_it in own["costs"] for edit in edits_of_it.split()},
        crc32(name.encode()),
    )
