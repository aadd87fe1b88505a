"""Losses that a party has or owns to: "their losses", "Norland admits to 38 dead, Dorland to 14", of each its own.

Source, with the trials' figures: docs/decisions/0024-the-learned-reader.md
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import of_verb
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.quantities import quantities_of
from fogline.claims.scene import Scene
from fogline.language.plain import Word
from fogline.records import ClaimType, Name, Quantity

BREAKS = frozenset({",", ";", "and", "but", "while"})  # before the party that a gap leaves without its verb
AFTER = frozenset({",", ";", ".", "and", "but", "while"})


def with_owned(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, with whose losses they are, and those of others that the verb is left out for."""
    for one in (_of_owner(p, scene) for p in told):
        verb = _owning(one.act) if one.type is ClaimType.HARM else None
        who = tuple(m.name for m in scene.mentions(of_verb(verb).get("subject"), actor=True)) if verb else ()
        if not who:
            yield one
            continue
        targets = _lost_by(one, who, scene)
        own = set(targets) <= set(who)
        doers = tuple(name for name in one.actors if not own or name not in who)
        counted = one.quantities or _counted(one.act)
        yield replace(one, actors=doers, targets=targets or who, quantities=counted)
        for name, number in _left_out(one.act, scene):
            yield replace(one, actors=(), targets=(name,), quantities=quantities_of(number))


def _lost_by(told: Proposition, who: tuple[Name, ...], scene: Scene) -> tuple[Name, ...]:
    """The targets of a loss; who "killed a soldier and lost two men" did not lose the soldier."""
    if told.act.pos_ != "VERB":
        return told.targets
    lost = {m.name for m in scene.mentions(of_verb(told.act).get("object"), actor=True)}.union(who)
    return tuple(name for name in told.targets if name in lost or name.key is None)


def _of_owner(told: Proposition, scene: Scene) -> Proposition:
    """As in "their losses", "the army's casualties"."""
    act = told.act
    if told.type is not ClaimType.HARM or act.pos_ != "NOUN" or act.lemma not in lexicon("owned")["losses"]:
        return told
    owners = scene.mentions([c for c in act.children if c.dep_ == "nmod:poss"], actor=True)
    names = tuple(m.name for m in owners)
    return replace(told, actors=tuple(n for n in told.actors if n not in names), targets=names) if names else told


def _owning(loss: Word) -> Word | None:
    """The verb by which somebody owns to a loss, or has it: "admits to 38 dead", "acknowledged two deaths"."""
    lists = lexicon("owned")
    if loss.pos_ == "VERB":
        return loss if loss.lemma in lists["lose"] else None
    verb = loss.head
    owns = verb.pos_ == "VERB" and verb.lemma in lists["own"] and loss.dep_ in ("obj", "obl")
    return verb if owns and loss.lemma in lists["losses"] else None


def _counted(loss: Word) -> tuple[Quantity, ...]:
    """The number of those lost: of "50 fatalities", "lost 12 men"."""
    heads = of_verb(loss).get("object") if loss.pos_ == "VERB" else [loss]
    return tuple(q for head in heads for q in quantities_of(head))[:1]


def _left_out(loss: Word, scene: Scene) -> Iterator[tuple[Name, Word]]:
    """Who else has a number behind a loss, and the number: "and Dorland 14", ", Dorland to 14"."""
    for number in loss.doc[loss.i + 1 : loss.sent.end]:
        behind = number.i + 1 == number.sent.end or number.doc[number.i + 1].lower_ in AFTER
        if number.pos_ != "NUM" or not behind:
            continue
        last = number.i - 2 if number.doc[number.i - 1].lower_ == "to" else number.i - 1
        mention = scene.mention(last, actor=True)
        if mention is None or last <= loss.i:
            continue
        first = scene.parse.token_at(mention.anchor.start)
        before = number.doc[first - 2 if number.doc[first - 1].lower_ == "the" else first - 1]
        if before.i > loss.i and before.lower_ in BREAKS:
            yield mention.name, number
