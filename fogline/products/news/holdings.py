"""Places that changed hands, that became known or contested, that changed back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from fogline.language.words import fold
from fogline.products.articles import of_place, with_article
from fogline.products.news.moment import Change, Moment, News
from fogline.products.sections.control import holding_line, is_inferred
from fogline.products.shown import same_name
from fogline.products.since import since_told, since_words
from fogline.products.wording import capital, day_words
from fogline.records import Control, Holding, Name

PlaceOf = Callable[[Name], str]
_FIRM = (Control.HELD, Control.CONTESTED)


def holdings(before: Moment, after: Moment) -> Iterator[Change]:
    """A line per place whose holding at the latest day is another one, or rests on other claims.

    And one for each earlier holding that was not known: somebody held it in between, or before, as is told now.
    """
    place_of = _places(before, after)
    was, now = _standing(before, place_of), _standing(after, place_of)
    for place in sorted(was.keys() | now.keys()):
        old, new = was.get(place), now.get(place)
        if new is None and old is not None:
            yield _gone(before, old)
        elif new is not None:
            change = _change(before, after, old, new)
            if change is not None:
                yield change
    yield from _past(before, after, {h.holding_id for h in now.values()}, place_of)


def _places(before: Moment, after: Moment) -> PlaceOf:
    """What the places of both moments are told apart by: one that was not located before, and is now, stays the same.

    A report that tells in which country a town lies may locate it.
    """
    located = {fold(h.place.text): same_name(h.place) for h in after.lookup.views.holdings}
    known = {same_name(h.place) for h in after.lookup.views.holdings}
    moved = {
        same_name(h.place): located.get(fold(h.place.text), same_name(h.place))
        for h in before.lookup.views.holdings
        if same_name(h.place) not in known
    }
    return lambda place: moved.get(same_name(place), same_name(place))


def _past(before: Moment, after: Moment, standing: Collection[str], place_of: PlaceOf) -> Iterator[Change]:
    known = before.all_told()
    for new in after.lookup.views.holdings:
        fresh = after.told((*new.supports, *new.opposes)) - known
        if new.last is None or new.holding_id in standing or is_inferred(new) or not fresh:
            continue
        told = [h for h in before.lookup.views.holdings if place_of(h.place) == place_of(new.place)]
        if any(_holder(h) == _holder(new) and h.status is new.status and _overlap(h, new) for h in told):
            continue
        old = next((h for h in told if h.covers(new.first)), None)
        text = f"Up to {day_words(new.last)}: {holding_line(after.lookup, new).text}"
        proof = after.fresh((*new.supports, *new.opposes), known)
        states = _state(before, old) if old else None, _state(after, new)
        place = after.lookup.place(new.place)
        yield Change(News.NEW, "holding", text, new.holding_id, *states, place, new.origins, proof)


def _overlap(one: Holding, other: Holding) -> bool:
    return one.covers(other.first) or other.covers(one.first)


def _standing(moment: Moment, place_of: PlaceOf) -> dict[str, Holding]:
    return {place_of(h.place): h for h in moment.lookup.standing()}


def _change(before: Moment, after: Moment, old: Holding | None, new: Holding) -> Change | None:
    news, text = _news(after, old, new), holding_line(after.lookup, new).text
    known = before.told((*old.supports, *old.opposes)) if old else frozenset()
    told = after.told((*new.supports, *new.opposes))
    if news is None and told <= known:
        return None
    return Change(
        news or News.MORE,
        "holding",
        text,
        new.holding_id,
        _state(before, old) if old else None,
        _state(after, new),
        after.lookup.place(new.place),
        new.origins,
        after.fresh((*new.supports, *new.opposes), before.all_told()),
    )


def _news(after: Moment, old: Holding | None, new: Holding) -> News | None:
    """`None` where holder, status and the day it began are the same."""
    if old is None:
        return News.NEW
    same_holder = _holder(old) == _holder(new)
    if not same_holder and _changed_back(after, new):
        return News.REVERSED
    if old.status not in _FIRM and new.status in _FIRM and new.holder is not None:
        return News.SETTLED
    if same_holder and old.status is Control.CONTESTED and new.status is Control.HELD:
        return News.SETTLED
    if not same_holder or old.status is not new.status:
        return News.NEW
    redated = old.since and new.since and old.since != new.since
    if redated and not _since_then(after, old, new):
        return News.REVERSED
    return News.NEW if redated else None


def _changed_back(after: Moment, new: Holding) -> bool:
    """Whether the holder held it before somebody else did."""
    runs = _runs(after, new)
    held = [at for at, run in enumerate(runs) if run.holder is not None and _holder(run) == _holder(new)]
    others = [at for at, run in enumerate(runs) if run.holder is not None and _holder(run) != _holder(new)]
    return bool(held and others and min(held) < max(others))


def _since_then(after: Moment, old: Holding, new: Holding) -> bool:
    """Whether it was lost and taken again in between, and not only told of another day."""
    between = (run for run in _runs(after, new) if run.first > old.first)
    return any(_holder(run) != _holder(new) for run in between)


def _runs(after: Moment, new: Holding) -> Sequence[Holding]:
    """The earlier holdings of the place, the oldest first."""
    place = same_name(new.place)
    found: Iterable[Holding] = (h for h in after.lookup.views.holdings if same_name(h.place) == place)
    return sorted((h for h in found if h.first < new.first), key=lambda h: h.first)


def _gone(before: Moment, old: Holding) -> Change:
    place = before.lookup.place(old.place)
    text = f"{capital(of_place(place))}: no report that counts says any more who holds it."
    proof = before.lookup.evidence((*old.supports, *old.opposes))
    return Change(News.REVERSED, "holding", text, old.holding_id, _state(before, old), None, place, 0, proof)


def _holder(holding: Holding) -> str:
    return same_name(holding.holder)


def _state(moment: Moment, holding: Holding) -> str:
    """A holding in a few words: "held by the Syrian army since 6 December 2024"."""
    who = f" by {with_article(holding.holder.text)}" if holding.holder and holding.status is Control.HELD else ""
    if holding.status is Control.CONTESTED and holding.holder:
        who = f", held by {with_article(holding.holder.text)}"
    return f"{holding.status}{who}{since_words(since_told(moment.lookup, holding))}"
