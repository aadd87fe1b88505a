"""What a word of denial takes up: "the army took Karsin. The Front denied it": it is the army's taking that is denied.

Where the word itself was read as the act, its parties are those of the last such act of the same place, in its sentence
or shortly before; not the denier, who was read as its doer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.language.plain import Word
from fogline.records import ClaimType, Status

ASKED = frozenset(
    {ClaimType.CAPTURE, ClaimType.HOLD, ClaimType.WITHDRAW, ClaimType.ADVANCE, ClaimType.ATTACK, ClaimType.DEPLOY}
)
FAR = 3  # sentences
ALSO = frozenset({"so", "nonsense"})


def by_the_denied(told: Iterable[Proposition], before: Sequence[Sequence[Proposition]]) -> Iterator[Proposition]:
    """The propositions of a sentence, what a word of denial tells with the parties of what it denies; `before`: those
    of the sentences before."""
    own = list(told)
    for one in own:
        asked = one.type in ASKED and _denies(one.act) and one.status in (None, Status.DENIED)
        near = (
            [*(p for lately in before[-FAR:] for p in lately), *(p for p in own if p.act.i < one.act.i)]
            if asked
            else []
        )
        same = [p for p in near if p.type is one.type and p.place == one.place and not _denies(p.act)]
        if not same or not same[-1].actors or set(same[-1].actors) & set(one.actors):
            yield one
        else:
            yield replace(one, actors=same[-1].actors, targets=same[-1].targets)


def _denies(act: Word) -> bool:
    words = lexicon("denials")
    return act.lemma in lexicon("speech")["deny"] | words["false"] | ALSO and act.lemma != "lie"
