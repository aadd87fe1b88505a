"""Where an act was, when no argument of its own says so: from the sentence around it."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.claims.codebook import codebook
from fogline.claims.scene import COUNTRY, Scene, case_of
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType, Mention, Name

# Acts of these types happen somewhere, and reports say where, if not always in the same clause.
SOMEWHERE = frozenset(
    {
        ClaimType.WITHDRAW,
        ClaimType.DEPLOY,
        ClaimType.CLASH,
        ClaimType.ATTACK,
        ClaimType.ADVANCE,
        ClaimType.BESIEGE,
    }
)
LOCATIVE = frozenset({"in", "at", "near", "around", "outside", "inside", "on", "over", "across", "along", "for"})


def place_around(act: Word, scene: Scene, *, left: bool) -> tuple[Name, ...]:
    """The place of a locative phrase of the sentence, the nearest clause first; else the only place it names.

    `left`: the place that is asked for was left, so the act's own phrase says where to: "redeployed on the coast".
    """
    near = [(distance, name) for distance, name, own in _locatives(act, scene) if not (left and own)]
    if near:
        return (min(near)[1],)
    if left and any(own for _, _, own in _locatives(act, scene)):
        return ()
    named = {m.name for m in _places(act.sent, scene)}
    return tuple(named) if len(named) == 1 else ()


def _speakers_own(token: Word) -> bool:
    """As in "two analysts in K", "residents of K": where somebody speaks, and not where the act was."""
    return token.dep_ == "nmod" and token.head.lemma in codebook().classes["people"]


def _locatives(act: Word, scene: Scene) -> Iterator[tuple[int, Name, bool]]:
    """(distance in words, place, whether of the act itself) of the "in K" phrases on the act or a verb above it."""
    above = {act, *act.ancestors}
    for token in act.sent:
        mention = scene.mention(token.i, actor=False)
        if mention is None or token.dep_ not in ("obl", "nmod") or case_of(token) not in LOCATIVE:
            continue
        if token.head in above:
            yield abs(token.i - act.i), mention.name, token.head == act


def _places(sentence: Sentence, scene: Scene) -> Iterator[Mention]:
    """The places a sentence names, in order, without countries."""
    seen = None
    for token in sentence:
        mention = scene.mention(token.i, actor=False)
        if mention is None or mention is seen or (mention.name.key or "").startswith(COUNTRY):
            continue
        if not _speakers_own(token) and case_of(token) not in ("to", "towards", "toward", "into"):
            seen = mention
            yield mention
