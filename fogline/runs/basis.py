"""What events, holdings and disputes rest on, all of it: where that is as it was, so are they.

A report that makes no claim, and after which every report has the origin and the day that it had, bears on none of
them, however large the record; no claim is read to find that out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from fogline.records import Corpus, Judgement, Views, content_id
from fogline.records.lookups import RULES
from fogline.records.release import release
from fogline.records.sources import Sources
from fogline.records.working import Lookup, Working, Workings

PART = "basis"
PASSED, LATEST = "passed", "latest"  # what is asked of the day of the last report


def is_as_it_was(before: Working | None, views: int, basis: str, latest: date) -> bool:
    """Whether the views that stand were derived from the same, and all of them are there.

    `before` is what was noted then, and `views` is how many there are.  `latest` is the day of the last report: of it
    holdings ask only whether it has passed some days.
    """
    return before is not None and before.own == basis and before.told == _told(views, before.asked, latest)


def note(workings: Workings, basis: str, latest: date, views: Views) -> None:
    """Remember from what the views were derived, and how many they are."""
    count = len(views.events) + len(views.holdings) + len(views.disputes)
    asked = {lookup for working in workings.now.values() for lookup in working.asked if lookup[0] == PASSED}
    kept = any(part.startswith("line ") for part in workings.now)
    lookups = tuple(sorted(asked)) if kept else ((LATEST, str(latest)),)  # of lines that are not kept none is known
    workings.note(Working(PART, basis, lookups, _told(count, lookups, latest), ()))


def latest_day(corpus: Corpus) -> date:
    """The day of the last report."""
    return max((known.day for r in corpus.readings if (known := r.day or r.published)), default=date.min)


def of(outline: Corpus, judgements: Sequence[Judgement]) -> str:
    """What stands for a corpus with days and origins, for how it was judged, and for the program.

    Of reports it is enough which of them make claims: what was read of a report stays as it is.
    """
    made = [judgement.judgement_id for judgement in judgements]
    named = [*map(repr, outline.places.values()), *map(repr, outline.actors.values())]
    return content_id(PART, release("runs", "grounding", *RULES), *made, "", *named, "", *told_of(outline))


def told_of(outline: Corpus) -> Iterator[str]:
    """What stands for each report that makes claims."""
    sources = Sources.of(outline)
    agencies = {report_id: origin.agency for origin in outline.origins for report_id in origin.report_ids}
    for reading in outline.readings:
        if reading.claims:
            key, day = reading.report_id, sources.days.get(reading.report_id)
            yield repr((key, sources.origins.get(key, key), day, reading.outlet, agencies.get(key)))


def _told(views: int, asked: Sequence[Lookup], latest: date) -> str:
    """How many views there are, and how many of the days that were asked for have passed."""
    passed = sum(day <= latest.isoformat() for table, day in asked if table == PASSED)
    known = [day == str(latest) for table, day in asked if table == LATEST]
    return f"{views} views, {passed} days{'' if all(known) else ', another day'}"
