"""Lines from events: one sentence for what the sources tell alike, with whoever tells it otherwise beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fogline.language.words import fold
from fogline.products.figures import figure_sentence, largest
from fogline.products.line import Line
from fogline.products.lookup import Happening, Lookup
from fogline.products.shown import MUTUAL, same_name, shown_for
from fogline.products.wording import (
    PEOPLE,
    attribution,
    capital,
    clause,
    count_words,
    listed,
    named_sources,
    own_voices,
    period_words,
    speakers_of,
    statement,
)
from fogline.records import Basis, Claim, ClaimType, Event, Period, Status

MOST_TELLINGS = 3
OF_THE_REPORT = "reported that day"
_FIRMNESS = (Status.ASSERTED, Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL, Status.DENIED)
_UNAIMED = (
    ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.HOLD, ClaimType.ADVANCE, ClaimType.BESIEGE, ClaimType.DEPLOY,
    ClaimType.CLOSE, ClaimType.REOPEN,
)  # whom these are done to is told where all name the same  # fmt: skip
_IMPORTANT = (ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.BESIEGE, ClaimType.REOPEN, ClaimType.CLOSE)


def event_line(lookup: Lookup, event: Event, *, day_known: bool = False) -> Line:
    """The line of an event.  `day_known` leaves out a single day, where a heading says it; a note has its basis.

    Claims that name other actors or another place than most do are told beside them, never merged into them; so are
    those in another sense, and those of other days.
    """
    claims = lookup.known(event.claim_ids)
    status, period = firmest(claims), told_period(lookup, event)
    known = day_known and period is not None and period.first == period.last
    return Line(
        " ".join(_sentences(lookup, event, claims, period, dated=not known)),
        lookup.evidence(event.claim_ids),
        subject=event.event_id,
        status=status,
        origins=event.origins,
        grade=str(event.grade) if status is Status.ASSERTED else "",
        note=OF_THE_REPORT if known and period and period.basis is Basis.PUBLISHED else "",
        place=event.place.text if event.place else None,
        disputes=lookup.disputes_of(event.claim_ids),
        size=largest(c for c in claims if c.status is status),
        first=event.type in _IMPORTANT,
    )


def event_text(lookup: Lookup, event: Event) -> str:
    """What the line of an event says, where its evidence is not asked for."""
    return " ".join(_sentences(lookup, event, lookup.known(event.claim_ids), told_period(lookup, event)))


def _sentences(
    lookup: Lookup, event: Event, claims: Sequence[Claim], period: Period | None, *, dated: bool = True
) -> list[str]:
    status = firmest(claims)
    main = [c for c in claims if c.status is status]
    tellings = _tellings(lookup, main)
    sentences = [_sentence(lookup, tellings[0], period_words(period) if dated else "")] if tellings else []
    sentences += [f"Also told: {_sentence(lookup, t, '', first=False)}" for t in tellings[1:MOST_TELLINGS]]
    if more := len(tellings) - MOST_TELLINGS if len(tellings) > MOST_TELLINGS else 0:
        sentences.append(f"{count_words(more, 'more telling')} among the evidence.")
    sentences += [*figure_sentence(lookup, event, main), *_other_days(lookup, period, main)]
    sentences += [*_other_senses(lookup, claims, status)]
    if status is not Status.DENIED:
        sentences += _denials(lookup, [c for c in claims if c.status is Status.DENIED])
    return sentences


def told_period(lookup: Lookup, event: Event) -> Period | None:
    """The days of an event, as those tell it who tell it most firmly: where none of them has the event's own, theirs.

    An event's days may come from a claim that it was planned.
    """
    claims = lookup.known(event.claim_ids)
    status = firmest(claims)
    periods = [c.period for c in claims if c.status is status and c.period]
    if event.period is None or not periods or any(p.meets(event.period) for p in periods):
        return event.period
    return min(periods, key=lambda p: (p.days, p))


def happening_line(lookup: Lookup, happening: Happening, *, day_known: bool = False) -> Line:
    """The line of an event, or of a claim that no event gathers: under its id, and nobody graded it."""
    line = event_line(lookup, happening.event, day_known=day_known)
    return line if happening.gathered else replace(line, subject=happening.id, grade="")


def ranked(lines: Iterable[Line]) -> tuple[Line, ...]:
    """What matters most first; lines that say the same told once, with the evidence of all.

    Order: what is only denied comes last; then by independent origins, by the grade of the information, places that
    changed hands before the rest, the larger number of people, evidence, words: it never depends on the record's.
    Lines that say the same are not known to be independent: the line that is left counts as many origins as the best
    attested of them.
    """
    same: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        same.setdefault((line.text, line.note), []).append(line)
    return tuple(sorted(map(_joined, same.values()), key=importance))


def importance(line: Line) -> tuple[bool, int, str, bool, int, int, str]:
    """What lines are ordered by: the smaller, the more it matters."""
    denied, credibility = line.status == Status.DENIED, line.grade[1:] or "9"
    return (denied, -line.origins, credibility, not line.first, -line.size, -len(line.evidence), line.text)


def _joined(lines: Sequence[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    order = sorted(lines, key=lambda line: (-line.origins, line.grade[1:], -len(line.evidence), line.ids))
    return replace(
        order[0],
        evidence=tuple(dict.fromkeys(e for line in order for e in line.evidence)),
        disputes=tuple(sorted({d for line in order for d in line.disputes})),
        parts=tuple(dict.fromkeys(i for line in order for i in line.ids)),
    )


def told_by(lookup: Lookup, claims: Sequence[Claim]) -> str:
    """The claims' own statement and who makes it, as one clause without a capital or full stop."""
    if not claims:
        return ""
    shown = shown_for(lookup, claims)
    if shown.status is Status.DENIED and speakers_of(claims):
        return statement(shown, speakers_of(claims))
    text = clause(shown) if shown.status is Status.ASSERTED else statement(shown, ())
    return f"{text}, {attribution(claims, lookup.labels)}"


def firmest(claims: Iterable[Claim]) -> Status:
    """The firmest sense in which any of the claims is made."""
    return min((c.status for c in claims), key=_FIRMNESS.index, default=Status.ASSERTED)


def _tellings(lookup: Lookup, claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims that name the same actors and place, and tell of the same harm, the telling of most origins first."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault(telling(claim), []).append(claim)

    def rank(group: list[Claim]) -> tuple[bool, int, int, str]:
        origins = {lookup.origins[c.anchor.report_id] for c in group}
        return (not group[0].actors, -len(origins), -len(group), min(c.claim_id for c in group))

    return sorted(groups.values(), key=rank)


def telling(claim: Claim) -> tuple[object, ...]:
    """What two claims of one kind and sense share that can be told in one sentence."""
    actors, targets = (frozenset(same_name(n) for n in names) for names in (claim.actors, claim.targets))
    if claim.type is ClaimType.HARM:
        targets = frozenset(same_name(n) for n in claim.targets if fold(n.text) != PEOPLE)
    if claim.type in MUTUAL:
        who: tuple[object, ...] = (actors | targets,)
    else:
        who = (actors,) if claim.type in _UNAIMED else (actors, targets)
    return (*who, same_name(claim.place), _quoted(claim))


def _quoted(claim: Claim) -> str:
    """What the line quotes of a claim's own words, or says instead: two that differ are two tellings."""
    if claim.type is ClaimType.HARM:
        return claim.mode or fold(claim.act.quote)
    return fold(claim.act.quote) if claim.type is ClaimType.FORM else ""


def _sentence(lookup: Lookup, claims: Sequence[Claim], when: str, *, first: bool = True) -> str:
    shown, speakers = shown_for(lookup, claims), speakers_of(claims)
    denied = shown.status is Status.DENIED
    text = statement(shown, speakers) if first or denied or shown.status is not Status.ASSERTED else clause(shown)
    dated = f"{capital(text) if first else text} {when}" if when else capital(text) if first else text
    if denied and speakers:
        return " ".join([f"{dated}.", *_own_denials(lookup, claims)])
    return f"{dated}, {attribution(claims, lookup.labels)}."


def _denials(lookup: Lookup, claims: Sequence[Claim]) -> list[str]:
    """Who denies it: those who are quoted, then the reports that do so in their own voice."""
    speakers = speakers_of(claims)
    quoted = [f"{capital(listed(speakers))} denied it."] if speakers else []
    return [*quoted, *_own_denials(lookup, claims)]


def _own_denials(lookup: Lookup, claims: Sequence[Claim]) -> list[str]:
    own = own_voices(claims, lookup.labels)
    return [f"Denied in their own voice: {own}."] if own else []


def _other_senses(lookup: Lookup, claims: Sequence[Claim], main: Status) -> list[str]:
    """Who tells it as planned, possible or on a condition, beside those who tell it more firmly."""
    found = []
    for status in _FIRMNESS:
        told = [c for c in claims if c.status is status]
        if told and status not in (main, Status.DENIED):
            found.append(f"Told as {status}: {named_sources(told, lookup.labels)}.")
    return found


def _other_days(lookup: Lookup, told: Period | None, claims: Sequence[Claim]) -> list[str]:
    """Who tells it of days that do not meet those of the line: nobody does whose report gives none."""
    days: dict[Period, list[Claim]] = {}
    for claim in claims:
        stated = claim.period is not None and claim.period.basis is not Basis.PUBLISHED
        if told and stated and claim.period and not claim.period.meets(told):
            days.setdefault(replace(claim.period, basis=Basis.STATED), []).append(claim)
    return [
        f"Told of another day, {period_words(period)}: {named_sources(days[period], lookup.labels)}."
        for period in sorted(days)
    ]
