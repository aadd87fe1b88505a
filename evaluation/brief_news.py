"""Holds the section of `--since` against the record as it was before and as it is: what is told as new is new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from evaluation.brief_days import SINCE
from evaluation.brief_events import check_event
from evaluation.brief_facts import Case, Facts, days, firmest, key_of
from evaluation.brief_rest import value_faults
from evaluation.brief_sections import holding, place_names
from evaluation.brief_words import DAY, NotUnderstood, any_of, match, row_of

Row = Mapping[str, Any]
_REPORT = {
    r"Report (?P<id>\S+) is of (?P<day>.+) \((?:stated|inferred|published|judged), from .+\)\.",
    r"Report (?P<id>\S+) counts for nothing any more, .+\.",
    r"Report (?P<id>\S+) counts again; it was .+\.",
    r"Report (?P<id>\S+) has a later version, \S+: what only the former said counts no more\.",
    r"Report (?P<id>\S+) says of itself that it (?:was withdrawn|corrects what was printed before)\.",
}
_STATE = rf"(?P<status>held|contested|disputed|unknown)(?: by (?P<by>.+?)|, held by (?P<held>.+?))?(?: since {SINCE})?"


def news(case: Case, before: Facts) -> Iterator[str]:
    """One line of the section: of a holding, an event, a dispute, a report or a judgement."""
    facts, line = case.facts, case.line
    if line["id"] in facts.holdings:
        yield from _holding(case, before)
    elif line["id"] in facts.disputes:
        yield from _dispute(case, before)
    elif line["id"] in facts.events:
        yield from check_event(facts, {**line, "status": firmest(case.claims)}, case.claims, None)
    else:
        yield from _gone(case, before)


def _holding(case: Case, before: Facts) -> Iterator[str]:
    """A holding as it is now, or an earlier one that is told now; and what was so before."""
    facts, line = case.facts, case.line
    row = facts.holdings[line["id"]]
    former = match(rf"Up to (?P<day>{DAY}): ", line["text"])
    text = former[1] if former else line["text"]
    if former and (row.last is None or (days(former[0]["day"]) or row).last != row.last):
        yield f"day: up to {former[0]['day']}"
    if line["origins"] != row.origins:
        yield f"count: {line['origins']} origins"
    whole = {**line, "text": text, "status": row.status, "origins": row.origins, "grade": str(row.grade)}
    yield from holding(replace(case, line=whole))
    yield from _before(case, before, place_names(facts, row.place) | {row.place.text})


def _before(case: Case, before: Facts, places: set[str]) -> Iterator[str]:
    """What the note says of the place before: that is a holding of the record as it was known then."""
    told = (case.line["note"] or "").removeprefix("before: ").partition("; retold")[0]
    if not (case.line["note"] or "").startswith("before: "):
        return
    found = re.fullmatch(_STATE, told)
    if found is None:
        raise NotUnderstood(told)
    who = found["by"] or found["held"]
    then = [h for h in before.holdings.values() if h.place.text in places or place_names(before, h.place) & places]
    if not any(
        h.status == found["status"]
        and (who is None or (h.holder is not None and re.fullmatch(any_of([h.holder.text]), who, re.IGNORECASE)))
        for h in then
    ):
        yield f"before: {told} is no holding of then"


def _dispute(case: Case, before: Facts) -> Iterator[str]:
    """A dispute that began: its words, sides and speakers are those of its row, and it was not there before."""
    line, row = case.line, case.facts.disputes[case.line["id"]]
    head = re.escape(f"{row.attribute} ({row.kind}). ")
    found = re.match(head, line["text"], re.IGNORECASE)
    if found is None:
        raise NotUnderstood(line["text"])
    if line["origins"] != sum(s.origins for s in row.sides):
        yield f"count: {line['origins']} origins"
    if row.dispute_id in before.disputes:
        yield "news: the dispute was there before"
    rest = line["text"][found.end() :].removesuffix(".")
    for side in row.sides:
        speakers = row_of(any_of(side.speakers)) if side.speakers else "reports"
        told = re.match(rf"{speakers}: {re.escape(side.value)}(?:; |$)", rest, re.IGNORECASE)
        if told is None:
            raise NotUnderstood(rest)
        rest = rest[told.end() :]
        claims = [case.facts.claims[c] for c in side.claim_ids if c in case.facts.claims]
        yield from value_faults(side.value, claims, row)
    if rest:
        raise NotUnderstood(rest)


def _gone(case: Case, before: Facts) -> Iterator[str]:
    """What is so no more, and what became of a report: that it is so no more, and was before."""
    facts, text = case.facts, case.line["text"]
    for pattern in _REPORT:
        if found := re.fullmatch(pattern, text):
            known = facts.readings.keys() | before.readings.keys()
            if found["id"] not in known:
                yield f"report: {found['id']} is none of the record"
            elif "day" in found.groupdict():
                day, told = facts.readings[found["id"]].day, days(found["day"])
                if day is None or told is None or told.first != day.day:
                    yield f"day: {found['day']} is not the report's"
            return
    if match(r"(?:Taken back: )?.+ Of: ", text):
        return  # a judgement, in the words of who made it
    if found := re.fullmatch(r"(?P<place>.+): no report that counts says any more who holds it\.", text):
        then = [h for h in before.holdings.values() if _is_called(found["place"], place_names(before, h.place))]
        if not then:
            yield "before: no holding of then"
        if {key_of(h.place) for h in then} & {key_of(h.place) for h in facts.holdings.values() if h.last is None}:
            yield "news: a report says who holds it"
        return
    ended = [d for d in before.disputes.values() if text.lower().startswith(f"{d.attribute} ({d.kind}). ".lower())]
    if not ended and not text.startswith("No longer told: "):
        raise NotUnderstood(text)
    if any(d.dispute_id in facts.disputes for d in ended):
        yield "news: the dispute is still there"


def _is_called(text: str, names: set[str]) -> bool:
    return re.fullmatch(any_of(names), text, re.IGNORECASE) is not None
