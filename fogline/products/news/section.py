"""What changed since a day, as a section of the brief."""

from __future__ import annotations

from collections.abc import Mapping

from fogline.products.changes import changes
from fogline.products.line import Group, Line, Section
from fogline.products.news.moment import Change, Moment, News
from fogline.products.wording import day_words

_TITLES = {
    News.NEW: "New holders and disputes",
    News.SETTLED: "Settled",
    News.REVERSED: "Reversed, corrected, withdrawn",
}


def news_section(before: Moment, after: Moment) -> Section:
    """What is told now against what was known before.  New events are left to the section of their days."""
    told = [c for c in changes(before, after) if c.news in _TITLES and (c.news, c.what) != (News.NEW, "event")]
    held = _rows(after)
    groups = [Group(title, tuple(_line(after, c, held) for c in told if c.news is n)) for n, title in _TITLES.items()]
    day = before.lookup.as_of
    known = f"what was known of reports up to {day_words(day)}" if day else "nothing that was known"
    intro = f"Held against {known}."
    return Section("news", "Since then", intro, tuple(g for g in groups if g.lines))


def _rows(after: Moment) -> dict[str, tuple[str, ...]]:
    """The claims of each row that there is, by its id."""
    views = after.lookup.views
    rows: dict[str, tuple[str, ...]] = {e.event_id: e.claim_ids for e in views.events}
    rows |= {h.holding_id: (*h.supports, *h.opposes) for h in views.holdings}
    rows |= {d.dispute_id: tuple(c for s in d.sides for c in s.claim_ids) for d in views.disputes}
    return rows | dict.fromkeys(after.readings(), ())


def _line(after: Moment, change: Change, held: Mapping[str, tuple[str, ...]]) -> Line:
    """A line rests on all the claims of its row, not only on those that came since: it says what they all say."""
    there = tuple(e for e in change.evidence if e.anchor.report_id in after.lookup.readings)
    proof = after.lookup.evidence(held.get(change.id, ())) or there
    notes = [f"before: {change.before}" if change.before else "", "retold" if change.retold else ""]
    return Line(
        change.text,
        proof,
        subject=change.id if change.id in held else None,
        origins=change.origins if proof else 0,
        note="; ".join(note for note in notes if note),
        place=change.place,
        about_record=not proof,
    )
