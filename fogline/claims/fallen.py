"""What falls behind an attack on it fell to who attacked, and not to whom the attack struck.

As in "The Front attacked the army's base in Karsin.  The base was overrun": the Front took Karsin, the army lost it.
So where the sentence names no taker, and tells of no time before.  What was overrun is the place, where it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.claims.arguments import SUBJECTS, is_passive
from fogline.claims.codebook import codebook
from fogline.claims.modes import mode_of
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.claims.settle import FROM_AFAR
from fogline.language.plain import Word
from fogline.records import ClaimType, MentionKind, Status

AGAIN = frozenset({"retake", "recapture", "regain", "recover", "reclaim", "liberate"})  # by who had it before
LEADING = frozenset({ClaimType.ATTACK, ClaimType.BESIEGE})
YEAR = re.compile(r"(?:19|20)\d\d")


def fallen(told: Iterable[Proposition], before: Sequence[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence; the captures among them by who attacked the place in the one `before`."""
    for one in told:
        if one.type is not ClaimType.CAPTURE or one.act.pos_ != "VERB":
            yield one
            continue
        loses = _loses(one.act)
        for placed in _placed(one, loses or _taken(one.act), scene):
            yield placed if loses is None else _by_attacker(placed, before, scene)


def _loses(act: Word) -> Word | None:
    """What "was overrun", "fell"."""
    falls = is_passive(act) or act.lemma in codebook().classes["falling"]
    if not falls or any(c.dep_ == "obl:agent" for c in act.children):
        return None
    return next((c for c in act.children if c.dep_ in SUBJECTS), None)


def _taken(act: Word) -> Word | None:
    """What somebody "took"."""
    return next((c for c in act.children if c.dep_ == "obj"), None)


def _placed(told: Proposition, what: Word | None, scene: Scene) -> list[Proposition]:
    """A capture of no place, of each of those that the word for what was taken stands for: "took both villages"."""
    under = scene.at.get(what.i, ()) if what is not None and told.place is None else ()
    places = {m.name: m for m in under if m.kind is MentionKind.PLACE and not m.named}
    return [replace(told, place=name) for name in sorted(places)] or [told]


def _by_attacker(told: Proposition, before: Sequence[Proposition], scene: Scene) -> Proposition:
    if not told.actors or told.place is None or told.status is Status.DENIED or told.act.lemma in AGAIN:
        return told
    if _is_before(told.act):
        return told
    struck = [p for p in before if _leads_to(p) and p.place == told.place and set(told.actors) <= set(p.targets)]
    if len(struck) != 1 or not struck[0].actors or set(struck[0].actors) & set(told.actors):
        return told
    named = {m.name for word in told.act.sent for m in scene.at.get(word.i, ())}
    if named & set(told.actors):
        return told
    return replace(told, actors=struck[0].actors, targets=told.actors)


def _leads_to(told: Proposition) -> bool:
    """Whether an attack may end in a capture: nobody takes a town from the air."""
    return told.type in LEADING and (told.type is ClaimType.BESIEGE or mode_of(told.act, told.type) not in FROM_AFAR)


def _is_before(act: Word) -> bool:
    """Whether a capture is told as one of some time before: "had been captured", "was seized in 2012"."""
    return any(c.lower_ == "had" for c in act.children) or any(YEAR.fullmatch(t.text) for t in act.sent)
