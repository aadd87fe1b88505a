"""The rows of lineage: who derives from whom, and which reports count as one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fogline.lineage.agencies import Role, credits_of
from fogline.lineage.alignment import Likeness
from fogline.lineage.families import Family, Kindred
from fogline.lineage.kin import explain, relate
from fogline.records import Kinship, Origin, Reading, Relation

CREDITED = 0.9  # score where a report itself names its agency
STOOD_IN = 0.7  # score where only its kin name it


def derive(kindred: Kindred, families: Sequence[Family]) -> tuple[Kinship, ...]:
    """Every kinship, sorted.  A report derives from one source at most."""
    rows = [row for family in families for row in _within(kindred, family)]
    taken = {row.report_id for row in rows}
    rows += [row for row in _across(kindred, families) if row.report_id not in taken]
    return tuple(sorted(rows))


def group(kindred: Kindred, families: Sequence[Family]) -> tuple[Origin, ...]:
    """The origins, by their first report's id; reports without a body are origins of their own."""
    found = []
    for family in families:
        ids = tuple(sorted(r.report_id for i in family.members for r in kindred.reports(i)))
        found.append(Origin(ids, family.agency or _author(kindred.original(family.members[0]))))
    told = {i for origin in found for i in origin.report_ids}
    found += [Origin((i,)) for i in kindred.readings if i not in told]
    return tuple(sorted(found, key=lambda origin: origin.report_ids))


def _author(report: Reading) -> str | None:
    """The agency that wrote a held original: the credit that names its own outlet."""
    foreign = {c.agency for c in credits_of(report)}
    own = sorted(c for c in report.credits or () if c not in foreign)
    return own[0] if own else None


def _within(kindred: Kindred, family: Family) -> list[Kinship]:
    """The kinships among the tellings of one origin."""
    rows: list[Kinship] = []
    root = family.members[0]
    earlier: set[int] = set()
    for member in family.members:
        first, *others = kindred.reports(member)
        if family.agency:
            likeness = kindred.likeness(member, root) if earlier else None
            rows += [_from_agency(report, family.agency, likeness) for report in (first, *others)]
            earlier.add(member)
            continue
        if earlier:
            source = kindred.source_of(member, earlier, root)
            rows.append(_from_report(first, kindred.original(source), kindred.likeness(member, source)))
        rows += [Kinship(r.report_id, first.report_id, Relation.COPY, 1.0, ("the same words",)) for r in others]
        earlier.add(member)
    return rows


def _from_report(report: Reading, source: Reading, likeness: Likeness) -> Kinship:
    relation = relate(likeness, credits_in_text=_credits_in_text(report))
    reasons = explain(likeness)
    if any(c for c in credits_of(report)):
        reasons = (*reasons, "credits " + ", ".join(c.agency for c in credits_of(report)))
    return Kinship(report.report_id, source.report_id, relation, _score(likeness), reasons)


def _from_agency(report: Reading, agency: str, likeness: Likeness | None) -> Kinship:
    """A kinship with an agency's report that is not held; `likeness` is with the fullest telling of it that is."""
    credit = next((c for c in credits_of(report) if c.agency == agency), None)
    if likeness is None:
        author = credit is not None and credit.role is Role.AUTHOR
        relation = Relation.COPY if author else Relation.EDITED_COPY
        reasons: tuple[str, ...] = ("the fullest telling that is held",)
    else:
        relation = relate(likeness, credits_in_text=_credits_in_text(report))
        reasons = explain(likeness)
    named = f"credits {agency}" if credit else f"its kin credit {agency}"
    return Kinship(report.report_id, agency, relation, CREDITED if credit else STOOD_IN, (named, *reasons))


def _credits_in_text(report: Reading) -> bool:
    return any(c.role is Role.SOURCE for c in credits_of(report))


def _score(likeness: Likeness) -> float:
    """How sure the kinship is, 0.58 to 1: one half, and the strength on top."""
    return round(min(1.0, 0.5 + likeness.strength), 2)


def _across(kindred: Kindred, families: Sequence[Family]) -> list[Kinship]:
    """Updates: families that reuse text of an earlier one.  Each is joined to the family that it shares most with."""
    home = {member: number for number, family in enumerate(families) for member in family.members}
    best: dict[int, tuple[float, int]] = {}  # later family -> strength, and minus the number of the earlier one
    for (low, high), likeness in kindred.updated.items():
        left, right = home[low], home[high]
        if left == right:
            continue
        late, early = (left, right) if _is_later(kindred, families[left], families[right]) else (right, left)
        best[late] = max(best.get(late, (0.0, 0)), (likeness.strength, -early))
    return [_update(kindred, families[late], families[-minus]) for late, (_, minus) in sorted(best.items())]


def _update(kindred: Kindred, late: Family, early: Family) -> Kinship:
    likeness = kindred.likeness(late.members[0], early.members[0])
    report, source = kindred.original(late.members[0]), kindred.original(early.members[0])
    return Kinship(report.report_id, source.report_id, Relation.UPDATE, _score(likeness), explain(likeness))


def _is_later(kindred: Kindred, left: Family, right: Family) -> bool:
    """Whether the left family's story is the later.  A total order, so that no report derives from itself in a ring."""

    def when(family: Family) -> tuple[date, int]:
        root = family.members[0]
        return kindred.day(root) or date.max, root

    return when(left) > when(right)
