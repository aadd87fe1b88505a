"""The laws of comparing two moments."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.ledger import open_ledger
from fogline.products.changes import Moment as At
from fogline.products.changes import News, change_row, changes, new_reports
from fogline.records import Clock, Known, standing
from fogline.runs import recall
from tests.runs.test_past import at, fill, histories

laws = settings(max_examples=20, suppress_health_check=list(HealthCheck))


def seen(ledger, hours):
    past = recall(ledger, Known(at(hours), Clock.READ))
    kept = tuple(ledger.find_report(report_id) for report_id in past.aside)
    return At.of(past.corpus, past.views, kept=kept, aside=past.aside, judgements=standing(past.judgements))


@laws
@given(history=histories(), hours=st.integers(-1, 6))
def test_between_a_moment_and_itself_nothing_changed(history, hours):
    with open_ledger("sqlite://") as ledger:
        fill(ledger, *history)
        moment = seen(ledger, hours)
        assert changes(moment, moment) == ()
        assert new_reports(moment, moment) == []


@laws
@given(history=histories(), first=st.integers(-1, 6), last=st.integers(-1, 6))
def test_lines_rest_on_what_was_known_at_one_of_the_moments(history, first, last):
    with open_ledger("sqlite://") as ledger:
        fill(ledger, *history)
        before, after = seen(ledger, min(first, last)), seen(ledger, max(first, last))
        known = before.all_told()
        for change in changes(before, after):
            row = change_row(change)
            assert set(row["claims"]) <= {*before.lookup.claims, *after.lookup.claims}
            if change.what == "event" and change.news is News.NEW:
                assert any(after.tokens.get(claim) not in known for claim in row["claims"])
            if change.what in ("holding", "event", "dispute"):
                assert row["evidence"]


@laws
@given(history=histories())
def test_from_nothing_to_all_every_event_is_told_once(history):
    with open_ledger("sqlite://") as ledger:
        fill(ledger, *history)
        found = [c for c in changes(seen(ledger, -1), seen(ledger, 6)) if c.what == "event"]
        assert sorted(c.id for c in found) == sorted(e.event_id for e in seen(ledger, 6).lookup.views.events)
        assert {c.news for c in found} <= {News.NEW}
