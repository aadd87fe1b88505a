"""What the rest of the report says of who fills a role, beside the reader's chances for one sentence.

Source, with the trials' figures: docs/decisions/0034-roles-that-are-never-open.md
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.claims.candidates import Candidate, Cast
from fogline.claims.codebook import codebook
from fogline.claims.reader import Told
from fogline.language.words import fold
from fogline.records import ClaimType, Name

SHARE = 0.3  # what the other captures of the same place count for in who captured it
SURE = 0.4  # the least chance of the place that they are told of
INSIDE = 0.3  # the most that the end of a road keeps, where the road itself is told to be closed
NEXT = 16  # characters between a road and the place that its name ends in
ACCESS = frozenset({ClaimType.CLOSE, ClaimType.REOPEN})
WAYS = frozenset({"road", "roads", "highway", "border", "crossing", "frontier", "route", "motorway"})
FACILITIES = frozenset({"airport", "airfield", "base", "port", "harbour", "bridge", "barracks"})
OF_STATE = frozenset({"military", "airforce", "state"})


def weighed(told: Sequence[Told]) -> list[Told]:
    """The acts, who captured a place weighed with who is told to have captured it elsewhere in the report."""
    places = [_captured(one) for one in told]
    counts = Counter(place for place in places if place is not None)
    sums: defaultdict[tuple[str, str], float] = defaultdict(float)  # of the chances of a name, by place
    for one, place in zip(told, places, strict=True):
        if place is not None:
            for name, chance in one.actor.items():
                sums[place, name] += chance
    return [
        one if place is None else _weighed(one, place, sums, counts[place] - 1)
        for one, place in zip(told, places, strict=True)
    ]


def _captured(told: Told) -> str | None:
    """The place of a capture, folded, where it is likely enough."""
    if told.type is not ClaimType.CAPTURE or not told.place:
        return None
    name, chance = max(told.place.items(), key=lambda item: (item[1], item[0]))
    return fold(name).removesuffix(" province") if chance >= SURE else None


def _weighed(told: Told, place: str, sums: Mapping[tuple[str, str], float], others: int) -> Told:
    if not others:
        return told
    mean = {name: (sums[place, name] - chance) / others for name, chance in told.actor.items()}
    return replace(told, actor={name: (1 - SHARE) * c + SHARE * mean[name] for name, c in told.actor.items()})


def sited(told: Told, cast: Cast) -> Mapping[str, float]:
    """The places of an act with their chances: the road that is closed, not its end; the town told here, not the
    airport of the same town that an earlier sentence told of."""
    place = dict(told.place)
    here = [c for c in cast.here if c.is_place]
    if told.type in ACCESS:
        for inner, outer in [(a, b) for a in here for b in here if _ends_in(b, a)]:
            place[outer.text] = max(place.get(outer.text, 0.0), place.get(inner.text, 0.0))
            place[inner.text] = min(place.get(inner.text, 0.0), INSIDE)
    names = {c.text for c in here}
    words = {word.lower_ for word in cast.sentence}
    for name in told.place:
        town, _, kind = name.rpartition(" ")
        if name not in names and town in names and kind in FACILITIES - words:
            place[town] = max(place.get(town, 0.0), place.pop(name))
    return place


def _ends_in(way: Candidate, place: Candidate) -> bool:
    """Whether a place only ends the name of a road or border: "the road to Karsin"."""
    if way.text == place.text or way.text.split()[0].lower() not in WAYS:
        return False
    outer, inner = way.mention.anchor, place.mention.anchor
    within = outer.start <= inner.start and inner.end <= outer.end
    return within or (way.text.endswith(f" {place.text}") and 0 <= inner.start - outer.end <= NEXT)


def rebels_of(casts: Sequence[Cast]) -> dict[str, Counter[Name]]:
    """How often a report uses each name of the rebels of each country, by its code; under "" of a group that it calls
    "the insurgents"."""
    found: defaultdict[str, Counter[Name]] = defaultdict(Counter)
    for cast in casts:
        for candidate in cast.here:
            code = side_of(candidate.mention.name, "rebels") if candidate.may_act else None
            if code is None and _is_called_rebels(candidate, cast):
                code = ""
            if code is not None:
                found[code][candidate.mention.name] += 1
    return found


def fallen_to(told: Told, cast: Cast, rebels: Mapping[str, Counter[Name]]) -> Name | None:
    """To whom a place fell by "the fall of K", where the sentence tells of a state's own side, and the report of that
    state's rebels: to them, under the name that it uses most.  `None` where that is open.
    """
    if told.type is not ClaimType.CAPTURE or told.act.pos_ != "NOUN":
        return None
    if told.act.lemma not in codebook().classes["losing"]:
        return None
    losers = {code for c in cast.here if c.may_act and (code := side_of(c.mention.name, "government")) is not None}
    sides = {*losers, ""} if losers else set()
    uses = sum((rebels[code] for code in sorted(sides) if code in rebels), Counter[Name]())
    return max(uses, key=lambda name: (uses[name], name.text)) if uses else None


def _is_called_rebels(candidate: Candidate, cast: Cast) -> bool:
    """As a group is by "the insurgents", where the report has one alone."""
    grouped = not candidate.mention.named and (candidate.mention.name.key or "").startswith("group:")
    return grouped and cast.sentence.doc[candidate.head].lemma in codebook().classes["rebels"]


def side_of(name: Name, side: str) -> str | None:
    """The country on whose government's (or rebels') side a party is, by its key."""
    head, _, rest = (name.key or "").partition(":")
    code, _, own = rest.partition(":")
    if head == "side":
        return code if own == side else None
    return code if side == "government" and head in OF_STATE else None
