"""The situation on a day: sections of lines, each with the words that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fogline.products import borders
from fogline.products.family import Family, families
from fogline.products.line import Group, Line, Section, Source, Spot
from fogline.products.lookup import Evidence, Lookup
from fogline.products.sections import SECTIONS, lead
from fogline.products.sections.control import holding_line
from fogline.products.sections.limits import with_untold
from fogline.products.wording import day_words
from fogline.records import Corpus, Holding, PlaceKind, Refusal, Views

__all__ = ["Evidence", "Group", "Line", "Section", "Situation", "Source", "Spot", "situate"]


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that a brief says.  `as_of` is `None` in a record that knows no day."""

    title: str
    as_of: date | None
    since: date | None
    lead: tuple[Line, ...]
    sections: tuple[Section, ...]
    spots: tuple[Spot, ...]
    sources: tuple[Source, ...]
    counts: tuple[tuple[str, int], ...]
    families: tuple[Family, ...] = ()

    def lines(self) -> tuple[Line, ...]:
        """Every line, in the order of the page."""
        return (*self.lead, *(line for s in self.sections for g in s.groups for line in g.lines))


def situate(
    corpus: Corpus,
    views: Views,
    *,
    as_of: date | None = None,
    since: date | None = None,
    refused: Sequence[tuple[str, Refusal]] = (),
    news: Section | None = None,
) -> Situation:
    """The situation on `as_of` (default: the latest day of a report), with what changed since `since`.

    `refused` are the reports that could not be read: the brief lists them among its limits.  `news` is told first.
    Shape: sections in the order of the page; in each group the most attested line comes first.
    """
    lookup = Lookup.of(corpus, views, as_of=as_of, since=since, refused=refused)
    standing = lookup.standing()
    spots = _spots(lookup, standing)
    sections = with_untold(lookup, (*([news] if news else []), *(make(lookup) for make in SECTIONS)))
    return Situation(
        _title(spots, lookup.as_of),
        lookup.as_of,
        since,
        lead(lookup, standing, sections),
        tuple(s for s in sections if s.groups or s.intro),
        spots,
        _sources(lookup),
        _counts(lookup, standing),
        families(lookup),
    )


def _spots(lookup: Lookup, standing: tuple[Holding, ...]) -> tuple[Spot, ...]:
    spots = []
    for holding in standing:
        place = lookup.corpus.places.get(holding.place.key or "")
        if place is None or place.lat is None or place.lon is None or place.kind is PlaceKind.COUNTRY:
            continue
        holder = holding.holder.text if holding.holder else None
        text = holding_line(lookup, holding).text
        name = lookup.place(holding.place)
        spots.append(Spot(name, place.lat, place.lon, place.kind, holder, holding.status, text, holding.origins))
    return tuple(spots)


def _title(spots: tuple[Spot, ...], day: date | None) -> str:
    tally = Counter(country for s in spots if (country := borders.load().country_at(s.lon, s.lat)))
    where = ""
    if tally:
        country, most = min(tally.items(), key=lambda row: (-row[1], row[0]))
        where = f"{country}: " if most * 3 > len(spots) * 2 else ""
    text = f"{where}the situation on {day_words(day)}" if day else f"{where}the situation"
    return text[0].upper() + text[1:]


def _sources(lookup: Lookup) -> tuple[Source, ...]:
    groups: dict[str, int] = {}
    rows = []
    for report_id, number in sorted(lookup.numbers.items(), key=lambda row: row[1]):
        reading = lookup.readings[report_id]
        group = groups.setdefault(lookup.origins[report_id], len(groups) + 1)
        claims = len(reading.claims or ())
        rows.append(Source(number, report_id, reading.outlet, reading.title, reading.url, reading.day, group, claims))
    return tuple(rows)


def _counts(lookup: Lookup, standing: tuple[Holding, ...]) -> tuple[tuple[str, int], ...]:
    return (
        ("reports", len(lookup.readings)),
        ("independent origins", len(set(lookup.origins.values()))),
        ("claims", len(lookup.claims)),
        ("places", len(standing)),
        ("disputes", len(lookup.views.disputes)),
    )
