"""Rows of a record found by their ids, and how its reports are named in a product."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from fogline.records import (
    Anchor,
    Claim,
    Corpus,
    Dispute,
    Event,
    Holding,
    Name,
    Part,
    Reading,
    Refusal,
    Stance,
    Status,
    Views,
)
from fogline.records.name import shown_text, site_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that a line rests on: the anchor in the report, and whose words they are.

    `claim_id` is `None` where the words show a kinship or an alteration, not a claim.
    """

    claim_id: str | None
    anchor: Anchor
    label: str  # how the products name the report: its outlet, or its number
    outlet: str | None
    status: Status = Status.ASSERTED
    speakers: tuple[str, ...] = ()
    via: str | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with the id that `fogline why` takes; a claim that no event gathers is one, under its own id."""

    event: Event
    id: str
    gathered: bool = False


@dataclass(frozen=True, slots=True)
class Lookup:
    """A record and its views, with the rows by id, seen as of a day (`None` where the record knows none)."""

    corpus: Corpus
    views: Views
    as_of: date | None = None
    since: date | None = None
    claims: Mapping[str, Claim] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[tuple[str, Refusal], ...] = ()
    place_names: Mapping[str, str] = field(default_factory=dict)
    disputed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the disputes of each claim, by ids
    _happenings: tuple[Happening, ...] | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        corpus: Corpus,
        views: Views,
        *,
        as_of: date | None = None,
        since: date | None = None,
        refused: Iterable[tuple[str, Refusal]] = (),
        part: Part | None = None,
    ) -> Lookup:
        """The lookup over a record; reads every claim once.  `as_of` is by default the latest day of a report.

        Where the corpus is that of a `part`, what only the whole record can tell is taken from there.
        """
        order = sorted(corpus.readings, key=lambda r: (r.day.day if r.day else date.max, r.report_id))
        numbers = {reading.report_id: i for i, reading in enumerate(order, start=1)} | dict(
            part.numbers if part else {}
        )
        held = ((r.report_id, r.refusal) for r in corpus.readings if r.refusal)
        groups = {r: o.origin_id for o in views.lineage.origins for r in o.report_ids}
        return cls(
            corpus,
            views,
            as_of or (part.latest if part else latest_day(corpus)),
            since,
            claims={c.claim_id: c for c in corpus.claims()},
            readings={r.report_id: r for r in corpus.readings},
            origins={r.report_id: groups.get(r.report_id, r.report_id) for r in corpus.readings},
            labels={r.report_id: r.outlet or f"report {numbers[r.report_id]}" for r in corpus.readings},
            numbers=numbers,
            place_names=part.place_names if part else _commonest(c.place for c in corpus.claims()),
            refused=tuple(sorted({*refused, *held}, key=lambda row: (row[0], row[1].stage, row[1].reason))),
            disputed=_disputed(views.disputes),
        )

    def known(self, claim_ids: Iterable[str]) -> tuple[Claim, ...]:
        """The claims of these ids, in their order, without those that the record does not hold."""
        return tuple(self.claims[c] for c in claim_ids if c in self.claims)

    def evidence(self, claim_ids: Iterable[str]) -> tuple[Evidence, ...]:
        """The words of these claims, in the order of the reports' numbers and of the text."""
        return tuple(self._proof(c) for c in sorted(self.known(claim_ids), key=self._place_in_text))

    def words(self, report_id: str, start: int, end: int) -> Evidence | None:
        """Words of a report that are no claim's; `None` where the record does not hold them."""
        reading = self.readings.get(report_id)
        if reading is None or not 0 <= start < end <= len(reading.raw):
            return None
        anchor = Anchor.at(reading.raw, start, end, report_id=report_id)
        return Evidence(None, anchor, self.labels[report_id], reading.outlet)

    def quote(self, report_id: str, text: str) -> Evidence | None:
        """The first place where these words stand in a report."""
        reading = self.readings.get(report_id)
        start = reading.raw.find(text) if reading is not None and text else -1
        return self.words(report_id, start, start + len(text)) if start >= 0 else None

    def place(self, name: Name) -> str:
        """A place as it is shown: as most reports write it, a site without a name of its own with its town."""
        text = self.written(name)
        place = self.corpus.places.get(name.key or "")
        return place.name if place is not None and site_of(place.name) == text else text

    def written(self, name: Name) -> str:
        """A place as most reports of the record write it; as the row has it where no claim names it."""
        return self.place_names.get(name.key or "", name.text)

    def side(self, name: Name) -> str:
        """The key of the actor at the end of a name's chain of sides; its own, or its words, where none is known."""
        key, seen = name.key or name.text.casefold(), set[str]()
        while key not in seen and (actor := self.corpus.actors.get(key)) is not None and actor.side:
            seen.add(key)
            key = actor.side
        return min(seen) if key in seen else key

    def label(self, report_id: str) -> str:
        """How a product names a report: its outlet, its number, or the id that it was given."""
        return self.labels.get(report_id, report_id)

    def standing(self) -> tuple[Holding, ...]:
        """The holdings that cover the day, by place; without a day, those that no later one ended."""
        day = self.as_of
        rows = (h for h in self.views.holdings if (h.last is None if day is None else h.covers(day)))
        return tuple(sorted(rows, key=lambda h: (self.place(h.place), h.first, h.holding_id)))

    def happenings(self) -> tuple[Happening, ...]:
        """The events, and an event of its own for every claim that counts and that none of them gathers."""
        if self._happenings is None:
            gathered = {c for e in self.views.events for c in e.claim_ids} | self.corpus.judged.distrusted.keys()
            loose = (Happening(_alone(c), i) for i, c in self.claims.items() if i not in gathered)
            held = (Happening(e, e.event_id, gathered=True) for e in self.views.events)
            object.__setattr__(self, "_happenings", (*held, *loose))
        assert self._happenings is not None
        return self._happenings

    def disputes_of(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """The ids of the disputes that any of these claims is a side's evidence in."""
        return tuple(sorted({d for c in claim_ids for d in self.disputed.get(c, ())}))

    def _proof(self, claim: Claim) -> Evidence:
        said = claim.attribution
        report_id = claim.anchor.report_id
        return Evidence(
            claim.claim_id,
            claim.anchor,
            self.label(report_id),
            self.readings[report_id].outlet,
            claim.status,
            tuple(n.text for n in said.speakers),
            said.via.text if said.via else None,
            said.stance,
        )

    def _place_in_text(self, claim: Claim) -> tuple[int, int, str]:
        return (self.numbers[claim.anchor.report_id], claim.anchor.start, claim.claim_id)


def _alone(claim: Claim) -> Event:
    """An event of one claim."""
    said = (claim.type, claim.place, claim.actors, claim.targets, claim.period, claim.status)
    return Event(*said, (claim.claim_id,), origins=1)


def _disputed(disputes: Iterable[Dispute]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for dispute in disputes:
        dispute_id = dispute.dispute_id
        for claim_id in {c for side in dispute.sides for c in side.claim_ids}:
            found.setdefault(claim_id, []).append(dispute_id)
    return {claim_id: tuple(ids) for claim_id, ids in found.items()}


def _commonest(names: Iterable[Name | None]) -> dict[str, str]:
    """For each key the text to show."""
    tally: dict[str, Counter[str]] = {}
    for name in names:
        if name is not None and name.key:
            tally.setdefault(name.key, Counter())[name.text] += 1
    return {key: shown_text(texts) for key, texts in tally.items()}


def latest_day(corpus: Corpus) -> date | None:
    """The latest day of a report; else the latest day of a claim; `None` in a record without dates."""
    days = [r.day.day for r in corpus.readings if r.day]
    return max(days or [c.period.last for c in corpus.claims() if c.period], default=None)
