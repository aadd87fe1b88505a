"""What claims have that no reader of their sentences would give them, taken away again.

| the sentence | not |
| --- | --- |
| "he boarded an aircraft" | an attack on it |
| "280,000 people were displaced between Monday and Friday" | displaced at the place told of before: a sum of a war |
| "denied that people had been killed by its men" | a harm: it is denied |
| "shut every crossing but Karsin", "left only Karsin open" | Karsin closed; "Osk is open, but Karsin was shut" does |
| "attacked the embassies of Norland and Dorland" | Dorland attacked: its embassy |
| "Norland closed its side, and fighting was reported in Karsin" | Norland fighting: another clause names it |
| "left, so that Karsin would not be shelled" | a shelling, denied: it tells an aim |
| "launched their offensive from Karsin" | Karsin attacked: it is where they set out |
| "shells hit Karsin", "mortar rounds came down on the market" | shells as those who attack: nobody is told |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from fogline.claims.lexicon import lexicon
from fogline.language.words import words
from fogline.records import Claim, ClaimType, Name, Stance, Status

DENIABLE = frozenset(
    {
        ClaimType.HARM,
        ClaimType.CAPTURE,
        ClaimType.WITHDRAW,
        ClaimType.ATTACK,
        ClaimType.ADVANCE,
        ClaimType.DEPLOY,
        ClaimType.CLOSE,
        ClaimType.HOLD,
    }
)
_HELPING = re.compile(r"\b(?:help|aid|assist)(?:ed|ing|s)?\b[^,;:.]*$")  # "denied that it helped them to hold K"
_DENIED_THAT = re.compile(r"\b(?:denied|denies|deny|denying) that\b[^:;.\"“”]*$", re.IGNORECASE)

_EXEMPT = re.compile(r"\b(?:except|but|apart from|other than|save|excepting)(?: for| at)? (?:the )?$")
_BUT = re.compile(r"\bbut (?:the )?$")
_ALL_BUT = re.compile(r"\b(?:all|every\w*|each|any\w*|none|no|nothing)\b(?: \w+){0,4} but (?:the )?$", re.IGNORECASE)
_ONLY = re.compile(r"\bonly (?:the )?$")
_OPEN = re.compile(r"(?: crossing| border| post| road)* open\b")
_EMBASSIES = re.compile(
    r"\b(?:embass(?:y|ies)|consulates?) of (?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?:, | and |, and ))*(?:the )?$"
)
_FROM = re.compile(r"(?P<far>\b(?:miles|km|kilomet(?:re|er)s|away|far) )?\b(?:from|out of) (?:the )?$")
_SPARING = re.compile(r"\bso (?:that|as)\b[^:;.\"“”]*\bnot\b[^:;.\"“”]*$|\blest\b[^:;,.\"“”]*$", re.IGNORECASE)
_OFFENSIVE = re.compile(r"launch|offensive|assault|attacked", re.IGNORECASE)
_CHANGED = re.compile(r"chang(?:e|es|ed|ing) hands\b", re.IGNORECASE)
_REPORTED = re.compile(r" (?:was|were|is|are|has been|have been) (?:also )?(?:reported|heard|under way|going on)\b")


def without_unsaid(
    claims: Iterable[Claim], granted: Collection[tuple[int, ClaimType]] = frozenset()
) -> Iterator[Claim]:
    """The claims as their sentences have them, in their order; those that no sentence makes left out.

    `granted`: where acts stand that a denial takes for granted, and their types.
    """
    for claim in claims:
        if not _is_boarding(claim) and not _is_aim(claim):
            kept = _unnamed(_uninvolved(_unmanned(_of_embassy(_setting_out(_spared(_placeless(claim)))))))
            yield kept if (claim.act.start, claim.type) in granted else _denied(kept)


def _is_boarding(claim: Claim) -> bool:
    if claim.type is not ClaimType.ATTACK or not set(words(claim.act.quote)) & lexicon("unsaid")["boards"]:
        return False
    behind = claim.anchor.quote[claim.act.end - claim.anchor.start :]
    return bool(set(words(behind)[:4]) & lexicon("unsaid")["vehicles"])


def _is_aim(claim: Claim) -> bool:
    """As in "so that Karsin would not be shelled": what somebody wanted to spare it."""
    before = claim.anchor.quote[: claim.act.start - claim.anchor.start]
    return claim.status is Status.DENIED and _SPARING.search(before) is not None


def _placeless(claim: Claim) -> Claim:
    """Without a place where a sum over days is told of none: what stood before it was another matter."""
    if claim.type is not ClaimType.HARM or claim.place is None or not claim.quantities or claim.when is None:
        return claim
    said, table = set(words(claim.anchor.quote)), lexicon("unsaid")
    is_sum = bool(set(words(claim.when.text)[:1]) & table["sums"])
    if not is_sum or said & table["where"] or set(words(claim.place.text)) & said:
        return claim
    return replace(claim, place=None)


def _spared(claim: Claim) -> Claim:
    """Without its place where a closure leaves just that one open."""
    if claim.type is not ClaimType.CLOSE or claim.place is None:
        return claim
    before, _, after = claim.anchor.quote.partition(claim.place.text)
    behind = claim.act.start - claim.anchor.start > len(before)  # "but K was shut"
    joins = behind and _BUT.search(before) and not _ALL_BUT.search(before)
    kept = (_EXEMPT.search(before) and not joins) or (_ONLY.search(before) and _OPEN.match(after))
    return replace(claim, place=None) if kept else claim


def _setting_out(claim: Claim) -> Claim:
    """Without the place from which an attack set out, where the sentence names it for that alone."""
    if claim.type is not ClaimType.ATTACK or claim.place is None or not _OFFENSIVE.match(claim.act.quote):
        return claim
    before, found, after = claim.anchor.quote.partition(claim.place.text)
    sets_out = _FROM.search(before) if found and claim.place.text not in after else None
    return claim if sets_out is None or sets_out["far"] else replace(claim, place=None)


def _of_embassy(claim: Claim) -> Claim:
    """With a state's embassy as its target where only that is named."""
    if claim.type is not ClaimType.ATTACK:
        return claim
    return replace(claim, targets=tuple(_embassy(name, claim.anchor.quote) for name in claim.targets))


def _embassy(name: Name, quote: str) -> Name:
    head, _, code = (name.key or "").partition(":")
    before, found, _ = quote.partition(name.text)
    if head != "country" or not found or not _EMBASSIES.search(before):
        return name
    return Name(f"embassy of {name.text}", f"embassy:{code}")


def _unmanned(claim: Claim) -> Claim:
    """Without what only flies or falls as its doer."""
    if claim.type not in (ClaimType.ATTACK, ClaimType.HARM):
        return claim
    munitions = lexicon("unsaid")["munitions"]
    doers = tuple(n for n in claim.actors if n.key is not None or not set(words(n.text)[-1:]) & munitions)
    return replace(claim, actors=doers)


def _uninvolved(claim: Claim) -> Claim:
    """Without a state that is told fighting only because the clause before names it for something else."""
    if claim.type is not ClaimType.CLASH or not claim.actors:
        return claim
    act = claim.act.start - claim.anchor.start
    told = _REPORTED.match(claim.anchor.quote[act + len(claim.act.quote) :])
    clause = claim.anchor.quote.rfind(", and ", 0, act)
    states = {n for n in claim.actors if (n.key or "").startswith("country:")}
    named = any(n.text in claim.anchor.quote[max(clause, 0) :] for n in states)
    if not told or clause < 0 or not states or named:
        return claim
    return replace(claim, actors=tuple(n for n in claim.actors if n not in states))


def _unnamed(claim: Claim) -> Claim:
    """Without taker and loser where a place only "changed hands" and its sentence names neither."""
    behind = claim.anchor.quote[claim.act.start - claim.anchor.start :]
    if claim.type is not ClaimType.CAPTURE or not _CHANGED.match(behind):
        return claim
    said = set(words(claim.anchor.quote))
    told = {n for n in (*claim.actors, *claim.targets) if said & set(words(n.text))}
    return replace(
        claim, actors=tuple(n for n in claim.actors if n in told), targets=tuple(n for n in claim.targets if n in told)
    )


def _denied(claim: Claim) -> Claim:
    """Denied where its act stands in what a speaker "denied that"."""
    if claim.status is not Status.ASSERTED or claim.attribution.stance is not Stance.DENY:
        return claim
    before = claim.anchor.quote[: claim.act.start - claim.anchor.start]
    denies = claim.type in DENIABLE and _DENIED_THAT.search(before) and not _HELPING.search(before)
    return replace(claim, status=Status.DENIED) if denies else claim
