"""The rules that are tables: `data/rules.toml`, typed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.records import ClaimType, PlaceKind, Status

_SOUGHT = (
    "entered", "locals", "retaken", "lost", "gone", "goes_on", "claimed", "pronouns", "passive", "unions", "in_hand",
    "positions", "former", "then",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TakerRules:
    """How much each kind of claim says about who took a place that fell to nobody named."""

    fights: frozenset[ClaimType]
    here: float
    near: float
    told: float
    far: float
    third: float
    near_km: float
    days_before: int
    days_after: int
    least: float
    share: float


@dataclass(frozen=True, slots=True)
class WeightRules:
    """What makes a word count for less, as factors; see `weights`."""

    place_unnamed: float
    party_unnamed: float
    party_unlisted: float
    told_by_foe: float
    alone: float
    own_word: float
    own_unanswered: float
    faint: float
    former: float
    inferred: float
    inferred_foe: float
    retold: float
    least: float
    denial: float
    dispute: float
    lead: float


@dataclass(frozen=True, slots=True)
class Rules:
    """What a type of claim says about holdings, and for how many days."""

    takes: frozenset[ClaimType]
    keeps: frozenset[ClaimType]
    leaves: frozenset[ClaimType]
    contests: frozenset[ClaimType]
    sent: frozenset[ClaimType]
    beset: frozenset[ClaimType]
    comes: frozenset[ClaimType]
    bars: frozenset[ClaimType]
    contest_statuses: frozenset[Status]
    contest_days: int
    at_the_gates: frozenset[str]
    now_days: int
    before_days: int
    lately_days: int
    history_days: int
    window_days: int
    meet_days: int
    undated_days: int
    day_fixed_days: int
    present_days: int
    stale_days: int
    turn_days: int
    age_days: int
    heard_words: int
    never_held: frozenset[PlaceKind]
    directions: frozenset[str]
    points: frozenset[str]
    shares: tuple[str, ...]
    few: tuple[str, ...]
    most: tuple[str, ...]
    quarters: tuple[str, ...]
    camps: frozenset[str]
    near: tuple[str, ...]
    edges: tuple[str, ...]
    lengths: tuple[str, ...]
    towards: tuple[str, ...]
    taker: TakerRules
    weight: WeightRules
    one_group: float
    entered: frozenset[str]
    locals: frozenset[str]
    retaken: frozenset[str]
    lost: frozenset[str]
    gone: frozenset[str]
    goes_on: frozenset[str]
    claimed: frozenset[str]
    pronouns: frozenset[str]
    passive: frozenset[str]
    in_hand: frozenset[str]
    positions: frozenset[str]
    former: frozenset[str]
    then: frozenset[str]
    parts: tuple[str, ...]
    no_agent: tuple[str, ...]
    unions: frozenset[str]
    irregulars: frozenset[str]
    regulars: frozenset[str]
    anybody: frozenset[str]
    forces: frozenset[str]
    families: Mapping[ClaimType, str]
    denials: Mapping[ClaimType, frozenset[ClaimType]]  # a denied type -> the types that it contradicts
    admit_days: int
    news_days: int
    matters: Mapping[ClaimType, frozenset[str]]
    deniable: frozenset[ClaimType]
    kinds_of_place: frozenset[str]
    facilities: Mapping[str, str]
    words: Mapping[ClaimType, str]
    harm: Mapping[str, str]  # a word of the act -> what it counts


@cache
def rules() -> Rules:
    """The tables of this release, read once."""
    table = tomllib.loads(files("fogline.control").joinpath("data/rules.toml").read_text(encoding="utf-8"))
    stand, contest, time = table["stand"], table["contest"], table["time"]
    return Rules(
        takes=frozenset(map(ClaimType, stand["takes"])),
        keeps=frozenset(map(ClaimType, stand["keeps"])),
        leaves=frozenset(map(ClaimType, stand["leaves"])),
        contests=frozenset(map(ClaimType, stand["contests"])),
        sent=frozenset(map(ClaimType, stand["sent"])),
        beset=frozenset(map(ClaimType, stand["beset"])),
        comes=frozenset(map(ClaimType, stand["comes"])),
        bars=frozenset(map(ClaimType, stand["bars"])),
        contest_statuses=frozenset(map(Status, contest["statuses"])),
        contest_days=contest["days"],
        at_the_gates=frozenset(contest["at_the_gates"]),
        now_days=time["now_days"],
        before_days=time["before_days"],
        lately_days=time["lately_days"],
        history_days=time["history_days"],
        window_days=time["window_days"],
        meet_days=time["meet_days"],
        undated_days=time["undated_days"],
        day_fixed_days=time["day_fixed_days"],
        present_days=time["present_days"],
        stale_days=time["stale_days"],
        turn_days=time["turn_days"],
        age_days=time["age_days"],
        heard_words=time["heard_words"],
        never_held=frozenset(map(PlaceKind, table["places"]["never_held"])),
        directions=frozenset(table["places"]["directions"]),
        points=frozenset(table["places"]["points"]),
        shares=tuple(table["places"]["shares"]),
        few=tuple(table["places"]["few"]),
        most=tuple(table["places"]["most"]),
        quarters=tuple(table["places"]["quarters"]),
        camps=frozenset(table["places"]["camps"]),
        **_words(table),
        taker=_taker(table["taker"]),
        weight=WeightRules(**table["weight"]),
        one_group=table["holder"]["one_group"],
        no_agent=tuple(table["holder"]["no_agent"]),
        parts=tuple(table["holder"]["parts"]),
        irregulars=frozenset(table["anybody"]["irregulars"]),
        regulars=frozenset(table["anybody"]["regulars"]),
        anybody=frozenset(word for listed in table["anybody"].values() for word in listed),
        forces=frozenset(table["forces"]["words"]),
        families={ClaimType(t): family for family, types in table["families"].items() for t in types},
        denials={ClaimType(t): frozenset(map(ClaimType, types)) for t, types in table["denials"].items()},
        matters={t: frozenset(m for m, types in table["matters"].items() if t in types) for t in ClaimType},
        deniable=frozenset(ClaimType(t) for types in table["matters"].values() for t in types if t != "form"),
        kinds_of_place=frozenset(table["places"]["kinds_of_place"]),
        facilities=table["places"]["facilities"],
        admit_days=time["admit_days"],
        news_days=time["news_days"],
        words={ClaimType(t): words for t, words in table["words"].items()},
        harm={word: counted for counted, listed in table["harm"].items() for word in listed},
    )


def _words(table: Mapping[str, Any]) -> dict[str, Any]:
    """The lists of words that are looked for, in their order or as sets."""
    places, holder = table["places"], table["holder"]
    told: dict[str, Any] = {key: tuple(places[key]) for key in ("near", "edges", "lengths", "towards")}
    return told | {key: frozenset(holder[key]) for key in _SOUGHT}


def _taker(table: Mapping[str, Any]) -> TakerRules:
    return TakerRules(**{**table, "fights": frozenset(map(ClaimType, table["fights"]))})
