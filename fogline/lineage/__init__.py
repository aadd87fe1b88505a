"""Lineage: which reports derive from which, what was changed, of which day each is, and which follow one story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fogline.lineage.additions import add
from fogline.lineage.families import Kindred
from fogline.lineage.growing import Growing
from fogline.lineage.held import find_pairs
from fogline.lineage.rulings import redate
from fogline.lineage.seeds import Grown, find_seeds, sow
from fogline.lineage.standing import Rest
from fogline.lineage.stories import RULED, find_stories
from fogline.lineage.story_book import StoryBook
from fogline.lineage.tellings import Tellings
from fogline.lineage.traces import credited, find_traces, note_state, note_traces
from fogline.lineage.tracing import sorted_origins, work_out
from fogline.records import Corpus, Judgement, Lineage, Story
from fogline.records.ids import content_id
from fogline.records.kept_lineage import KeptLineage
from fogline.records.reckoned import Reckoned

__all__ = ["add", "trace"]

STORIES = "stories"  # under this name is noted which judgements on stories stand


def trace(corpus: Corpus, judgements: Iterable[Judgement] = (), kept: KeptLineage | None = None) -> Lineage:
    """Trace the lineage of every report of a corpus, as far as the judgements that stand do not decide it.

    Shape: every report stands in exactly one origin, alone or with the reports that tell the same original; a report
    has one kinship at most, or two if it draws on two origins.  A function of the set of readings and judgements:
    their order changes nothing.  With `kept` only those circles of reports are traced that are not kept there, and it
    is brought to those of this corpus; of reports that are `standing`, kin, alterations and witnesses are not given.
    """
    judged = sorted(judgements, key=lambda j: (j.moment, j.judgement_id))
    readings = redate(corpus.readings, judged)
    if kept is None:
        return _whole(Kindred(readings), judged)
    tellings = Tellings(readings)
    kindred = Kindred(readings, Reckoned(kept.reckonings), tellings)
    growing = Growing(kindred, find_pairs(tellings, kept.search), judged, kept)
    found = work_out(kindred, judged, growing.rest)
    rest = growing.rest
    origins = sorted_origins((*rest.origins, *found.origins))
    days = dict(sorted({**rest.days, **found.days}.items()))
    kin = (*rest.kin, *((row.report_id, row.source) for row in found.kin))
    grown = find_seeds(kindred, origins, kin, days)
    stories, retold = _retell(kindred, grown, kept)
    ruled = content_id(STORIES, *(judgement.judgement_id for judgement in judged if judgement.verdict in RULED))
    if retold is None or kept.mark(STORIES) != ruled or any(judgement.verdict in RULED for judgement in judged):
        stories, retold = find_stories(kindred, origins, kin, days, judged), None
    kept.note(STORIES, ruled)
    growing.keep(found)
    note_traces(kept.traces, kept.traces.every(), find_traces(kindred, growing.circles, grown, days))
    kept.replace_asked(found.dating.clues)
    note_state(kept, judged, credited(kindred))
    return Lineage(found.kin, origins, found.alterations, days, found.witnesses, stories, growing.standing, retold)


def _retell(
    kindred: Kindred, grown: Sequence[Grown], kept: KeptLineage
) -> tuple[tuple[Story, ...], frozenset[str] | None]:
    """The stories that are others now, by the groups of kin that there are, and whose they are or were; of all if
    nothing was kept.  No judgement bears on them."""
    known = kept.stories.names()
    gone = sorted(known.difference(one.name for one in grown))
    fresh = sow(kindred, (one for one in grown if one.name not in known))
    found = StoryBook(kept.stories).bring_to(gone, fresh)
    return found.stories, found.reports if known else None


def _whole(kindred: Kindred, judged: list[Judgement]) -> Lineage:
    """The lineage of all reports, with nothing kept."""
    found = work_out(kindred, judged, Rest())
    days = dict(sorted(found.days.items()))
    kin = [(row.report_id, row.source) for row in found.kin]
    stories = find_stories(kindred, found.origins, kin, days, judged)
    return Lineage(found.kin, found.origins, found.alterations, days, found.witnesses, stories)
