"""Who are told by the part that they had in an act before: "the attackers", "the besiegers", "the garrison".

| the sentence before | then | who |
| --- | --- | --- |
| "The Front attacked Karsin" | "the attackers killed 40 soldiers" | the Front |
| "Karsin was surrounded by the Front" | "the besiegers broke in" | the Front |
| "The Front surrounded the army's camp" | "the garrison slipped away" | the army |
| "The Front ambushed an army column" | "the survivors fled" | the army |

So behind "the" alone, where the last sentence that tells such an act names one party for it, not far back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.claims.arguments import SUBJECTS, antecedent, is_passive
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.shared_subjects import shared_subject
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType, Name, Status

DEFINITE = frozenset({"the", "these", "those", "both"})
KEYS = ("group:", "military:", "police:", "side:", "airforce:", "navy:", "force:")
STATES = ("military:", "police:", "airforce:", "navy:")
FAR = 3  # sentences


@dataclass(frozen=True, slots=True)
class Part:
    """The acts, the better first, by which somebody is called so, and whether as their doer."""

    acts: tuple[frozenset[ClaimType], ...]
    does: bool = True


ATTACK = frozenset({ClaimType.ATTACK})
COMING = frozenset({ClaimType.ADVANCE, ClaimType.DEPLOY, ClaimType.CAPTURE, ClaimType.ATTACK})
SIEGE = frozenset({ClaimType.BESIEGE})
PARTS = {
    "attackers": Part((ATTACK, frozenset({ClaimType.HARM}))),
    "invaders": Part((COMING,)),
    "besiegers": Part((SIEGE,)),
    "victors": Part((frozenset({ClaimType.CAPTURE}),)),
    "defenders": Part((SIEGE, ATTACK), does=False),
    "survivors": Part((ATTACK,), does=False),
}


def by_part(
    told: Iterable[Proposition], lately: Sequence[Sequence[Proposition]], sentence: Sentence, scene: Scene
) -> Iterator[Proposition]:
    """The propositions of a sentence, with those who are called by their part in an act; `lately`: those of the
    sentences before, the latest last."""
    own = list(told)
    nouns = [(word, part) for word in sentence if (part := _part(word)) is not None]
    for one in own:
        read = one
        for word, part in nouns:
            before = [*lately[-FAR:], [p for p in own if p.act.i < word.i and p is not one]]
            read = _resolved(read, word, part, before, scene)
        yield read


def _part(word: Word) -> str | None:
    """What part a noun tells, behind "the" alone."""
    if word.pos_ not in ("NOUN", "PROPN"):
        return None
    part = next((name for name in PARTS if word.lemma in lexicon("called_by_part")[name]), None)
    before = [c for c in word.children if c.i < word.i and c.dep_ != "case"]
    return part if len(before) == 1 and before[0].lower_ in DEFINITE else None


def _resolved(
    told: Proposition, word: Word, part: str, before: Sequence[Sequence[Proposition]], scene: Scene
) -> Proposition:
    mention = scene.mention(word.i, actor=True)
    called = mention.name if mention is not None and not mention.named and _is_bare(mention.name, word) else None
    doer = called in told.actors if called is not None else not told.actors and word in _doers(told)
    done_to = called is not None and called in told.targets
    if not (doer or done_to):
        return told
    names = _within(word, called, scene) or _of_part(told, word, part, before)
    others = told.targets if doer else told.actors
    if not names or set(names) & set(others):
        return told
    if doer:
        return replace(told, actors=_put(told.actors, called, names))
    return replace(told, targets=_put(told.targets, called, names))


def _is_bare(name: Name, word: Word) -> bool:
    """Whether nothing but the noun tells who it is, though a country's army may have been taken for it."""
    return name.key is None or name.text.lower() == word.lower_


def _put(names: tuple[Name, ...], called: Name | None, others: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys((*(n for n in names if n != called), *others)))


def _doers(told: Proposition) -> list[Word]:
    act = told.act.head if told.act.pos_ == "NOUN" and told.act.dep_ == "obj" else told.act  # "took hostages"
    if act.pos_ != "VERB" or is_passive(act):
        return []
    return [antecedent(c, act) for c in act.children if c.dep_ in SUBJECTS] or shared_subject(act)


def _within(word: Word, called: Name | None, scene: Scene) -> tuple[Name, ...]:
    """As in "the attackers, members of the Front", "the assailants, from the Front"."""
    for child in word.children:
        if child.i < word.i or not (_is_apposed(child) or (child.dep_ == "nmod" and case_of(child) == "from")):
            continue
        names = (m.name for t in child.subtree if (m := scene.mention(t.i, actor=True)) is not None)
        found = tuple(dict.fromkeys(n for n in names if (n.key or "").startswith(KEYS) and n != called))
        if len(found) == 1:
            return found
    return ()


def _is_apposed(word: Word) -> bool:
    """As in ", members of the Front,", which is often parsed as the next of a list."""
    joined = word.dep_ == "conj" and not any(c.dep_ == "cc" for c in word.children)
    first = min((word.i, *(c.i for c in word.children)))
    comma = "," in (word.doc[first].text, word.doc[first - 1].text)
    return word.dep_ == "appos" or (joined and comma)


def _of_part(told: Proposition, word: Word, part: str, before: Sequence[Sequence[Proposition]]) -> tuple[Name, ...]:
    """Those who had the part, in the last sentence that tells of such an act."""
    if any(c.dep_.startswith(("acl", "nmod")) for c in word.children if c.i > word.i):
        return ()  # "the attackers who fled", "the defenders of Osk"
    does = PARTS[part].does
    for types in PARTS[part].acts:
        acts = [[p for p in own if p.type in types and p.status in (None, Status.ASSERTED)] for own in before]
        last = next((own for own in reversed(acts) if own), None)
        if last is None:
            continue
        near = (p for own in acts for p in own) if types is ATTACK else iter(last)  # who attack each other are two
        sides = {p.actors if does else _forces(p.targets) for p in near} - {()}
        names = next(iter(sides)) if len(sides) == 1 and all(p.actors or not does for p in last) else ()
        return names if names and all(_is_somebody(n) for n in names) and _may(told, word, names, types) else ()
    return ()


def _forces(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(n for n in names if (n.key or "").startswith(KEYS) or _is_force(n))


def _is_somebody(name: Name) -> bool:
    """Whether a name tells who it is: not "gunmen"."""
    return name.key is not None or name.text[:1].isupper() or _is_force(name)


def _is_force(name: Name) -> bool:
    """As in "soldiers", "the army column"."""
    words, forces = name.text.lower().split(), lexicon("called_by_part")["forces"]
    return words[-1] in forces or (words[0] in forces and words[-1] in lexicon("called_by_part")["columns"])


def _may(told: Proposition, word: Word, names: Sequence[Name], types: frozenset[ClaimType]) -> bool:
    """Whether those who came in may be the invaders: no army, which may be at home, and none who leave then."""
    if types is not COMING:
        return True
    goes = word.head.pos_ == "VERB" and word.head.lemma in lexicon("called_by_part")["going"]
    before = any(c.lower_ == "had" for c in told.act.children)
    states = any((n.key or "").startswith(STATES) or (n.key or "").endswith(":government") for n in names)
    return not (goes or before or states or told.type is ClaimType.WITHDRAW)
