"""Holds the lines of disputes, routes, lineage and limits against their claims and the record's rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evaluation.brief_events import check_event
from evaluation.brief_facts import Case, Facts, days, key_of, says_any, says_names
from evaluation.brief_sources import sources, words_of
from evaluation.brief_words import DAY, NotUnderstood, Words, any_of, match, row_of, table
from fogline.records import Claim, ClaimType, Dispute

Row = Mapping[str, Any]
_FIELD = re.compile(r"\\\{(actor|target|place)\\\}")
_NUMBER = re.compile(r"\d[\d,]*")
_REPORT = re.compile(
    r"(?:[Rr]eports? |, | and )(\d+)(?: \(((?:[^()]|\([^()]*\))+)\)|(?=[,.:]| and | is | against | tell))"
)
_FEW = re.compile(r"\b(?:small|few|handful|several|limited|some)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|refut\w*|disput\w*)\b", re.IGNORECASE)


def side(case: Case) -> Iterator[str]:
    """A side of a dispute: who takes it, and what it says."""
    facts, line, claims = case.facts, case.line, case.claims
    dispute = facts.disputes.get(line["id"])
    if dispute is None:
        yield "a row that the record does not hold"
        return
    ids = {c.claim_id for c in claims}
    found = [s for s in dispute.sides if {c for c in s.claim_ids if c in facts.claims} == ids]
    if not found:
        yield "its claims are not those of a side"
        return
    if line["origins"] not in {s.origins for s in found}:
        yield f"count: {line['origins']} origins"
    yield from _about(facts, dispute, case.group)
    counted = Counter(c for s in dispute.sides for c in s.claim_ids)
    both = {c for c, sides in counted.items() if sides > 1}
    yield from _who(facts, line, claims, both)


def _about(facts: Facts, dispute: Dispute, group: Row) -> Iterator[str]:
    """The heading: its days are the first and the last of all its claims."""
    told = days(group["title"])
    periods = [facts.claims[c].period for s in dispute.sides for c in s.claim_ids if c in facts.claims]
    known = [p for p in periods if p]
    if told and (not known or (told.first, told.last) != (min(p.first for p in known), max(p.last for p in known))):
        yield f"day: {group['title']}"


def _who(facts: Facts, line: Row, claims: Sequence[Claim], both: set[str]) -> Iterator[str]:
    """Who takes a side: cited sources of its claims, and reports that speak for themselves.

    Of a sentence that tells both sides one claim was read: the other side is told as what it answers, or as told.
    """
    labels = {facts.label(c) for c in claims}
    item = rf"(?:{any_of(labels)}|\d+ others?)"
    if found := match(rf"(?P<answered>what is answered, )?as told by (?P<who>{row_of(item)}): ", line["text"]):
        if not {c.claim_id for c in claims} <= both:
            yield "a claim of its own is told as another side's"
        other = {c.claim_id for c in claims}
        if bool(found[0].get("answered")) != all(c.status == "denied" for c in claims):
            yield "status: what is answered"
        for value in found[1].removesuffix(".").split("; "):
            yield from _value(value, claims, other)
        return
    speaking = found_speakers(line["text"], claims)
    claims_here = [c for c in claims if c.claim_id not in both or c.claim_id in speaking]
    names = [n for c in claims_here for n in c.attribution.speakers]
    labels = {facts.label(c) for c in claims_here}
    item = rf"(?:{any_of([*(n.text for n in names), *labels])}|\d+ others?)"
    found = match(rf"(?P<who>{row_of(item)}): ", line["text"])
    if found is None:
        raise NotUnderstood(line["text"])
    own = {facts.label(c) for c in claims_here if not c.attribution.speakers}
    text = re.sub(r"(?:, | and )\d+ others?$", "", found[0]["who"])
    try:
        said = says_any(text, [*(n.text for n in names), *labels])
    except ValueError:
        yield f"speaker: {text}"
        return
    if wrong := {s for s in said if s in labels and s not in own and s not in {n.text for n in names}}:
        yield f"speaker: {len(wrong)} reports that do not speak for themselves"
    folded = sum(int(n) for n in re.findall(r"(\d+) others?$", found[0]["who"]))
    told = {key_of(n) for n in names if n.text in said}
    left = {key_of(n) for n in names if n.text.casefold() not in {s.casefold() for s in said}} - told
    if len(left) > folded:
        yield f"speaker left out: {len(left) - folded}"
    other = {c.claim_id for c in claims} - {c.claim_id for c in claims_here}
    for value in found[1].removesuffix(".").split("; "):
        yield from _value(value, claims, other)


def found_speakers(text: str, claims: Sequence[Claim]) -> set[str]:
    """The claims of which a cited source is named before the colon: the side is their own."""
    who = text.partition(": ")[0]
    named = (c for c in claims if any(re.search(any_of([n.text]), who, re.I) for n in c.attribution.speakers))
    return {c.claim_id for c in named}


def value_faults(told: str, claims: Sequence[Claim], dispute: Dispute) -> Iterator[str]:
    """What is wrong with the words of a side; its claims may stand on another side too."""
    counted = Counter(c for s in dispute.sides for c in set(s.claim_ids))
    both = {c for c, sides in counted.items() if sides > 1}
    for value in told.split("; "):
        wrong = [list(_value(value, claims, other)) for other in (both, set[str]())]
        if all(wrong):
            yield from wrong[0]


def _value(value: str, claims: Sequence[Claim], other: set[str]) -> Iterator[str]:
    """What a side says: one of its claims says it in that sense; else it stands in their sentences."""
    bare = re.sub(r" \(\d{4}-\d\d-\d\d(?: to \d{4}-\d\d-\d\d)?\)$", "", value)
    quoted = re.search(r' \(["“](?P<act>[^"”]+)["”]\)$', bare)
    bare = bare[: quoted.start()] if quoted else bare
    denied = bare.startswith("it is denied that ")
    bare = bare.removeprefix("it is denied that ")
    for claim in claims:
        turned = claim.claim_id in other  # its sentence tells both sides, and it is the other one's
        either = turned and not claim.attribution.speakers  # or, in a report's own voice, that of either
        either = either or (denied and _DENIED.search(claim.anchor.quote) is not None)  # a charge, denied as it is told
        if ((claim.status == "denied") != denied) is not turned and not either and not _spoken_against(claim):
            continue
        if quoted and " ".join(claim.act.quote.split()) != " ".join(quoted["act"].split()):
            continue
        if any(re.fullmatch(p, bare, re.IGNORECASE) for p in _forms(claim)):
            return
    said = " ".join(" ".join(c.anchor.quote.split()) for c in claims)
    if bare in said:
        return  # the reports' own words: a rank, a distance
    number = re.match(r"([\d,]+)(?: to ([\d,]+))? ", bare)
    if number and all(_counts(n, said, claims) for n in number.groups() if n):
        return
    if bare.startswith("a small number of ") and _FEW.search(said):
        return
    yield f"value: {value}"


def _spoken_against(claim: Claim) -> bool:
    """Whether its speaker is said to deny it: the record takes that for a denial."""
    return claim.status != "denied" and str(claim.attribution.stance or "") == "deny"


def _forms(claim: Claim) -> Iterator[str]:
    names = {
        "actor": _listed([n.text for n in claim.actors]),
        "target": _listed([n.text for n in claim.targets]),
        "place": r"(?:(?:the|an?) )?.+?",  # a place told just before it, or a part of it: the heading has it
    }
    for form in table()["sides"][claim.type]:
        yield _FIELD.sub(lambda m: names[m[1]], re.escape(form))


def _listed(names: Sequence[str]) -> str:
    if not names:
        return "somebody"
    items = [any_of([n]) for n in names]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _counts(number: str, said: str, claims: Sequence[Claim]) -> bool:
    value = int(number.replace(",", ""))
    if any(value in (q.low, q.high) for c in claims for q in c.quantities):
        return True
    if value in {int(n.replace(",", "")) for n in _NUMBER.findall(said) if n.strip(",")}:
        return True
    words = [word for word, worth in table()["numbers"].items() if worth == value]
    return any(re.search(rf"\b{word}\b", said, re.IGNORECASE) for word in words)


def ground(case: Case) -> Iterator[str]:
    """Where a place leads, who is said to have it for his only way out, what was closed or reopened."""
    facts, line, claims = case.facts, case.line, case.claims
    words = words_of(facts, claims, _called(facts, claims))
    one = any_of(_called(facts, claims))
    text = line["text"]
    if found := match(rf"(?P<place>{one}): called the only way out of (?P<actor>{words.names}), {words.says}\.$", text):
        if not all(c.actors and says_names(found[0]["actor"], c.actors[:1]) for c in claims):
            yield "actor"
        yield from sources(facts, found[0], claims)
        return
    state = rf"(?P<place>{one}): (?P<state>closed|reopened), last told of (?P<when>{DAY}), {words.says}\.$"
    if found := match(state, text):
        kind = ClaimType.CLOSE if found[0]["state"] == "closed" else ClaimType.REOPEN
        told = days(found[0]["when"])
        if not all(c.type is kind for c in claims):
            yield "type"
        if not all(c.period and told and c.period.last == told.last for c in claims):
            yield f"day: {found[0]['when']}"
        yield from sources(facts, found[0], claims)
        return
    ends = rf"{words.names} \({words.who}\)"
    plain = re.sub(r"\?P<\w+>", "?:", ends)
    if found := match(rf"(?P<place>{one}): borders, leads to or is a link to (?P<ends>{row_of(plain)})\.$", text):
        yield from _ends(facts, words, found[0]["ends"], claims)
        return
    yield from check_event(facts, line, claims, None)


def _called(facts: Facts, claims: Sequence[Claim]) -> set[str]:
    """What the places of these claims are called, by any report and by the record."""
    names = {n for c in claims for n in (c.place, *c.actors, *c.targets) if n}
    known = {t for n in names for t in facts.places.get(n.key or "", ())}
    record = {facts.corpus.places[n.key].name for n in names if n.key in facts.corpus.places}
    return {*(n.text for n in names), *known, *record}


def _ends(facts: Facts, words: Words, text: str, claims: Sequence[Claim]) -> Iterator[str]:
    seen: set[str] = set()
    while text:
        found = match(rf"(?P<end>{any_of(n.text for c in claims for n in c.targets)}) \({words.who}\)", text)
        if found is None:
            raise NotUnderstood(text)
        parts, rest = found
        those = [c for c in claims if any(says_names(parts["end"], [n]) for n in c.targets)]
        seen |= {c.claim_id for c in those}
        yield from sources(facts, parts, those)
        text = re.sub(r"^(?:, |and )", "", rest).strip()
        text = re.sub(r"^,? ?(?:and )?", "", text)
    if left := [c for c in claims if c.claim_id not in seen and c.targets]:
        yield f"claims left out: {len(left)}"


def lineage(case: Case) -> Iterator[str]:
    """Origins, kin, alterations and stories: the numbers and outlets of reports are those of the record's rows."""
    facts, line, group = case.facts, case.line, case.group
    text = line["text"]
    told = {int(n): name for n, name in _REPORT.findall(text)}
    numbers = {n: r for r, n in facts.numbers.items()}
    for number, outlet in told.items():
        reading = facts.readings.get(numbers.get(number, ""))
        if reading is None or (outlet and outlet != reading.outlet):
            yield f"report: {number} is not {outlet}"
    origin = facts.origins.get(line["id"] or "")
    if "tell one original" in text and (origin is None or {numbers.get(n) for n in told} != set(origin.report_ids)):
        yield "report: not those of one origin"
    quotes = re.findall(r"“([^”]*)”", text)
    said = " ".join(" ".join(e["quote"].split()) for e in line["evidence"])
    if group["title"] == "Changed on the way" and any(not _in_order(q.split(" … "), said) for q in quotes):
        yield "words that do not stand in its sentences"


def _in_order(pieces: Sequence[str], said: str) -> bool:
    """Whether these words stand in what is said, one after the other."""
    at = 0
    for piece in (" ".join(p.split()) for p in pieces):
        at = said.find(piece, at)
        if at < 0:
            return False
    return True


def limit(case: Case) -> Iterator[str]:
    """What is not known: its counts of claims are those of the claims it carries; what is in no line rests on none."""
    line, group, claims = case.line, case.group, case.claims
    if group["title"].startswith("In no line"):
        return
    counted = re.search(r"(\d[\d,]*) claims?", line["text"])
    if counted and int(counted[1].replace(",", "")) != len(claims):
        yield f"count: {counted[1]} claims for {len(claims)}"
    if group["title"] == "Places that are not on the map":
        name = line["text"].rpartition(": ")[0]
        if any(c.place is None or c.place.text.casefold() != name.casefold() for c in claims):
            yield f"place: {name}"
