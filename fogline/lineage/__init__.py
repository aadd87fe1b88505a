"""Lineage: which reports derive from which, what was changed, of which day each is, and which follow one story."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.lineage.alterations import find_alterations
from fogline.lineage.days import infer_days
from fogline.lineage.families import Kindred
from fogline.lineage.kinships import derive, group, relation_of
from fogline.lineage.rulings import Rulings, redate, regroup
from fogline.lineage.stories import find_stories
from fogline.lineage.witnesses import find_witnesses
from fogline.records import Basis, Corpus, Judgement, Lineage
from fogline.records.kin_store import KeptSearch
from fogline.records.working import Reckoned

__all__ = ["trace"]


def trace(
    corpus: Corpus,
    judgements: Iterable[Judgement] = (),
    reckoned: Reckoned | None = None,
    kept: KeptSearch | None = None,
) -> Lineage:
    """Trace the lineage of every report of a corpus, as far as the judgements that stand do not decide it.

    Shape: every report stands in exactly one origin, alone or with the reports that tell the same original; a report
    has one kinship at most, or two if it draws on two origins.  A function of the set of readings and judgements:
    their order changes nothing.  `reckoned` has comparisons of bodies that were made before, and gets those made now;
    with `kept` only tellings that are not kept there are looked for, and it is brought to those of this corpus.
    """
    judged = sorted(judgements, key=lambda j: (j.moment, j.judgement_id))
    kindred = Kindred(redate(corpus.readings, judged), reckoned, kept)
    families = kindred.families()
    kin = derive(kindred, families)
    origins = group(kindred, families)
    if judged:
        rulings = Rulings.of(kin, origins, lambda report, source: relation_of(kindred, report, source))
        for judgement in judged:
            rulings.apply(judgement)
        kin, origins = tuple(sorted(rulings.kin.values())), rulings.origins()
        families = regroup(kindred, families, origins, kin)
    dating = infer_days(kindred, families, kin)
    judged_days = {r.report_id: r.day for r in kindred.readings.values() if r.day and r.day.basis is Basis.JUDGED}
    days = dict(sorted((dating.days | judged_days).items()))
    return Lineage(
        kin=kin,
        origins=origins,
        alterations=find_alterations(kindred, families, kin),
        days=days,
        witnesses=find_witnesses(kindred, kin, dating),
        stories=find_stories(kindred, origins, kin, days, judged),
    )
