"""Moments and days that a command is asked for, as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from fogline.records import Clock, Known
from fogline.records.errors import InputError

WRITE = "write a day (2014-06-12) or a moment (2014-06-12T18:30, 2014-06-12T18:30+03:00; without a zone it is UTC)"


def known_at(text: str | None, by: Clock | None) -> Known | None:
    """What `--known-at` and `--by` ask for: a day counts to its end.  `None` where neither is given.

    Raises: InputError for what is no day or moment, and for hours of the day where only days are kept.
    """
    if text is None:
        if by is not None:
            raise InputError("--by says by which clock: give --known-at too")
        return None
    return at_end(text, by or Clock.PUBLISHED, option="--known-at")


def at_end(text: str, by: Clock, *, option: str) -> Known:
    """The moment that is written, or the end of the day.  Raises: InputError."""
    day = _day(text)
    return Known(_moment(text, by, option) if day is None else _end_of(day), by)


def at_begin(text: str, by: Clock, *, option: str) -> Known:
    """The moment that is written, or the end of the day before.  Raises: InputError."""
    day = _day(text)
    if day == date.min:
        raise InputError(f"{option} {text}: there is no day before it; name a later one")
    return Known(_moment(text, by, option) if day is None else _end_of(day - timedelta(days=1)), by)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, UTC)


def _moment(text: str, by: Clock, option: str) -> datetime:
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise InputError(f"{option} {text!r} cannot be read: {WRITE}") from error
    if by is Clock.PUBLISHED:
        raise InputError(
            f"{option} {text}: of publication only the day is kept; give a day, or --by read for the moment at which "
            "reports came into the record"
        )
    return found if found.tzinfo else found.replace(tzinfo=UTC)
