"""The lineage of circles: kin, origins, alterations, days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.lineage.alterations import find_alterations
from fogline.lineage.days import Dating, infer_days
from fogline.lineage.families import Kindred
from fogline.lineage.kinships import derive, group, relation_of
from fogline.lineage.rulings import Rulings, regroup
from fogline.lineage.standing import Rest
from fogline.lineage.witnesses import find_witnesses
from fogline.records import Alteration, Basis, DayWitness, Judgement, Kinship, Origin, ReportDay


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of the reports that were worked out."""

    kin: tuple[Kinship, ...]
    origins: tuple[Origin, ...]
    alterations: tuple[Alteration, ...]
    witnesses: tuple[DayWitness, ...]
    days: dict[str, ReportDay]
    dating: Dating


def work_out(kindred: Kindred, judged: Sequence[Judgement], rest: Rest) -> Found:
    """The lineage of the reports that are worked out, as far as the judgements, oldest first, do not decide it.

    `rest` is what was found of all others.
    """
    families = kindred.families()
    kin = derive(kindred, families)
    origins = group(kindred, families)
    if judged:
        rulings = Rulings.of(kin, origins, lambda report, source: relation_of(kindred, report, source))
        for judgement in judged:
            rulings.apply(judgement)
        kin, origins = tuple(sorted(rulings.kin.values())), rulings.origins()
        families = regroup(kindred, families, origins, kin)
    dating = infer_days(kindred, families, kin, sorted_origins((*rest.origins, *origins)), rest.stated)
    known = {r: day for r in kindred.report_ids if (day := kindred.readings[r].day) and day.basis is Basis.JUDGED}
    return Found(
        kin=kin,
        origins=origins,
        alterations=find_alterations(kindred, families, kin),
        witnesses=find_witnesses(kindred, kin, dating),
        days=dating.days | known,
        dating=dating,
    )


def sorted_origins(origins: Sequence[Origin]) -> tuple[Origin, ...]:
    """Origins by their first report's id."""
    return tuple(sorted(origins, key=lambda origin: origin.report_ids))
