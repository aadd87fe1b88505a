"""Who leaves and withdraws from nothing: civilians, the wounded who are brought out, a president who is to go."""

from __future__ import annotations

from collections.abc import Mapping

from fogline.claims.acts import frames_of
from fogline.claims.arguments import is_passive, of_noun, of_verb
from fogline.claims.candidates import Cast
from fogline.claims.codebook import codebook
from fogline.claims.proposition import Proposition
from fogline.claims.scene import COUNTRY
from fogline.language.plain import Word
from fogline.records import ClaimType, MentionKind, Name

MAKING = frozenset({"make", "force", "let", "have", "help", "oblige", "compel"})
Doers = Mapping[int, Name]  # by the words of a sentence: who may act


def is_of_unarmed(told: Proposition, cast: Cast, doers: Doers) -> bool:
    """Whether a withdrawal is only one of people who hold no ground: civilians, or somebody by himself."""
    if any(_are_civilians_before(t, doers) for t in _sent_away(told)):
        return True
    if told.type is not ClaimType.WITHDRAW:
        return False
    return _is_of_civilians(told, doers) or _is_of_one_person(told, cast)


def _sent_away(told: Proposition) -> list[Word]:
    """Whom an act makes go: in "chased them from K", "drove them out", "made them leave K"."""
    act = told.act
    if act.pos_ != "VERB" or told.type not in (ClaimType.WITHDRAW, ClaimType.CAPTURE) or is_passive(act):
        return []
    frames = [f for f in frames_of(act, codebook()) if f.type is ClaimType.CAPTURE]
    if frames and any(f.object == "actor" for f in frames):
        return [c for c in act.children if c.dep_ == "obj"]
    above = act.head
    made = act.tag_ == "VB" and act.dep_ in ("xcomp", "ccomp") and above.lemma in MAKING
    return [c for c in (*above.children, *act.children) if c.i < act.i and c.lower_ == "them"] if made else []


def _are_civilians_before(them: Word, doers: Doers) -> bool:
    """Whether "them" are the people of whom the sentence before tells, where nobody armed is meant by it."""
    if them.lower_ != "them" or them.i in doers or them.sent.start == 0:
        return False
    before = them.doc[them.sent.start - 1].sent
    people = [w for w in before if w.lemma in codebook().classes["civilian"]]
    return bool(people)


def _is_of_one_person(told: Proposition, cast: Cast) -> bool:
    """As in "they want the president gone", "his administration pulled back from the talks": it leaves no place."""
    persons = {c.mention.name for c in cast.here if c.mention.kind is MentionKind.PERSON}
    alone = bool(told.actors) and all(name in persons for name in told.actors)
    moved = told.act.pos_ == "VERB" and any(c.dep_ == "obj" for c in told.act.children)
    return alone and told.place is None and not moved and told.act.lemma not in codebook().classes["getting_out"]


def _is_of_civilians(told: Proposition, doers: Doers) -> bool:
    """Whether a withdrawal is only one of people who are not armed: "civilians left K", "families were evacuated"."""
    if told.act.pos_ not in ("VERB", "NOUN"):
        return False
    verbal = told.act.pos_ == "VERB"
    given = of_verb(told.act) if verbal else of_noun(told.act, doers=frozenset(), sufferers=frozenset())
    moved = ("object",) if given.passive or (given.get("object") and told.act.lemma == "evacuate") else ("subject",)
    went = [t for role in (moved if verbal else ("of", "poss")) for t in given.get(role)]
    words = [t for one in went for t in (one, *(_aboard(one) if one.lemma in codebook().classes["carrier"] else ()))]
    unsaid = all(told.place is not None and t.text in told.place.text for t in words)
    if unsaid and not told.actors and told.act.lemma in codebook().classes["getting_out"]:
        return True  # "the evacuation of K", of nobody knows whom
    brings = verbal and told.act.lemma == "evacuate" and moved == ("object",) and not given.passive
    if brings and words and not told.actors and not any(_is_named(t, doers) for t in words):
        return True  # "used the road to evacuate the wounded"
    people = [t for t in words if _is_civilian(_meant(t), doers)]
    return bool(people) and not any(_is_named(t, doers) for t in words if t not in people)


def _meant(word: Word) -> Word:
    """For "they" the last people that the sentence has before it: "shot at civilians as they left"."""
    if word.lower_ != "they":
        return word
    many = (t for t in reversed(word.doc[word.sent.start : word.i]) if t.tag_ in ("NNS", "NNPS"))
    return next((t for t in many if t.dep_ != "compound"), word)


def _aboard(carrier: Word) -> list[Word]:
    """Who is in "buses carrying families", "a convoy of families"."""
    inner = [c for c in carrier.children if c.dep_ in ("acl", "nmod") and c.i > carrier.i]
    return [t for c in inner for t in (c, *c.children) if t.pos_ in ("NOUN", "PROPN")]


def _is_civilian(word: Word, doers: Doers) -> bool:
    """Whether a word means people who are not armed: "residents", and those of a country, "Norlanders"."""
    if word.i in doers:
        return word.tag_ == "NNPS" and (doers[word.i].key or "").startswith(COUNTRY)
    return word.lemma in codebook().classes["civilian"]


def _is_named(word: Word, doers: Doers) -> bool:
    """Whether a word, or one joined to it, names somebody."""
    joined = (c for c in word.children if c.dep_ == "conj" and not _is_theirs(c))
    return any(t.i in doers for t in (word, *joined))


def _is_theirs(joined: Word) -> bool:
    """As in "troops and their allies"."""
    return any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in joined.children)
