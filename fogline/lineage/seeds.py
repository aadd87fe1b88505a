"""Seeds of stories: reports that kin hold together, with the names, numbers, places and days that they tell of."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from zlib import crc32

from fogline.lineage.families import Kindred
from fogline.lineage.groups import join
from fogline.records import Origin, Reading, ReportDay
from fogline.records.ids import content_id
from fogline.records.release import release

RULES = ("lineage", "language", "records")  # the parts of the program that a seed follows from
WEIGHT_OF_ONE = 3  # the most that a report says for a place, however often it has it
MOST_ABOUT = 4  # places that a story is called by
PLACES = 3  # decimals of what a key counts
Kin = tuple[str, str]  # a report and its source


@dataclass(frozen=True, slots=True)
class Places:
    """How much reports say for each place, by its key, and how often each spelling of it stands in their claims."""

    weights: Mapping[str, int]
    spelt: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Places:
        """The places that the claims of reports name; one report has little weight."""
        weights: Counter[str] = Counter()
        spelt: dict[str, Counter[str]] = {}
        for reading in readings:
            here: Counter[str] = Counter()
            for name in (claim.place for claim in reading.claims or () if claim.place is not None):
                key = name.key or name.text
                here[key] += 1
                spelt.setdefault(key, Counter())[name.text] += 1
            weights.update({key: min(times, WEIGHT_OF_ONE) for key, times in here.items()})
        return cls(dict(sorted(weights.items())), {key: dict(sorted(spelt[key].items())) for key in sorted(spelt)})


def about(told: Iterable[Places]) -> tuple[str, ...]:
    """The places that most is said for, each as most claims spell it."""
    weights: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = {}
    for places in told:
        weights.update(places.weights)
        for key, texts in places.spelt.items():
            spelt.setdefault(key, Counter()).update(texts)
    chosen = sorted(weights, key=lambda key: (-weights[key], key))[:MOST_ABOUT]
    return tuple(min(spelt[key], key=lambda text: (-spelt[key][text], text)) for key in chosen)


@dataclass(frozen=True, slots=True)
class Grown:
    """Reports that hang together by kin, and the tellings that they carry; `name` stands for all that is asked of them.

    `first` and `last` are the days that they lie in.
    """

    name: str
    reports: tuple[str, ...]
    tellings: tuple[int, ...]
    first: date | None
    last: date | None
    places: Places


@dataclass(frozen=True, slots=True)
class Seed:
    """A group of kin as stories are made of it.  `keys`: how much each name or number counts, by a number of 32 bits.

    Copies weigh no more than one report.
    """

    name: str
    reports: tuple[str, ...]
    keys: Mapping[int, float]
    first: date | None
    last: date | None
    places: Places

    def to_text(self) -> str:
        """It as text, but for its name."""
        days = [day and str(day) for day in (self.first, self.last)]
        keys = [[*self.keys], [*self.keys.values()]]
        return json.dumps([self.reports, *keys, *days, self.places.weights, self.places.spelt], ensure_ascii=False)

    @classmethod
    def of(cls, name: str, text: str) -> Seed:
        """It from its text."""
        reports, keys, counts, first, last, weights, spelt = json.loads(text)
        begun, ended = (None if day is None else date.fromisoformat(day) for day in (first, last))
        counted = dict(zip(keys, counts, strict=True))
        return cls(name, tuple(reports), counted, begun, ended, Places(weights, spelt))


def find_seeds(
    kindred: Kindred, origins: Sequence[Origin], kin: Iterable[Kin], days: Mapping[str, ReportDay]
) -> list[Grown]:
    """What kin hold together, updates with them, by the ids of their reports.

    `kin` are the reports that derive from one another; `days` are the inferred ones.
    """
    readings = kindred.readings
    names = sorted(readings)
    number = {report_id: n for n, report_id in enumerate(names)}
    pairs = [(number[o.report_ids[0]], number[r]) for o in origins for r in o.report_ids]
    pairs += [(number[report], number[source]) for report, source in kin if source in number]
    dated = {r.report_id: found.day for r in readings.values() if (found := days.get(r.report_id) or r.day)}
    return [_grown(kindred, [names[n] for n in members], dated) for members in join(number.values(), pairs)]


def _grown(kindred: Kindred, reports: Sequence[str], dated: Mapping[str, date]) -> Grown:
    numbers, marks = kindred.tellings.numbers, kindred.tellings.marks
    tellings = tuple(dict.fromkeys(numbers[report_id] for report_id in reports if report_id in numbers))
    known = [dated[report_id] for report_id in reports if report_id in dated]
    first, last = min(known, default=None), max(known, default=None)
    places = Places.of(map(kindred.readings.__getitem__, reports))
    told = json.dumps([reports, [marks[at] for at in tellings], places.weights, places.spelt])
    name = content_id("seed", release(*RULES), told, first, last)
    return Grown(name, tuple(reports), tellings, first, last, places)


def sow(kindred: Kindred, grown: Iterable[Grown]) -> list[Seed]:
    """Groups of kin with the names and numbers that they tell of."""
    chosen = list(grown)
    kindred.gists.load(at for one in chosen for at in one.tellings)
    return [Seed(one.name, one.reports, _keys(kindred, one), one.first, one.last, one.places) for one in chosen]


def _keys(kindred: Kindred, grown: Grown) -> dict[int, float]:
    keys: Counter[int] = Counter()
    for telling in grown.tellings:
        keys.update({crc32(key.encode()): 1 + log(times) for key, times in kindred.gists[telling].keys.items()})
    return {key: round(count, PLACES) for key, count in sorted(keys.items())}
