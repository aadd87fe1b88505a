"""What the reader sees of a sentence, mended by rules of the language, one after the other.

Each rule has a module of its own, which tells for which words it is.  A rule of `ALONE` asks for one sentence, and what
follows asks for those before it too.  The order matters: who did an act is settled before what lies where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from fogline.claims.again import again
from fogline.claims.allies import without_mixed_sides
from fogline.claims.called_by_part import by_part
from fogline.claims.clefts import as_singled_out
from fogline.claims.contrasts import contrasted
from fogline.claims.denied_reasons import without_denier
from fogline.claims.ellipses import with_gapped
from fogline.claims.ended import of_denier, still_there
from fogline.claims.enemies import by_unknown_enemy, without_holder
from fogline.claims.fallen import fallen
from fogline.claims.in_hands import with_hands
from fogline.claims.likewise import likewise
from fogline.claims.misplaced import placed
from fogline.claims.other_senses import as_meant
from fogline.claims.own_words import by_own_words
from fogline.claims.owned import with_owned
from fogline.claims.parts_told import of_parts
from fogline.claims.plain_doers import by_plain_grammar
from fogline.claims.prevented import by_the_prevented
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.claims.spots import by_spots
from fogline.claims.struck import without_struck
from fogline.claims.taken import ASKED
from fogline.claims.taken_up_denials import by_the_denied
from fogline.claims.units import of_units
from fogline.claims.ways import without_loops
from fogline.claims.whoever import by_whoever
from fogline.claims.whose import whose
from fogline.language.plain import Sentence

Rule = Callable[[Sequence[Proposition], Scene], Iterable[Proposition]]
ALONE: tuple[Rule, ...] = (
    as_meant,
    with_owned,
    by_the_prevented,
    of_denier,
    by_plain_grammar,
    of_units,
    by_own_words,
    with_hands,
    without_struck,
    by_whoever,
    by_unknown_enemy,
    without_mixed_sides,
    still_there,
    without_holder,
    without_denier,
    of_parts,
    by_spots,
    without_loops,
    placed,
)


def mended(
    seen: Sequence[Proposition], before: Sequence[Sequence[Proposition]], sentence: Sentence, scene: Scene
) -> list[Proposition]:
    """The propositions of a sentence as they are told; `before`: those of each sentence before it."""
    own = list(seen)
    for rule in ALONE:
        own = list(rule(own, scene))
    own = list(whose(own, sentence, scene))
    last = before[-1] if before else ()
    own = list(again(with_gapped(own, sentence, scene), last, scene))
    own = list(fallen(own, last, scene))
    own = list(by_the_denied(own, before))
    own = list(by_part(own, before, sentence, scene))
    own = list(likewise(own, last, sentence, scene))
    told = as_singled_out(contrasted(own, sentence, scene), scene)
    return [one for one in told if one.type not in ASKED or one.actors or one.place]  # who, or where
