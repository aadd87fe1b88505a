"""The article that a name needs in running text: "the Health Ministry", "an officer", "residents", "the coast"."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

_DETERMINED = re.compile(
    r"(?:the|a|an|its|his|her|their|our|this|these|several|some|both|many|most|other|no|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|dozens|hundreds|thousands|\d[\d,.]*)\b|\S*['’]s ",
    re.IGNORECASE,
)

_SPELLED = re.compile(r"(?:[A-Z]{2,3}|[B-DF-HJ-NP-TV-Z]{4,6})\b")  # letters that are said one by one: "an SDF officer"
_OPEN_LETTERS = "AEFHILMNORSX"
_SOUNDS_OPEN = re.compile(r"(?!u[nksa]\b|uae\b|uni|ukr|ugan|us|euro|one)[aeiou]", re.IGNORECASE)


@lru_cache(maxsize=1)
def articles() -> dict[str, Any]:
    """The content of data/articles.toml."""
    return tomllib.loads((files("fogline.products") / "data" / "articles.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=2**12)  # thousands of claims share a name
def with_article(name: str) -> str:
    """The name of somebody as running text has it: "the Health Ministry", "an officer", "residents", "Sinjar"."""
    if name.startswith("The "):
        return f"the {name[4:]}"
    if not name or _DETERMINED.match(name) or re.search(r"['’]s ", name):
        return name
    names, head = articles()["names"], _head(name)
    if name.istitle() and name.lower() in names["one_of_them"]:
        return f"the {name.lower()}"  # "Rebels" that stood first in their sentence
    known = name in names["short_take_the"] or head in names["one_of_them"] or name in names["one_of_them"]
    long = len(name.split()) > 1 or name in names["alone_too"]
    if known or (long and head in names["take_the"]) or _place_takes_the(name):
        return f"the {name}"
    if not _is_one(head):
        return name
    spelled = _SPELLED.match(name)
    return f"{'an' if (spelled and spelled[0][0] in _OPEN_LETTERS) or _SOUNDS_OPEN.match(name) else 'a'} {name}"


def of_place(place: str) -> str:
    """The name of a place as running text has it: "the coast road", "the north", "Ramadi"."""
    if not place or _DETERMINED.match(place):
        return place
    stretch = place[0].islower() and (_is_one(_head(place)) or _head(place) in articles()["places"]["take_the"])
    return f"the {place}" if stretch or _place_takes_the(place) else place


def where(place: str) -> str:
    """A place behind its preposition: "in Ramadi", "at the Rabia crossing", "on the coast road"."""
    table = articles()["places"]
    preposition = next((word for word in ("at", "on") if _head(place) in table[word]), "in")
    return f"{preposition} {of_place(place)}"


def _is_one(head: str) -> bool:
    """Whether this is a plain word for one person or thing: "officer", not "officers", "Sinjar" or "people"."""
    plural = head.endswith("s") and not head.endswith("ss")
    return head.isalpha() and head.islower() and not plural and head not in articles()["names"]["take_nothing"]


def _place_takes_the(name: str) -> bool:
    return len(name.split()) > 1 and _head(name) in articles()["places"]["take_the"]


def _head(name: str) -> str:
    """The word that a name is built on: "Ministry" of "Ministry of Health", "officer" of "officer in Amadiya"."""
    words = name.split()
    parting, joined = articles()["names"]["parting"], articles()["names"]["joined"]
    end = next((i for i, word in enumerate(words) if word in parting and i), len(words))
    if 1 < end < len(words) and words[end - 1] in joined:  # "militias backed by K"
        end -= 1
    return words[end - 1] if words else ""
