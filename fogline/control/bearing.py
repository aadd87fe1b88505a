"""Where a sentence puts what it tells by the place that it names: at the place, beside it, or on the way to it.

"The refinery west of K", "a village near K", "the outskirts of K" are not K: who took them did not take the town.
Who "fell back to K" did not leave it but went there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from fogline.control.rules import rules
from fogline.language.words import words
from fogline.records import Claim, ClaimType

_POINT = r"(?:north|south|east|west)(?:[- ]?(?:east|west))?"
_NEAR = 40  # characters before an act in which the words stand that go with it
_SUBJECT = 3  # so many words before an act may be its subject with its auxiliaries
_OF_A_NOUN = frozenset({"the", "its", "their", "a", "an"})  # "the rebels since its capture": the act is no verb
_FAR = 200  # characters before a name in which its words stand
_AGAIN = re.compile(r"\b(?:(?:that|the) (?:town|city|village|place)(?! of)|there|it)\b")  # "near K, but hold that town"
_DESCRIBED = re.compile(r",? (?:an?|the|which|held|ruled|run|still|now)\b[^,.;:]*")
_BEFORE = r"(?:[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*(?:,\s+|\s+and\s+|\s+or\s+|,\s+and\s+))*"  # other places named with it


def is_elsewhere(claim: Claim) -> bool:
    """Whether what is told is not of the place itself; fighting and moves near it are at it."""
    if claim.type is ClaimType.LINK:
        return False
    moves = rules().sent | rules().leaves | {ClaimType.ADVANCE}
    if claim.type not in moves and _all_are(claim, _headed()):
        return True
    if claim.type in rules().keeps and _is_described(claim):
        return False
    return is_beside(claim) if claim.type in rules().takes | rules().keeps | rules().leaves else is_apart(claim)


def is_beside(claim: Claim) -> bool:
    """Whether the sentence names the claim's place only to say where something else lies: near it or apart from it."""
    return _all_are(claim, _beside())


def is_apart(claim: Claim) -> bool:
    """Whether that lies apart from it, in a direction or at a distance: "west of K", "ten miles from K"."""
    return _all_are(claim, _apart())


def _is_described(claim: Claim) -> bool:
    """Whether the state is told in words that describe the place: "short of K, a rebel base", "K, which they hold"."""
    quote, act = claim.anchor.quote, claim.act.start - claim.anchor.start
    for _, after in _around(claim):
        found, at = _DESCRIBED.match(after), len(quote) - len(after)
        if found and (at <= act < at + found.end() or any(n.text in found.group() for n in claim.actors)):
            return True
    return False


def is_agentless(claim: Claim) -> bool:
    """Whether the sentence does not say by whom: "was retaken", and not "they retook it", "retaken by the group"."""
    quote, at = claim.anchor.quote, claim.act.start - claim.anchor.start
    rest = quote[at + len(claim.act.quote) :]
    after = rest.split()[:1]
    return not _subject(quote[:at]) and not (after and after[0].strip(".,;") == "it") and not _agent().match(rest)


def is_passive(claim: Claim) -> bool:
    """Whether the act is done to its subject, and the sentence does not say by whom: "is hemmed in"."""
    before = claim.anchor.quote[: claim.act.start - claim.anchor.start].casefold().split()
    return bool(before) and before[-1] in rules().passive and is_agentless(claim)


def is_former(claim: Claim) -> bool:
    """Whether a state is told as one of some time before: "once held by", "the formerly rebel-held town"."""
    before = words(claim.anchor.quote[: claim.act.start - claim.anchor.start])[-2:]
    told = before == ["used", "to"] or (bool(set(before) & rules().former) and before[-1] not in ("again", "more"))
    return told and claim.type in rules().keeps


def is_of_a_share(claim: Claim) -> bool:
    """Whether only a lesser share of the place is told of: "a fifth of K", "parts of K", "20 per cent of K"."""
    return claim.type in rules().takes | rules().keeps and _all_are(claim, _share())


def comes_after(claim: Claim) -> bool:
    """Whether an act is told to follow another: "then left it", "before leaving it"."""
    before = words(claim.anchor.quote[: claim.act.start - claim.anchor.start])[-3:]
    return bool(set(before) & rules().then)


def goes_on(claim: Claim) -> bool:
    """Whether it is told to be as before: "still hold", "remains"."""
    at = claim.act.start - claim.anchor.start
    near = claim.anchor.quote[max(0, at - _NEAR) : at + len(claim.act.quote)]
    return bool(set(words(near)) & rules().goes_on)


def is_of_a_part(claim: Claim) -> bool:
    """Whether only some of a force do it: "a column leaves the town"."""
    before = claim.anchor.quote[: claim.act.start - claim.anchor.start].casefold()
    return bool(_some().search(before))


@cache
def _some() -> re.Pattern[str]:
    return re.compile(rf"\b(?:an?|another|two|three|several|some) (?:[\w-]+ )?{_any_of(rules().parts)}(?: [\w']+)?,? $")


def _subject(before: str) -> bool:
    """Whether a pronoun or a word for a force stands there as who did it: "the insurgents have since", not "were"."""
    near = [re.split("['’]", word.strip(",;").casefold())[0] for word in before.split()[-_SUBJECT:]]
    said = [word in rules().pronouns | rules().anybody for word in near]
    if near and near[-1] in _OF_A_NOUN:
        return False
    return any(said) and not set(near[said.index(True) :]) & rules().passive


@cache
def _agent() -> re.Pattern[str]:
    """The agent of a passive, right behind it: "taken over by the movement"; not "taken by nightfall"."""
    none = _any_of(rules().no_agent)
    return re.compile(rf"(?: \w+)?(?: from(?: [\w'’-]+){{1,4}})? by (?!(?:the )?(?:{none})\b)")


def is_destination(claim: Claim) -> bool:
    """Whether the sentence names the claim's place only as where somebody goes to."""
    return _all_are(claim, _towards())


def _all_are(claim: Claim, pattern: re.Pattern[str]) -> bool:
    """Whether every mention of the place follows such words, and the sentence does not come back to the place."""
    told = _around(claim)
    return bool(told) and all(pattern.search(before) and not _AGAIN.search(after) for before, after in told)


def _around(claim: Claim) -> tuple[tuple[str, str], ...]:
    """What stands in the sentence before and after each mention of the place."""
    return _mentions(claim.place.text.casefold(), claim.anchor.quote) if claim.place else ()


@lru_cache(maxsize=4096)
def _mentions(name: str, quote: str) -> tuple[tuple[str, str], ...]:
    said, found, at = quote.casefold(), [], -1
    while len(said) == len(quote) and (at := said.find(name, at + 1)) >= 0:
        end = at + len(name)
        if not (said[at - 1 : at].isalnum() or said[end : end + 1].isalnum()):
            found.append((" ".join(quote[max(0, at - _FAR) : at].split()) + " ", quote[end:]))
    return tuple(found)


@cache
def _beside() -> re.Pattern[str]:
    near, edges = _any_of(rules().near), _any_of(rules().edges)
    return _followed(rf"{near}|{edges} of|{_distance()}")


@cache
def _apart() -> re.Pattern[str]:
    return _followed(_distance())


@cache
def _share() -> re.Pattern[str]:
    listed = _any_of(rules().shares)
    few = rf"(?:{_any_of(rules().few)}|\d+) (?:[\w-]+ )?{_any_of(rules().quarters)}"
    most = "".join(f"(?<!{word} )" for word in rules().most)
    percent = r"(?<![\d.,])[1-4]?\d(?:\.\d+)? ?(?:%|per cent|percent)"
    return _followed(rf"(?:{most}(?:{listed}|{few})|{percent}) of")


@cache
def _headed() -> re.Pattern[str]:
    return _followed(_any_of(("towards", "toward")), _BEFORE)


@cache
def _towards() -> re.Pattern[str]:
    return _followed(_any_of(rules().towards), _BEFORE)


def _distance() -> str:
    lengths = _any_of(rules().lengths)
    return rf"(?<!the )(?<!The ){_POINT} (?:of|from)|{lengths} (?:[\w-]+ )?(?:from|of|off|outside|short of)"


def _followed(said: str, then: str = "") -> re.Pattern[str]:
    """These words, followed by the name of the place."""
    return re.compile(rf"(?i:\b(?:{said}) (?:the )?(?:(?:town|city|village|port) of )?){then}$")


def _any_of(listed: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, listed))})"
