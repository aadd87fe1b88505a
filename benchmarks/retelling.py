"""The examples told once more: other places, other days, other ids; every anchor holds in the text as it is told."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache, cached_property

from fogline.records import (
    Anchor,
    Claim,
    Corpus,
    Dispute,
    Event,
    Holding,
    Lineage,
    Name,
    Period,
    Reading,
    ReportDay,
    Views,
)

_WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")
_NOTES = 6 / 5  # reports without claims, to one that has some


@dataclass
class Retelling:
    """One telling of a war: `number` makes its ids its own, `places` says by which set its places are called."""

    corpus: Corpus
    of: Views
    number: int
    places: int
    days: timedelta
    _claim_ids: dict[str, str] = field(default_factory=dict)

    def readings(self) -> list[Reading]:
        """The reports with their claims, and beside them some that carry none.  To be called before `views`."""
        told = [self._reading(reading) for reading in self.corpus.readings]
        notes = (told[i % len(told)] for i in range(round(len(told) * _NOTES)))
        bare = {"claims": (), "places": (), "actors": ()}
        return told + [replace(r, report_id=f"note{i}-{r.report_id}", **bare) for i, r in enumerate(notes)]

    def views(self) -> Views:
        """The views over the claims of this telling."""
        return Views(
            self._lineage(self.of.lineage),
            tuple(self._event(event) for event in self.of.events),
            tuple(self._holding(holding) for holding in self.of.holdings),
            tuple(self._dispute(dispute) for dispute in self.of.disputes),
        )

    def _reading(self, reading: Reading) -> Reading:
        raw, report_id = self._text(reading.raw), self._report(reading.report_id)
        return replace(
            reading,
            report_id=report_id,
            raw=raw,
            title=self._text(reading.title) if reading.title else None,
            published=self._day(reading.published),
            day=self._day(reading.day),
            claims=tuple(self._claim(claim, raw, report_id) for claim in reading.claims or ()),
            places=tuple(
                replace(p, place_id=self._key(p.place_id), name=self._text(p.name)) for p in reading.places or ()
            ),
        )

    def _claim(self, claim: Claim, raw: str, report_id: str) -> Claim:
        said = claim.attribution
        told = replace(
            claim,
            anchor=Anchor(report_id, claim.anchor.start, claim.anchor.end, raw[claim.anchor.start : claim.anchor.end]),
            act=Anchor(report_id, claim.act.start, claim.act.end, raw[claim.act.start : claim.act.end]),
            actors=self._names(claim.actors),
            targets=self._names(claim.targets),
            place=self._place(claim.place),
            attribution=replace(said, speakers=self._names(said.speakers)),
            period=self._period(claim.period),
        )
        self._claim_ids[claim.claim_id] = told.claim_id
        return told

    def _event(self, event: Event) -> Event:
        return replace(
            event,
            place=self._place(event.place),
            actors=self._names(event.actors),
            targets=self._names(event.targets),
            period=self._period(event.period),
            claim_ids=tuple(sorted(self._ids(event.claim_ids))),
            figures=tuple(replace(f, claim_ids=self._ids(f.claim_ids)) for f in event.figures),
        )

    def _holding(self, holding: Holding) -> Holding:
        first = holding.first + self.days
        return replace(
            holding,
            place=self._place(holding.place),
            holder=Name(self._text(holding.holder.text), holding.holder.key) if holding.holder else None,
            first=first,
            last=holding.last + self.days if holding.last else first + timedelta(days=30),
            since=holding.since + self.days if holding.since else None,
            supports=self._ids(holding.supports),
            opposes=self._ids(holding.opposes),
            guessed=self._ids(holding.guessed),
            fights=self._ids(holding.fights),
        )

    def _dispute(self, dispute: Dispute) -> Dispute:
        sides = (
            replace(
                side,
                value=self._text(side.value),
                speakers=tuple(map(self._text, side.speakers)),
                claim_ids=self._ids(side.claim_ids),
            )
            for side in dispute.sides
        )
        return Dispute(self._text(dispute.attribute), dispute.kind, self._place(dispute.place), tuple(sides))

    def _lineage(self, found: Lineage) -> Lineage:
        report = self._report
        return Lineage(
            kin=tuple(replace(k, report_id=report(k.report_id), source=report(k.source)) for k in found.kin),
            origins=tuple(replace(o, report_ids=tuple(map(report, o.report_ids))) for o in found.origins),
            alterations=tuple(
                replace(
                    a,
                    report_id=report(a.report_id),
                    source=report(a.source),
                    sentence=self._text(a.sentence),
                    original_sentence=self._text(a.original_sentence),
                )
                for a in found.alterations
            ),
            witnesses=tuple(replace(w, report_id=report(w.report_id), day=w.day + self.days) for w in found.witnesses),
            stories=tuple(
                replace(s, report_ids=tuple(map(report, s.report_ids)), first=None, last=None) for s in found.stories
            ),
        )

    def _report(self, report_id: str) -> str:
        return f"{report_id}-{self.number:05}"

    def _ids(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._claim_ids[claim_id] for claim_id in claim_ids)

    def _key(self, key: str) -> str:
        return f"{key}~{self.places}"

    def _text(self, text: str) -> str:
        return _respelled(text, self.places, self._words)

    @cached_property
    def _words(self) -> frozenset[str]:
        return _place_words(frozenset(place.name for place in self.corpus.places.values()))

    def _place(self, name: Name | None) -> Name | None:
        return Name(self._text(name.text), self._key(name.key) if name.key else None) if name else None

    def _names(self, names: Iterable[Name]) -> tuple[Name, ...]:
        return tuple(Name(self._text(name.text), name.key) for name in names)

    def _period(self, period: Period | None) -> Period | None:
        return replace(period, first=period.first + self.days, last=period.last + self.days) if period else None

    def _day(self, known: ReportDay | None) -> ReportDay | None:
        return replace(known, day=known.day + self.days) if known else None


def reports_of(corpus: Corpus) -> int:
    """How many reports a telling of this corpus has."""
    return len(corpus.readings) + round(len(corpus.readings) * _NOTES)


@cache
def _place_words(names: frozenset[str]) -> frozenset[str]:
    """The words that places are called by."""
    return frozenset(word for name in names for word in _WORD.findall(name))


@cache
def _respelled(text: str, places: int, words: frozenset[str]) -> str:
    """The text with its places called by the names of another set, letter for letter."""
    return _WORD.sub(lambda found: respelled(found.group(), places) if found.group() in words else found.group(), text)


@cache
def respelled(word: str, places: int) -> str:
    """A word of as many letters, vowels where the other has vowels."""
    rng = random.Random(f"{word} {places}")
    vowels, others = "aeiou", "".join(sorted(set(string.ascii_lowercase) - set("aeiou")))
    made = "".join(rng.choice(vowels if sign in vowels else others) for sign in word.lower())
    return made.capitalize()
