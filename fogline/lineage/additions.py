"""Lineage of a record to which reports come: only what they bear on is read and traced."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from fogline.lineage.days_of_story import clues_of
from fogline.lineage.families import Kindred
from fogline.lineage.growing import Growing
from fogline.lineage.held import names_of
from fogline.lineage.region import Read, Region, Surroundings, may_be_added
from fogline.lineage.rulings import redate
from fogline.lineage.seeds import find_seeds, sow
from fogline.lineage.stories import RULED
from fogline.lineage.story_book import StoryBook
from fogline.lineage.tellings import Tellings
from fogline.lineage.traces import CREDITED, WHOLE, credited, find_traces, note_traces, state_of
from fogline.lineage.tracing import sorted_origins, work_out
from fogline.records import Judgement, Lineage, Reading
from fogline.records.kept_lineage import KeptLineage
from fogline.records.reckoned import Reckoned


def add(kept: KeptLineage, new: Sequence[Reading], read: Read, judgements: Iterable[Judgement] = ()) -> Lineage | None:
    """Trace reports that came into a record, and those that they bear on; `None` where all have to be gone through.

    `kept` is what `trace` left of all others, and `read` gives reports by their ids.  The lineage tells of the reports
    that it is `of`.
    """
    judged = sorted(judgements, key=lambda j: (j.moment, j.judgement_id))
    if not _is_simple(kept, new, judged):
        return None
    new, read = redate(new, judged), _redated(read, judged)
    around = Surroundings(kept, new, read)
    readings = sorted((*read(sorted(around.known)), *new), key=lambda r: r.report_id)
    tellings = Tellings(readings)
    kindred = Kindred(readings, Reckoned(kept.reckonings), tellings)
    pairs = around.pairs(tellings)
    region = Region(kept, around.known, names_of(tellings))
    growing = Growing(kindred, pairs, judged, region)
    found = work_out(kindred, judged, growing.rest)
    if found.dating.asked or _is_asked(kept, kindred):
        around.forget()
        return None
    rest = growing.rest
    origins = sorted_origins((*rest.origins, *found.origins))
    days = dict(sorted({**rest.days, **found.days}.items()))
    kin = (*rest.kin, *((row.report_id, row.source) for row in found.kin))
    grown = find_seeds(kindred, origins, kin, days)
    known = {row.story_group for row in around.known.values()}
    gone = sorted(known.difference(one.name for one in grown))
    retold = StoryBook(kept.stories).bring_to(gone, sow(kindred, (one for one in grown if one.name not in known)))
    growing.keep(found)
    note_traces(kept.traces, around.known, find_traces(kindred, growing.circles, grown, days))
    names = {*json.loads(kept.mark(CREDITED) or "[]"), *credited(kindred)}
    kept.note(CREDITED, json.dumps(sorted(names), ensure_ascii=False))
    return Lineage(
        found.kin, origins, found.alterations, days, found.witnesses, retold.stories, growing.standing,
        retold.reports, frozenset(kindred.readings),
    )  # fmt: skip


def _redated(read: Read, judged: Sequence[Judgement]) -> Read:
    """Reports by their ids with the days that were judged."""
    return lambda report_ids: redate(read(report_ids), judged)


def _is_simple(kept: KeptLineage, new: Sequence[Reading], judged: Sequence[Judgement]) -> bool:
    """Whether all is kept, and nobody judged these reports, or stories, or credits one of them as an agency."""
    if kept.mark(WHOLE) != state_of(judged) or not may_be_added(kept, new):
        return False
    ids = {reading.report_id for reading in new}
    named = ids.intersection(json.loads(kept.mark(CREDITED) or "[]"))
    ruled = any(j.verdict in RULED or not ids.isdisjoint(j.subjects) for j in judged)
    return not named and not ruled and not kept.traces.of_reports(ids)


def _is_asked(kept: KeptLineage, kindred: Kindred) -> bool:
    """Whether a report without a day, in another circle, may be told it by the tellings that are worked out."""
    return kept.has_asked() and kept.is_asked(clues_of(kindred, kindred.members))
