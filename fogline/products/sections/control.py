"""Who holds what on the day, and the lines at the head of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fogline.products.articles import of_place, with_article
from fogline.products.line import Group, Line, Section
from fogline.products.lookup import Lookup
from fogline.products.telling import disputes_of, same_name, told_by
from fogline.products.wording import attribution, capital, day_words, enumerated
from fogline.records import Claim, Control, Holding, Status

LEAD_CHANGES = 4
MOST_OPPOSED = 3
CANNOT_BE_JUDGED = 6  # the credibility in the Admiralty code that control gives to what it infers
_FIRM = (Status.ASSERTED, Status.DENIED)
_NO_HOLDER = {
    Control.DISPUTED: "Disputed",
    Control.UNKNOWN: "Left, and no report says who holds it now",
    Control.CONTESTED: "Fought over, with no holder named",
    Control.HELD: "Holder not named",
}


def control(lookup: Lookup) -> Section:
    """Per holder the places that it holds on the day; disputed and abandoned places in groups of their own."""
    groups: dict[str, list[Line]] = {}
    titles: dict[str, str] = {}
    for holding in lookup.standing():
        key, title = _group(holding)
        titles.setdefault(key, title)
        groups.setdefault(key, []).append(holding_line(lookup, holding))
    order = sorted(groups, key=lambda k: (k in set(Control), -len(groups[k]), titles[k]))
    made = tuple(Group(titles[k], _ranked(groups[k]), key=k) for k in order)
    on = f"On {day_words(lookup.as_of)}, as the reports of the record have it. " if lookup.as_of else ""
    intro = (
        f"{on}“Contested” is held but fought over or approached; “disputed” is where sources contradict one another."
    )
    return Section("control", "Who holds what", intro if made else "No report says who holds a place.", made)


def holding_line(lookup: Lookup, holding: Holding) -> Line:
    """The line of a holding: place, holder, since when, who says so, and what is said against it."""
    supports, opposes = lookup.known(holding.supports), lookup.known(holding.opposes)
    text = _HEAD[holding.status](lookup, holding, supports)
    against = [told_by(lookup, [c]) for c in _one_each(c for c in opposes if c.status in _FIRM)[:MOST_OPPOSED]]
    if against:
        text += f" Against it: {'; '.join(against)}."
    return Line(
        text,
        lookup.evidence((*holding.supports, *holding.opposes)),
        subject=holding.holding_id,
        status=holding.status,
        origins=holding.origins,
        grade=str(holding.grade),
        note=holding.reason if holding.status is Control.HELD else "",
        place=lookup.place(holding.place),
        disputes=disputes_of(lookup, (*holding.supports, *holding.opposes)),
    )


def lead(lookup: Lookup, standing: Sequence[Holding], sections: Sequence[Section]) -> tuple[Line, ...]:
    """The head of the page: what each side holds, what is disputed, and what the latest day brought."""
    groups: dict[str, list[Holding]] = {}
    for holding in standing:
        groups.setdefault(_group(holding)[0], []).append(holding)
    order = sorted(groups, key=lambda k: (k in set(Control), -len(groups[k]), k))
    lines = [_summary(lookup, groups[k]) for k in order]
    days = [g for s in sections if s.key == "changes" for g in s.groups if g.key]
    news = [replace(line, day=day.title) for day in days for line in day.lines if line.place]
    return (*lines, *news[:LEAD_CHANGES])


def _group(holding: Holding) -> tuple[str, str]:
    if holding.holder is None or holding.status in (Control.DISPUTED, Control.UNKNOWN):
        return holding.status, _NO_HOLDER[holding.status]
    return same_name(holding.holder), holding.holder.text


def _summary(lookup: Lookup, holdings: Sequence[Holding]) -> Line:
    key, title = _group(holdings[0])
    places = enumerated(list(dict.fromkeys(_marked(lookup, h) for h in holdings)))
    text = f"{title}: {places}." if key in set(Control) else f"Held by {with_article(title)}: {places}."
    ids = [c for h in holdings for c in (*h.supports, *(h.opposes if key in set(Control) else ()))]
    status = holdings[0].status if key in set(Control) else Control.HELD
    return Line(text, lookup.evidence(ids), status=status, parts=tuple(h.holding_id for h in holdings))


def is_inferred(holding: Holding) -> bool:
    """Whether this holder is concluded from what is told around, rather than told: its reason says how."""
    told = holding.status in (Control.HELD, Control.CONTESTED) and holding.holder is not None
    return told and holding.grade.credibility == CANNOT_BE_JUDGED


def _held(lookup: Lookup, holding: Holding, supports: Sequence[Claim]) -> str:
    if is_inferred(holding):
        return _inferred(lookup, holding, supports)
    return f"{_named(lookup, holding)}: held by {_holder(holding)}{_since(holding)}{_by(lookup, supports)}."


def _inferred(lookup: Lookup, holding: Holding, supports: Sequence[Claim]) -> str:
    """What is concluded is never told as the reports' own word: they are quoted with what they do say."""
    told = [told_by(lookup, [c]) for c in _one_each(supports)[:MOST_OPPOSED]]
    contested = ", but contested" if holding.status is Control.CONTESTED else ""
    head = f"{_named(lookup, holding)}: {_holder(holding)}{_since(holding)}, by inference{contested}"
    return f"{head}. {'; '.join(told)}." if told else f"{head}."


def _contested(lookup: Lookup, holding: Holding, supports: Sequence[Claim]) -> str:
    if is_inferred(holding):
        return _inferred(lookup, holding, supports)
    return (
        f"{_named(lookup, holding)}: held by {_holder(holding)}{_since(holding)}, but contested{_by(lookup, supports)}."
    )


def _disputed(lookup: Lookup, holding: Holding, supports: Sequence[Claim]) -> str:
    told = [told_by(lookup, [c]) for c in _one_each(supports)[:MOST_OPPOSED]]
    return f"{_named(lookup, holding)}: the sources contradict one another. {'; '.join(told) or 'No holder is named'}."


def _unknown(lookup: Lookup, holding: Holding, supports: Sequence[Claim]) -> str:
    told = [told_by(lookup, [c]) for c in _one_each(supports)[:MOST_OPPOSED]]
    return f"{_named(lookup, holding)}: no report says who holds it now. {'; '.join(told) or 'It was left'}."


_HEAD = {
    Control.HELD: _held,
    Control.CONTESTED: _contested,
    Control.DISPUTED: _disputed,
    Control.UNKNOWN: _unknown,
}


def _marked(lookup: Lookup, holding: Holding) -> str:
    marks = ["contested"] if holding.status is Control.CONTESTED else []
    marks += ["inferred"] if is_inferred(holding) else []
    return of_place(lookup.place(holding.place)) + (f" ({', '.join(marks)})" if marks else "")


def _named(lookup: Lookup, holding: Holding) -> str:
    return capital(of_place(lookup.place(holding.place)))


def _holder(holding: Holding) -> str:
    return with_article(holding.holder.text) if holding.holder else "a side that is not named"


def _since(holding: Holding) -> str:
    return f" since {day_words(holding.since)}" if holding.since else ""


def _by(lookup: Lookup, claims: Sequence[Claim]) -> str:
    said = [c for c in claims if c.status is not Status.DENIED]
    if said or not claims:
        return f", {attribution(said, lookup.labels)}" if said else ""
    return f": {told_by(lookup, _one_each(claims)[:1])}"  # it follows from a denial: "denied a withdrawal from it"


def _one_each(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for each thing said by each source: the first in the order of the record."""
    seen: dict[tuple[object, ...], Claim] = {}
    for c in claims:
        who = tuple(same_name(n) for n in c.attribution.speakers)
        seen.setdefault((c.type, c.status, tuple(same_name(n) for n in c.actors), who), c)
    return list(seen.values())


def _ranked(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (-line.origins, line.text)))
