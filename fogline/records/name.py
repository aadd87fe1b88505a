"""Names: as a report uses them, where they stand, and the places and actors they were grounded to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fogline.records.anchor import Anchor

IN_TOWN = "in:"  # how the key of a site begins until grounding has run, "the hospital", before the town that is meant
SITE = " in "  # in the name of such a site, "hospital in Karsin"


@dataclass(frozen=True, slots=True)
class Name:
    """The fullest name that a report uses for somebody or somewhere, and the key it was grounded to.

    `key` is a `place_id` or `actor_id`; `None` until grounding has run.
    """

    text: str
    key: str | None = None

    @property
    def in_full(self) -> str:
        """With the town that a site without a name of its own lies in: "hospital in Karsin" of "the hospital"."""
        key = self.key or ""
        return f"{self.text}{SITE}{key.removeprefix(IN_TOWN)}" if key.startswith(IN_TOWN) else self.text

    def __lt__(self, other: Name) -> bool:
        """In the order of text, then of key; a name without a key comes first."""
        return (self.text, self.key or "") < (other.text, other.key or "")


def key_of(name: Name) -> str:
    """What a name is compared by: its key, or its text in lower case where it is not grounded."""
    return name.key or f"text:{name.text.casefold()}"


def site_of(name: str) -> str | None:
    """What a site without a name of its own is called by itself: "hospital", of "hospital in Karsin"."""
    word, between, _ = name.partition(SITE)
    return word if between and word.islower() else None


def shown_text(uses: Mapping[str, int]) -> str:
    """Of the texts that are used for one place, with how often, the one to show: the commonest; of equals the shorter,
    then one that is not all in capitals (as in a dateline), then the first by letters."""
    return min(uses, key=lambda text: (-uses[text], len(text), text.isupper(), text))


class MentionKind(StrEnum):
    """What a mention names."""

    PLACE = "place"
    ACTOR = "actor"  # a state, force, group, side, body or unnamed party
    PERSON = "person"
    AGENCY = "agency"  # a news agency, outlet or medium
    NATIONALITY = "nationality"  # "Syrian", "US"
    DATE = "date"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of body text that names something.

    `name.text` is the fullest name the report uses ("Hayat Tahrir al-Sham" for "HTS" or "the group").
    `named` is false for common nouns and pronouns resolved by context ("the rebels", "the city").
    """

    anchor: Anchor
    kind: MentionKind
    name: Name
    named: bool = True


class PlaceKind(StrEnum):
    """What sort of place; the coarser ones hold the finer ones."""

    COUNTRY = "country"
    REGION = "region"  # a part of the world or of a country without an official border: "southern Syria"
    PROVINCE = "province"
    DISTRICT = "district"
    CITY = "city"  # any settlement
    CROSSING = "crossing"
    AIRPORT = "airport"
    BASE = "base"
    PORT = "port"
    BRIDGE = "bridge"
    DAM = "dam"
    ROAD = "road"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere.  `lat` and `lon` (degrees, WGS 84) are `None` where it is not located: never guessed.

    `country` is an ISO 3166 two-letter code; `within` the `place_id` of the province, region or country around it.
    """

    place_id: str
    name: str
    kind: PlaceKind = PlaceKind.OTHER
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    within: str | None = None


class ActorKind(StrEnum):
    """Who somebody is, in the sense that weighs their word."""

    STATE = "state"  # a state or its government
    MILITARY = "military"
    ARMED_GROUP = "armed group"
    SIDE = "side"  # "Syrian rebels": a side as such, no group named
    PERSON = "person"
    MONITOR = "monitor"
    BODY = "body"  # UN bodies, ministries, aid groups, courts
    AGENCY = "agency"  # news agencies and outlets
    UNNAMED = "unnamed"  # "two security sources"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody.  `side` is the `actor_id` of the side they fight on, where known; `country` an ISO 3166 code."""

    actor_id: str
    name: str
    kind: ActorKind = ActorKind.OTHER
    country: str | None = None
    side: str | None = None
