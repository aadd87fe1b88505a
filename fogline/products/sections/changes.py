"""What happened, day by day: sections whose lines are events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from fogline.products.articles import of_place
from fogline.products.line import Group, Line, Section
from fogline.products.lookup import Lookup
from fogline.products.telling import event_line, firmest, ranked, same_name
from fogline.products.wording import capital, day_words, enumerated, named_sources
from fogline.records import Claim, ClaimType, Event, Status

BACKGROUND_DAYS = 31
UNDATED = "No day is given"
EARLIER = "Earlier, told as background"

_CHANGES = {
    ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.BESIEGE, ClaimType.CLASH, ClaimType.ATTACK, ClaimType.CLOSE,
    ClaimType.REOPEN,
}  # fmt: skip
_MOVEMENTS = {ClaimType.ADVANCE, ClaimType.DEPLOY}
_POLITICS = {
    ClaimType.MEET: "Talks",
    ClaimType.WARN: "Warnings",
    ClaimType.DESIGNATE: "Listings and sanctions",
    ClaimType.SUPPORT: "Backers",
    ClaimType.FORM: "Groups and their ties",
}


def changes(lookup: Lookup) -> Section:
    """What changed on the ground, the latest day first."""
    intro = "By the day on which it is said to have happened. Who says so stands in each line."
    return Section("changes", "What changed", intro, _by_day(lookup, _told(lookup, _CHANGES)))


def movements(lookup: Lookup) -> Section:
    """Advances and deployments."""
    groups = _by_day(lookup, _told(lookup, _MOVEMENTS))
    return Section("movements", "Movements", "Advances, and forces sent." if groups else "", groups)


def cost(lookup: Lookup) -> Section:
    """People killed, wounded, detained, displaced."""
    groups = _by_day(lookup, _told(lookup, {ClaimType.HARM}))
    intro = "Figures are given from lowest to highest, as the sources give them; fogline adds none up."
    return Section("cost", "Human cost", intro if groups else "No report of the record speaks of it.", groups)


def politics(lookup: Lookup) -> Section:
    """Talks, warnings, listings, backers, groups."""
    groups = []
    for kind, title in _POLITICS.items():
        lines = ranked(event_line(lookup, e) for e in _told(lookup, {kind}))
        if lines:
            groups.append(Group(title, lines, key=kind))
    return Section("politics", "Politics and diplomacy", "", tuple(groups))


def ground(lookup: Lookup) -> Section:
    """Routes, borders and gateways that the reports name: a line per place."""
    places: dict[str, list[Event]] = {}
    for event in _told(lookup, {ClaimType.LINK}):
        places.setdefault(same_name(event.place) or event.event_id, []).append(event)
    lines = [_links(lookup, events) for events in places.values()]
    groups = (Group("", ranked(lines)),) if lines else ()
    return Section(
        "ground", "Routes and borders", "What the reports say of the ground itself." if groups else "", groups
    )


def _links(lookup: Lookup, events: list[Event]) -> Line:
    """One line for all that a place is said to border, lead to or link, with who says each."""
    claims = lookup.known(c for e in events for c in e.claim_ids)
    ends: dict[str, list[Claim]] = {}
    for claim in claims:
        for name in claim.targets:
            ends.setdefault(of_place(name.text), []).append(claim)
    line = event_line(lookup, events[0])
    if len(ends) < 2 or claims[0].place is None:
        return line
    place = capital(of_place(claims[0].place.text))
    told = enumerated([f"{end} ({named_sources(ends[end], lookup.labels)})" for end in sorted(ends)])
    evidence = lookup.evidence(c.claim_id for c in claims)
    own = [event_line(lookup, e).ids for e in events]
    parts = tuple(dict.fromkeys(i for ids in own for i in ids)) if len(events) > 1 else ()
    return replace(line, text=f"{place}: borders, leads to or is a link to {told}.", evidence=evidence, parts=parts)


def _told(lookup: Lookup, kinds: Iterable[ClaimType]) -> list[Event]:
    """Events of these types that are said to have happened, or denied, by the brief's day and since its `since`."""
    wanted = set(kinds)
    return [
        e
        for e in lookup.happenings()
        if e.type in wanted
        and firmest(lookup.known(e.claim_ids)) in (Status.ASSERTED, Status.DENIED)
        and _within(e, lookup)
    ]


def _within(event: Event, lookup: Lookup) -> bool:
    if event.period is None:
        return True
    begun = lookup.as_of is None or event.period.first <= lookup.as_of
    return begun and (lookup.since is None or event.period.last >= lookup.since)


def _by_day(lookup: Lookup, events: Iterable[Event]) -> tuple[Group, ...]:
    """Events under the day on which they ended; in each day those with a place come first."""
    groups: dict[str, tuple[date, list[Line], list[Line]]] = {}
    for event in events:
        title, order = _heading(event, lookup.as_of)
        line = event_line(lookup, event, day_known=title not in (UNDATED, EARLIER))
        _, placed, vague = groups.setdefault(title, (order, [], []))
        (placed if event.place else vague).append(line)
    latest_first = sorted(groups.items(), key=lambda row: row[1][0], reverse=True)
    return tuple(
        Group(title, (*ranked(p), *ranked(v)), key="" if title in (UNDATED, EARLIER) else order.isoformat())
        for title, (order, p, v) in latest_first
    )


def _heading(event: Event, as_of: date | None) -> tuple[str, date]:
    if event.period is None:
        return UNDATED, date.min
    last = min(event.period.last, as_of) if as_of else event.period.last
    if as_of and last < as_of - timedelta(days=BACKGROUND_DAYS):
        return EARLIER, date.min + timedelta(days=1)
    return day_words(last), last
