"""Word lists about names, from data/names.toml and data/names_arms.toml, and what a word's form says of it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from fogline.language.countries import states

PERSON, ORG, LOC, FAC, NORP, WEAPON, VEHICLE = "PERSON", "ORG", "LOC", "FAC", "NORP", "WEAPON", "VEHICLE"
LABELS = (PERSON, ORG, LOC, FAC, NORP, WEAPON, VEHICLE)
LONGEST_PHRASE = 4  # words of a listed phrase

_ARTICLED = re.compile(r"(?:[Aa]l|[Ee][ls]|[Ee]z|[Aa][sntdrz]|[Aa]sh|[Uu]l|[Dd]|[Ll])[-'’][A-Z]")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,7}|(?:[A-Z]\.){2,}[A-Z]?|M\d\d")
_MODEL = re.compile(r"[A-Z]{0,3}-?\d{1,4}[A-Z]?\d?[A-Z]?s?")
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,9}-\d+[A-Za-z]?\d?")
_JOINERS = frozenset({"and", "or", "&", "versus", "vs", "vs."})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "our", "their", "his", "her", "its", "my"})


class Form:
    """What one word can be by its form and by the lists, whatever stands around it.  Plain `int` bits: quick."""

    CAPITAL = 1 << 0
    STOP = 1 << 1  # a sign, or a word that joins two names
    ARTICLE = 1 << 2
    LINK = 1 << 3  # "of", "for", "in" within a name
    PARTICLE = 1 << 4
    BEGINS = 1 << 5
    TITLE = 1 << 6
    BEFORE_TITLE = 1 << 7
    ORDINAL = 1 << 8
    NUMBER = 1 << 9
    ARM = 1 << 10
    UNIT = 1 << 11
    BODY = 1 << 12
    OWNER = 1 << 13
    CALENDAR = 1 << 14
    GENERIC = 1 << 15
    HAPPENING = 1 << 16
    ACRONYM = 1 << 17
    FOLLOWER = 1 << 18
    MODEL = 1 << 19
    DESIGNATION = 1 << 20
    FIRM = 1 << 22  # a title that only persons have


Phrases = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists by what they are for; phrases are tuples of lower-case words."""

    words: dict[str, int]  # word -> flags of Form
    titles: frozenset[str]
    heads: dict[str, Phrases]
    ends: dict[tuple[str, ...], tuple[str, ...]]  # the last words of a name -> the labels that they allow
    land_of: frozenset[str]
    opens: dict[str, str]  # first word of a name -> label
    modifiers: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]
    places_before: frozenset[str]
    places_of: frozenset[str]
    directions: frozenset[str]
    ways: frozenset[str]
    taken_by: frozenset[str]
    attacks: frozenset[str]
    leads: frozenset[str]
    groups: Phrases  # with their capitals
    opens_group: frozenset[str]
    continues: frozenset[str]
    peoples: Phrases  # with their capitals
    states: Phrases  # with their capitals
    seats: Phrases  # the cities of their governments
    arms: dict[str, dict[tuple[str, ...], tuple[str, bool]]]  # first word -> form -> label, whether shared
    arm_nouns: dict[str, str]
    arm_shapes: tuple[tuple[re.Pattern[str], str], ...]
    ships: frozenset[str]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("fogline.language").joinpath(f"data/{name}").read_text("utf-8"))


def _phrases(*lists: list[str]) -> Phrases:
    return frozenset(tuple(p.split()) for words in lists for p in words)


@cache
def lexicon() -> Lexicon:
    """The lists as shipped."""
    names, arms = _table("names.toml"), _table("names_arms.toml")
    heads, around, titles = names["heads"], names["around"], names["titles"]
    nations, seats, demonyms = _nations()
    return Lexicon(
        words=_word_flags(names),
        titles=frozenset(word for part in ("ranks", "address", "posts") for word in titles[part]),
        heads={k: _phrases(v) for k, v in heads.items()},
        ends=_ends(heads),
        land_of=frozenset(heads["land_of"]),
        opens=dict.fromkeys(heads["opens_land"], LOC) | dict.fromkeys(heads["opens_facility"], FAC),
        modifiers=frozenset(heads["facility_modifiers"]),
        surnames=frozenset(heads["surnames"]),
        given=frozenset(around["given"]),
        places_before=frozenset(around["places_before"]),
        places_of=frozenset(around["places_of"]),
        directions=frozenset(around["directions"]),
        ways=frozenset(around["ways"]),
        taken_by=frozenset(around["taken_by"]),
        attacks=frozenset(around["attacks"]),
        leads=frozenset(around["leads"]),
        groups=_phrases(names["groups"]["known"]),
        opens_group=frozenset(names["groups"]["opens"]),
        continues=frozenset(names["groups"]["continues"]),
        peoples=_phrases(names["peoples"]["names"], demonyms),
        states=_phrases(nations),
        seats=_phrases(seats),
        arms=_arms(arms),
        arm_nouns=dict.fromkeys(arms["weapon"]["nouns"], WEAPON) | dict.fromkeys(arms["vehicle"]["nouns"], VEHICLE),
        arm_shapes=tuple((re.compile("|".join(arms[k]["shapes"])), v) for k, v in _KINDS),
        ships=frozenset(around["ships"]),
    )


_KINDS = (("weapon", WEAPON), ("vehicle", VEHICLE))


def _nations() -> tuple[list[str], list[str], list[str]]:
    """The names, the capitals and the adjectives of states."""
    names = [name for state in states() for name in (state.name, *state.alternates)]
    adjectives = [word for state in states() for word in state.demonyms if "'" not in word]
    seats = [state.capital for state in states() if state.capital]
    return names, seats, [word for word in adjectives if not word.isupper() and word.strip(".") not in ("U.S", "U.K")]


def _ends(heads: dict[str, list[str]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    parts = (
        (ORG, ("units", "bodies", "national")),
        (FAC, ("facilities",)),
        (LOC, ("lands", "great_lands")),
    )
    ends: dict[tuple[str, ...], tuple[str, ...]] = {}
    for label, lists in parts:
        for phrase in _phrases(*(heads[name] for name in lists)):
            ends[phrase] = (*ends.get(phrase, ()), label)
    return ends


def _arms(arms: dict[str, Any]) -> dict[str, dict[tuple[str, ...], tuple[str, bool]]]:
    forms: dict[str, dict[tuple[str, ...], tuple[str, bool]]] = {}
    for kind, label in reversed(_KINDS):
        for listed in ("shared", "plain"):
            for name in arms[kind][listed]:
                parts = (
                    tuple(re.findall(r"-(?=[A-Za-z])|(?:(?!-[A-Za-z])\S)+", name))
                    if "l-" not in name
                    else tuple(name.split())
                )
                for form in (parts, (*parts[:-1], parts[-1] + "s")):
                    forms.setdefault(form[0], {})[form] = (label, listed == "shared")
    return forms


def _word_flags(names: dict[str, Any]) -> dict[str, int]:
    titles, heads, inside, around = names["titles"], names["heads"], names["inside"], names["around"]
    lists: tuple[tuple[int, list[str]], ...] = (
        (Form.TITLE, titles["ranks"] + titles["address"] + titles["posts"]),
        (Form.FIRM, titles["ranks"] + titles["address"] + titles["firm"]),
        (Form.BEFORE_TITLE, titles["before"]),
        (Form.ARM, heads["arms"]),
        (Form.UNIT, heads["units"]),
        (Form.BODY, heads["bodies"]),
        (Form.PARTICLE, inside["particles"]),
        (Form.BEGINS, inside["begins"]),
        (Form.OWNER, inside["owners"]),
        (Form.ORDINAL, inside["ordinals"]),
        (Form.NUMBER, inside["numbers"]),
        (Form.CALENDAR, around["calendar"]),
        (Form.GENERIC, around["generic"]),
        (Form.HAPPENING, around["happenings"]),
        (Form.FOLLOWER, around["followers"]),
        (Form.ARTICLE, list(_ARTICLES)),
        (Form.STOP, list(_JOINERS)),
        (Form.LINK, ["of", "for", "in", "on", "to"]),
    )
    flags: dict[str, int] = {}
    for flag, words in lists:
        for word in words:
            if " " not in word:
                flags[word] = flags.get(word, 0) | flag
    return flags


@lru_cache(maxsize=65536)
def form(text: str) -> tuple[str, int]:
    """The word in lower case, and its flags of `Form`."""
    low = text.lower()
    flags = lexicon().words.get(low, 0)
    if text[0].isupper() or _ARTICLED.match(text):
        flags |= Form.CAPITAL
    elif not any(c.isalnum() for c in text):
        flags |= Form.STOP
    for pattern, flag in (
        (_ORDINAL, Form.ORDINAL),
        (_ACRONYM, Form.ACRONYM),
        (_MODEL, Form.MODEL),
        (_DESIGNATION, Form.DESIGNATION),
    ):
        if pattern.fullmatch(text):
            flags |= flag
    return low, flags


@lru_cache(maxsize=65536)
def arm_shape(text: str) -> str | None:
    """WEAPON or VEHICLE where the word has the shape of a designation ("T-72", "S-400"); a plural "s" may follow."""
    if not any(c.isdigit() for c in text) and not text.isupper():
        return None
    bare = text[:-1] if len(text) > 3 and text.endswith("s") else text
    maker, _, number = bare.partition("-")
    if number.isdigit() and (listed := lexicon().arms.get(maker, {}).get((maker,))):
        return listed[0]
    return next((label for shape, label in lexicon().arm_shapes if shape.fullmatch(bare)), None)
