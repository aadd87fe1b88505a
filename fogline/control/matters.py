"""Claims that can contradict each other: those of one place, under all its spellings and retellings, or of no place.

Two places that no gazetteer knows are one where their names are spelled alike but for vowels and for the letters that
romanisations exchange ("Nakhila", "Nukhaila"), words for the kind of place aside.  What is told again in the very
words of another report is told of that report's place too: a place misread in one telling is right in the other.
Who is not in a town, or has the whole of it, is told so of its parts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from fogline.control.cues import cues, says
from fogline.control.denials import is_denied
from fogline.control.minutes import Minutes
from fogline.control.places import Line
from fogline.control.rules import rules
from fogline.control.settings import SPOKEN, Settings, Told
from fogline.control.spots import UNKNOWN, consonants
from fogline.control.watching import World
from fogline.language.words import words
from fogline.records import Claim, ClaimType, Corpus, Name
from fogline.records.sources import Sources, key_of


@dataclass(frozen=True, slots=True)
class Matter:
    """The claims about one place, or about one thing without a place, in the order of their ids.

    `around`: those that are about it too, by what stands before them or by their words in another report.
    `beyond`: those that may be, since their place is known to nobody.  `counted`: those that count people and do not
    name their place, near words of this one: their figures may be of it.
    """

    place: Name | None
    claims: list[Claim]
    around: list[Claim]
    beyond: list[Claim]
    counted: list[Claim] = field(default_factory=list)
    key: str = ""  # by which it is known


def matters(corpus: Corpus, world: World, minutes: Iterable[Minutes]) -> Iterator[Matter]:
    """Each matter with its place, where it has one, and the claims about it that are said to be so or not so."""
    taken, claims = list(minutes), {claim.claim_id: claim for claim in corpus.claims()}
    spelled: Counter[str] = Counter()
    for each in taken:
        spelled.update(each.spelled)
    settings = Settings.of((row for each in taken for row in each.laid), claims, spelled)
    nowhere: Told = {}
    for noun, claim_id in (row for each in taken for row in each.nowhere):
        nowhere.setdefault(noun, []).append(claims[claim_id])
    placed = {claim.claim_id for line in world.lines for claim in line.claims}
    quoting = [(claims[i], quoted) for each in taken for i, quoted in each.quoting if i in placed]
    yield from _joined(world.lines, settings, nowhere, _told_again(quoting))
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in corpus.claims():
        if claim.claim_id not in placed:
            for key in _headings(claim, world.sources):
                groups.setdefault(key, []).append(claim)
    for key, told in sorted(groups.items()):
        yield Matter(told[0].place, spoken(told), [], [], key=" ".join(key))


def spoken(claims: Iterable[Claim]) -> list[Claim]:
    """Those that are asserted or denied, once each, in the order of their ids."""
    return _in_order({claim.claim_id: claim for claim in claims if claim.status in SPOKEN})


def _headings(claim: Claim, sources: Sources) -> Iterator[tuple[str, str, str]]:
    """Under what a claim of no line is filed: its family, and its country, or its side where it names no place."""
    family, where = rules().families.get(claim.type, claim.type), key_of(claim.place) if claim.place else ""
    if where:
        yield family, where, ""
    elif claim.actors:
        yield family, "", min(sources.sides_of(claim.actors))


def _only(found: Mapping[str, list[Line]]) -> dict[str, str]:
    """Of each noun for a part of the ground the one place that the record knows by it, by the key of its group."""
    keys: dict[str, set[str]] = {}
    for key, group in found.items():
        for noun in {rules().facilities[w] for line in group for w in words(line.name.text) if w in rules().facilities}:
            keys.setdefault(noun, set()).add(key)
    return {min(of): noun for noun, of in keys.items() if len(of) == 1}


def _joined(lines: Iterable[Line], settings: Settings, nowhere: Told, told: Told) -> Iterator[Matter]:
    """The lines, those of one place under several spellings as one, with what is told of them elsewhere.

    Where the record knows one crossing, who denies something of "the crossing" speaks of it.
    """
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(_spelling(line), []).append(line)
    only = _only(found)
    for key, group in sorted(found.items()):
        claims = [claim for line in group for claim in line.claims]
        named = min(group, key=lambda line: (-len(line.claims), line.key)).name
        inside = {claim.claim_id: claim for claim in spoken(claims)}
        places = sorted({claim.place.key for claim in claims if claim.place and claim.place.key})
        near = [
            *_beside(inside, told, settings.parts),
            *nowhere.get(only.get(key, ""), ()),
            *_beside(places, settings.named),
            *(claim for line in group for claim in line.wider if _is_of_all(claim)),
        ]
        around = {c.claim_id: c for c in near if c.claim_id not in inside}
        beyond = {c.claim_id: c for c in _beside(inside, settings.unknown) if c.claim_id not in around}
        known = inside.keys() | around.keys()
        told_near = {c.claim_id: c for c in _beside(inside, settings.counted) if c.claim_id not in known}
        own = list(inside.values())
        yield Matter(named, own, _in_order(around), _in_order(beyond), _in_order(told_near), key)


def _is_of_all(claim: Claim) -> bool:
    """Whether what is told of a town is told of each of its parts: somebody is not there, or has the whole of it."""
    if claim.type not in rules().keeps or not claim.actors:
        return False
    return is_denied(claim) or says(cues().whole, claim.anchor.quote)


def may_answer(claim: Claim) -> bool:
    """Whether a claim of no known place may be a rival of what is told of the place before it: a denial, a fight that
    goes on, or what is said of a part of it, or of the whole that it is a part of."""
    if is_denied(claim) or claim.place is None:
        return is_denied(claim)
    return _is_of_all(claim) or claim.type is ClaimType.CLASH or claim.place.text[:1].islower()


def _beside(claim_ids: Iterable[str], *tables: Told) -> list[Claim]:
    return [other for claim_id in claim_ids for table in tables for other in table.get(claim_id, ())]


def _in_order(claims: Mapping[str, Claim]) -> list[Claim]:
    return [claims[claim_id] for claim_id in sorted(claims)]


def _spelling(line: Line) -> str:
    if not line.key.startswith((UNKNOWN, "text:")):
        return line.key
    bare = consonants(line.name.text)
    return f"{UNKNOWN}{bare}" if len(bare) > 2 else line.key


def _told_again(quoting: Iterable[tuple[Claim, str]]) -> Told:
    """For each claim those that quote the same words, in the same sense, of another place; by claim id."""
    found: dict[str, list[Claim]] = {}
    for claim, quoted in quoting:
        found.setdefault(quoted, []).append(claim)
    again: Told = {}
    for group in found.values():
        places = {claim.place: claim for claim in sorted(group, key=lambda c: c.claim_id)}
        for claim in group if len(places) > 1 else ():
            again.setdefault(claim.claim_id, []).extend(o for place, o in places.items() if place != claim.place)
    return again
