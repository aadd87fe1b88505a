"""The stage that grounds claims: names to places and actors, date expressions to periods."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fogline.grounding import dates
from fogline.grounding.gazetteer import Gazetteer
from fogline.grounding.own_side import of_two_sides
from fogline.grounding.places import PlaceHint, resolve
from fogline.grounding.roster import Roster
from fogline.grounding.sides import actor_of
from fogline.language.countries import country_name
from fogline.language.words import fold
from fogline.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    DateExpression,
    MentionKind,
    Name,
    Period,
    Place,
    Reading,
    Status,
    Tense,
)
from fogline.records.period import ELISION

# Types that tell a lasting state or tie: without a date in the text they have no period.
MOST_COUNTRIES = 4  # of those that a report names, the ones that its places are looked for in first
UNDATED = frozenset({ClaimType.LINK, ClaimType.FORM, ClaimType.SUPPORT, ClaimType.DESIGNATE})
# Types that happen at once: "captured since Friday" was on Friday.
MOMENTS = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.REOPEN})
MOST_DAYS = 62  # of a period that is only inferred: a longer one tells nothing
WRONG_SIDE = timedelta(days=14)  # what is told in the past is not dated later than that after the report
LONG_AGO = timedelta(days=60)
REAL = frozenset({Status.ASSERTED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class Ground:
    """A report stage: gives the claims their keys and periods, and the places and actors that they name."""

    gazetteer: Gazetteer
    roster: Roster
    name: str = "grounding"
    needs: tuple[str, ...] = ("claims", "mentions")
    gives: tuple[str, ...] = ("claims", "places", "actors", "day")

    def __call__(self, reading: Reading) -> Reading:
        """The reading with grounded claims, the places and actors they name, and its day where it is known."""
        if reading.refusal is not None or reading.claims is None:
            return reading
        places = resolve(place_hints(reading), gazetteer=self.gazetteer)
        actors: dict[Name, Actor] = {}
        claims = tuple(of_two_sides(self._grounded(c, places, actors), self.roster) for c in reading.claims)
        used = {n.key for c in claims for n in ((c.place,) if c.place else ()) + linked(c)}
        found = replace(
            reading,
            day=reading.day or reading.published,
            claims=claims,
            places=tuple(p for p in as_named(places, reading) if p.place_id in used),
            actors=each_once(actors.values()),
        )
        return resolve_periods(found)

    def _grounded(self, claim: Claim, places: dict[str, Place], actors: dict[Name, Actor]) -> Claim:
        def keyed(name: Name) -> Name:
            if name not in actors:
                actors[name] = actor_of(name, self.roster)
            return Name(name.text, actors[name].actor_id)

        def placed(name: Name) -> Name:
            return Name(name.text, places[name.in_full].place_id) if name.in_full in places else name

        heard = claim.attribution
        targets = (
            tuple(placed(n) for n in claim.targets)
            if claim.type is ClaimType.LINK
            else tuple(map(keyed, claim.targets))
        )
        return replace(
            claim,
            actors=tuple(map(keyed, claim.actors)),
            targets=targets,
            place=placed(claim.place) if claim.place is not None else None,
            attribution=replace(
                heard,
                speakers=tuple(map(keyed, heard.speakers)),
                via=keyed(heard.via) if heard.via else None,
            ),
        )


def each_once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each actor once, as it comes first, in the order of their ids."""
    found: dict[str, Actor] = {}
    for actor in actors:
        found.setdefault(actor.actor_id, actor)
    return tuple(found[key] for key in sorted(found))


def linked(claim: Claim) -> tuple[Name, ...]:
    """The places that a link leads to."""
    return claim.targets if claim.type is ClaimType.LINK else ()


def as_named(places: Mapping[str, Place], reading: Reading) -> tuple[Place, ...]:
    """Each place once, under the name that the report mostly gives it, in the order of their ids."""
    counts = Counter(m.name.text for m in reading.mentions or () if m.kind is MentionKind.PLACE)
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name, place in places.items():
        names[place.place_id].append(name)
    best = {key: max(sorted(given), key=lambda n: (counts[n], -len(n))) for key, given in names.items()}
    return tuple(replace(places[best[key]], name=best[key]) for key in sorted(best))


def place_hints(reading: Reading) -> dict[str, PlaceHint]:
    """Every place name of the report, with what the report says that helps to find it."""
    counts: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for mention in reading.mentions or ():
        key = mention.name.key or ""
        if key.startswith("country:"):
            countries[key.removeprefix("country:")] += 1
        if mention.kind is MentionKind.PLACE:
            counts[mention.name.text] += 1
            after = reading.raw[mention.anchor.end : mention.anchor.end + 24].split()
            before = reading.raw[max(0, mention.anchor.start - 30) : mention.anchor.start].split()
            kinds[mention.name.text] |= {fold(w) for w in (*after[:1], *before[-3:])}
    for claim in reading.claims or ():
        for name in ((claim.place,) if claim.place else ()) + linked(claim):
            counts.setdefault(name.in_full, 1)
    most = sorted(countries, key=lambda code: (-countries[code], code))[:MOST_COUNTRIES]
    words = frozenset(country for code in most if (country := country_name(code)) is not None)
    return {
        name: PlaceHint(count=counts[name], country_words=words, type_words=frozenset(kinds[name]))
        for name in sorted(counts)
    }


def resolve_periods(reading: Reading) -> Reading:
    """The reading with the periods of its claims resolved against its day; the claims stay as they are otherwise."""
    if reading.claims is None:
        return reading
    day = reading.day.day if reading.day is not None else None
    return replace(reading, claims=tuple(replace(c, period=period_of(c, day)) for c in reading.claims))


def period_of(claim: Claim, day: date | None) -> Period | None:
    """When a claim says it was: from its date expression, else the report's own day for what has happened."""
    if day is None:
        return None
    if claim.when is not None:
        return days_of(claim.when, day, begun=claim.type in MOMENTS)
    if claim.type in UNDATED or claim.status not in REAL:
        return None
    return Period(day, day, Basis.PUBLISHED)


def days_of(when: DateExpression, day: date, *, begun: bool) -> Period | None:
    """The days of an expression, each of its dates counted from the one before.

    Of what happened at once (`begun`), "since Friday" is Friday; but "has taken since Friday" may be any day since.
    """
    begun = begun and when.tense is Tense.PAST
    found: Period | None = None
    for words in when.text.replace(f"since{ELISION}", "since ").split(ELISION):
        start = words.lower().removeprefix("since ") if begun else words
        anchor = Period(day, day) if found is None and words.endswith(" after") else found
        told = replace(when, text=start)
        found = dates.resolve(told, day=day, previous=anchor)
        if found is not None and found.first > day + WRONG_SIDE and when.tense is Tense.PAST:
            found = dates.resolve(told, day=day - LONG_AGO, previous=anchor)
    vague = found is not None and when.basis is Basis.INFERRED and found.days > MOST_DAYS
    return None if vague else found
