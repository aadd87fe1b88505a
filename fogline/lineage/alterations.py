"""Alterations: what a report changed in meaning against the kin that it derives from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from fogline.lineage import meaning
from fogline.lineage.agencies import credits_of
from fogline.lineage.alignment import Likeness
from fogline.lineage.changes import find_changes
from fogline.lineage.citations import all_keys
from fogline.lineage.comparisons import RULES
from fogline.lineage.doubts import Told, doubted
from fogline.lineage.families import Family, Kindred
from fogline.lineage.matches import Facts, Match
from fogline.lineage.tellings import Sentence, Telling
from fogline.records import Alteration, Kinship, Relation
from fogline.records.ids import content_id
from fogline.records.release import release

JOINED = 0.20  # share from which two sentences are compared word by word
ENOUGH = 0.25  # share of the original that must be told before what is missing in the other was dropped


def find_alterations(kindred: Kindred, families: Sequence[Family], kin: Sequence[Kinship]) -> tuple[Alteration, ...]:
    """The alterations of every report against its source, sorted.

    Where the source is an agency's report that is not held, the fullest telling that is stands in for it.  An update
    tells later news and alters nothing.
    """
    telling_of = kindred.tellings.numbers
    root_of = {r: f.members[0] for f in families for i in f.members for r in kindred.tellings.report_ids[i]}
    found: list[Alteration] = []
    for row in kin:
        if row.relation is Relation.UPDATE:
            continue
        member = telling_of[row.report_id]
        source = telling_of.get(row.source, root_of[row.report_id])
        if member != source:
            origin = row.source if row.source in telling_of else kindred.original(source).report_id
            found += _between(kindred, member, source, row=row, origin=origin)
    return _sorted(found)


def _sorted(found: Iterable[Alteration]) -> tuple[Alteration, ...]:
    return tuple(sorted(set(found), key=lambda a: (a.report_id, a.source, a.kind, a.sentence, a.altered, a.original)))


def alterations_between(kindred: Kindred, row: Kinship) -> tuple[Alteration, ...]:
    """The alterations of a report against another that is held, whichever is kin to whom; none where one is empty."""
    telling_of = kindred.tellings.numbers
    member, source = telling_of.get(row.report_id), telling_of.get(row.source)
    if member is None or source is None or member == source:
        return ()
    return _sorted(_between(kindred, member, source, row=row, origin=row.source))


def _between(kindred: Kindred, member: int, source: int, *, row: Kinship, origin: str) -> list[Alteration]:
    """The alterations of one telling against another; each pair of values once."""
    outlets = [r.outlet or "" for i in (member, source) for r in kindred.reports(i)]
    credited = all_keys(" ".join([*outlets, *(c.agency for c in credits_of(kindred.readings[row.report_id]))]))
    digest = row.relation is Relation.SUMMARY
    marks = [kindred.tellings.marks[i] for i in (member, source)]
    key = content_id("alterations", release(*RULES), meaning.mark(), *marks, digest, *sorted(credited))
    kept = kindred.reckoned.recall(key, marks[0])
    told = _told(kindred, (member, source), digest=digest, credited=credited) if kept is None else json.loads(kept)
    kindred.reckoned.keep(key, kept or json.dumps(told), *marks)
    if not told:
        return []
    mine, theirs = kindred.tellings.pieces(member), kindred.tellings.pieces(source)
    return [
        Alteration(row.report_id, origin, kind, original, altered, mine[i], theirs[j])
        for kind, original, altered, i, j in told
    ]


def _told(kindred: Kindred, pair: tuple[int, int], *, digest: bool, credited: frozenset[str]) -> list[Told]:
    """What the first of two tellings changed against the second; each with the numbers of both sentences."""
    mine, theirs = (kindred.tellings[i] for i in pair)
    likeness = kindred.likeness(*pair)
    full = {(i, j) for j, i, share in likeness.second.links if share >= ENOUGH}
    joints = _joints(likeness)
    found: dict[tuple[str, str, str], Told] = {}
    for (i, j), match in zip(joints, _matches(mine, theirs, joints, full), strict=True):
        known = replace(match, digest=digest, own_words=not likeness.keeps_text, agency=credited)
        for change in find_changes(known):
            values = match.altered.text if change.kind != "name" else ""
            told = (change.kind, change.original, change.altered, i, j)
            found.setdefault((change.kind, f"{change.original}→{change.altered}", values), told)
    return doubted(mine, theirs, list(found.values()))


def _joints(likeness: Likeness) -> dict[tuple[int, int], float]:
    """The pairs of sentences that tell the same, by either's account, in order; with the larger share of the two."""
    found: dict[tuple[int, int], float] = {}
    links = [*likeness.first.links, *((i, j, share) for j, i, share in likeness.second.links)]
    for i, j, share in sorted(links):
        if share >= JOINED:
            found[i, j] = max(share, found.get((i, j), 0.0))
    return found


def _matches(
    mine: Telling, theirs: Telling, joints: Mapping[tuple[int, int], float], full: Set[tuple[int, int]]
) -> Iterator[Match]:
    facts = Facts.of(mine), Facts.of(theirs)
    rows = [i for i, _ in joints]
    columns = [j for _, j in joints]
    for (i, j), share in joints.items():
        joined = [a for a, b in joints if b == j]
        yield Match(
            mine.sentences[i],
            theirs.sentences[j],
            *facts,
            near_altered=_near(mine, i, joined),
            near_original=_near(theirs, j, [b for a, b in joints if a == i]),
            joined_altered=[mine.sentences[a] for a in joined],
            share=share,
            alone=rows.count(i) == 1 and columns.count(j) == 1 and (i, j) in full,
        )


def _near(telling: Telling, at: int, joined: Sequence[int]) -> Sequence[Sentence]:
    """A sentence, its neighbours, and those that tell what the other's sentence tells."""
    wanted = sorted({*range(max(0, at - 1), min(at + 2, len(telling.sentences))), *joined})
    return [telling.sentences[i] for i in wanted]
