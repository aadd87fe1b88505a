"""What persons decided of a corpus, ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fogline.records.judgement import Judgement

EVENT, ACTOR, PLACE = "event", "actor", "place"  # what is merged: the value of a judgement
OUTLET = "outlet:"  # before the folded name of an outlet or agency, where a source is named that is no actor


@dataclass(frozen=True, slots=True)
class Judged:
    """The standing judgements on the claims, actors, places and sources of a corpus.

    `distrusted` and `changed` are by claim id: why a claim counts for nothing, and what changed how it is read.
    `doubted` are the cited sources that count for nothing; `reliability` has the letter of a source as a judgement's
    value, by its key (an actor's, or `outlet:` with a folded name).  `names` has the name that an actor or a place is
    shown by, by its key.
    """

    distrusted: Mapping[str, Judgement] = field(default_factory=dict)
    changed: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    doubted: frozenset[str] = frozenset()
    reliability: Mapping[str, Judgement] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
