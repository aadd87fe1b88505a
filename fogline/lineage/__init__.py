"""Lineage: which reports derive from which, what was changed on the way, and the days that kin give away."""

from __future__ import annotations

from fogline.lineage.alterations import find_alterations
from fogline.lineage.days import infer_days
from fogline.lineage.families import Kindred
from fogline.lineage.kinships import derive, group
from fogline.records import Corpus, Lineage

__all__ = ["trace"]


def trace(corpus: Corpus) -> Lineage:
    """Trace the lineage of every report of a corpus.

    Shape: every report stands in exactly one origin, alone or with the reports that tell the same original; a report
    has at most one kinship.  A function of the set of readings: their order changes nothing.
    """
    kindred = Kindred(corpus.readings)
    families = kindred.families()
    kin = derive(kindred, families)
    return Lineage(
        kin=kin,
        origins=group(kindred, families),
        alterations=find_alterations(kindred, families, kin),
        days=infer_days(kindred, families),
    )
