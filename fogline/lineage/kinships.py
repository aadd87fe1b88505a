"""The rows of lineage: who derives from whom, and which reports count as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fogline.lineage.agencies import Role, credits_of
from fogline.lineage.alignment import Likeness
from fogline.lineage.families import Family, Kindred
from fogline.lineage.gathering import Pair
from fogline.lineage.kin import Judged, explain, relate
from fogline.lineage.woven import Woven, find_woven
from fogline.records import Kinship, Origin, Reading, Relation

CREDITED = 0.9  # score where a report itself names its agency
STOOD_IN = 0.7  # score where only its kin name it


def derive(kindred: Kindred, families: Sequence[Family]) -> tuple[Kinship, ...]:
    """Every kinship, sorted.  A report derives from one source, or from two that have nothing to do with each other."""
    woven = find_woven(kindred, families)
    rows = [row for family in families for row in _within(kindred, family)]
    taken = {(row.report_id, row.source) for row in rows}
    rows += [row for row in _of_two(kindred, woven) if (row.report_id, row.source) not in taken]
    taken_whole = {row.report_id for row in rows}
    rows += [row for row in _across(kindred, families, woven) if row.report_id not in taken_whole]
    return tuple(sorted(rows))


def group(kindred: Kindred, families: Sequence[Family]) -> tuple[Origin, ...]:
    """The origins of the reports that are worked out, by their first report's id.

    Reports without a body are origins of their own.
    """
    found = []
    for family in families:
        ids = tuple(sorted(r.report_id for i in family.members for r in kindred.reports(i)))
        found.append(Origin(ids, family.agency or _author(kindred.original(family.members[0]))))
    told = {i for origin in found for i in origin.report_ids}
    found += [Origin((i,)) for i in kindred.report_ids if i not in told]
    return tuple(sorted(found, key=lambda origin: origin.report_ids))


def relation_of(kindred: Kindred, report_id: str, source_id: str) -> Relation:
    """How one report derives from another that is held, whether or not it was found to; a copy where both are empty."""
    telling = kindred.tellings.numbers
    one, other = telling.get(report_id), telling.get(source_id)
    if one is None or other is None or one == other:
        return Relation.COPY
    return relate(kindred.likeness(one, other), credits_in_text=_credits_in_text(kindred.readings[report_id]))


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
            rows.append(_from_report(kindred, member, source))
        rows += [Kinship(r.report_id, first.report_id, Relation.COPY, 1.0, ("the same words",)) for r in others]
        earlier.add(member)
    return rows


def _from_report(kindred: Kindred, member: int, telling: int) -> Kinship:
    report, source = kindred.original(member), kindred.original(telling)
    likeness, judged = kindred.likeness(member, telling), kindred.judged(member, telling)
    relation = relate(likeness, credits_in_text=_credits_in_text(report))
    reasons = (kindred.precedence(member, telling), *explain(likeness, judged))
    if any(c for c in credits_of(report)):
        reasons = (*reasons, "credits " + ", ".join(c.agency for c in credits_of(report)))
    return Kinship(report.report_id, source.report_id, relation, _score(judged), reasons)


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


def _score(judged: Judged) -> float:
    """How likely the two are kin, 0 to 1."""
    return round(judged.chance, 2)


def _of_two(kindred: Kindred, woven: Sequence[Woven]) -> list[Kinship]:
    """The kinships of the reports that draw on two origins, one with each."""
    rows = []
    for found in woven:
        for source, other in (found.sources, found.sources[::-1]):
            likeness, judged = kindred.likeness(found.telling, source), kindred.judged(found.telling, source)
            second = kindred.original(other).report_id
            named = f"draws on {second} too, of another origin: both tell {found.union:.0%} of it"
            report, held = kindred.original(found.telling), kindred.original(source)
            reasons = (named, *explain(likeness, judged))
            rows.append(Kinship(report.report_id, held.report_id, Relation.REWRITE, _score(judged), reasons))
    return rows


def _across(kindred: Kindred, families: Sequence[Family], woven: Sequence[Woven]) -> list[Kinship]:
    """Updates: families that draw on an earlier one.  Each is joined to one, to the pair that shares most first.

    What would make a report derive from itself in a ring is left out.
    """
    home = {member: number for number, family in enumerate(families) for member in family.members}
    told = {frozenset({home[w.telling], home[source]}) for w in woven for source in w.sources}
    best: dict[Pair, float] = {}  # later and earlier family -> strength
    for low, high in kindred.ties:
        if home[low] != home[high] and frozenset({home[low], home[high]}) not in told:
            pair = _in_order(kindred, families, home[low], home[high])
            best[pair] = max(best.get(pair, 0.0), kindred.likeness(low, high).strength)
    source: dict[int, int] = {}
    for late, early in sorted(best, key=lambda pair: (-best[pair], pair)):
        if late not in source and late not in _line(source, early):
            source[late] = early
    return [_update(kindred, families[late], families[early]) for late, early in sorted(source.items())]


def _line(source: Mapping[int, int], family: int) -> list[int]:
    """A family and those that it goes back to."""
    line = [family]
    while line[-1] in source:
        line.append(source[line[-1]])
    return line


def _update(kindred: Kindred, late: Family, early: Family) -> Kinship:
    member = late.members[0]
    telling = kindred.source_of(member, set(early.members), early.members[0])
    likeness, judged = kindred.likeness(member, telling), kindred.judged(member, telling)
    report, source = kindred.original(member), kindred.original(telling)
    if kindred.is_later(member, telling):
        order = "of a later day"
    elif likeness.first.depth != likeness.second.depth:
        order = "what both tell stands further down in it"
    else:
        order = "nothing tells which of the two came first"
    reasons = (order, *explain(likeness, judged))
    return Kinship(report.report_id, source.report_id, Relation.UPDATE, _score(judged), reasons)


def _in_order(kindred: Kindred, families: Sequence[Family], left: int, right: int) -> Pair:
    """The later family of two and the earlier: by their days, else an update has what both tell further down."""
    one, other = families[left].members[0], families[right].members[0]
    likeness = kindred.likeness(one, other)
    if kindred.is_later(one, other):
        return left, right
    if kindred.is_later(other, one) or likeness.first.depth < likeness.second.depth:
        return right, left
    return (left, right) if likeness.first.depth > likeness.second.depth else (max(left, right), min(left, right))
