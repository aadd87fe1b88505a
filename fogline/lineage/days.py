"""The days of undated reports: from a dateline, from the day words of dated kin, and from the story they belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from fogline.language import words
from fogline.lineage.families import Family, Kindred
from fogline.lineage.fingerprints import CROWD, FEWEST_KEYS, name_pairs
from fogline.lineage.lexicon import lexicon
from fogline.records import Basis, Reading, ReportDay

LINKED = 0.25  # share from which a sentence's day words speak for its kin's
OFTEN = 3  # a weekday that a report names so often is its own day
WITNESSES = 12  # dated kin that are asked
DATELINE = 80  # characters in which a dateline stands

_RELATIVE = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def infer_days(kindred: Kindred, families: Sequence[Family]) -> dict[str, ReportDay]:
    """A day for each undated report that has dated kin or a dated story, with the report that it was taken from.

    Reports that have a day are left out, and so are those whose day nothing tells.  File times are never looked at.
    """
    found: dict[str, ReportDay] = {}
    stories: _Stories | None = None
    for family in families:
        for member in family.members:
            undated = [r for r in kindred.reports(member) if r.day is None]
            if not undated:
                continue
            day = _from_kin(kindred, family, member)
            if day is None:
                stories = stories or _Stories(kindred)
                day = stories.day_of(member)
            if day is not None:
                found.update((r.report_id, _from_dateline(r, day) or day) for r in undated)
    return dict(sorted(found.items()))


def _from_kin(kindred: Kindred, family: Family, member: int) -> ReportDay | None:
    """The day that dated kin give: by day words that name one day in both, else the nearest kin's own day."""
    near = [(o, d) for o in family.members if (d := kindred.day(o)) is not None][:WITNESSES]
    if not near:
        return None
    if (own := kindred.day(member)) is not None:
        return ReportDay(own, Basis.INFERRED, _dated(kindred, member).report_id)
    votes: Counter[tuple[date, int]] = Counter()
    for other, day in near:
        votes.update((named, other) for named in _votes(kindred, member, other, day))
    if votes:
        totals: Counter[date] = Counter()
        for (named, _), count in votes.items():
            totals[named] += count
        best = min(totals, key=lambda d: (-totals[d], d))
        other = min((o for d, o in votes if d == best), key=lambda o: (-votes[best, o], o))
        return ReportDay(best, Basis.INFERRED, _dated(kindred, other).report_id)
    other, day = near[0]
    return ReportDay(day, Basis.INFERRED, _dated(kindred, other).report_id)


def _dated(kindred: Kindred, telling: int) -> Reading:
    """The report that gives a telling its first day."""
    dated = [r for r in kindred.reports(telling) if r.day]
    return min(dated, key=lambda r: (r.day.day if r.day else date.max, r.report_id))


def _votes(kindred: Kindred, member: int, other: int, day: date) -> Iterator[date]:
    """The days on which a report must have been written, so that its "yesterday" is the day that its kin names."""
    likeness = kindred.likeness(member, other)
    links = {(i, j) for i, j, share in likeness.first.links if share >= LINKED}
    links |= {(i, j) for j, i, share in likeness.second.links if share >= LINKED}
    mine, theirs = kindred.tellings[member].sentences, kindred.tellings[other].sentences
    for i, j in sorted(links):
        mine_words, their_words = set(words(mine[i].text)), set(words(theirs[j].text))
        offsets = {_RELATIVE[w] for w in mine_words & _RELATIVE.keys()}
        named = their_words & (_RELATIVE.keys() | lexicon().days.keys())
        if len(offsets) == 1 and len(named) == 1 and not mine_words & lexicon().days.keys():
            offset = timedelta(days=offsets.pop())
            written = [d - offset for d in _days_of(named.pop(), day)]
            yield min(written, key=lambda d: (abs((d - day).days), -d.toordinal()))


def _days_of(word: str, day: date) -> list[date]:
    """The days that a day word may mean in a report of `day`: a weekday is the last one, or the next."""
    if word in _RELATIVE:
        return [day + timedelta(days=_RELATIVE[word])]
    last = day - timedelta(days=(day.weekday() - lexicon().days[word]) % 7)
    return [last, last + timedelta(days=7)]


def _from_dateline(report: Reading, near: ReportDay) -> ReportDay | None:
    """The day of a dateline without a year ("ADAN, Jan 26 -"), in the year that puts it nearest to the kin's day."""
    head = report.body_text()[:DATELINE]
    line = re.split(r"\s[-–—]\s|—", head, maxsplit=1)
    if len(line) < 2:
        return None
    months = "|".join(lexicon().months)
    match = re.search(rf"\b({months})\.?\s+(\d{{1,2}})\b|\b(\d{{1,2}})\s+({months})\b", line[0], re.I)
    if match is None:
        return None
    month = lexicon().months[(match.group(1) or match.group(4)).lower()]
    days = _in_years(month, int(match.group(2) or match.group(3)), near.day.year)
    best = min(days, key=lambda d: (abs((d - near.day).days), d), default=None)
    return ReportDay(best, Basis.STATED, "dateline") if best else None


def _in_years(month: int, day: int, year: int) -> list[date]:
    """That day in the year before, in the year and in the year after, where it exists."""
    found: list[date] = []
    for candidate in (year - 1, year, year + 1):
        try:
            found.append(date(candidate, month, day))
        except ValueError:  # no such day in that year
            continue
    return found


class _Stories:
    """The dated tellings by the names and numbers that they join, to find the story of a report without kin."""

    def __init__(self, kindred: Kindred) -> None:
        self._kindred = kindred
        self._days: Mapping[int, date] = {
            i: d for i in range(len(kindred.tellings)) if (d := kindred.day(i)) is not None
        }
        self._holders: dict[tuple[str, str], list[int]] = {}
        for index in self._days:
            for key in name_pairs(kindred.tellings[index]):
                self._holders.setdefault(key, []).append(index)

    def day_of(self, member: int) -> ReportDay | None:
        """The day that the nearest dated report gives: the weekday that the report names again and again, else its day.

        News names its own day by the weekday; one that names it seldom is taken to be of its story's day.
        """
        shared: Counter[int] = Counter()
        for key in name_pairs(self._kindred.tellings[member]):
            holders = self._holders.get(key, ())
            shared.update(holders if len(holders) <= CROWD else ())
        near = min(shared, key=lambda i: (-shared[i], i), default=None)
        if near is None or shared[near] < FEWEST_KEYS:
            return None
        day = self._days[near]
        own = _weekday_of(s.text for s in self._kindred.tellings[member].sentences)
        if own is not None:
            day -= timedelta(days=(day.weekday() - own) % 7)
        return ReportDay(day, Basis.INFERRED, _dated(self._kindred, near).report_id)


def _weekday_of(sentences: Iterable[str]) -> int | None:
    """The weekday that a report names most, if it does so often."""
    count = Counter(lexicon().days[w] for text in sentences for w in words(text) if w in lexicon().days)
    if not count:
        return None
    best = min(count, key=lambda d: (-count[d], d))
    return best if count[best] >= OFTEN else None
