"""Holds the lines of holdings, disputes, routes, lineage and limits against their claims and the record's rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from evaluation.brief_days import SINCE, since
from evaluation.brief_facts import Case, Facts, alike, best_fits, days, key_of, same_days, says_names
from evaluation.brief_sources import attributed, sources, told_alike, words_of
from evaluation.brief_words import NotUnderstood, Sentence, Words, any_of, bared, match, row_of, told
from fogline.records import Basis, Claim, ClaimType, Holding, Name, Period

Row = Mapping[str, Any]
INFERRED = 6
_GIVES = {ClaimType.CAPTURE, ClaimType.HOLD, ClaimType.DEPLOY, ClaimType.CLOSE, ClaimType.REOPEN}
THERE = "told to be there, though nobody is told to hold it of late"
_THERE_LEAD = "No holder is named, but forces are told to be there"
_LEAD = {
    "Disputed": "disputed",
    "No report says who holds it now": "unknown",
    "Fought over, with no holder named": "contested",
    "Holder not named": "held",
}


def summary(case: Case) -> Iterator[str]:
    """A line at the head of the page: each place is that of a holding, with the holder or status that it is told by."""
    facts, line, claims = case.facts, case.line, case.claims
    holdings = [facts.holdings[i] for i in line["ids"] if i in facts.holdings]
    if len(holdings) != len(line["ids"]):
        yield "a row that the record does not hold"
    head, _, rest = line["text"].partition(": ")
    status, there = _LEAD.get(head), head == _THERE_LEAD
    for h in holdings:
        if status and not (h.status == status and (h.holder is None or status == "disputed")):
            yield f"status: {h.status} under {head}"
        if present(h) is not there:
            yield "presence: told as held, or the other way round"
        if (
            not status
            and not there
            and not (h.holder and re.fullmatch(f"Held by {any_of([h.holder.text])}", head, re.IGNORECASE))
        ):
            yield f"holder: {head}"
    names = {text: h for h in holdings for text in place_names(facts, h.place)}
    marks = any_of(h.holder.text for h in holdings if h.holder) if there else "inferred"
    item = rf"{any_of(names)}(?: \((?:contested|{marks}|contested, inferred|{marks}, contested)\))?"
    several = row_of(rf"(?:{item}|\d+ more)")
    if not re.fullmatch(rf"{several}\.", rest, re.IGNORECASE):
        raise NotUnderstood(rest)
    for found in re.finditer(rf"({any_of(names)}) \(([^()]+)\)", rest, re.IGNORECASE):
        marked = [h for h in holdings if says_one(found[1], place_names(facts, h.place))]
        wanted = {bared(mark) for mark in found[2].split(", ")}
        if not any({bared(mark) for mark in _marks(h)} == wanted for h in marked):
            yield f"status: {found[1]} told as {found[2]}"
    more = sum(int(n) for n in re.findall(r"(\d+) more", rest))
    told_of = len(re.findall(rf"(?:^|, | and ){item}(?=, | and |\.$)", rest, re.IGNORECASE))
    if more and told_of + more != len(holdings):
        yield f"count: {told_of} places and {more} more for {len(holdings)}"
    wanted_claims = {c for h in holdings for c in (*h.supports, *h.opposes)}
    if not {c.claim_id for c in claims} <= wanted_claims:
        yield "its claims are not those of its rows"


def _marks(holding: Holding) -> set[str]:
    marks = {"contested"} if holding.status == "contested" else set()
    if present(holding) and holding.holder:
        return marks | {holding.holder.text}
    return marks | ({"inferred"} if inferred(holding) else set())


def inferred(holding: Holding) -> bool:
    """Whether its holder is concluded: the record says so by its grade."""
    firm = holding.status in ("held", "contested") and holding.holder is not None
    return firm and holding.grade.credibility == INFERRED


def present(holding: Holding) -> bool:
    """Whether its holder is only told to be there, and no claim for it says that anybody has the place."""
    return inferred(holding) and holding.reason.startswith("told to be there")


def place_names(facts: Facts, name: Name) -> set[str]:
    """What reports and persons call a place."""
    return {name.text, *facts.places.get(name.key or "", ())}


def says_one(text: str, names: set[str]) -> bool:
    """Whether words are one of these names."""
    return any(says_names(text, [Name(n)]) for n in names)


def holding(case: Case) -> Iterator[str]:
    """The line of a holding."""
    facts, line, claims = case.facts, case.line, case.claims
    row = facts.holdings.get(line["id"])
    if row is None:
        yield "a row that the record does not hold"
        return
    supports = [facts.claims[c] for c in row.supports if c in facts.claims]
    opposes = [facts.claims[c] for c in row.opposes if c in facts.claims]
    if {c.claim_id for c in claims} != {c.claim_id for c in (*supports, *opposes)}:
        yield "its claims are not those of its row"
    if (line["status"], line["origins"], line["grade"]) != (row.status, row.origins, str(row.grade)):
        yield "status, origins or grade are not those of its row"
    names = place_names(facts, row.place)
    words = words_of(facts, claims, {*names, *([row.holder.text] if row.holder else [])})
    place = any_of(names)
    holder = any_of([row.holder.text] if row.holder else ["a side that is not named"])
    text = line["text"]
    begun = rf"(?: since (?P<since>{SINCE}))?"
    heads = {
        "held": rf"{place}: held by {holder}{begun}(?P<contested>, but contested)?",
        "inferred": rf"{place}: {holder}{begun}, by inference(?P<contested>, but contested)?\.(?: |$)",
        "there": rf"{place}: {holder}{begun}, {THERE}(?P<contested>, but contested)?\.(?: |$)",
        "disputed": rf"{place}: the sources contradict one another\. ",
        "unknown": rf"{place}: no report says who holds it now\. ",
    }
    kind = (
        "there"
        if present(row)
        else "inferred"
        if inferred(row)
        else "held"
        if row.status in ("held", "contested")
        else str(row.status)
    )
    found = match(heads[kind], text)
    if found is None:
        raise NotUnderstood(text)
    parts, _ = found
    rest = text[re.match(heads[kind], text, re.IGNORECASE).end() :]  # type: ignore[union-attr]
    if bool(parts.get("contested")) != (row.status == "contested"):
        yield f"status: {row.status}"
    if kind in ("held", "inferred", "there"):
        yield from since(parts.get("since"), row, supports)
    if kind == "held":
        rest = yield from _by(facts, words, rest, row, supports)
    elif kind in ("inferred", "there") or rest not in ("No holder is named.", "It was left."):
        head, cut, tail = rest.partition("Against it: ")
        if head.strip():
            yield from _each(facts, words, head.strip().removesuffix("."), supports)
        rest = cut + tail
    else:
        rest = ""
    yield from _against(facts, words, rest.strip(), opposes)


def _by(facts: Facts, words: Words, text: str, row: Holding, supports: Sequence[Claim]) -> Iterator[str]:
    """Who says that it is held: those whose claims name the holder or one of his side, or deny that he lost it."""
    told_so = [c for c in supports if speaks_for(facts, c, row)]
    found = match(rf", {words.says}\.(?= |$)", text)
    rest = found[1] if found else text
    if found:
        if not told_so:
            yield f"holder: no claim says that {row.holder.text if row.holder else 'he'} holds it"
        yield from sources(facts, found[0], told_so)
    elif text.startswith("."):
        rest = text[1:].lstrip()
        if told_so:
            yield "who says so is left out"
    elif text.startswith(": "):
        head, cut, tail = text[2:].partition("Against it: ")
        yield from _each(facts, words, head.strip().removesuffix("."), supports)
        return cut + tail
    others = [c for c in supports if c not in told_so]
    also = match(r"Also for it: ", rest)
    if also:
        head, cut, tail = also[1].partition("Against it: ")
        yield from _each(facts, words, head.strip().removesuffix("."), others)
        return cut + tail
    if others and found:
        yield f"claims left out: {len(others)}"
    return rest


def speaks_for(facts: Facts, claim: Claim, row: Holding) -> bool:
    """Whether a claim itself says that the holder, or somebody of his side, has the place."""
    if claim.status == "denied" or claim.type not in _GIVES or row.holder is None:
        return False
    sides = {facts.side(row.holder), key_of(row.holder)}
    return any({facts.side(n), key_of(n)} & sides for n in claim.actors)


def _against(facts: Facts, words: Words, text: str, opposes: Sequence[Claim]) -> Iterator[str]:
    firm = [c for c in opposes if c.status in ("asserted", "denied")]
    if not text:
        if firm:
            yield f"what speaks against it is left out: {len(firm)}"
        return
    found = match(r"Against it: (?P<all>.+)\.$", text)
    if found is None:
        raise NotUnderstood(text)
    yield from _each(facts, words, found[0]["all"], firm)


def _each(facts: Facts, words: Words, text: str, claims: Sequence[Claim]) -> Iterator[str]:
    """Several things told one after the other: each by claims that say it, all of them told or counted."""
    left = list(claims)
    while text:
        if found := match(r"(?P<count>\d+) more among the evidence$", text):
            rest: list[Claim] = []
            for claim in left:
                if not any(_same(claim, other) for other in rest):
                    rest.append(claim)
            if int(found[0]["count"]) != len(rest):
                yield f"count: {found[0]['count']} more for {len(rest)}"
            return
        ways, text = told(words, text, end=r"(?:; |$)")
        fitting = [c for c in claims if not _others_deny(facts, ways[0], c)]
        found = best_fits(ways, [c for c in fitting if c in left]) or best_fits(ways, fitting)
        if not found:
            yield f"no claim says it: {ways[0].form}"
            continue
        sentence = found[0][0]
        near = [c for s, c in found if s is sentence]
        claim, same, wrong = attributed(facts, sentence.parts, near, lambda c: [d for d in claims if _same(c, d)])
        yield from wrong
        left = [c for c in left if c not in same and not told_alike(facts, sentence, same, claim, c)]
    if left:
        yield f"claims left out: {len(left)}"


def _others_deny(facts: Facts, sentence: Sentence, claim: Claim) -> bool:
    """Whether it is denied by others than the claim's own speakers."""
    if sentence.kind != "denied" or "speakers" not in sentence.parts:
        return False
    return any(sources(facts, {"speakers": sentence.parts["speakers"]}, [claim]))


def _same(one: Claim, other: Claim) -> bool:
    deniers = [{key_of(n) for n in c.attribution.speakers} if c.status == "denied" else set() for c in (one, other)]
    same_act = one.type in (ClaimType.HARM, ClaimType.FORM) or alike(one, other)
    return same_act and alike(one, other) and deniers[0] == deniers[1]


def days_of_row(facts: Facts, row: Row) -> Iterator[str]:
    """The days of a timeline's row are those of its event, or where these are no claim's in its sense, a claim's."""
    given = Period(days_iso(row["first"]), days_iso(row["last"]), Basis(row["basis"]))
    event = facts.events.get(row["id"])
    claims = [facts.claims[c] for c in row["claims"] if c in facts.claims]
    held = [event.period] if event else []
    held += [c.period for c in claims if c.status == row["status"]]
    if given not in held:
        yield "day: the row's days are not those of its event"
    period = days(row["text"].partition(" Told of another day")[0])
    if period and given.basis != Basis.PUBLISHED and not same_days(period, given):
        yield f"day: {period.first} to {period.last} in words"


def days_iso(text: str) -> date:
    """A day in ISO form."""
    return date.fromisoformat(text)
