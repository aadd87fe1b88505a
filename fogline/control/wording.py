"""Disputes in words: what a side says, who says it, and what the sides differ about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from fogline.control.contradictions import CONTROL
from fogline.control.denials import is_denied
from fogline.control.rules import rules
from fogline.records import Attribution, Claim, Name, Side, Status
from fogline.records.sources import Sources

MOST = 3  # so many different wordings of one side are given


@dataclass(frozen=True, slots=True)
class Word:
    """What a claim says on one side of a dispute, and the id of the row that it stands in."""

    claim: Claim
    claim_id: str
    as_told: bool = True

    @classmethod
    def of(cls, claim: Claim) -> Word:
        """A claim's own word; denied where its speaker is said to deny it."""
        return cls(replace(claim, status=Status.DENIED) if is_denied(claim) else claim, claim.claim_id)

    def turned(self) -> Word:
        """What its sentence tells against it, of which no claim was read: as told by the report itself."""
        return Word(turned(self.claim), self.claim_id, as_told=False)


def turned(claim: Claim) -> Claim:
    """The opposite of a claim, as told by the report itself."""
    return replace(claim, status=Status.ASSERTED if is_denied(claim) else Status.DENIED, attribution=Attribution())


def put_in_words(claim: Claim, place: Name | None) -> str:
    """What the claim says, without its status: "the army took Alpha"."""
    words = rules().words[claim.type]
    if not claim.targets:
        words = words.replace(" {target}", "")
    if place is None:
        words = words.replace(" at {place}", "").replace(" to {place}", "").replace(" on {place}", "")
    return words.format(
        actor=_listed(claim.actors), target=_listed(claim.targets), place=place.text if place else "a place"
    )


def value_of(words: Iterable[Word], place: Name | None) -> str:
    """What a side says: its most frequent wordings."""
    alike: dict[tuple[object, ...], list[Claim]] = {}  # thousands say the same, which is put in words once
    for word in words:
        claim = word.claim
        named = tuple(name.text for name in claim.actors), tuple(name.text for name in claim.targets)
        gist = claim.type, claim.status is Status.DENIED, named
        alike.setdefault(gist, []).append(claim)
    said = Counter[str]()
    for claims in alike.values():
        said[_with_status(claims[0], place)] += len(claims)
    return "; ".join(sorted(said, key=lambda words: (-said[words], words))[:MOST])


def in_their_words(claims: Collection[Claim], place: Name | None) -> str:
    """What a side says, with its words of the act: 'the army left Alpha ("redeployment")'."""
    said = Counter(f'{put_in_words(claim, place)} ("{claim.act.quote}")' for claim in claims)
    return "; ".join(sorted(said, key=lambda words: (-said[words], words))[:MOST])


def attribute_of(claims: Collection[Claim], place: Name | None) -> str:
    """What the sides differ about, and for which days: "who held Alpha (2020-05-01)"."""
    return f"{_question(claims, place)}{days_of(claims)}"


def _question(claims: Collection[Claim], place: Name | None) -> str:
    if place is not None and any(claim.type in CONTROL for claim in claims):
        return f"who held {place.text}"
    asserted = [claim for claim in claims if claim.status is not Status.DENIED] or list(claims)
    said = Counter(put_in_words(claim, place) for claim in asserted)
    return "whether " + min(said, key=lambda words: (-said[words], words))


def days_of(claims: Collection[Claim]) -> str:
    """The days that the claims give, in brackets after a space, or nothing."""
    periods = [claim.period for claim in claims if claim.period]
    if not periods:
        return ""
    first, last = min(p.first for p in periods), max(p.last for p in periods)
    return f" ({first})" if first == last else f" ({first} to {last})"


def side_of(words: Collection[Word], value: str, outlets: Mapping[str, str], sources: Sources) -> Side:
    """One side of a dispute.  A report that speaks for itself speaks as its outlet."""
    ordered = sorted(words, key=lambda word: word.claim_id)
    voices = {(word.claim.attribution.speakers, word.claim.anchor.report_id): word.claim for word in ordered}
    speakers = {speaker for claim in voices.values() for speaker in _speakers(claim, outlets)}
    ids = tuple(dict.fromkeys(word.claim_id for word in ordered))
    return Side(value, tuple(sorted(speakers)), ids, sources.independent(word.claim for word in ordered))


def _speakers(claim: Claim, outlets: Mapping[str, str]) -> tuple[str, ...]:
    named = tuple(name.text for name in claim.attribution.speakers)
    return named or (outlets.get(claim.anchor.report_id, claim.anchor.report_id),)


def _with_status(claim: Claim, place: Name | None) -> str:
    words = put_in_words(claim, place)
    return f"it is denied that {words}" if claim.status is Status.DENIED else words


def _listed(names: Collection[Name]) -> str:
    texts = [name.text for name in names]
    return " and ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts) or "somebody"
