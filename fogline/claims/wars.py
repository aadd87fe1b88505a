"""Wars told as somebody's: "its war with Norland", "Dorland's war in Karsin", "weakened by a long conflict with K".

The learned reader passes over them, for they are mostly told in passing; they are claims of fighting all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.claims.arguments import of_verb
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType, Name, Status

WARS = frozenset({"war", "conflict"})
AGAINST = frozenset({"with", "against"})
IN = frozenset({"in"})
SURE = 0.6


def war_claims(sentence: Sentence, scene: Scene, told: Sequence[Proposition]) -> Iterator[Proposition]:
    """The clashes of a sentence that `told`, what else was read of it, does not hold."""
    known = {p.act.i for p in told if p.type is ClaimType.CLASH}
    for noun in sentence:
        if noun.lemma not in WARS or noun.pos_ != "NOUN" or noun.i in known:
            continue
        ours = _whose(noun, scene)
        theirs = tuple(n for n in _named(noun, AGAINST, scene, actor=True) if n not in ours)
        places = _named(noun, IN, scene, actor=False)
        if ours and (theirs or places):
            place = places[0] if places else None
            yield Proposition(noun, ClaimType.CLASH, ours, theirs, place, (), SURE, Status.ASSERTED, framed=False)


def _whose(war: Word, scene: Scene) -> tuple[Name, ...]:
    """Whose war it is: of "its war", "Norland's war" the owner, of "weakened by the war with K" who is weakened."""
    owners = [c for c in war.children if c.dep_ == "nmod:poss"]
    if not owners and case_of(war) == "by" and war.head.tag_ == "VBN":
        verb = war.head
        owners = list(of_verb(verb).get("object")) or [verb.head]
    return tuple(m.name for m in scene.mentions(owners, actor=True))[:1]


def _named(war: Word, cases: frozenset[str], scene: Scene, *, actor: bool) -> tuple[Name, ...]:
    words = [c for c in war.children if c.dep_ in ("nmod", "obl") and case_of(c) in cases]
    return tuple(m.name for m in scene.mentions(words, actor=actor) if m.named)[:1]
