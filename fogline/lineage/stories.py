"""Stories: reports that follow one developing story, kin or not.

Reports that are kin follow one story.  Such groups are joined, the likest first, by the names and numbers that they
share, each weighed by its rarity, and by how near their days are.  Everything is a function of the set of reports:
groups stand in the order of their ids, and of pairs that are equally like the first is joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from fogline.lineage.families import Kindred
from fogline.lineage.seeds import Kin, Places, Seed, about, find_seeds, sow
from fogline.lineage.story_parts import Rarity, find_parts
from fogline.records import Judgement, Origin, ReportDay, Story, Verdict

RULED = frozenset({Verdict.STORY, Verdict.OWN_STORY})


def find_stories(
    kindred: Kindred,
    origins: Sequence[Origin],
    kin: Iterable[Kin],
    days: Mapping[str, ReportDay],
    judgements: Iterable[Judgement] = (),
) -> tuple[Story, ...]:
    """Every report in its story, alone or with others, by the first report's id.

    `kin` are the reports that derive from one another; `days` are the inferred ones.
    """
    seeds = sow(kindred, find_seeds(kindred, origins, kin, days))
    found = (story_of(seeds[n] for n in story) for _, told in find_parts(seeds, Rarity.among(seeds)) for story in told)
    return judged(kindred, sort(found), days, judgements)


def sort(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Stories by their reports."""
    return tuple(sorted(stories, key=lambda story: story.report_ids))


def story_of(seeds: Iterable[Seed]) -> Story:
    """The story of some seeds."""
    told = list(seeds)
    days = [day for seed in told for day in (seed.first, seed.last) if day]
    reports = tuple(sorted(report_id for seed in told for report_id in seed.reports))
    return Story(reports, about(seed.places for seed in told), min(days, default=None), max(days, default=None))


def judged(
    kindred: Kindred, stories: tuple[Story, ...], days: Mapping[str, ReportDay], judgements: Iterable[Judgement]
) -> tuple[Story, ...]:
    """The stories after the judgements on stories; they keep all reports."""
    ruled = [judgement for judgement in judgements if judgement.verdict in RULED]
    if not ruled:
        return stories
    together = [set(story.report_ids) for story in stories]
    for judgement in ruled:
        together = _judged(together, judgement)
    return sort(_story(kindred, sorted(reports), days) for reports in together)


def _story(kindred: Kindred, report_ids: Sequence[str], days: Mapping[str, ReportDay]) -> Story:
    readings = [kindred.readings[report_id] for report_id in report_ids]
    known = [found.day for r in readings if (found := days.get(r.report_id) or r.day)]
    return Story(tuple(report_ids), about([Places.of(readings)]), min(known, default=None), max(known, default=None))


def _judged(together: Sequence[set[str]], judgement: Judgement) -> list[set[str]]:
    """The groups after a judgement on stories; they keep all reports."""
    subjects = set(judgement.subjects)
    if judgement.verdict is Verdict.STORY:
        joined = [group for group in together if group & subjects]
        others = [group for group in together if not group & subjects]
        return [*others, set().union(*joined)] if joined else list(together)
    left = [group - subjects for group in together]
    alone = [{r} for group in together for r in sorted(group & subjects)]
    return [group for group in left if group] + alone
