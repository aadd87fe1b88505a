"""What "the group", "the army", "the city", "there" and "the former" refer to, or nothing where two would do."""

from __future__ import annotations

import math
from collections.abc import Callable

from spacy.tokens import Token

from fogline.language.coreference_mentions import Entity, Mention
from fogline.language.coreference_story import Story
from fogline.language.coreference_words import capitals, countries, lists
from fogline.language.parsed import lemma

BACK_SENTENCES = 6
NEAR_SENTENCES = 2
CLEAR = 0.5  # how far the best must be before the next
AWAY = 0.6  # what a sentence in between costs
OFTEN = 0.3  # what each doubling of the mentions earns, by e
ROLE = {"subj": 0.6, "obj": 0.6, "obl": 0.3, "poss": 0.0, "nmod": 0.0, "mod": -0.4, "other": 0.0}
Fit = Callable[[Entity], float | None]


def kind_of(token: Token) -> str:
    """group, force, place or office for a definite noun of that kind that may have been named before; else nothing."""
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ or not _is_definite(token):
        return ""
    nouns = lists().nouns
    word = lemma(token)
    for kind, known in (
        ("force", nouns["force"]),
        ("group", nouns["group"]),
        ("place", nouns["settlement"] | nouns["region"] | nouns["country"]),
        ("office", nouns["person"] if token.tag_ == "NN" else frozenset[str]()),
    ):
        if word in known:
            return kind
    return ""


def _is_definite(token: Token) -> bool:
    """Behind "the" or "this", and with nothing that tells which one."""
    if token.dep_ in ("compound", "flat", "appos"):
        return False
    article = False
    for child in token.children:
        if child.dep_ == "det":
            article = child.lower_ in ("the", "this", "these", "that", "those")
        elif child.dep_ == "amod":
            if child.lower_ not in lists().nouns["idle_adjective"]:
                return False
        elif child.dep_ == "compound":
            if lemma(child) not in lists().nouns["group"] | lists().nouns["settlement"] | {"rebel"}:
                return False
        elif child.dep_ in ("nmod:poss", "acl", "nummod", "cop") or _narrows(child):
            return False
    return article


def _narrows(token: Token) -> bool:
    """Whether it tells which one: "of Karsin", "in the north"; "without water" does not."""
    cases = {c.lower_ for c in token.children if c.dep_ == "case"}
    return token.dep_.startswith("nmod") and bool(cases & lists().verbs["narrowing_preposition"])


def find_noun(story: Story, token: Token, kind: str) -> Entity | None:
    """The entity that a definite noun of one kind refers to, or nothing."""
    word = lemma(token)
    described = _best(story, token, lambda e: _described(e, word), BACK_SENTENCES)
    if described is not None or kind == "office":
        return described
    if any(word in e.words and e.name is not None for e, _ in story.in_mind(token, BACK_SENTENCES)):
        return None  # two of them
    if kind == "place":
        return _best(story, token, lambda e: _as_place(e, word), BACK_SENTENCES)
    nouns = lists().nouns
    if word in nouns["any_group"] | nouns["armed_group"] | nouns["rebel"]:
        plain = word in nouns["any_group"]
        return _best(story, token, lambda e: _as_group(e, plain=plain), BACK_SENTENCES)
    return _best(story, token, _as_army, BACK_SENTENCES) if word in nouns["army"] else None


def find_there(story: Story, token: Token) -> Entity | None:
    """The place that "there" refers to."""
    return _best(story, token, lambda e: _as_place(e, ""), NEAR_SENTENCES)


def is_where(token: Token) -> bool:
    """Whether it is a "there" that means a place: not "there were"."""
    if token.lower_ != "there":
        return False
    if token.tag_ != "EX":
        return bool(token.dep_ == "advmod")
    return any(c.dep_.startswith("nsubj") and c.i < token.i for c in token.head.children)


def find_of_two(story: Story, token: Token) -> Entity | None:
    """What "the former" or "the latter" refers to: one of the two that were last named side by side."""
    last: dict[int, list[Entity]] = {}
    for mention, entity in story.met[-24:]:
        away = story.sentences[token.i] - mention.sentence
        if mention.named and away <= NEAR_SENTENCES and mention.head < token.i:
            pair = last.setdefault(mention.sentence, [])
            pair += [entity] if entity not in pair else []
    for sentence in sorted(last, reverse=True):
        pair = _side_by_side(story, sentence) or _alike(last[sentence])
        if pair:
            return pair[0] if token.lower_ == "former" else pair[1]
    return None


def stands_for_one_of_two(token: Token) -> bool:
    """Whether "former" or "latter" stands by itself behind "the"."""
    if token.lower_ not in ("former", "latter") or token.i == 0 or token.nbor(-1).lower_ != "the":
        return False
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")


def _alike(named: list[Entity]) -> list[Entity]:
    """The only two, or the only two of one sort."""
    if len(named) == 2:
        return named
    sorts = [e.sort for e in named]
    twice = [s for s in dict.fromkeys(sorts) if sorts.count(s) == 2]
    return [e for e in named if e.sort == twice[0]] if len(twice) == 1 else []


def _side_by_side(story: Story, sentence: int) -> list[Entity]:
    """The two named things of one sentence that are parts of one list of two, or nothing."""
    for mention, _ in reversed(story.met[-24:]):
        head = story.doc[mention.head]
        if mention.sentence != sentence or not mention.named or head.dep_ != "conj":
            continue
        first, second = story.at.get(head.head.i), story.at.get(head.i)
        others = [c for c in head.head.children if c.dep_ == "conj"]
        if first is not None and second is not None and first is not second and len(others) == 1:
            return [first, second]
    return []


def _best(story: Story, token: Token, fit: Fit, back: int) -> Entity | None:
    """The entity in mind that fits best, where it is clearly before the next."""
    scored: list[tuple[float, Entity]] = []
    for entity, mention in story.in_mind(token, back):
        fitting = fit(entity)
        if fitting is not None and not _is_part(token, mention):
            away = story.sentences[token.i] - mention.sentence
            here = story.here(entity, mention.sentence)
            role = max(ROLE.get(m.role, 0.0) for m in here) if here else 0.0
            scored.append((fitting + role - AWAY * away + OFTEN * math.log(len(entity.mentions)), entity))
    scored.sort(key=lambda pair: -pair[0])
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < CLEAR):
        return None
    return scored[0][1]


def _is_part(token: Token, mention: Mention) -> bool:
    """Whether the noun is part of the mention or governs it."""
    return bool(mention.start <= token.i < mention.end)


def _described(entity: Entity, word: str) -> float | None:
    return 1.0 if word in entity.words else None


def _as_place(entity: Entity, word: str) -> float | None:
    """How well the entity may be "the city"; for no word, any place."""
    name = entity.name
    if name is None or entity.sort != "place":
        return None
    nouns = lists().nouns
    key = entity.key
    if not word:
        return 0.0 if entity.sites else -1.0
    if word == "capital":
        return 0.5 if key in capitals() else None
    state = key in countries()
    if word in nouns["country"]:
        return 0.5 if state else None
    town = bool(entity.words & nouns["settlement"])
    other = nouns["region"] | nouns["country"] | nouns["facility"]
    if state or word in nouns["region"] or (entity.words & other and not town):
        return None
    return (0.5 if entity.sites else 0.0) - (1.0 if entity.acts and not entity.sites else 0.0)


def _as_group(entity: Entity, *, plain: bool) -> float | None:
    """How well the entity may be "the group" (plain), "the militants" or "the rebels"."""
    if entity.name is None or entity.sort not in ("org", "force", "people"):
        return None
    names = lists().names
    words = set(entity.key.split())
    civil = bool(words & names["civil"])
    if _is_army(entity) or (civil and not plain) or entity.key in countries():
        return None
    return (0.5 if entity.acts else 0.0) - (0.6 if civil else 0.0)


def _as_army(entity: Entity) -> float | None:
    """How well the entity may be "the army" or "the troops"."""
    return 0.5 if entity.name is not None and _is_army(entity) else None


def _is_army(entity: Entity) -> bool:
    """Whether it is the army of a state: by its name."""
    names = lists().names
    words = set(entity.key.split())
    forces = "forces" in words and bool(words & names["state_word"])
    own = entity.sort == "force" and bool(entity.words & lists().nouns["army"])
    return (forces or own or bool(words & names["state_force"])) and not words & names["non_state"]
