"""Sentences that answer what somebody else said: just before them in the report, or in their own first half.

"The ministry rejected this", "Nonsense, says an elder", "..., whereas the staff spoke only of the airport".  The place
and the parties that were read there do not matter: the sentence itself says that it contradicts.  A sentence that tells
both a charge and its denial, of which only one claim was read, is evidence of both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from fogline.control.cues import cues, folded
from fogline.control.denials import Denials, is_denied
from fogline.control.rules import rules
from fogline.control.spots import is_known
from fogline.control.testimony import is_background
from fogline.language.words import words
from fogline.records import Claim, ClaimType, Name, Status

NEAR = 250  # characters between two sentences of which one answers the other, at most
BACK = 2  # so many sentences with claims before it are looked at
Pair = tuple[Claim, Claim]


@dataclass(frozen=True, slots=True)
class Replies:
    """Finds the answers in one report."""

    denials: Denials

    def pairs(self, claims: Iterable[Claim]) -> Iterator[Pair]:
        """Every two claims of one report of which one answers the other; a claim with itself where its sentence tells
        both."""
        told = [c for c in claims if c.status in (Status.ASSERTED, Status.DENIED)]
        told = sorted(
            (c for c in told if c.type in rules().deniable), key=lambda c: (c.anchor.start, c.act.start, c.claim_id)
        )
        sentences = [list(group) for _, group in groupby(told, key=lambda c: (c.anchor.start, c.anchor.end))]
        for at, sentence in enumerate(sentences):
            within = list(self._within(sentence))
            yield from within
            if not within and _replies(sentence[0].anchor.quote):
                yield from self._before(sentence, sentences[max(0, at - BACK) : at])

    def _within(self, sentence: Sequence[Claim]) -> Iterator[Pair]:
        """The claims of one sentence that are set against each other, or the one that is told and denied in it."""
        words = folded(sentence[0].anchor.quote)
        if not cues().denial.search(words) and not cues().contrast.search(words):
            return
        found = [(a, b) for i, a in enumerate(sentence) for b in sentence[i + 1 :] if self._against(a, b)]
        yield from found
        told_and_denied = cues().charge.search(words) and cues().denial.search(words)
        if not found and (told_and_denied or _contested(sentence[0].anchor.quote)):
            charged = self._charged(sentence)
            if charged is not None:
                yield charged, charged

    def _against(self, one: Claim, other: Claim) -> bool:
        """Whether one of two claims of one sentence denies the other; "denied it" denies what stood before it."""
        if is_denied(one) == is_denied(other):
            return not is_denied(one) and self._contrasted(one, other)
        asserted, denied = (other, one) if is_denied(one) else (one, other)
        spoken = asserted.attribution.speakers
        just_said = bool(spoken) and spoken != denied.attribution.speakers and _at(asserted) < _at(denied)
        refers_back = _is_unspecific(denied) and not _relative(denied) and not just_said
        if refers_back or not self.denials.same_topic(asserted, denied):
            return False
        return self._same_place(one, other) or self._turned_against(asserted, denied)

    def _turned_against(self, said: Claim, denied: Claim) -> bool:
        """Whether another speaker denies the same act behind a "but", and names no place there of his own."""
        if said.type is not denied.type or set(said.attribution.speakers) & set(denied.attribution.speakers):
            return False
        quote = denied.anchor.quote
        turn = cues().contrast.search(folded(quote[_at(said) : _at(denied)])) if _at(said) < _at(denied) else None
        return turn is not None and not _names(quote[_at(said) + turn.start() :], denied.place)

    def _contrasted(self, one: Claim, other: Claim) -> bool:
        """Whether two speakers are set against each other, each with a word of its own about one matter."""
        speakers = [self.denials.sources.sides_of(c.attribution.speakers) for c in (one, other)]
        if not all(speakers) or speakers[0] & speakers[1]:
            return False
        if self.denials.agrees(one, other) and sum(map(self.denials.sources.is_own_word, (one, other))) != 1:
            return False
        between = folded(one.anchor.quote[slice(*sorted((_at(one), _at(other))))])
        return cues().contrast.search(between) is not None and _of_one_matter(one, other)

    def _same_place(self, one: Claim, other: Claim) -> bool:
        return one.place is None or other.place is None or one.place == other.place

    def _charged(self, sentence: Sequence[Claim]) -> Claim | None:
        """What the sentence both tells and denies: the last act before the word of denial, or the one denied act.

        Of fighting nobody is charged; what somebody is accused of stands behind that word; and what is told of the
        denier in passing ("K, which backs L, denied having soldiers") is not what it denies.
        """
        quote = sentence[0].anchor.quote
        denial, accuses = _offset(quote, cues().denial_words), _offset(quote, cues().accuse_words)
        clause = max(quote.casefold().rfind(word, 0, denial) for word in (", which", ", who"))
        told = [c for c in sentence if c.type is not ClaimType.CLASH and not 0 <= clause < _at(c) < denial]
        before = [c for c in told if not is_denied(c) and _at(c) < denial and (accuses > denial or _at(c) > accuses)]
        denied = [c for c in told if is_denied(c)]
        blamed = [c for c in told if c.act.quote.casefold().startswith(cues().accuse_words)]
        yet = [c for c in told if denial < _at(c) and c.attribution.speakers and _turns(quote[denial : _at(c)])]
        rejected = [c for c in told if denial < accuses < _at(c)]
        return next(iter([*before[-1:], *denied, *blamed, *yet, *rejected]), None)

    def _before(self, answer: Sequence[Claim], earlier: Sequence[Sequence[Claim]]) -> Iterator[Pair]:
        """What the sentence answers: the nearest before it that makes a claim of the same matter by somebody else.

        "Dismissed the claims" answers all that stand near before it.
        """
        several = cues().several.search(folded(answer[0].anchor.quote)) is not None
        for sentence in reversed(earlier):
            if answer[0].anchor.start - sentence[0].anchor.end > NEAR:
                return
            found = [(said, reply) for said in sentence for reply in answer if self._answers(said, reply)]
            yield from found
            if found and not several:
                return

    def _answers(self, said: Claim, reply: Claim) -> bool:
        if is_denied(said) or said.attribution.speakers == reply.attribution.speakers or self._is_history(said):
            return False
        if not _of_one_matter(said, reply) or not (_is_unspecific(reply) or self._may_be_there(said, reply)):
            return False
        if is_denied(reply) and reply.type is ClaimType.CLASH and said.type in rules().takes | rules().keeps:
            return False
        return is_denied(reply) or (_stands_behind_cue(reply) and not self.denials.agrees(said, reply))

    def _is_history(self, said: Claim) -> bool:
        """Whether it lay years back when it was told: nobody answers that with a bare denial."""
        return said.period is not None and is_background(said, self.denials.sources, said.period)

    def _may_be_there(self, one: Claim, other: Claim) -> bool:
        """Whether both may be of one place: the same, or one that is not known."""
        return not (is_known(one) and is_known(other)) or one.place == other.place or _key(one) == _key(other)


def _names(text: str, place: Name | None) -> bool:
    """Whether a text has a word of a place's name."""
    return place is not None and bool(set(words(text)) & set(words(place.text)))


def _key(claim: Claim) -> str | None:
    return claim.place.key if claim.place else None


def _is_unspecific(reply: Claim) -> bool:
    """Whether its very word of the act is one of denial: "rejected this" says not what it rejects."""
    act = folded(reply.act.quote)
    return is_denied(reply) and (act.startswith(cues().denial_words) or act in cues().denial_whole)


def _of_one_matter(one: Claim, other: Claim) -> bool:
    matter = rules().matters
    return bool(matter.get(one.type, frozenset()) & matter.get(other.type, frozenset()))


def _stands_behind_cue(reply: Claim) -> bool:
    """Whether what it tells stands behind the word that answers: "told us otherwise: they were in the market"."""
    quote = reply.anchor.quote
    found = cues().reply.search(folded(quote))
    return found is not None and len(folded(quote[: _at(reply)])) >= found.start()


def _replies(quote: str) -> bool:
    """Whether a sentence begins as an answer."""
    found = cues().reply.search(folded(quote))
    return found is not None and folded(quote)[: found.start()].count(" ") < cues().reply_within


def _contested(quote: str) -> bool:
    """Whether one speaker is told, and another denies: "K said so, but L denied it", "K said so; L denied it"."""
    words = folded(quote.replace(";", " while "))
    denial = cues().denial.search(words)
    spoke = cues().speech.search(words)
    if denial is None or spoke is None or spoke.start() == denial.start():
        return False
    first, second = sorted((denial, spoke), key=lambda cue: cue.start())
    return cues().contrast.search(words, first.end(), second.start()) is not None


def _turns(text: str) -> bool:
    """Whether it sets what follows against what went before: "denies any part, yet officers said that"."""
    return cues().contrast.search(folded(text)) is not None


def _relative(denied: Claim) -> bool:
    """Whether the denial stands in a clause of the very sentence: "..., which the army denies"."""
    return cues().charge.search(folded(denied.anchor.quote)) is not None


def _at(claim: Claim) -> int:
    return claim.act.start - claim.anchor.start


def _offset(quote: str, listed: Sequence[str]) -> int:
    """Where the first word that begins so stands in the sentence; its length where none does."""
    low = quote.casefold()
    return min((at for word in listed if (at := low.find(word)) >= 0), default=len(quote))
