"""Small records of our own making: towns, two armies, reports that say a sentence each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fogline.records import (
    Actor,
    ActorKind,
    Anchor,
    Attribution,
    Basis,
    Claim,
    ClaimType,
    Corpus,
    Name,
    Origin,
    Period,
    Place,
    PlaceKind,
    Quantity,
    Reading,
    ReportDay,
    Status,
)

ALDER, BRAY, CORM = "Alder", "Bray", "Corm"
ACTORS = {
    "green": Actor("green", "Green Army", ActorKind.SIDE, side="green"),
    "brigade": Actor("brigade", "First Brigade", ActorKind.ARMED_GROUP, side="green"),
    "brown": Actor("brown", "Brown Front", ActorKind.ARMED_GROUP),
    "watch": Actor("watch", "Valley Watch", ActorKind.MONITOR),
    "gunmen": Actor("gunmen", "gunmen", ActorKind.UNNAMED),
    "troops": Actor("troops", "Xebian army", ActorKind.MILITARY, country="XB", side="red"),
    "others": Actor("others", "Xebian rebels", ActorKind.SIDE, country="XB"),
    "ministry": Actor("ministry", "Green Defence Ministry", ActorKind.BODY, side="green"),
}
AS_TOLD = {"troops": "troops", "others": "rebels"}  # common words that were read as one country's
PLACES = {
    "alder": Place("alder", ALDER, PlaceKind.CITY, country="XA"),
    "alder-province": Place("alder-province", "Alder Province", PlaceKind.PROVINCE, country="XA"),
    "bray": Place("bray", BRAY, PlaceKind.CITY, country="XA"),
    "elm": Place("elm", "Elm", PlaceKind.CITY, lat=10.0, lon=10.0, country="XA"),
    "fir": Place("fir", "Fir", PlaceKind.CITY, lat=10.1, lon=10.1, country="XA"),
    "gorse": Place("gorse", "Gorse", PlaceKind.CITY, lat=20.0, lon=20.0, country="XA"),
    "holm": Place("holm", "Holm", PlaceKind.CITY, lat=10.2, lon=10.0, country="XB"),
    "land": Place("land", "Landia", PlaceKind.COUNTRY, country="XA"),
}


def day(number: int) -> date:
    """A day of May 2020."""
    return date(2020, 5, number)


def days(first: int, last: int | None = None, basis: Basis = Basis.STATED) -> Period:
    """Days of May 2020."""
    return Period(day(first), day(last or first), basis)


def name(key: str) -> Name:
    """A name that was grounded to this key."""
    known = ACTORS.get(key) or PLACES.get(key)
    if key in AS_TOLD:
        return Name(AS_TOLD[key], key)
    return Name(known.name if known else key.title(), key)


def names(keys: str | None) -> tuple[Name, ...]:
    """Names by their keys, joined by spaces."""
    return tuple(name(key) for key in (keys or "").split())


def claim(
    act: str,
    actor: str | None = None,
    target: str | None = None,
    *,
    place: str | None = "alder",
    when: Period | None = None,
    status: str = "asserted",
    says: str | None = None,
    report: str = "r1",
    counts: tuple[Quantity, ...] = (),
    word: str | None = None,
    mode: str | None = None,
    at: int = 0,
) -> Claim:
    """A claim of one report.  `word` is the word of the act, `at` the offset of its sentence."""
    sentence = f"{act} {actor} {target} {place} {status} {says} {when} {counts}"
    start = at or 1 + sum(map(ord, sentence)) % 9973
    acting = word or act
    return Claim(
        anchor=Anchor(report, start, start + len(sentence), sentence),
        act=Anchor(report, start, start + len(acting), acting),
        type=ClaimType(act),
        actors=names(actor),
        targets=names(target),
        place=name(place) if place else None,
        status=Status(status),
        attribution=Attribution(names(says)),
        period=when,
        quantities=counts,
        mode=mode,
    )


def corpus(*claims: Claim, told: dict[str, int] | None = None, origins: Iterable[tuple[str, ...]] = ()) -> Corpus:
    """A record of these claims; `told` gives the day of a report, the 10th where it does not."""
    reports: dict[str, list[Claim]] = {}
    for each in claims:
        reports.setdefault(each.anchor.report_id, []).append(each)
    readings = tuple(_reading(r, found, (told or {}).get(r, 10)) for r, found in sorted(reports.items()))
    return Corpus(readings, PLACES, ACTORS, tuple(Origin(group) for group in origins))


def _reading(report: str, claims: list[Claim], told: int) -> Reading:
    published = ReportDay(day(told), Basis.STATED, "published") if told else None
    return Reading(report, "", outlet=f"Outlet {report}", day=published, claims=tuple(claims))
