"""What is known at a moment, and which versions count."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from fogline.records import Arrival, AsideReason, Clock, Judgement, Known, Verdict, latest_versions, set_aside

NOON = datetime(2024, 12, 6, 12, tzinfo=UTC)
DAY = date(2024, 12, 6)


def judged(verdict=Verdict.WITHDRAW, subjects=("a",), value=None, when=NOON):
    return Judgement(verdict, subjects, value, "Ann", when, "a hoax")


@pytest.mark.parametrize(("day", "has"), [(DAY, True), (date(2024, 12, 7), False), (None, False)])
def test_by_publication_a_report_is_known_from_its_day_on(day, has):
    assert Known(NOON).has(Arrival("a", day=day, arrived=NOON + timedelta(days=9))) is has


@pytest.mark.parametrize(("minutes", "has"), [(0, True), (-5, True), (1, False)])
def test_by_reading_a_report_is_known_from_the_moment_it_came(minutes, has):
    assert Known(NOON, Clock.READ).has(Arrival("a", arrived=NOON + timedelta(minutes=minutes))) is has


def test_by_reading_what_came_before_moments_were_kept_is_known():
    assert Known(NOON, Clock.READ).has(Arrival("a", day=date(2030, 1, 1)))


def test_moments_are_compared_across_zones():
    damascus = timezone(timedelta(hours=3))
    assert Known(datetime(2024, 12, 6, 15, tzinfo=damascus), Clock.READ).has(Arrival("a", arrived=NOON))
    assert not Known(datetime(2024, 12, 6, 14, tzinfo=damascus), Clock.READ).has(Arrival("a", arrived=NOON))


def test_by_reading_judgements_count_from_their_moment_and_by_publication_all():
    later = judged(Verdict.NOT_KIN, when=NOON + timedelta(days=400))
    assert not Known(NOON, Clock.READ).hears(later)
    assert Known(NOON).hears(later)
    assert Known(NOON, Clock.READ).hears(judged(when=datetime(2024, 12, 6, 12)))


@pytest.mark.parametrize(("value", "heard"), [("2024-12-06", True), ("2024-12-07", False), (None, True)])
def test_by_publication_a_withdrawal_waits_for_its_day(value, heard):
    assert Known(NOON).hears(judged(value=value)) is heard


def test_a_version_without_a_day_is_as_late_as_those_before_it():
    rows = [
        Arrival("a", stated=DAY),
        Arrival("a@2", version_of="a", number=2),
        Arrival("a@3", stated=date(2024, 12, 5), version_of="a", number=3),
    ]
    assert latest_versions(rows)["a"].report_id == "a@2"


def test_versions_count_once_and_withdrawals_only_what_is_there():
    rows = [Arrival("a"), Arrival("a@2", version_of="a", number=2), Arrival("b")]
    aside = set_aside(rows, [judged(subjects=("b",)), judged(subjects=("a",)), judged(subjects=("c",))])
    assert {i: (x.reason, x.by) for i, x in aside.items()} == {
        "a": (AsideReason.SUPERSEDED, "a@2"),
        "b": (AsideReason.WITHDRAWN, judged(subjects=("b",)).judgement_id),
    }
