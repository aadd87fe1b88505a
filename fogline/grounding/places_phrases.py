"""What a place's name says of itself: "Karsin province", "northern Norland", "the outskirts of Karsin".

Most such names stand in no gazetteer; they are places of their own inside, or at, a place that may stand there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from fogline.grounding.gazetteer_keys import ARTICLES
from fogline.grounding.nouns import nouns
from fogline.grounding.places_words import place_words
from fogline.language.words import fold
from fogline.records import PlaceKind

MOST_WORDS = 12
_OF = re.compile(r"\s+(?:of|in|at|near|around|outside|from|to|between|linking|with|on)\s+(?:the\s+)?", re.IGNORECASE)
_SIDES = re.compile(r"\s+(?:to|and|with)\s+", re.IGNORECASE)
_JOINT = re.compile(r"\s*[-–—]\s*")
_OWNER = re.compile(r"['’]s?\s+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name taken apart.  `parents` are the names inside of it: one, two for a road, none for a plain name.

    `qualifier` is `None` where the phrase is only the parent with its type ("the city of Karsin"), else the words that
    make another place of it, in one form ("northern", "airport", "outskirts").
    """

    parents: tuple[str, ...] = ()
    kind: PlaceKind | None = None
    qualifier: str | None = None


@lru_cache(maxsize=4096)
def read(name: str) -> Phrase:
    """Take a place's name apart; a plain name gives an empty phrase."""
    text = " ".join(name.replace("’", "'").split())
    if text.lower().startswith("the "):
        text = text[4:]
    if len(text.split()) > MOST_WORDS:
        return Phrase()
    return _road(text) or _of(text) or _tail(text) or _head(text) or Phrase()


def _road(text: str) -> Phrase | None:
    """As in "Karsin-Dor road", "the road between Karsin and Dor", "the highway from Karsin to Dor"."""
    words = text.split()
    if _kind_of(words[-1:]) is PlaceKind.ROAD and len(words) > 1:
        sides = _split_sides(" ".join(words[:-1]))
        return Phrase(sides, PlaceKind.ROAD, "road") if sides else None
    first = _OF.search(text)
    if first and _kind_of(text[: first.start()].split()[-1:]) is PlaceKind.ROAD:
        sides = tuple(s for s in _SIDES.split(text[first.end() :]) if s)
        return Phrase(sides[:2], PlaceKind.ROAD, "road" if len(sides) > 1 else "road to")
    return None


def _split_sides(text: str) -> tuple[str, ...] | None:
    """The two places that a hyphen joins; hyphens of articles ("Deir el-Nur") do not count."""
    for joint in _JOINT.finditer(text):
        left, right = text[: joint.start()], text[joint.end() :]
        last = left.split()[-1:] or [""]
        if left and right and fold(last[0].split("-")[-1]) not in ARTICLES:
            return left, right
    return None


def _of(text: str) -> Phrase | None:
    """As in "the city of Karsin", "airport in Karsin", "the northern outskirts of Karsin"."""
    joint = _OF.search(text)
    if joint is None or joint.start() == 0 or joint.end() == len(text):
        return None
    return _phrase(text[: joint.start()].split(), text[joint.end() :])


def _tail(text: str) -> Phrase | None:
    """As in "Karsin province", "Karsin's airport", "the Karsin countryside"."""
    owner = _OWNER.search(text)
    if owner and owner.start() > 0 and owner.end() < len(text):
        phrase = _phrase(text[owner.end() :].split(), text[: owner.start()])
        if phrase:
            return phrase
    words = text.split()
    for size in (3, 2, 1):
        if len(words) > size and _is_head(words[-size:]):
            return _phrase(words[-size:], " ".join(words[:-size]))
    return None


def _head(text: str) -> Phrase | None:
    """As in "northern Norland", "south-eastern Norland"; "eastern and southern Norland"."""
    words = text.split()
    for size in (3, 2, 1):
        if (
            len(words) > size
            and all(_direction(w) or w.lower() == "and" for w in words[:size])
            and _direction(words[0])
        ):
            return _phrase(words[:size], " ".join(words[size:]))
    return None


def _phrase(head: list[str], parent: str) -> Phrase | None:
    kept = [w for w in head if fold(w) not in _fillers()]
    types, facilities = _kinds("types"), _kinds("facilities")
    whole = fold(" ".join(kept))
    if whole in types:
        return Phrase((parent,), types[whole])
    kind = facilities.get(whole) or _kind_of(kept[-2:]) or _kind_of(kept[-1:])
    if kind is not None:
        extra = [d for w in kept[:-1] if (d := _direction(w))]
        return Phrase((parent,), kind, " ".join([*extra, str(kind)]))
    if kept and _is_head(kept):
        return Phrase((parent,), None, " ".join(_direction(w) or fold(w) for w in kept))
    return None


def _is_head(words: list[str]) -> bool:
    known = _heads()
    if fold(" ".join(words)) in known:
        return True
    return all(fold(w) in known or _direction(w) or fold(w) in _fillers() for w in words) and not all(
        fold(w) in _fillers() for w in words
    )


def _kind_of(words: list[str]) -> PlaceKind | None:
    return _kinds("facilities").get(fold(" ".join(words)))


def is_direction(qualifier: str) -> bool:
    """Whether a qualifier is made of directions only: "northern", "eastern southern"."""
    return all(_direction(w) for w in qualifier.split())


def _direction(word: str) -> str | None:
    found: str | None = place_words()["directions"].get(fold(word))
    return found


@cache
def _kinds(section: str) -> dict[str, PlaceKind]:
    return {word: PlaceKind(kind) for word, kind in place_words()[section].items()}


@cache
def _fillers() -> frozenset[str]:
    return frozenset(place_words()["fillers"]["words"])


@cache
def _heads() -> frozenset[str]:
    sites = nouns().facilities["nouns"]
    return frozenset([*place_words()["parts"]["words"], *_kinds("types"), *_kinds("facilities"), *sites])
