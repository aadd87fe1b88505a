"""Frames: what romanisations of one name have in common, by rules of its country's languages (data/spellings.toml).

A frame is the loosest key of the gazetteer: consonants by class, without article and generic words.  It is a key to
gather names, not to judge them; `alikeness` says how near two names are.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from zlib import crc32

from rapidfuzz.distance import Levenshtein

from fogline.grounding.gazetteer_keys import ARTICLES, article_free, sound

TABLE = "spellings.toml"
EVERY, GENERAL = "every", "general"
HOT_NAMES = 1 << 14
CONSONANTS = "bdfklmnprstv"  # that the rules leave
_RUN = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("eyo", "iiu")
_NO_VOWELS = str.maketrans("", "", "aiu")


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """The rules of one family of languages, ready for use; `said[n]` replaces the n-th group of `written`."""

    name: str
    left_out: frozenset[str]
    written: re.Pattern[str]
    said: tuple[str, ...]
    letters: Mapping[int, str]
    seed: int

    def spoken(self, folded: str) -> str:
        """A folded name by the family's rules, its vowels evened to a, i and u."""
        parts = folded.split(" ")
        name = " ".join([w for w in parts if w not in self.left_out] or parts)
        heard = self.written.sub(self._replace, name).translate(self.letters)
        return _RUN.sub(r"\1", _RUN.sub(r"\1", heard).translate(_VOWELS))

    def frame(self, folded: str) -> str:
        """The consonants of `spoken`.

        >>> families()["burmese"].frame("kan thar kone") == families()["burmese"].frame("kanthagon")
        True
        """
        return self.spoken(folded).translate(_NO_VOWELS)

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


@lru_cache(HOT_NAMES)
def spoken(folded: str, family: Family) -> str:
    """`family.spoken`, remembered: of two names compared, one is the same again and again."""
    return family.spoken(folded)


def alikeness(one: str, other: str, family: Family) -> float:
    """How alike two folded names are: 0 to 1; the mean over their letters, their sounds, and as the family has them."""
    pairs = (
        (article_free(one), article_free(other)),
        (sound(one), sound(other)),
        (spoken(one, family), spoken(other, family)),
    )
    return sum(Levenshtein.normalized_similarity(*pair) for pair in pairs) / len(pairs)


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
        crc32(name.encode()),
    )
