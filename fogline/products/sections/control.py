"""Who holds what on the day, and the lines at the head of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from fogline.products.articles import of_place, with_article
from fogline.products.line import Group, Line, Section
from fogline.products.lookup import Lookup
from fogline.products.shown import same_name
from fogline.products.since import since_told, since_words
from fogline.products.telling import importance, telling, told_by
from fogline.products.wording import attribution, capital, day_words, enumerated
from fogline.records import Claim, ClaimType, Control, Holding, Status

LEAD = (("changes", 4), ("cost", 1))  # of which sections the head of the page has how many lines
LATEST = timedelta(days=2)  # how far back from the latest day these may be
MOST_TOLD = 3
MOST_PLACES = 12
PRESENT = "present"  # the key of the places where a force is told to be, and nobody to hold them
CANNOT_BE_JUDGED = 6  # the credibility in the Admiralty code that control gives to what it infers
_FIRM = (Status.ASSERTED, Status.DENIED)
_TAKES = (ClaimType.CAPTURE, ClaimType.HOLD, ClaimType.DEPLOY, ClaimType.CLOSE, ClaimType.REOPEN)
_TOLD_THERE = "told to be there"  # how the reason of such a holding begins
_UNTOLD = "struck"  # and so that of a place of which only that is told, or fighting, and nothing of a holder
_NO_HOLDER = {
    Control.DISPUTED: "Disputed",
    Control.UNKNOWN: "No report says who holds it now",
    Control.CONTESTED: "Fought over, with no holder named",
    Control.HELD: "Holder not named",
}


_UNHELD = {*Control, PRESENT}


def control(lookup: Lookup) -> Section:
    """Per holder the places that it holds on the day; disputed and abandoned places in groups of their own."""
    groups: dict[str, list[Line]] = {}
    titles: dict[str, str] = {}
    for holding in lookup.standing():
        key, title = _group(holding)
        titles.setdefault(key, title)
        groups.setdefault(key, []).append(holding_line(lookup, holding))
    order = sorted(groups, key=lambda k: (k in _UNHELD, -len(groups[k]), titles[k]))
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
    if against := _several(lookup, [c for c in opposes if c.status in _FIRM]):
        text += f" Against it: {against}."
    return Line(
        text,
        lookup.evidence((*holding.supports, *holding.opposes)),
        subject=holding.holding_id,
        status=holding.status,
        origins=holding.origins,
        grade=str(holding.grade),
        note=holding.reason if holding.status is Control.HELD else "",
        place=lookup.place(holding.place),
        disputes=lookup.disputes_of((*holding.supports, *holding.opposes)),
    )


def lead(lookup: Lookup, standing: Sequence[Holding], sections: Sequence[Section]) -> tuple[Line, ...]:
    """The head of the page: what each side holds, what is disputed, and of the latest days what matters most.

    Of the places with an unknown holder only those that somebody left.
    """
    groups: dict[str, list[Holding]] = {}
    for holding in standing:
        if holding.status is Control.UNKNOWN and holding.reason.startswith(_UNTOLD):
            continue
        groups.setdefault(_group(holding)[0], []).append(holding)
    order = sorted(groups, key=lambda k: (k in _UNHELD, -len(groups[k]), k))
    lines = [_summary(lookup, groups[k]) for k in order]
    news = [line for key, most in LEAD for line in _latest(sections, key)[:most]]
    return (*lines, *news)


def _latest(sections: Sequence[Section], key: str) -> list[Line]:
    """The lines of a section's latest days that are not only denied: what matters most, first.

    They name a place, but for the cost: a sum of the whole war is told of none.
    """
    days = [g for s in sections if s.key == key for g in s.groups if g.key]
    first = max((date.fromisoformat(g.key) for g in days), default=date.min) - LATEST if days else date.min
    lines = [replace(line, day=g.title) for g in days if date.fromisoformat(g.key) > first for line in g.lines]
    placed = (line for line in lines if line.place or key == "cost")
    return sorted((line for line in placed if line.status != Status.DENIED), key=importance)


def _group(holding: Holding) -> tuple[str, str]:
    if holding.holder is None or holding.status in (Control.DISPUTED, Control.UNKNOWN):
        return holding.status, _NO_HOLDER[holding.status]
    if is_present(holding):
        return PRESENT, "No holder is named, but forces are told to be there"
    return same_name(holding.holder), holding.holder.text


def _summary(lookup: Lookup, holdings: Sequence[Holding]) -> Line:
    key, title = _group(holdings[0])
    places = _places(lookup, holdings)
    text = f"{title}: {places}." if key in _UNHELD else f"Held by {with_article(title)}: {places}."
    ids = [c for h in holdings for c in (*h.supports, *(h.opposes if key in set(Control) else ()))]
    status = holdings[0].status if key in set(Control) else Control.HELD
    return Line(text, lookup.evidence(ids), status=status, parts=tuple(h.holding_id for h in holdings))


def _places(lookup: Lookup, holdings: Sequence[Holding]) -> str:
    """The places by name; of many those that most origins tell of, and how many more there are."""
    kept = sorted(holdings, key=lambda h: (-h.origins, h.grade.credibility, h.holding_id))[:MOST_PLACES]
    names = list(dict.fromkeys(_marked(lookup, h) for h in holdings if h in kept))
    more = len(holdings) - len(kept)
    return enumerated([*names, f"{more} more"] if more else names)


def is_inferred(holding: Holding) -> bool:
    """Whether this holder is concluded from what is told around, rather than told: its reason says how."""
    told = holding.status in (Control.HELD, Control.CONTESTED) and holding.holder is not None
    return told and holding.grade.credibility == CANNOT_BE_JUDGED


def is_present(holding: Holding) -> bool:
    """Whether the holder is only told to be there: nobody says of anybody that he holds the place."""
    return is_inferred(holding) and holding.reason.startswith(_TOLD_THERE)


def _held(lookup: Lookup, holding: Holding, supports: Sequence[Claim]) -> str:
    if is_inferred(holding):
        return _inferred(lookup, holding, supports)
    head = f"{_named(lookup, holding)}: held by {_holder(holding)}{_since(lookup, holding)}"
    return f"{head}{_by(lookup, holding, supports)}."


def _inferred(lookup: Lookup, holding: Holding, supports: Sequence[Claim]) -> str:
    """What is concluded is never told as the reports' own word: they are quoted with what they do say."""
    told = _several(lookup, supports)
    contested = ", but contested" if holding.status is Control.CONTESTED else ""
    how = "told to be there, though nobody is told to hold it of late" if is_present(holding) else "by inference"
    head = f"{_named(lookup, holding)}: {_holder(holding)}{_since(lookup, holding)}, {how}{contested}"
    return f"{head}. {capital(told)}." if told else f"{head}."


def _contested(lookup: Lookup, holding: Holding, supports: Sequence[Claim]) -> str:
    if is_inferred(holding):
        return _inferred(lookup, holding, supports)
    head = f"{_named(lookup, holding)}: held by {_holder(holding)}{_since(lookup, holding)}, but contested"
    return f"{head}{_by(lookup, holding, supports)}."


def _disputed(lookup: Lookup, holding: Holding, supports: Sequence[Claim]) -> str:
    told = capital(_several(lookup, supports)) or "No holder is named"
    return f"{_named(lookup, holding)}: the sources contradict one another. {told}."


def _unknown(lookup: Lookup, holding: Holding, supports: Sequence[Claim]) -> str:
    told = capital(_several(lookup, supports)) or "It was left"
    return f"{_named(lookup, holding)}: no report says who holds it now. {told}."


_HEAD = {
    Control.HELD: _held,
    Control.CONTESTED: _contested,
    Control.DISPUTED: _disputed,
    Control.UNKNOWN: _unknown,
}


def _marked(lookup: Lookup, holding: Holding) -> str:
    marks = [_holder(holding)] if is_present(holding) else []
    marks += ["contested"] if holding.status is Control.CONTESTED else []
    marks += ["inferred"] if is_inferred(holding) and not is_present(holding) else []
    return of_place(lookup.place(holding.place)) + (f" ({', '.join(marks)})" if marks else "")


def _named(lookup: Lookup, holding: Holding) -> str:
    return capital(of_place(lookup.place(holding.place)))


def _holder(holding: Holding) -> str:
    return with_article(holding.holder.text) if holding.holder else "a side that is not named"


def _since(lookup: Lookup, holding: Holding) -> str:
    return since_words(since_told(lookup, holding))


def _by(lookup: Lookup, holding: Holding, claims: Sequence[Claim]) -> str:
    """Who says that the holder, or somebody of his side, has it; and what else counts for it, in its own words."""
    said = [c for c in claims if _gives(lookup, c, holding)]
    others = _several(lookup, [c for c in claims if c not in said])
    if not said:
        return f": {others}" if others else ""  # it follows from a denial: "denied a withdrawal from it"
    also = f". Also for it: {others}" if others else ""
    return f", {attribution(said, lookup.labels)}{also}"


def _gives(lookup: Lookup, claim: Claim, holding: Holding) -> bool:
    """Whether a claim says itself that the holder, or a group of his side, took or has the place."""
    if claim.status is Status.DENIED or claim.type not in _TAKES or holding.holder is None:
        return False
    theirs = {same_name(holding.holder), lookup.side(holding.holder)}
    return any({same_name(n), lookup.side(n)} & theirs for n in claim.actors)


def _several(lookup: Lookup, claims: Iterable[Claim]) -> str:
    """What the claims say and who says it, each thing once: the first few, and how many more there are."""
    told = list(dict.fromkeys(told_by(lookup, same) for same in _one_each(claims)))
    more = len(told) - MOST_TOLD
    return "; ".join([*told[:MOST_TOLD], *([f"{more} more among the evidence"] if more > 0 else [])])


def _one_each(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims by what they say: those that say the same of the same names stand together, in the record's order."""
    seen: dict[tuple[object, ...], list[Claim]] = {}
    for c in claims:
        deniers = tuple(same_name(n) for n in c.attribution.speakers) if c.status is Status.DENIED else ()
        seen.setdefault((c.type, c.status, deniers, *telling(c)), []).append(c)
    return list(seen.values())


def _ranked(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (-line.origins, line.grade[1:], line.text)))
