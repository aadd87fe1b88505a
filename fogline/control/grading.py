"""The grade of a holding or an event: the Admiralty code, in two fields that are never mixed.

The tables below are the rule; docs/reference/grading.md has the same words, and a test holds the two equal.

A word is a pair of an origin and a cited source; see `sources`.  That a place is fought over says nothing against its
holder.  Claims that only the rest of the record makes speak for the holder (see `takers`) count for nothing here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from fogline.control.reliability import UNJUDGED, Letter, Letters
from fogline.control.sides import weigh
from fogline.records import Claim, ClaimType, Corpus, Event, Grade, Name, Status
from fogline.records.sources import Sources

# What each digit stands for in the code, and where it is given.
CREDIBILITY: Mapping[int, tuple[str, str]] = {
    1: (
        "confirmed by other independent sources",
        "two or more independent words, none of them of a party on its own success, and nothing against it",
    ),
    2: (
        "probably true",
        "two or more independent words, a party's own on its success among them, and nothing against it",
    ),
    3: ("possibly true", "one word, or only a party's own on its success, and nothing against it"),
    4: ("doubtful", "contradicted by no more independent words than speak for it"),
    5: ("improbable", "contradicted by more independent words than speak for it"),
    6: (
        "cannot be judged",
        "nobody says it outright: the holder is unknown, or follows only from what else is told; "
        "or it is only planned, possible or conditional",
    ),
}
# The types of claim by which whoever acts speaks of a success.  Who tells that it withdrew speaks of a loss.
SUCCESSES = frozenset(
    {
        ClaimType.CAPTURE, ClaimType.HOLD, ClaimType.ADVANCE, ClaimType.BESIEGE, ClaimType.ATTACK, ClaimType.CLASH,
        ClaimType.HARM,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Account:
    """How a grade came about.

    `own` are the sides whose success it is, and `own_words` the claims that only they vouch for; `pairs` are the
    independent words, each an origin and a cited source; `letter` is the one that was taken, where a source is judged.
    """

    grade: Grade
    supports: tuple[Claim, ...]
    opposes: tuple[Claim, ...]
    own: frozenset[str]
    own_words: tuple[Claim, ...]
    pairs: tuple[tuple[str, str], ...]
    against: tuple[tuple[str, str], ...]
    letter: Letter | None


def grade(supports: Collection[Claim], opposes: Collection[Claim], holder: Name | None, sources: Sources) -> Grade:
    """Grade what `supports` say against what `opposes` say of a holder, by the tables above; nobody's letter counts."""
    return account(supports, opposes, own_side(holder, sources), sources, Letters(), known=holder is not None).grade


def own_side(holder: Name | None, sources: Sources) -> frozenset[str]:
    """The side whose success a holding is."""
    return frozenset() if holder is None else frozenset({sources.side(holder)})


def account(
    supports: Collection[Claim], opposes: Collection[Claim], own: frozenset[str], sources: Sources, letters: Letters,
    *, known: bool = True,
) -> Account:  # fmt: skip
    """How the grade of what `supports` say comes about.  `known` is false where nobody is named who it would be of."""
    outside = [claim for claim in supports if set(sources.cited(claim)) - own]
    pairs, against = sources.words(supports), sources.words(opposes)
    confirmed = len(sources.words(outside, without=own))
    letter = letters.best(outside or supports, without=own if outside else frozenset())
    if not known or not supports:
        credibility = 6
    elif opposes:
        credibility = 4 if len(against) <= len(pairs) else 5
    else:
        credibility = 1 if confirmed >= 2 else 2 if len(pairs) >= 2 else 3
    return Account(
        Grade(letter.letter if letter else UNJUDGED, credibility),
        tuple(supports),
        tuple(opposes),
        own,
        tuple(claim for claim in supports if claim not in outside),
        pairs,
        against,
        letter,
    )


@dataclass(frozen=True, slots=True)
class Grader:
    """Grades events by the sides and the letters of a record."""

    sources: Sources
    letters: Letters

    @classmethod
    def of(cls, corpus: Corpus) -> Grader:
        """The grader of a record."""
        return cls(weigh(corpus), Letters.of(corpus))

    def may_be_kept(self) -> bool:
        """Whether nobody judged a source: that bears on all that it says."""
        return not self.letters.given and not self.sources.doubted

    def grade(self, event: Event, claims: Collection[Claim], sources: Sources | None = None) -> Event:
        """The event with its grade, by those of its claims that count; `sources` may be watched ones."""
        return replace(event, grade=account_of(event, claims, sources or self.sources, self.letters).grade)


def grade_events(events: Iterable[Event], corpus: Corpus) -> tuple[Event, ...]:
    """The events with their grades, by the claims of the corpus that count."""
    grader, claims = Grader.of(corpus), {claim.claim_id: claim for claim in corpus.claims()}
    return tuple(grader.grade(event, [claims[i] for i in event.claim_ids]) for event in events)


def account_of(event: Event, claims: Collection[Claim], sources: Sources, letters: Letters) -> Account:
    """How the grade of an event comes about from those of its claims that count.

    What is only planned, possible or conditional speaks for nothing.
    """
    told = [claim for claim in claims if claim.status is Status.ASSERTED]
    denied = [claim for claim in claims if claim.status is Status.DENIED]
    return account(told, denied, successful(event, sources), sources, letters)


def successful(event: Event, sources: Sources) -> frozenset[str]:
    """The sides whose success an event is: of a clash both, of a withdrawal those to whom it yielded, if told."""
    if event.type is ClaimType.CLASH:
        return sources.sides_of(event.actors + event.targets)
    if event.type is ClaimType.WITHDRAW:
        return sources.sides_of(event.targets) - sources.sides_of(event.actors)
    return sources.sides_of(event.actors) if event.type in SUCCESSES else frozenset()
