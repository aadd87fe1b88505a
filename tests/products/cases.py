"""A small record of our own writing: two parties, three towns, a denial, a copy."""

from dataclasses import replace
from datetime import date

from fogline.records import (
    Actor,
    ActorKind,
    Alteration,
    Anchor,
    Attribution,
    Basis,
    Claim,
    ClaimType,
    Control,
    Corpus,
    DayWitness,
    Dispute,
    DisputeKind,
    Event,
    Figure,
    Grade,
    Holding,
    Kinship,
    Lineage,
    Name,
    Origin,
    Period,
    Place,
    PlaceKind,
    Quantity,
    Reading,
    Refusal,
    Relation,
    ReportDay,
    Side,
    Span,
    SpanKind,
    Status,
    Story,
    Views,
    WitnessKind,
)

DAY = date(2014, 6, 12)
EVE = date(2014, 6, 11)

GRAIN = "The Peshmerga took Kirkuk on Thursday, two hours after the army had left the town, the Health Ministry said."
DENIAL = "The army denied that it had left Kirkuk."
SHELLS = "Shelling killed between 12 and 15 people in Ramadi."
ROAD = "Ramadi lies on the road to Sinjar and to Baiji."
PLAN = "The Peshmerga plan to take Sinjar before the week is out."
FOG = "Fighters may cross at Rabia, an officer said."
COPY = "The Peshmerga took Kirkuk on Thursday, an hour after the army had left the town, the Health Ministry said."
CREDIT = "Photo: somebody else"

PESHMERGA, ARMY = Name("Peshmerga", "actor-p"), Name("army", "actor-a")
MINISTRY, OFFICER = Name("Health Ministry", "actor-m"), Name("an officer")
KIRKUK, RAMADI = Name("Kirkuk", "place-k"), Name("Ramadi", "place-r")
SINJAR, RABIA, BAIJI = Name("Sinjar", "place-s"), Name("Rabia crossing"), Name("Baiji")

PLACES = {
    "place-k": Place("place-k", "Kirkuk", PlaceKind.CITY, 35.47, 44.39, "IQ"),
    "place-r": Place("place-r", "Ramadi", PlaceKind.CITY, 33.43, 43.3, "IQ"),
    "place-s": Place("place-s", "Sinjar", PlaceKind.CITY, 36.32, 41.87, "IQ"),
}
ACTORS = {"actor-p": Actor("actor-p", "Peshmerga", ActorKind.ARMED_GROUP, "IQ")}
_RAWS = {
    "alpha": "\n".join([GRAIN, CREDIT, DENIAL, SHELLS]),
    "beta": "\n".join([COPY, SHELLS]),
    "gamma": "\n".join([ROAD, PLAN, FOG]),
}
_OUTLETS = {"alpha": "Harbour Post", "beta": "Evening Wire", "gamma": None}
ON_THE_DAY = Period(DAY, DAY)


def claim(report_id, sentence, act, kind, **fields):
    """A claim of a sentence that stands in one of the three reports."""
    raw = _RAWS[report_id]
    whole = Anchor.find(raw, sentence, report_id=report_id)
    start = whole.start + sentence.index(act)
    speakers, via = fields.pop("speakers", ()), fields.pop("via", None)
    said = Attribution(speakers, via, None, _OUTLETS[report_id])
    words = Anchor.at(raw, start, start + len(act), report_id=report_id)
    return Claim(whole, words, ClaimType(kind), attribution=said, **fields)


TAKEN = claim(
    "alpha", GRAIN, "took", "capture", actors=(PESHMERGA,), targets=(ARMY,), place=KIRKUK, speakers=(MINISTRY,),
    period=ON_THE_DAY,
)  # fmt: skip
LEFT = claim("alpha", GRAIN, "left", "withdraw", actors=(ARMY,), place=KIRKUK, speakers=(MINISTRY,), period=ON_THE_DAY)
NOT_LEFT = claim(
    "alpha", DENIAL, "left", "withdraw", actors=(ARMY,), place=KIRKUK, speakers=(ARMY,), status=Status.DENIED,
    period=ON_THE_DAY,
)  # fmt: skip
SHELLED = claim(
    "alpha", SHELLS, "killed", "harm", targets=(Name("people"),), place=RAMADI, quantities=(Quantity(12, 15, "person"),)
)
COPIED = claim(
    "beta", COPY, "took", "capture", actors=(PESHMERGA,), targets=(ARMY,), place=KIRKUK, speakers=(MINISTRY,),
    period=ON_THE_DAY,
)  # fmt: skip
SHELLED_TOO = claim("beta", SHELLS, "killed", "harm", targets=(Name("people"),), place=RAMADI)
ROUTE = claim("gamma", ROAD, "lies", "link", place=RAMADI, targets=(SINJAR,))
ROUTE_TOO = claim("gamma", ROAD, "lies", "link", place=RAMADI, targets=(BAIJI,))
PLANNED = claim("gamma", PLAN, "take", "capture", actors=(PESHMERGA,), place=SINJAR, status=Status.PLANNED)
MAYBE = claim(
    "gamma", FOG, "cross", "advance", actors=(Name("Fighters"),), place=RABIA, speakers=(OFFICER,),
    status=Status.POSSIBLE,
)  # fmt: skip


STORIES = (Story(("alpha", "beta"), ("Kirkuk", "Sinjar"), DAY, DAY), Story(("gamma",), ("Ramadi",)))


def reading(report_id, *claims, day=DAY, basis=Basis.PUBLISHED):
    """One of the three reports with these claims; what is not body is furniture."""
    raw = _RAWS[report_id]
    at = raw.find(CREDIT)
    spans = [Span(0, len(raw), SpanKind.BODY)]
    if at >= 0:
        end = at + len(CREDIT)
        spans = [Span(0, at, SpanKind.BODY), Span(at, end, SpanKind.FURNITURE), Span(end, len(raw), SpanKind.BODY)]
    known = ReportDay(day, basis, "its first line") if day else None
    return Reading(
        report_id, raw, outlet=_OUTLETS[report_id], title=f"Title of {report_id}", url=f"https://example.org/{report_id}",
        day=known, spans=tuple(spans), claims=claims,
    )  # fmt: skip


def event(*claims, origins=1):
    """The event that gathers these claims, worded as its first one."""
    first = claims[0]
    figures = tuple(Figure(q.unit, q.low, q.low, q.high, (first.claim_id,)) for q in first.quantities)
    ids = tuple(c.claim_id for c in claims)
    return Event(
        first.type, first.place, first.actors, first.targets, first.period, first.status, ids, origins, figures
    )


def holding(place, holder, status, *, supports=(), opposes=(), first=EVE, last=None):
    """A holding from the eve of the day on."""
    since = DAY if holder else None
    ids = tuple(c.claim_id for c in supports), tuple(c.claim_id for c in opposes)
    return Holding(place, holder, status, first, last, since, *ids, 1, Grade("C", 3))


def record():
    """The corpus and its views."""
    readings = (
        reading("alpha", TAKEN, LEFT, NOT_LEFT, SHELLED),
        reading("beta", COPIED, SHELLED_TOO, basis=Basis.INFERRED),
        reading("gamma", ROUTE, ROUTE_TOO, PLANNED, MAYBE, day=None),
    )
    origins = (Origin(("alpha", "beta"), "Gulf Agency"), Origin(("gamma",)))
    kin = (
        Kinship("beta", "alpha", Relation.COPY, 0.97, ("most sentences are the same",)),
        Kinship("alpha", "Gulf Agency", Relation.EDITED_COPY, 0.8),
    )
    changed = Alteration("beta", "alpha", "number", "two hours", "an hour", COPY, GRAIN)
    sides = (
        Side("it left", ("Health Ministry",), (LEFT.claim_id,), 1),
        Side("it did not leave", ("army",), (NOT_LEFT.claim_id,), 1),
    )
    views = Views(
        Lineage(kin, origins, (changed,), stories=STORIES),
        (event(TAKEN, COPIED), event(LEFT, NOT_LEFT), event(SHELLED, SHELLED_TOO), event(ROUTE), event(PLANNED)),
        (
            holding(KIRKUK, PESHMERGA, Control.DISPUTED, supports=(TAKEN, COPIED), opposes=(NOT_LEFT,)),
            holding(SINJAR, ARMY, Control.HELD, supports=()),
            holding(RAMADI, None, Control.UNKNOWN, supports=(LEFT,)),
            holding(RABIA, PESHMERGA, Control.CONTESTED, supports=(TAKEN,), opposes=(MAYBE,)),
            holding(BAIJI, ARMY, Control.HELD, supports=(LEFT,), last=EVE),
        ),
        (Dispute("whether the army left Kirkuk", DisputeKind.DENIAL, KIRKUK, sides),),
    )
    return Corpus(readings, PLACES, ACTORS, origins), views


HOSTILE = "<script>alert(1)</script> & \"quote\" 'x' [a](javascript:b) {{ 7 }} *_`|~ \x1b[31m é 漢 \n\n# x"


def hostile():
    """A record in which every text that a report can give is hostile."""
    corpus, views = record()
    name = Name(HOSTILE, "place-k")
    raw = f"{HOSTILE} took {HOSTILE}."
    anchor = Anchor.at(raw, 0, len(raw), report_id=HOSTILE)
    bad = Claim(
        anchor, anchor, ClaimType.CAPTURE, (name,), (name,), name, period=ON_THE_DAY,
        attribution=Attribution((name,), name, HOSTILE, HOSTILE), quantities=(Quantity(1, 9, HOSTILE),),
    )  # fmt: skip
    own = replace(bad, attribution=Attribution())
    evil = Reading(
        HOSTILE, raw, outlet=HOSTILE, title=HOSTILE, url="javascript:alert(1)", spans=(Span(0, len(raw), SpanKind.BODY),),
        claims=(bad, own), refusal=Refusal(HOSTILE, HOSTILE),
    )  # fmt: skip
    ids = (bad.claim_id, own.claim_id)
    kept = Holding(name, name, Control.HELD, EVE, None, DAY, ids, ids, 2, Grade("F", 6), HOSTILE)
    side = Side(HOSTILE, (HOSTILE,), ids, 1)
    found = Lineage(
        (
            Kinship(HOSTILE, HOSTILE, Relation.COPY, 1.0, (HOSTILE,)),
            Kinship(HOSTILE, "x" + HOSTILE, Relation.COPY, 1.0),
        ),
        (Origin((HOSTILE, "alpha"), HOSTILE),),
        (Alteration(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, raw, raw),),
        witnesses=(DayWitness(HOSTILE, WitnessKind.WORDS, DAY, HOSTILE, HOSTILE),),
        stories=(Story((HOSTILE,), (HOSTILE,), DAY, DAY), *STORIES),
    )
    extra = Views(found, (event(bad, own),), (kept,), (Dispute(HOSTILE, DisputeKind.FIGURE, name, (side, side)),))
    whole = Corpus((*corpus.readings, evil), PLACES, ACTORS)
    return whole, Views(
        extra.lineage, (*views.events, *extra.events), (*views.holdings, *extra.holdings), extra.disputes
    )
