"""How well a pronoun fits what was named before it: features, each with a weight that was fitted on a treebank."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from fogline.language.coreference_mentions import Entity, Mention, role_of
from fogline.language.coreference_speech import climb, reporters, subject_of
from fogline.language.coreference_story import LATEST, PAIR, Story
from fogline.language.coreference_words import limits, lists, weights
from fogline.language.parsed import lemma

BACK = {"person": 8, "thing": 4, "plural": 4}
ROLES = ("subj", "obj", "obl", "poss", "nmod", "mod", "other")
OBJECTS = ("obj", "iobj", "obl")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that a pronoun may stand for, its latest mention, and how it fits."""

    entity: Entity
    mention: Mention
    features: dict[str, float]


def candidates(story: Story, token: Token, sort: str, speaker: Entity | None = None) -> list[Candidate]:
    """What the pronoun may stand for by number, gender and grammar, the latest first; not who speaks here."""
    barred = {id(story.at[i]) for i in _barred(token) if i in story.at} | {id(speaker)}
    told = [story.at[t.i] for t in reporters(token) if t.i in story.at]
    context = _context(token)
    found: list[Candidate] = []
    for entity, mention in story.in_mind(token, BACK[sort]):
        if id(entity) not in barred and agrees(entity, sort, token) and not _clashes(story, entity, token, sort):
            found.append(Candidate(entity, mention, _features(story, token, entity, mention)))
            found[-1].features.update(_order(len(found) - 1, told, entity), **_slots(context, entity))
    return found


def agrees(entity: Entity, sort: str, token: Token) -> bool:
    """Whether number, gender and sort allow it."""
    number = entity.number
    if sort == "person":
        gender = "f" if token.lower_ in lists().pronouns["female"] else "m"
        return entity.sort == "person" and number != "p" and entity.gender in ("", gender)
    if sort == "thing":
        return entity.sort != "person" and number != "p" and not (entity.sort == "people" and number == "s")
    return number in ("p", "b", "p+")


def _clashes(story: Story, entity: Entity, token: Token, sort: str) -> bool:
    """Whether the same sentence calls it "it" where the pronoun is "they", or the other way round."""
    other = {"thing": "p", "plural": "s"}.get(sort)
    return any(m.pronoun and m.number == other for m in story.here(entity, story.sentences[token.i]))


def open_features(token: Token) -> dict[str, float]:
    """What speaks for leaving the pronoun open."""
    head = token.head
    told = {"open": 1.0}
    if token.dep_.startswith("nsubj") and any(c.dep_ == "cop" for c in head.children):
        told["open_predicate"] = 1.0
    if token.dep_ == "obj" and lemma(head) in lists().verbs["fact_object"]:
        told["open_fact"] = 1.0
    if token.dep_ == "nsubj:pass":
        told["open_passive"] = 1.0
    if _does(token):
        told["open_active"] = 1.0
    if _context(token) in ("agent", "place", "part"):
        told[f"open_{_context(token)}"] = 1.0
    return told


def chances(found: Sequence[Candidate], token: Token, sort: str) -> list[float]:
    """The chance of each candidate, and last that of none of them; they add up to one."""
    table = weights().get(sort, {})
    told = [*(c.features for c in found), open_features(token)]
    scores = [sum(table.get(name, 0.0) * value for name, value in f.items()) for f in told]
    top = max(scores)
    parts = [math.exp(s - top) for s in scores]
    return [p / sum(parts) for p in parts]


def choose(found: Sequence[Candidate], token: Token, sort: str) -> Entity | None:
    """The candidate that is likely enough and well before the next, or none."""
    if not found:
        return None
    *named, _ = chances(found, token, sort)
    best = max(range(len(named)), key=named.__getitem__)
    rest = max([*named[:best], *named[best + 1 :]], default=0.0)
    sure = named[best] >= limits()[sort]["least"] and named[best] - rest >= limits()[sort]["margin"]
    return found[best].entity if sure else None


def _barred(token: Token) -> set[int]:
    """Heads that the pronoun cannot stand for: its own verb's subject, its partner in a list, what it is part of."""
    barred = {token.head.i} if token.dep_ == "conj" else set()
    barred |= {c.i for c in token.children if c.dep_ == "conj"}
    if token.dep_ in OBJECTS or token.dep_.startswith("obl"):
        free = any(c.dep_ == "case" and c.lower_ in lists().verbs["free_preposition"] for c in token.children)
        subject = subject_of(token.head)
        if subject is not None and not free:
            barred.add(subject.i)
        barred |= {c.i for c in token.head.children if c.dep_ in OBJECTS and c.i != token.i}
    elif token.dep_.startswith("nsubj"):
        barred |= {c.i for c in token.head.children if c.dep_ in OBJECTS}
    below = token
    for head in climb(token):
        if not below.dep_.startswith("nmod") or head.pos_ == "VERB":
            break
        barred.add(head.i)
        below = head
    return barred


def _features(story: Story, token: Token, entity: Entity, mention: Mention) -> dict[str, float]:
    here = story.here(entity, mention.sentence)
    role = min((m.role for m in here), key=ROLES.index, default=mention.role)
    away = story.sentences[token.i] - mention.sentence
    mine = role_of(token)
    told = {f"away_{min(away, 3)}": 1.0, f"role_{role}": 1.0, f"sort_{entity.sort}": 1.0}
    told["count"] = math.log(1 + len(entity.mentions))
    told["named"] = float(entity.name is not None)
    told["pronoun"] = float(mention.pronoun)
    told["first"] = float(bool(here) and here[0].start - story.doc[here[0].head].sent.start <= 2)
    told["both_subject"] = float(mine == "subj" and role == "subj")
    told["both_object"] = float(mine == "obj" and role == "obj")
    told["gender"] = float(bool(entity.gender))
    told["loose_number"] = float(entity.number in ("b", "p+"))
    told["plural_name"] = float(entity.number == "p+")
    told["opening"] = float(entity.mentions[0].sentence == 0)
    told["doer"] = float(_does(token) and entity.sort in ("org", "force", "people", "person"))
    told["pair"] = float(PAIR in entity.words)
    told["pair_side"] = float(PAIR in entity.words and entity.sort in ("org", "force", "people", "person"))
    told["was_one"] = float(any(m.pronoun and m.number == "s" for m in entity.mentions[-LATEST:]))
    told["was_many"] = float(any(m.pronoun and m.number == "p" for m in entity.mentions[-LATEST:]))
    told["main"] = float(any(story.doc[m.head].head.dep_ == "ROOT" and m.role == "subj" for m in here))
    told |= _within(token, here if away == 0 else [])
    return told


def _does(token: Token) -> bool:
    """Whether it is the subject of a verb that has an object."""
    return token.dep_ == "nsubj" and any(c.dep_ == "obj" for c in token.head.children)


def _within(token: Token, here: Sequence[Mention]) -> dict[str, float]:
    """Ties within the sentence: the subject of the pronoun's own clause, or the head of its relative clause."""
    told: dict[str, float] = {}
    if not here:
        return told
    heads = {m.head for m in here}
    verb = next((h for h in climb(token) if h.pos_ in ("VERB", "AUX") or _is_predicate(h)), None)
    subject = subject_of(verb) if verb is not None else None
    if token.dep_ == "nmod:poss" and subject is not None and subject.i in heads:
        told["owner"] = 1.0
    if token.dep_.startswith("nsubj") and subject is not None and verb is not None and verb.dep_ in ("advcl", "conj"):
        above = subject_of(verb.head)
        told["above"] = float(above is not None and above.i in heads)
    below = token
    for head in climb(token):
        if below.dep_ == "acl:relcl" and head.i in heads:
            told["relative"] = 1.0
        below = head
    return told


def _is_predicate(token: Token) -> bool:
    return any(c.dep_ == "cop" for c in token.children)


def _order(passed: int, told: Sequence[Entity], entity: Entity) -> dict[str, float]:
    """How many fitting ones came later, and whether it is the one who speaks."""
    speaks = any(t is entity for t in told)
    return {"passed": math.log2(1 + passed), "speaker": float(speaks), "unsaid": float(bool(told) and not speaks)}


def _context(token: Token) -> str:
    """What the words around the pronoun expect: "agent", "place", "part" or nothing."""
    verbs, nouns = lists().verbs, lists().nouns
    head = lemma(token.head)
    if token.dep_ == "nsubj" and head in verbs["agent"] | verbs["speech"]:
        return "agent"
    if token.dep_ == "nmod:poss":
        return "agent" if head in nouns["belongs"] else "part" if head in nouns["place_part"] else ""
    return "place" if token.dep_ == "obj" and head in verbs["place_object"] else ""


def _slots(context: str, entity: Entity) -> dict[str, float]:
    acts = {f"{entity.sort}_acts": 1.0} if entity.acts and entity.sort in ("place", "org") else {}
    if not context:
        return acts
    sort = entity.sort if entity.sort in ("place", "thing") else "side"
    return acts | {f"{context}_{sort}": 1.0}
