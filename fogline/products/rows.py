"""The record as plain rows, one table per kind: what the commands print and programs read.

Shape of every row: names as text, days ISO, ids as `fogline why` takes them.  Fields may be added, none is renamed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from fogline.products.digest import digest
from fogline.products.lookup import Lookup
from fogline.products.sections.control import is_inferred
from fogline.products.shown import same_name
from fogline.products.since import since_told
from fogline.products.telling import event_text
from fogline.products.timeline import Entry, entries, iter_dated, worded
from fogline.products.until import first_days
from fogline.products.why_grade import signed
from fogline.products.wording import capital
from fogline.records import Aside, Claim, Corpus, Event, Name, Part, Period, Views

Row = dict[str, Any]
_COUNTED = {"actor": "as_actor", "target": "as_target", "speaker": "as_source"}


def claim_rows(corpus: Corpus, views: Views) -> list[Row]:
    """A row per claim, report by report, in the order of the text."""
    del views
    return [_claim(c) | _judged(corpus, c) for c in corpus.claims()]


def kept_rows(corpus: Corpus, aside: Mapping[str, Aside]) -> list[Row]:
    """The rows of claims of the corpus that count for nothing, as their reports do; `aside` says why."""
    return [
        _claim(c) | _judged(corpus, c) | {"aside": str(why.reason), "aside_by": why.by}
        for r in corpus.readings
        if (why := aside.get(r.report_id)) is not None
        for c in r.claims or ()
    ]


def event_rows(corpus: Corpus, views: Views, *, part: Part | None = None) -> list[Row]:
    """A row per event, the most attested first."""
    lookup = Lookup.of(corpus, views, part=part)
    ranked = sorted(views.events, key=lambda e: (-e.origins, -len(e.claim_ids), e.event_id))
    return [_event(lookup, e) for e in ranked]


def control_rows(
    corpus: Corpus, views: Views, day: date | None = None, *, part: Part | None = None, written: bool = False
) -> list[Row]:
    """A row per place that the record has a holder or a status for on the day (default: the latest of a report).

    `written`: each place as most reports write it, "the hospital" without its town, unless two are written alike.
    """
    lookup = Lookup.of(corpus, views, as_of=day, part=part)
    alike = Counter(lookup.written(holding.place) for holding in lookup.standing())
    rows = []
    for holding in lookup.standing():
        place = corpus.places.get(holding.place.key or "")
        begun = _days(since_told(lookup, holding))
        said = lookup.written(holding.place)
        rows.append(
            {
                "place": said if written and alike[said] == 1 else lookup.place(holding.place),
                "lat": place.lat if place else None,
                "lon": place.lon if place else None,
                "day": lookup.as_of.isoformat() if lookup.as_of else None,
                "holder": _text(holding.holder),
                "status": holding.status,
                "since": holding.since.isoformat() if holding.since else None,
                "origins": holding.origins,
                "grade": str(holding.grade),
                "supports": list(holding.supports),
                "opposes": list(holding.opposes),
                "id": holding.holding_id,
                "reason": holding.reason or None,
                "inferred": is_inferred(holding),
                "since_told": begun,
            }
        )
    return rows


def timeline_rows(corpus: Corpus, views: Views, day: date | None = None, *, part: Part | None = None) -> list[Row]:
    """A row per dated happening up to the day, the earliest first."""
    lookup = Lookup.of(corpus, views, part=part)
    return [_entry(lookup, e) for e in entries(lookup, until=day)]


def digest_rows(
    corpus: Corpus,
    views: Views,
    day: date | None = None,
    *,
    days: int | None,
    each: int | None,
    among: Callable[[list[Row]], Iterable[Mapping[str, Any]]] = lambda rows: rows,
) -> list[Row]:
    """Of the timeline's rows that `among` keeps, those of the days told most, and of each day those told most.

    `among` is given the rows in no order and with an empty `text`: only those that are kept are worded.
    """
    lookup = Lookup.of(corpus, views)
    dated = {e.id: e for e in iter_dated(lookup, until=day)}
    kept = [dated[row["id"]] for row in among([_entry(lookup, e) for e in dated.values()])]
    told = digest(kept, corpus, days=days or len(kept), each=each or len(kept))
    rows = (_entry(lookup, worded(lookup, one.entry)) for one in told)
    return [
        row | {"words": one.claim.anchor.quote, "reports": one.reports} for row, one in zip(rows, told, strict=True)
    ]


def dispute_rows(corpus: Corpus, views: Views, *, part: Part | None = None) -> list[Row]:
    """A row per dispute: its sides, each with its claims and their sentences."""
    lookup = Lookup.of(corpus, views, part=part)
    days = first_days(corpus, views.disputes)
    ranked = sorted(views.disputes, key=lambda d: (-sum(s.origins for s in d.sides), d.attribute, d.dispute_id))
    return [
        {
            "attribute": d.attribute,
            "kind": d.kind,
            "place": _text(d.place),
            "sides": [
                {
                    "value": s.value,
                    "speakers": list(s.speakers),
                    "origins": s.origins,
                    "claims": list(s.claim_ids),
                    "evidence": _sentences(lookup.known(s.claim_ids)),
                }
                for s in d.sides
            ],
            "id": d.dispute_id,
            "first": days[d.dispute_id].isoformat() if d.dispute_id in days else None,
        }
        for d in ranked
    ]


def lineage_content(corpus: Corpus, views: Views) -> dict[str, list[Any]]:
    """Origins, kin, alterations and stories; a report without kin is an origin of its own."""
    found = views.lineage
    grouped = {r for o in found.origins for r in o.report_ids}
    alone = [[r.report_id] for r in corpus.readings if r.report_id not in grouped]
    return {
        "origins": sorted([sorted(o.report_ids) for o in found.origins] + alone),
        "kin": [
            {"report": k.report_id, "from": k.source, "relation": k.relation, "score": round(k.score, 4)}
            | {"reasons": list(k.reasons)}
            for k in sorted(found.kin)
        ],
        "alterations": [
            {
                "report": a.report_id,
                "from": a.source,
                "kind": a.kind,
                "original": a.original,
                "altered": a.altered,
                "sentence": a.sentence,
                "original_sentence": a.original_sentence,
            }
            for a in sorted(found.alterations, key=lambda a: (a.report_id, a.source, a.kind, a.alteration_id))
        ],
        "stories": story_rows(views),
    }


def story_rows(views: Views) -> list[Row]:
    """A row per story, the one of most reports first."""
    origins = {r: o.origin_id for o in views.lineage.origins for r in o.report_ids}
    return [
        {
            "about": list(s.about),
            "first": s.first.isoformat() if s.first else None,
            "last": s.last.isoformat() if s.last else None,
            "reports": list(s.report_ids),
            "origins": len({origins.get(r, r) for r in s.report_ids}),
            "id": s.story_id,
        }
        for s in sorted(views.lineage.stories, key=lambda s: (-len(s.report_ids), s.report_ids))
    ]


def actor_rows(corpus: Corpus, views: Views) -> list[Row]:
    """A row per actor that a claim names: in which roles, how often, and the names that the reports use."""
    del views
    return _actors(corpus, ((role, name, 1) for claim in corpus.claims() for role, name in _roles(claim)))


def tallied_actor_rows(part: Part) -> list[Row]:
    """The same rows from a tally of names."""
    return _actors(part.corpus, ((use.role, use.name, use.uses) for use in part.names))


def _roles(claim: Claim) -> Iterator[tuple[str, Name]]:
    said = claim.attribution
    for role, names in (("actor", claim.actors), ("target", claim.targets), ("speaker", said.speakers)):
        yield from ((role, name) for name in names)


def _actors(corpus: Corpus, uses: Iterable[tuple[str, Name, int]]) -> list[Row]:
    rows: dict[str, Row] = {}
    texts: dict[str, set[str]] = {}
    for role, name, count in uses:
        row = rows.setdefault(same_name(name), _actor(name, corpus))
        row[_COUNTED[role]] += count
        texts.setdefault(same_name(name), set()).add(name.text)
    for key, row in rows.items():
        row["names"] = sorted(texts[key])
    return sorted(rows.values(), key=lambda r: (-(r["as_actor"] + r["as_target"] + r["as_source"]), r["actor"]))


def _claim(claim: Claim) -> Row:
    said = claim.attribution
    return {
        "report": claim.anchor.report_id,
        "type": claim.type,
        "actor": _texts(claim.actors),
        "target": _texts(claim.targets),
        "place": _text(claim.place),
        "status": claim.status,
        "source": _texts(said.speakers),
        "via": _text(said.via),
        "stance": said.stance,
        "when": _days(claim.period),
        "basis": claim.period.basis if claim.period else None,
        "sentence": claim.anchor.quote,
        "start": claim.anchor.start,
        "end": claim.anchor.end,
        "outlet": said.outlet,
        "confidence": round(claim.confidence, 3),
        "id": claim.claim_id,
        "aside": None,
        "aside_by": None,
    }


def _judged(corpus: Corpus, claim: Claim) -> Row:
    """Who distrusts a claim and why, and the ids of the judgements that changed how it is read."""
    doubt = corpus.judged.distrusted.get(claim.claim_id)
    changed = corpus.judged.changed.get(claim.claim_id, ())
    return {"distrusted": signed(doubt) if doubt else None, "judged": [j.judgement_id for j in changed]}


def _event(lookup: Lookup, event: Event) -> Row:
    return _told(lookup, event, event_text(lookup, event), event.event_id)


def _entry(lookup: Lookup, entry: Entry) -> Row:
    days = {"first": entry.first.isoformat(), "last": entry.last.isoformat(), "basis": entry.basis, "text": entry.text}
    told = _told(lookup, entry.event, entry.text, entry.id)
    return days | {k: v for k, v in told.items() if k not in ("text", "when")}


def _told(lookup: Lookup, event: Event, text: str, row_id: str) -> Row:
    claims = lookup.known(event.claim_ids)
    return {
        "when": _days(event.period),
        "type": event.type,
        "place": _text(event.place),
        "actor": _texts(event.actors),
        "target": _texts(event.targets),
        "status": event.status,
        "origins": event.origins,
        "grade": str(event.grade),
        "source": sorted({n.text for c in claims for n in c.attribution.speakers}),
        "report": sorted({c.anchor.report_id for c in claims}),
        "figures": [{"unit": f.unit, "low": f.low, "best": f.best, "high": f.high} for f in event.figures],
        "text": text,
        "claims": list(event.claim_ids),
        "id": row_id,
    }


def _actor(name: Name, corpus: Corpus) -> Row:
    actor = corpus.actors.get(name.key or "")
    return {
        "actor": actor.name if actor else capital(name.text),
        "kind": actor.kind if actor else None,
        "country": actor.country if actor else None,
        "side": actor.side if actor else None,
        "as_actor": 0,
        "as_target": 0,
        "as_source": 0,
        "names": [],
        "id": name.key,
    }


def _sentences(claims: Iterable[Claim]) -> list[Row]:
    seen = dict.fromkeys((c.anchor.report_id, c.anchor.start, c.anchor.quote) for c in claims)
    return [{"report": report, "sentence": quote, "start": start} for report, start, quote in seen]


def _text(name: Name | None) -> str | None:
    return name.text if name else None


def _texts(names: Iterable[Name]) -> list[str]:
    return [n.text for n in names]


def _days(period: Period | None) -> list[str] | None:
    return [period.first.isoformat(), period.last.isoformat()] if period else None
