"""Events that are new, that were planned or possible and happened, that are denied, re-dated or told no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.products.news.moment import Change, Moment, News, Token
from fogline.products.shown import same_name
from fogline.products.telling import event_line, firmest
from fogline.products.wording import count_words, period_words
from fogline.records import Event, Status

_NOT_YET = (Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL)


def events(before: Moment, after: Moment) -> Iterator[Change]:
    """A line per event that gathers what was not known before, and per event of which nothing is told any more."""
    known, still = before.all_told(), after.all_told()
    by_token = _by_token(before)
    for event in after.lookup.views.events:
        told = after.told(event.claim_ids)
        earlier = _earlier(told, by_token)
        change = _again(before, after, earlier, event) if earlier else _new(before, after, event, known)
        if change is not None:
            yield change
    for event in before.lookup.views.events:
        if not before.told(event.claim_ids) & still:
            line = event_line(before.lookup, event)
            text = f"No longer told: {line.text}"
            yield Change(
                News.REVERSED, "event", text, event.event_id, str(event.status), None, line.place, 0, line.evidence
            )


def _by_token(before: Moment) -> dict[Token, Event]:
    return {token: e for e in before.lookup.views.events for token in before.told(e.claim_ids)}


def _earlier(told: frozenset[Token], by_token: dict[Token, Event]) -> Event | None:
    """The event of before that shares most with what is told now."""
    shared: dict[str, tuple[int, Event]] = {}
    for token in told & by_token.keys():
        found = by_token[token]
        shared[found.event_id] = (shared.get(found.event_id, (0, found))[0] + 1, found)
    return min(shared.values(), key=lambda row: (-row[0], row[1].event_id))[1] if shared else None


def _new(before: Moment, after: Moment, event: Event, known: frozenset[Token]) -> Change | None:
    if after.told(event.claim_ids) <= known:
        return None  # gathered anew from what was known
    ahead = _foretold(before, event) if event.status is Status.ASSERTED else None
    news = News.SETTLED if ahead else News.NEW
    return _line(after, event, news, known, str(ahead.status) if ahead else None, str(event.status))


def _foretold(before: Moment, event: Event) -> Event | None:
    """What was planned or thought possible before, of the same kind, at the same place, by the same actor."""
    if event.place is None or not event.actors:
        return None
    actors = {same_name(n) for n in event.actors}
    found = [
        e for e in before.lookup.views.events
        if e.type is event.type and e.status in _NOT_YET and same_name(e.place) == same_name(event.place)
        and actors & {same_name(n) for n in e.actors} and _not_after(e, event)
    ]  # fmt: skip
    return min(found, key=lambda e: e.event_id, default=None)


def _not_after(planned: Event, happened: Event) -> bool:
    if planned.period is None or happened.period is None:
        return True
    return planned.period.first <= happened.period.last


def _again(before: Moment, after: Moment, old: Event, new: Event) -> Change | None:
    known = before.all_told()
    was, now = before.lookup.known(old.claim_ids), after.lookup.known(new.claim_ids)
    fresh = [c for c in now if after.tokens[c.claim_id] not in known]
    denied = any(c.status is Status.DENIED for c in fresh) and not any(c.status is Status.DENIED for c in was)
    if denied and firmest(now) is not Status.DENIED:
        return _line(after, new, News.REVERSED, known, str(old.status), f"{new.status}, and denied")
    if firmest(was) in _NOT_YET and firmest(now) is Status.ASSERTED:
        return _line(after, new, News.SETTLED, known, str(firmest(was)), str(Status.ASSERTED))
    dated = _dated(old, new)
    if dated is not None:
        return _line(after, new, dated, known, period_words(old.period) or "no day known", period_words(new.period))
    if before.told(old.claim_ids) - after.all_told():
        left = f"{count_words(new.origins, 'origin')}, as some of its claims no longer count"
        return _line(after, new, News.REVERSED, known, count_words(old.origins, "origin"), left)
    if not fresh:
        return None
    counts = [count_words(e.origins, "origin") for e in (old, new)]
    return _line(after, new, News.MORE, known, *counts)


def _dated(old: Event, new: Event) -> News | None:
    if new.period is None:
        return None
    if old.period is None:
        return News.SETTLED
    return None if old.period.meets(new.period) else News.REVERSED


def _line(after: Moment, event: Event, news: News, known: frozenset[Token], *states: str | None) -> Change:
    line = event_line(after.lookup, event)
    was, now = _pair(states)
    proof = after.fresh(event.claim_ids, known)
    return Change(news, "event", line.text, event.event_id, was, now, line.place, event.origins, proof)


def _pair(states: Sequence[str | None]) -> tuple[str | None, str | None]:
    return (states[0], states[1]) if len(states) == 2 else (None, None)
