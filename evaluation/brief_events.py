"""Holds the line of an event against its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from evaluation.brief_facts import (
    MUTUAL,
    Facts,
    aims,
    alike,
    best_fits,
    days,
    firmest,
    fits,
    keys_of,
    same_days,
)
from evaluation.brief_figures import check_figures
from evaluation.brief_sources import attributed, sources, told_alike, words_of
from evaluation.brief_words import Sentence, sentences
from fogline.records import Basis, Claim, Event, Period

Row = Mapping[str, Any]
REPORTED = "reported that day"
_MEANT = re.compile(r"\b(?:plan|inten|aim|ambition|wish|prepar)\w*(?:\W+\w+){0,4}\W*$", re.IGNORECASE)


def heading_period(key: str, line: Row, group: Row, content: Row | None) -> Period | None:
    """The day that stands above a line, or beside it."""
    if key == "lead":
        return days(line["day"])
    if re.fullmatch(r"\d{4}-\d\d-\d\d", group["key"] or ""):
        day = date.fromisoformat(group["key"])
        assert content is None or same_days(days(group["title"]), Period(day, day)), group["title"]
        return Period(day, day)
    return None


def check_event(facts: Facts, line: Row, claims: Sequence[Claim], above: Period | None) -> Iterator[str]:
    """What an event's line says that its claims do not, and what of them it leaves out."""
    readings = sentences(words_of(facts, claims), line["text"])
    status = firmest(claims)
    main = [c for c in claims if c.status == status]
    told = [found[0][0] if (found := best_fits(ways, main)) else ways[0] for ways in readings]
    if line["status"] != status:
        yield f"status: {line['status']} for {status}"
    tellings = [s for s in told if s.type]
    yield from _tellings(facts, [ways for ways in readings if ways[0].type], main, status, told)
    yield from _when(line, tellings, told, main, above, facts)
    yield from check_figures(facts, told, main, line, claims)
    yield from _others(facts, told, claims, status)
    yield from _counts(facts, line, claims)


def _tellings(
    facts: Facts, tellings: Sequence[Sequence[Sentence]], main: Sequence[Claim], status: str, told: Sequence[Sentence]
) -> Iterator[str]:
    left = list(main)
    for ways in tellings:
        found = best_fits(ways, left) or best_fits(ways, main)
        sentence = found[0][0] if found else ways[0]
        if sentence.kind != status:
            yield f"status: told as {sentence.kind}, but the claims are {status}"
            continue
        own = next((s for s in told if s.kind == "own denial"), None) if status == "denied" else None
        parts = dict(sentence.parts) | ({"own": own.parts["own"]} if own else {})
        if not found:
            yield f"no claim says it: {_nearest(sentence, main)}"
            continue
        claim, same, wrong = attributed(
            facts, parts, [c for s, c in found if s is sentence], lambda c: [d for d in main if alike(c, d)]
        )
        yield from wrong
        left = [c for c in left if c not in same and not told_alike(facts, sentence, same, claim, c)]
        named = "target" in sentence.parts and same[0].type not in MUTUAL
        if named and len({keys_of(aims(c)) for c in same}) > 1:
            yield "target: not all of them name it"
    folded = sum(int(s.parts["count"]) for s in told if s.kind == "more")
    rest: list[Claim] = []
    for claim in left:
        if not any(alike(claim, other) for other in rest):
            rest.append(claim)
    if folded != len(rest):
        yield f"count: {folded} more tellings for {len(rest)}"


def _nearest(sentence: Sentence, claims: Sequence[Claim]) -> str:
    reasons = {fits(sentence, c) for c in claims}
    order = ("mode", "act", "place", "target", "actor", "targets", "actors", "status", "type")
    return next((reason for reason in order if reason in reasons), "nothing")


def _when(
    line: Row, tellings: Sequence[Sentence], told: Sequence[Sentence], main: Sequence[Claim], above: Period | None,
    facts: Facts,
) -> Iterator[str]:  # fmt: skip
    """Whether the days that are told are a claim's, with its basis, and whether other days are told too."""
    words = next((s.parts["when"] for s in tellings if s.parts.get("when")), "")
    period = days(words) or above
    periods = [c.period for c in main if c.period]
    event = next((facts.events[i].period for i in line["ids"] if i in facts.events), None)
    if period is None:
        if event or (not any(i in facts.events for i in line["ids"]) and periods):
            yield "day left out"
        return
    ended = event is not None and above is not None and not words
    exact = [p for p in periods if same_days(p, period)]
    if not exact and not (ended and same_days(event, period)) and not _shared(facts, line, period):
        yield f"day: {period.first} to {period.last} is no claim's"
        return
    bases = {p.basis for p in exact}
    reported = words.strip().startswith("(reported") or (not words and line.get("note") == REPORTED)
    if reported and Basis.PUBLISHED not in bases:
        yield "day: told as the report's own, but a claim states it"
    if not reported and bases == {Basis.PUBLISHED} and period.first == period.last:
        yield "day: told as stated, but it is only the report's own"
    other = [c for c in main if c.period and c.period.basis is not Basis.PUBLISHED and not c.period.meets(period)]
    for sentence in (s for s in told if s.kind == "day"):
        those = [c for c in other if same_days(c.period, days(sentence.parts["when"]))]
        if not those:
            yield f"day: {sentence.parts['when']} is no claim's"
            continue
        yield from sources(facts, sentence.parts, those)
        other = [c for c in other if c not in those]
    if other:
        yield f"other day left out: {len(other)} claims"


def _shared(facts: Facts, line: Row, period: Period) -> bool:
    """Whether these are the days that all dated claims of its event agree on."""
    for event in (facts.events[i] for i in line["ids"] if i in facts.events):
        speaking = [c for i in event.claim_ids if (c := facts.claims.get(i)) and c.status != "denied"]
        periods = [c.period for c in speaking if c.period]
        if periods and (max(p.first for p in periods), min(p.last for p in periods)) == (period.first, period.last):
            return True
    return False


def _others(facts: Facts, told: Sequence[Sentence], claims: Sequence[Claim], status: str) -> Iterator[str]:
    """Denials, and other senses than the firmest: all that there are, by those who tell them."""
    for other in ("planned", "possible", "conditional"):
        those = [c for c in claims if c.status == other and status != other]
        found = [s for s in told if s.kind == "sense" and s.parts["status"] == other]
        if bool(those) != bool(found):
            yield f"sense: {other} {'left out' if those else 'is no claim’s'}"
        elif those:
            yield from sources(facts, found[0].parts, those)
    if status == "denied":
        meant = any(_MEANT.search(c.anchor.quote[: c.act.start - c.anchor.start]) for c in claims)
        if not meant and any("plan" in s.parts for s in told):
            yield "plan: no claim denies one"
        return
    denied = [c for c in claims if c.status == "denied"]
    said = [s for s in told if s.kind in ("denial", "own denial")]
    if bool(denied) != bool(said):
        yield f"denial {'left out' if denied else 'is no claim’s'}"
    elif denied:
        yield from sources(facts, {k: v for s in said for k, v in s.parts.items()}, denied)


def _counts(facts: Facts, line: Row, claims: Sequence[Claim]) -> Iterator[str]:
    """The count of independent origins and the grade: those of the record's rows, and not more than the claims give."""
    rows: list[Event] = [facts.events[i] for i in line["ids"] if i in facts.events]
    said = max((e.origins for e in rows), default=1)
    if line["origins"] != said:
        yield f"count: {line['origins']} origins for {said}"
    for event in rows:
        speaking = [c for i in event.claim_ids if (c := facts.claims.get(i)) and c.status != "denied"]
        if speaking and event.origins != facts.words(speaking):
            yield f"count: {event.origins} origins, counted again {facts.words(speaking)}"
    grades = {str(e.grade) for e in rows}
    if line.get("grade") and line["grade"] not in (grades or {"F6"}):
        yield f"grade: {line['grade']}"
    ids = {c for e in rows for c in e.claim_ids} or set(line["ids"])
    if {c.claim_id for c in claims} != {i for i in ids if i in facts.claims}:
        yield "its claims are not those of its rows"
