"""The day of a report as its source writes it."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_FIRST_LINE = re.compile(r"\s*date:?[ \t]+(\d{4}-\d{1,2}-\d{1,2})(?!\d)", re.I)


def first_line_day(raw: str) -> str | None:
    """The date of a text that begins "date YYYY-MM-DD", as written; None where it does not."""
    found = _FIRST_LINE.match(raw)
    return found.group(1) if found else None


def parse_day(written: str) -> date | None:
    """The day of an ISO date or time, or of a date as mails and feeds write it; None where it is neither.

    A time keeps the day of its own clock: nothing is moved to another time zone.
    """
    text = written.strip()
    for read in (date.fromisoformat, _iso_day, _mail_day):
        try:
            return read(text)
        except (ValueError, OverflowError):
            continue
    return None


def _iso_day(text: str) -> date:
    return datetime.fromisoformat(text).date()


def _mail_day(text: str) -> date:
    return parsedate_to_datetime(text).date()
