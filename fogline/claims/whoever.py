"""Acts of nobody in particular, and of nobody who only strikes a place after it was taken.

| the sentence | who |
| --- | --- |
| "The Front is the strongest group, but any operation to retake Karsin should be local" | nobody named |
| "The capture of Karsin was followed by air strikes by the army" | not the army |

Who is told with the act itself stays: "any operation by the Front to retake Karsin", "the army's capture of Karsin".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import SUBJECTS, is_passive
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.language.plain import Word
from fogline.records import ClaimType, Name

ANY = frozenset({"any", "every", "whatever"})
EFFORTS = frozenset({"operation", "attempt", "offensive", "effort", "assault", "attack", "push", "campaign", "battle"})
FOLLOWED = frozenset({"follow", "precede"})


def by_whoever(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, captures without those who are only told beside them."""
    for one in told:
        asked = one.type is ClaimType.CAPTURE and one.place is not None  # a capture tells who or where
        phrase = _of_anybody(one.act) or _followed(one.act) if asked else None
        own = one.actors if phrase is None else tuple(n for n in one.actors if _stands_in(phrase, n, scene))
        yield one if own == one.actors else replace(one, actors=own)


def _of_anybody(act: Word) -> Word | None:
    """As in "any operation to retake Karsin should be": the noun; who denies or backs one may well be who is to."""
    noun = act.head
    if act.dep_ != "acl" or noun.lemma not in EFFORTS or noun.dep_ not in SUBJECTS:
        return None
    return noun if any(c.lower_ in ANY for c in noun.children if c.i < noun.i) else None


def _followed(act: Word) -> Word | None:
    """As in "the capture of Karsin was followed by strikes": the noun."""
    verb = act.head
    passive = verb.pos_ == "VERB" and verb.lemma in FOLLOWED and is_passive(verb)
    return act if act.pos_ == "NOUN" and act.dep_ == "nsubj:pass" and passive else None


def _stands_in(noun: Word, name: Name, scene: Scene) -> bool:
    return any(m.name == name for word in noun.subtree for m in scene.at.get(word.i, ()))
