"""What a sentence sets apart from what it tells: "the rebels took Karsin, not Osk", "by the army, not the rebels".

The place that is set apart was not taken, and the party did not do it; what is told beside it stands.  So with what is
excepted: "every town except Karsin", "apart from Karsin, they hold everything"; not in "nothing except Karsin".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.claims.status import negated, status_of
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType, Mention, MentionKind, Name, Status
from fogline.records.name import key_of

OPENING = frozenset({",", "and", "but", ";", "–", "—", "(", "-"})  # before "not"
LEADING = frozenset({"the", "a", "by", "in", "from", "at", "of", "to", "on", "with", "against", "into", "over"})
PAIRS = (("rather", "than"), ("instead", "of"))
EXCEPTING = frozenset({"except", "excepting", "excluding", "barring"})
BEYOND = (("apart", "from"), ("aside", "from"), ("other", "than"))  # of some of a whole; else they mean "besides"
WHOLE = frozenset({"all", "every", "everything", "everywhere", "whole", "entire", "most", "any", "anything"})
OF_WAYS = frozenset({ClaimType.LINK, ClaimType.CLOSE, ClaimType.REOPEN})
NOTHING = frozenset({"no", "nothing", "none", "nowhere", "nobody"})


def contrasted(told: Iterable[Proposition], sentence: Sentence, scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence: of a place that is set apart denied, and without a doer who is."""
    excepted = list(_excepted(sentence, scene))
    apart = [*_apart(sentence, scene), *excepted]
    if not apart:
        yield from told
        return
    within = {i for first, mention in apart for i in range(first, _end(mention, scene))}
    last = max(_end(mention, scene) for _, mention in apart)
    described = _described(sentence, last)
    gone = {key_of(m.name) for _, m in apart} - {key_of(m.name) for m in _others(sentence, scene, within)}
    only = not any(_negates(word) for word in sentence if word.i not in within)
    for one in told:
        if one.act.i in described or (excepted and one.type in OF_WAYS):
            yield one  # "shut every crossing except K" is told of the others
            continue
        if one.place is not None and key_of(one.place) in gone:
            if not _is_of_nothing(sentence, within):
                yield replace(one, status=Status.DENIED)
            elif not negated(one.act) and any(word.lower_ == "nothing" for word in sentence):
                yield replace(one, status=Status.ASSERTED)  # of "no town but K" that it is so is not read
            continue
        if _is_of_nothing(sentence, within) and one.actors != _without(one.actors, gone):
            continue  # "nobody but the army took it": that the army did is not read
        stands = only and one.status is Status.DENIED and status_of(one.act) is Status.ASSERTED
        yield replace(
            one,
            actors=_without(one.actors, gone),
            targets=_without(one.targets, gone),
            status=Status.ASSERTED if stands else one.status,
        )


def _apart(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, Mention]]:
    """Who and what is set apart, each with the first token of the words that do it."""
    for word in sentence:
        if word.lower_ == "not":
            at, opened = word.i + 1, word.i == sentence.start or word.nbor(-1).lower_ in OPENING
        elif word.i + 1 < sentence.end and (word.lower_, word.nbor(1).lower_) in PAIRS:
            at, opened = word.i + 2, True
        else:
            continue
        while at < sentence.end and (word.doc[at].lower_ in LEADING or word.doc[at].tag_ == "PRP$"):
            at += 1
        for mention in scene.at.get(at, ()):  # a capital is a town, and the state whose seat it is
            begins = scene.parse.token_at(mention.anchor.start) <= at
            end = _end(mention, scene)
            but = end < sentence.end and word.doc[end].lower_ == "but"
            owner = word.doc[end - 1].dep_ in ("nmod:poss", "compound", "amod")  # "not the army's only stronghold"
            if begins and (opened or but) and not owner and not _acts(word.doc[at]):
                yield word.i, mention
                yield from ((word.i, more) for more in _and_more(mention, scene))


def _and_more(place: Mention, scene: Scene) -> Iterator[Mention]:
    """The places of one list with a place that is set apart: "not K and L", "not K or L"."""
    end = _end(place, scene)
    while end + 1 < len(scene.doc) and scene.doc[end].lower_ in ("and", "or", "nor"):
        more = scene.mention(end + 1, actor=False)
        if place.kind is not MentionKind.PLACE or more is None or _acts(scene.doc[end + 1]):
            return
        yield more
        end = _end(more, scene)


def _excepted(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, Mention]]:
    """What is told as left out of a whole, each with the first token of the words that do it."""
    whole = any(word.lower_ in WHOLE | NOTHING for word in sentence)
    for word in sentence:
        pair = (word.lower_, word.nbor(1).lower_) if word.i + 1 < sentence.end else ("", "")
        if not (word.lower_ in EXCEPTING or (whole and pair in BEYOND)):
            continue
        at = word.i + 1 + (pair in BEYOND)
        while at < sentence.end and word.doc[at].lower_ in LEADING | {"for"}:
            at += 1
        for mention in scene.at.get(at, ())[:1]:
            if scene.parse.token_at(mention.anchor.start) <= at and _end(mention, scene) <= sentence.end:
                yield word.i, mention
                listed = (t for t in word.doc[_end(mention, scene) - 1].conjuncts if t.i > at)
                yield from ((word.i, more) for t in listed for more in scene.at.get(t.i, ())[:1])


def _is_of_nothing(sentence: Sentence, within: set[int]) -> bool:
    """As in "they hold nothing except K"."""
    excepting = any(word.lower_ in EXCEPTING | {"apart", "aside", "other"} for word in sentence if word.i in within)
    return excepting and any(word.lower_ in NOTHING for word in sentence if word.i not in within)


def _described(sentence: Sentence, last: int) -> set[int]:
    """The words of a clause about what is set apart: "not K, which they hold", "except K and L, which they hold".

    Not of "not the army but who took K".  `last`: where what is set apart ends.
    """
    at = last + 1 if last < sentence.end and sentence.doc[last].text == "," else last
    clauses = [t for t in sentence if t.dep_ == "acl:relcl" and t.head.i < last]
    told = [c for c in clauses if any(t.i in (at, at + 1) and t.tag_.startswith("W") for t in c.subtree)]
    return {t.i for clause in told for t in clause.subtree}


def _acts(word: Word) -> bool:
    """Whether a name opens a clause of its own: "not the army withdrew"."""
    return word.dep_.startswith("nsubj") and word.head.i < word.i


def _end(mention: Mention, scene: Scene) -> int:
    return scene.parse.token_at(mention.anchor.end - 1) + 1


def _others(sentence: Sentence, scene: Scene, within: set[int]) -> Iterator[Mention]:
    for word in sentence:
        if word.i not in within:
            yield from (mention for mention in scene.at.get(word.i, ()) if word.tag_ not in ("RB", "EX"))  # no "there"


def _negates(word: Word) -> bool:
    return word.lower_ in lexicon("modality")["negative"]


def _without(names: tuple[Name, ...], gone: set[str]) -> tuple[Name, ...]:
    return tuple(name for name in names if key_of(name) not in gone)
