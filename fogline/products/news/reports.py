"""Reports that were corrected, withdrawn or re-dated, and what a person judged."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.products.kept import aside_words, notices_of
from fogline.products.lookup import Evidence
from fogline.products.news.moment import Change, Moment, News
from fogline.products.why_judged import in_words
from fogline.products.wording import day_words
from fogline.records import Anchor, Aside, AsideReason, Judgement, Reading, Verdict
from fogline.text.notices import NoticeKind

MOST_NAMED = 3  # subjects of a judgement that a line names


def reports(before: Moment, after: Moment) -> Iterator[Change]:
    """A line per report that counts for nothing now or counts again, and per notice in a report that is new."""
    was, now = before.aside or {}, after.aside or {}
    there, readings = before.readings(), after.readings()
    for report_id in sorted(now.keys() - was.keys()):
        if report_id in there:
            yield _aside(readings, now[report_id])
    for report_id in sorted(was.keys() - now.keys()):
        if report_id in readings:
            text = f"Report {report_id} counts again; it was {aside_words(was[report_id])}."
            yield Change(News.REVERSED, "report", text, report_id, str(was[report_id].reason), "counts")
    for report_id in sorted(readings.keys() - there.keys()):
        yield from _notices(readings[report_id])


def days(before: Moment, after: Moment) -> Iterator[Change]:
    """A line per report that is of another day now, or whose day became known."""
    there = before.lookup.readings
    for report_id, reading in sorted(after.lookup.readings.items()):
        old, new = there.get(report_id), reading.day
        if old is None or new is None or (old.day is not None and old.day.day == new.day):
            continue
        text = f"Report {report_id} is of {day_words(new.day)} ({new.basis}, from {new.ground})."
        was = day_words(old.day.day) if old.day else None
        news = News.REVERSED if old.day else News.SETTLED
        yield Change(news, "day", text, report_id, was or "no day known", day_words(new.day))


def judgements(before: Moment, after: Moment) -> Iterator[Change]:
    """A line per judgement that stands now and did not, or stood and does no more."""
    was = {j.judgement_id: j for j in before.judgements}
    now = {j.judgement_id: j for j in after.judgements}
    for key, judgement in now.items():
        if key not in was and judgement.verdict is not Verdict.WITHDRAW:  # told with its report
            yield Change(News.REVERSED, "judgement", _judged(judgement), key, None, str(judgement.verdict))
    for key, judgement in was.items():
        if key not in now:
            text = f"Taken back: {_judged(judgement)}"
            yield Change(News.REVERSED, "judgement", text, key, str(judgement.verdict), "undone")


def _aside(readings: dict[str, Reading], aside: Aside) -> Change:
    text = f"Report {aside.report_id} counts for nothing any more, {aside_words(aside)}."
    proof: tuple[Evidence, ...] = ()
    if aside.reason is AsideReason.SUPERSEDED:
        newer = readings[aside.by]
        text = f"Report {aside.report_id} has a later version, {aside.by}: what only the former said counts no more."
        proof = tuple(_words(newer, n.anchor) for n in notices_of(newer))
    return Change(News.REVERSED, "report", text, aside.report_id, "counts", str(aside.reason), evidence=proof)


def _notices(reading: Reading) -> Iterator[Change]:
    for notice in notices_of(reading):
        what = "was withdrawn" if notice.kind is NoticeKind.WITHDRAWAL else "corrects what was printed before"
        text = f"Report {reading.report_id} says of itself that it {what}."
        proof = (_words(reading, notice.anchor),)
        yield Change(News.REVERSED, "report", text, reading.report_id, None, str(notice.kind), evidence=proof)


def _words(reading: Reading, anchor: Anchor) -> Evidence:
    return Evidence(None, anchor, reading.outlet or reading.report_id, reading.outlet)


def _judged(judgement: Judgement) -> str:
    few = judgement.subjects[:MOST_NAMED]
    rest = len(judgement.subjects) - len(few)
    more = f" and {rest} more" if rest else ""
    return f"{in_words(judgement)}. Of: {', '.join(few)}{more}."
