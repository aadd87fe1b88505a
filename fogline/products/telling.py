"""Lines from events: one sentence for what the sources tell alike, with whoever tells it otherwise beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fogline.language.words import fold
from fogline.products.line import Line
from fogline.products.lookup import Lookup
from fogline.products.wording import attribution, capital, clause, figures, listed, period_words, speakers_of, statement
from fogline.records import Basis, Claim, Event, Name, Period, Status

MOST_TELLINGS = 3
_FIRMNESS = (Status.ASSERTED, Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL, Status.DENIED)


def event_line(lookup: Lookup, event: Event, *, day_known: bool = False) -> Line:
    """The line of an event.  `day_known` leaves out a single day, where a heading says it.

    Claims that name other actors or another place than most do are told beside them, never merged into them.
    """
    claims = lookup.known(event.claim_ids)
    status = firmest(claims)
    main = [c for c in claims if c.status is status]
    tellings = _tellings(lookup, main)
    when = _when(event.period, day_known=day_known)
    sentences = [_sentence(lookup, tellings[0], when)] if tellings else []
    sentences += [f"Told otherwise: {_sentence(lookup, t, '', first=False)}" for t in tellings[1:MOST_TELLINGS]]
    if len(tellings) > MOST_TELLINGS:
        sentences.append(f"{len(tellings) - MOST_TELLINGS} more tellings differ; the evidence has them.")
    if counted := figures(main):
        sentences.append(f"Figures given: {counted}.")
    if status is not Status.DENIED:
        sentences += _denials(lookup, [c for c in claims if c.status is Status.DENIED])
    return Line(
        " ".join(sentences),
        lookup.evidence(event.claim_ids),
        subject=event.event_id if event in lookup.views.events else next(iter(event.claim_ids), None),
        status=status,
        origins=event.origins,
        place=event.place.text if event.place else None,
        disputes=disputes_of(lookup, event.claim_ids),
    )


def ranked(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The most attested line first; lines that say the same told once, with the evidence of all.

    Order: origins, evidence, then the words, so that it never depends on the record's.  Lines that say the same are
    not known to be independent: the line that is left counts as many origins as the best attested of them.
    """
    same: dict[str, list[Line]] = {}
    for line in lines:
        same.setdefault(line.text, []).append(line)
    return tuple(sorted(map(_joined, same.values()), key=lambda line: (-line.origins, -len(line.evidence), line.text)))


def _joined(lines: Sequence[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    order = sorted(lines, key=lambda line: (-line.origins, -len(line.evidence), line.ids))
    return replace(
        order[0],
        evidence=tuple(dict.fromkeys(e for line in order for e in line.evidence)),
        disputes=tuple(sorted({d for line in order for d in line.disputes})),
        parts=tuple(dict.fromkeys(i for line in order for i in line.ids)),
    )


def told_by(lookup: Lookup, claims: Sequence[Claim]) -> str:
    """The claims' own statement and who makes it, as one clause without a full stop: for a side or a reason."""
    if not claims:
        return ""
    by = attribution(claims, lookup.labels)
    denied = claims[0].status is Status.DENIED and claims[0].attribution.speakers
    text = statement(_shown(claims))
    return text if denied else f"{text}, {by}"


def firmest(claims: Iterable[Claim]) -> Status:
    """The firmest sense in which any of the claims is made."""
    return min((c.status for c in claims), key=_FIRMNESS.index, default=Status.ASSERTED)


def disputes_of(lookup: Lookup, claim_ids: Iterable[str]) -> tuple[str, ...]:
    """The ids of the disputes that any of these claims is a side's evidence in."""
    wanted = set(claim_ids)
    found = (d for d in lookup.views.disputes if any(wanted & set(s.claim_ids) for s in d.sides))
    return tuple(sorted(d.dispute_id for d in found))


def same_name(name: Name | None) -> str:
    """What two names share that mean the same: the key they were grounded to, else their folded words."""
    return (name.key or fold(name.text)) if name else ""


def _tellings(lookup: Lookup, claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims that name the same actors and place, the telling of most origins first."""
    groups: dict[tuple[frozenset[str], str], list[Claim]] = {}
    for claim in claims:
        key = (frozenset(same_name(n) for n in claim.actors), same_name(claim.place))
        groups.setdefault(key, []).append(claim)

    def rank(group: list[Claim]) -> tuple[int, int, int, str]:
        origins = {lookup.origins[c.anchor.report_id] for c in group}
        return (-bool(group[0].actors), -len(origins), -len(group), min(c.claim_id for c in group))

    return sorted(groups.values(), key=rank)


def _shown(claims: Sequence[Claim]) -> Claim:
    """A claim to be worded for them all: the first, without a target that not all of them name."""
    first = min(claims, key=lambda c: (c.anchor.report_id, c.anchor.start, c.claim_id))
    targets = {frozenset(same_name(n) for n in c.targets) for c in claims}
    return first if len(targets) == 1 else replace(first, targets=())


def _sentence(lookup: Lookup, claims: Sequence[Claim], when: str, *, first: bool = True) -> str:
    shown = _shown(claims)
    text = statement(shown) if first else clause(shown)
    dated = f"{text} {when}" if when else text
    if shown.status is Status.DENIED and shown.attribution.speakers:
        return f"{dated}."
    return f"{dated}, {attribution(claims, lookup.labels)}."


def _denials(lookup: Lookup, claims: Sequence[Claim]) -> list[str]:
    if not claims:
        return []
    if speakers := speakers_of(claims):
        return [f"{capital(listed(speakers))} denied it."]
    return [f"Denied: {attribution(claims, lookup.labels)}."]


def _when(period: Period | None, *, day_known: bool) -> str:
    if period is None or not day_known or period.first != period.last:
        return period_words(period)
    return "(day taken from the report)" if period.basis is Basis.PUBLISHED else ""
