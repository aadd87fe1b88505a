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
from fogline.claims.context import side_of
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Name

STRIKES = frozenset({"strike", "airstrike", "bombardment", "bombing", "shelling", "raid", "barrage", "fire"})
EFFORTS = frozenset({"operation", "attempt", "offensive", "effort", "assault", "attack", "push", "campaign", "battle"})


def by_whoever(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, captures without those who are only told beside them."""
    for one in told:
        asked = one.type is ClaimType.CAPTURE and one.place is not None  # a capture tells who or where
        noun = _of_anybody(one.act) if asked else None
        own = tuple(n for n in one.actors if noun is None or _stands_in(noun, n, scene))
        striking = _strikes_behind(one.act) if asked else None
        if striking is not None:
            own = tuple(n for n in own if _stands_in(one.act, n, scene) or not _strikes(n, striking, scene))
        yield one if own == one.actors else replace(one, actors=own)


def _of_anybody(act: Word) -> Word | None:
    """As in "any operation to retake Karsin should be": the noun; who denies or backs one may well be who is to."""
    noun = act.head
    if act.dep_ != "acl" or noun.lemma not in EFFORTS or noun.dep_ not in SUBJECTS:
        return None
    return noun if any(c.lower_ == "any" for c in noun.children if c.i < noun.i) else None


def _strikes_behind(act: Word) -> Word | None:
    """As in "the capture of Karsin was followed by strikes by the army on the city": the strikes."""
    verb = act.head
    if act.pos_ != "NOUN" or act.dep_ != "nsubj:pass" or verb.lemma != "follow" or not is_passive(verb):
        return None
    return next((c for c in verb.children if case_of(c) == "by" and c.lemma in STRIKES), None)


def _stands_in(noun: Word, name: Name, scene: Scene) -> bool:
    return any(m.name == name for word in noun.subtree for m in scene.at.get(word.i, ()))


def _strikes(name: Name, noun: Word, scene: Scene) -> bool:
    """Whether a name, or another of its state, stands behind strikes: whose they are hangs on the verb or the noun."""
    behind = [m.name for word in noun.sent if word.i > noun.i for m in scene.at.get(word.i, ())]
    state = side_of(name, "government")
    return name in behind or (state is not None and state in {side_of(n, "government") for n in behind})
