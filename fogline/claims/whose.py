"""What is somebody's, he holds: "K is ours", "K was theirs until May", "K is still the army's", "is the army's own".

The learned reader takes such a predicate for a capture or a holding, or for neither, and does not always know whose it
is: "theirs" is of who speaks, or of those whom "they" means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.claims.arguments import antecedent
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType, Name, Status

PRONOUNS = frozenset({"ours", "theirs", "his", "hers"})
OWN = "own"
REMAINING = frozenset({"remain", "stay"})
BEHIND = frozenset({",", ";", ".", "and", ":", "”", '"', ")", "again", "now", "alone", "too", "once"})  # a bare owner
RETURNED = frozenset({"again"})
WITHIN = frozenset({"in", "within", "by"})  # before the time by which a place was somebody's
GROUND = frozenset({ClaimType.CAPTURE, ClaimType.HOLD})
SHARED = frozenset({"of"})
SURE = 0.5


@dataclass(frozen=True, slots=True)
class Owned:
    """A predicate that tells whose its subject is: `act`, what tells it, and `word`, whose; and what both name.

    `said`: whether its owner is who speaks of it; `taken`: whether it was not his before.
    """

    act: Word
    word: Word
    places: tuple[Name, ...]
    owners: tuple[Name, ...]
    said: bool
    taken: bool
    denied: bool


def whose(told: Iterable[Proposition], sentence: Sentence, scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, and what it says to be somebody's as held by him."""
    predicates = [owned for word in sentence if (owned := _owned(word, scene)) is not None]
    found = {i: owned for owned in predicates for i in (owned.act.i, owned.word.i)}
    own: dict[int, list[Proposition]] = {owned.act.i: [] for owned in predicates}
    for one in told:
        predicate = found.get(one.act.i)
        if predicate is None or one.type not in GROUND:
            yield one
        else:
            own[predicate.act.i].append(_mended(one, predicate))
    for owned in predicates:
        yield from _of_one(own[owned.act.i], owned)


def _of_one(told: Sequence[Proposition], predicate: Owned) -> Iterator[Proposition]:
    """What one predicate tells: as it was read, and of each place that was not read."""
    kind = ClaimType.CAPTURE if predicate.taken else ClaimType.HOLD
    placed = [p for p in told if p.place is not None] or list(told)
    known: set[Name | None] = set()
    for one in sorted(placed, key=lambda p: p.type is not kind):
        if one.place not in known:
            known.add(one.place)
            yield one
    status = Status.DENIED if predicate.denied else None
    first = next(iter(placed), None)
    listed = not placed or bool(known & set(predicate.places))  # else the reader knows better which town is meant
    for place in predicate.places if listed and (predicate.owners or placed) else ():
        if place not in known:
            made = Proposition(predicate.act, kind, predicate.owners, (), place, (), SURE, status, framed=False)
            yield made if first is None else replace(first, place=place, targets=(), quantities=())


def _mended(told: Proposition, predicate: Owned) -> Proposition:
    """The proposition with its owner; a capture that nobody made is a holding."""
    spoken = predicate.said and predicate.word.lower_ == "ours"  # "theirs" may be those whom a speaker tells of
    actors = predicate.owners if predicate.owners and (not told.actors or spoken) else told.actors
    held = told.type is ClaimType.CAPTURE and not told.actors and not predicate.taken
    return replace(told, type=ClaimType.HOLD if held else told.type, actors=actors)


def _is_pronoun(word: Word) -> bool:
    return word.lower_ in PRONOUNS


def _owned(word: Word, scene: Scene) -> Owned | None:
    owner = _owner(word)
    if owner is None:
        return None
    copula = next((c for c in word.children if c.dep_ == "cop"), None)
    if copula is None and word.head.lemma not in REMAINING:
        return None
    verb = word if copula is not None else word.head
    subjects = [antecedent(c, verb) for c in verb.children if c.dep_ == "nsubj"]
    between = word.doc[subjects[0].i : word.i] if subjects and subjects[0].i < word.i else []
    if any(t.lower_ in lexicon("modality")["almost"] for t in between):
        return None  # "K was nearly ours"
    speakers = _speakers(owner, scene)
    return Owned(
        word=word,
        act=word if _is_pronoun(word) or word.lower_ == OWN else copula or verb,
        places=_places(_shares(subjects), scene),
        owners=speakers or _meant(owner, scene),
        said=bool(speakers),
        taken=_is_taken(word, verb, scene),
        denied=any(t.lower_ in lexicon("modality")["negative"] for t in between),
    )


def _owner(word: Word) -> Word | None:
    """The word that tells whose something is: "ours", the army of "the army's" or of "the army's own"."""
    if word.lower_ == OWN:
        return next((c for c in word.children if c.dep_ == "nmod:poss"), None)
    if _is_pronoun(word):
        return word
    mark = word.nbor(1) if word.i + 2 < word.sent.end else None
    bare = mark is not None and mark.tag_ == "POS" and mark.nbor(1).lower_ in BEHIND
    return word if bare and word.pos_ in ("NOUN", "PROPN") else None


def _shares(subjects: list[Word]) -> list[Word]:
    """The subjects, and of "most of K", "all of the city" also what they are shares of."""
    of = [c for t in subjects for c in t.children if c.dep_ == "nmod" and case_of(c) in SHARED]
    bare = all(t.pos_ in ("DET", "PRON", "NUM", "ADJ") or t.lemma == "whole" for t in subjects)
    return [*subjects, *of] if bare else subjects


def _places(heads: list[Word], scene: Scene) -> tuple[Name, ...]:
    """The places that heads and the words joined to them name: not those beside them, "west of K, the road is ours"."""
    joined = [t for head in heads for t in (head, *(c for c in head.children if c.dep_ == "conj"))]
    named = (m.name for t in joined for m in scene.mentions([t], actor=False)[:1])
    return tuple(dict.fromkeys(named))


def _speakers(owner: Word, scene: Scene) -> tuple[Name, ...]:
    """Who is said to speak, for a pronoun: "the rebels said that K was theirs", "K, the rebels said, was theirs"."""
    above = (*owner.ancestors, *(c for c in owner.children if c.dep_ == "parataxis"))
    verbs = [t for t in above if t.lemma in lexicon("speech")["say"]] if _is_pronoun(owner) else []
    said = [c for t in verbs[:1] for c in t.children if c.dep_ == "nsubj" and c.pos_ != "PRON"]
    return tuple(m.name for m in scene.mentions(said, actor=True) if m.name.key is not None)


def _meant(owner: Word, scene: Scene) -> tuple[Name, ...]:
    mention = scene.mention(owner.i, actor=True)
    return (mention.name,) if mention is not None else ()


def _is_taken(word: Word, verb: Word, scene: Scene) -> bool:
    """As in "was theirs in ten minutes", "is theirs again": it was not before."""
    told = [c for t in {word.i: word, verb.i: verb}.values() for c in t.children]
    again = any(c.lower_ in RETURNED for c in told)
    timed = (c for c in told if c.dep_ == "obl" and case_of(c) in WITHIN)
    return again or any(c.i in scene.dated or any(d.pos_ == "NUM" for d in c.children) for c in timed)
