"""What happened, day by day: sections whose lines are events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from fogline.products.articles import of_place
from fogline.products.line import Group, Line, Section
from fogline.products.lookup import Happening, Lookup
from fogline.products.shown import same_name
from fogline.products.telling import firmest, happening_line, ranked, told_period
from fogline.products.wording import capital, day_words, enumerated, named_sources
from fogline.records import Claim, ClaimType, Event, Period, Status

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
    intro = (
        "Figures go from the lowest to the highest, each with who gives it; the best is that of most origins, else the "
        "latest. fogline adds none up."
    )
    return Section("cost", "Human cost", intro if groups else "No report of the record speaks of it.", groups)


def politics(lookup: Lookup) -> Section:
    """Talks, warnings, listings, backers, groups."""
    groups = []
    for kind, title in _POLITICS.items():
        lines = ranked(happening_line(lookup, h) for h in _told(lookup, {kind}))
        if lines:
            groups.append(Group(title, lines, key=kind))
    return Section("politics", "Politics and diplomacy", "", tuple(groups))


def ground(lookup: Lookup) -> Section:
    """Routes, borders and gateways that the reports name: a line per place."""
    places: dict[str, list[Happening]] = {}
    for told in _told(lookup, {ClaimType.LINK}):
        places.setdefault(same_name(told.event.place) or told.id, []).append(told)
    lines = [_links(lookup, told) for told in places.values()]
    groups = (Group("", ranked(lines)),) if lines else ()
    return Section(
        "ground", "Routes and borders", "What the reports say of the ground itself." if groups else "", groups
    )


def _links(lookup: Lookup, told: list[Happening]) -> Line:
    """One line for all that a place is said to border, lead to or link, with who says each."""
    claims = lookup.known(c for h in told for c in h.event.claim_ids)
    ends: dict[str, list[Claim]] = {}
    for claim in claims:
        for name in claim.targets:
            ends.setdefault(of_place(name.text), []).append(claim)
    line = happening_line(lookup, told[0])
    if len(ends) < 2 or claims[0].place is None:
        return line
    place = capital(of_place(claims[0].place.text))
    said = enumerated([f"{end} ({named_sources(ends[end], lookup.labels)})" for end in sorted(ends)])
    evidence = lookup.evidence(c.claim_id for c in claims)
    parts = tuple(dict.fromkeys(h.id for h in told)) if len(told) > 1 else ()
    return replace(line, text=f"{place}: borders, leads to or is a link to {said}.", evidence=evidence, parts=parts)


def _told(lookup: Lookup, kinds: Iterable[ClaimType]) -> list[Happening]:
    """What is said to have happened, or denied, by the brief's day and since its `since`: events of these types."""
    wanted = set(kinds)
    return [
        h
        for h in lookup.happenings()
        if h.event.type in wanted
        and firmest(lookup.known(h.event.claim_ids)) in (Status.ASSERTED, Status.DENIED)
        and _within(h.event, lookup)
    ]


def _within(event: Event, lookup: Lookup) -> bool:
    period = told_period(lookup, event)
    if period is None:
        return True
    begun = lookup.as_of is None or period.first <= lookup.as_of
    return begun and (lookup.since is None or period.last >= lookup.since)


def _by_day(lookup: Lookup, happenings: Iterable[Happening]) -> tuple[Group, ...]:
    """Events under the day on which they ended; in each day those with a place come first."""
    groups: dict[str, tuple[date, list[Line], list[Line]]] = {}
    for happening in happenings:
        title, order = _heading(told_period(lookup, happening.event), lookup.as_of)
        line = happening_line(lookup, happening, day_known=title not in (UNDATED, EARLIER))
        _, placed, vague = groups.setdefault(title, (order, [], []))
        (placed if happening.event.place else vague).append(line)
    latest_first = sorted(groups.items(), key=lambda row: row[1][0], reverse=True)
    return tuple(
        Group(title, (*ranked(p), *ranked(v)), key="" if title in (UNDATED, EARLIER) else order.isoformat())
        for title, (order, p, v) in latest_first
    )


def _heading(period: Period | None, as_of: date | None) -> tuple[str, date]:
    if period is None:
        return UNDATED, date.min
    last = min(period.last, as_of) if as_of else period.last
    if as_of and last < as_of - timedelta(days=BACKGROUND_DAYS):
        return EARLIER, date.min + timedelta(days=1)
    return day_words(last), last
