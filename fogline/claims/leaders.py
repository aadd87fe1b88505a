"""Leaders told in passing: "the Karsin Front of Omar Dane", which the learned reader mostly passes over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.language.plain import Sentence
from fogline.records import ClaimType, Mention, MentionKind, Status

SURE = 0.6


def leader_claims(sentence: Sentence, scene: Scene, told: Sequence[Proposition]) -> Iterator[Proposition]:
    """The ties between a group and its leader that `told`, what else was read of a sentence, does not hold."""
    known = {name for p in told if p.type is ClaimType.FORM for name in p.actors}
    for word in sentence:
        if word.lower_ != "of" or not sentence.start < word.i < sentence.end - 1:
            continue
        group = _named(scene, word.i - 1, MentionKind.ACTOR)
        leader = _named(scene, word.i + 1, MentionKind.PERSON)
        if group is not None and leader is not None and leader.name not in known:
            who, whose = (leader.name,), (group.name,)
            yield Proposition(word, ClaimType.FORM, who, whose, None, (), SURE, Status.ASSERTED, framed=False)


def _named(scene: Scene, at: int, kind: MentionKind) -> Mention | None:
    mention = scene.mention(at, actor=True)
    return mention if mention is not None and mention.named and mention.kind is kind else None
