"""Days, weeks, months and seasons around a day: plain calendar arithmetic, without words."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.grounding.dates_words import date_words

NEAR_DAYS = 14  # a date this near on the other side of the report's day is meant, whatever the tense says
WEEK = 7


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both included."""

    first: date
    last: date


def one(day: date) -> Days:
    """A single day."""
    return Days(day, day)


def shift(day: date, days: int) -> date:
    """So many days on, or back."""
    return day + timedelta(days=days)


def month(year_: int, number: int) -> Days:
    """A whole month."""
    return Days(date(year_, number, 1), date(year_, number, monthrange(year_, number)[1]))


def year(number: int) -> Days:
    """A whole year."""
    return Days(date(number, 1, 1), date(number, 12, 31))


def cut(days: Days, day: date, *, future: bool) -> Days:
    """Without the days that the report could not know of (or, for the future, those that are over)."""
    if not days.first <= day <= days.last:
        return days
    return Days(day, days.last) if future else Days(days.first, day)


def third(days: Days, edge: str) -> Days:
    """The early, middle or late third; the whole where `edge` is empty."""
    if not edge:
        return days
    length = (days.last - days.first).days + 1
    size = max(1, length // 3)
    if edge in ("early", "start", "beginning"):
        return Days(days.first, shift(days.first, size - 1))
    if edge == "mid":
        return Days(shift(days.first, size), shift(days.last, -size))
    return Days(shift(days.last, 1 - size), days.last)


def near_date(month_: int, number: int, day: date, *, weekday: int | None, future: bool) -> Days | None:
    """The day and month without a year: in the direction of the tense, unless it is quite near on the other side.

    A weekday beside it picks the year that agrees.  `None` where no year does.
    """
    options = []
    for year_ in range(day.year - 4, day.year + 5):
        if number <= monthrange(year_, month_)[1]:
            found = date(year_, month_, number)
            if weekday is None or found.weekday() == weekday:
                options.append(found)
    return one(min(options, key=lambda d: _distance(d, day, future))) if options else None


def _distance(found: date, day: date, future: bool) -> tuple[bool, int]:
    away = (found - day).days
    right = away >= 0 if future else away <= 0
    return not right and abs(away) > NEAR_DAYS, abs(away)


def in_week(day: date, weekday: int, days: int) -> date:
    """The weekday in the Monday-to-Sunday week of `day`, shifted by `days`."""
    return shift(day, weekday - day.weekday() + days)


def weekday_near(day: date, weekday: int, *, future: bool) -> date:
    """The latest such weekday on or before `day`; for the future the next, on or after it."""
    return shift(day, (weekday - day.weekday()) % WEEK) if future else shift(day, -((day.weekday() - weekday) % WEEK))


def beside(anchor: Days, weekday: int, *, after: bool) -> date:
    """The weekday next after, or next before, other days."""
    if after:
        return weekday_near(shift(anchor.last, 1), weekday, future=True)
    return weekday_near(shift(anchor.first, -1), weekday, future=False)


def earlier_week(first: Days, last: Days) -> Days:
    """The same days so many weeks earlier that they do not lie after `last`."""
    weeks = -(-(first.first - last.last).days // WEEK)
    return Days(shift(first.first, -WEEK * weeks), shift(first.last, -WEEK * weeks))


def later_week(first: Days, last: Days) -> Days:
    """The days of `last` so many weeks later that they do not lie before `first`."""
    weeks = -(-(first.first - last.last).days // WEEK)
    return Days(shift(last.first, WEEK * weeks), shift(last.last, WEEK * weeks))


def year_of_month(number: int, day: date, *, which: str | None, future: bool) -> int:
    """The year of a month named without one; "last May" is never the month that the report is in."""
    if which == "this":
        return day.year
    if which != "last" and (future or which == "next"):
        return day.year if number > day.month or (number == day.month and which != "next") else day.year + 1
    return day.year if number < day.month or (number == day.month and which != "last") else day.year - 1


def unit_around(day: date, unit: str, step: int, *, future: bool) -> Days:
    """The week, weekend, month or year of `day` (0), before it (-1) or after it (1)."""
    if unit == "week":
        monday = shift(day, -day.weekday() + WEEK * step)
        return Days(monday, shift(monday, 6))
    if unit == "weekend":
        saturday = weekday_near(day, 5, future=future or step > 0)
        if day.weekday() == 6 and step >= 0:
            saturday = shift(day, -1)
        if step < 0 and day.weekday() >= 5:
            saturday = in_week(day, 5, -WEEK)
        return Days(saturday, shift(saturday, 1))
    if unit == "month":
        months = day.year * 12 + day.month - 1 + step
        return month(months // 12, months % 12 + 1)
    return year(day.year + step)


def season(first_month: int, day: date, *, which: str) -> Days | None:
    """The season that begins in a month: the last that is over, this year's, or the next."""
    options = []
    for year_ in range(day.year - 2, day.year + 3):
        end = month(year_ + (first_month + 1) // 12, (first_month + 1) % 12 + 1)
        options.append(Days(date(year_, first_month, 1), end.last))
    if which == "next":
        return next((d for d in options if d.first > day), None)
    if which == "this":
        return next((d for d in options if d.last >= day), None)
    return next((d for d in reversed(options) if d.last < day), None)


def stepped(day: date, number: int, unit: str, *, ahead: bool) -> Days | None:
    """So many units before or after a day: the day itself for days and weeks, the whole month or year for longer."""
    sign = 1 if ahead else -1
    if unit == "hour":
        return (
            Days(shift(day, -(number // 24) - 1), shift(day, -(number // 24)))
            if not ahead
            else one(shift(day, number // 24))
        )
    if unit in ("month", "year"):
        return unit_around(day, unit, sign * number, future=False)
    return one(shift(day, sign * number * date_words()["units"][unit]))


def back(day: date, number: int, unit: str) -> Days:
    """The last so many units up to a day."""
    if unit == "hour":
        return Days(shift(day, -max(1, number // 24)), day)
    if unit == "month":
        months = day.year * 12 + day.month - 1 - number
        whole = month(months // 12, months % 12 + 1)
        return Days(whole.first.replace(day=min(day.day, whole.last.day)), day)
    if unit == "year":
        return Days(date(day.year - number, day.month, min(day.day, monthrange(day.year - number, day.month)[1])), day)
    return Days(shift(day, -number * date_words()["units"][unit]), day)


def ahead(day: date, number: int, unit: str) -> Days:
    """The next so many units from a day on."""
    return Days(day, shift(day, max(1, number * date_words()["units"][unit])))


def about(day: date, units: str, *, ahead: bool) -> Days:
    """As in "Recent" or "coming" days, weeks, months or years, without a number."""
    reach: int = date_words()["recent"].get(units, date_words()["units"].get(units.removesuffix("s"), 1))
    return Days(day, shift(day, reach)) if ahead else Days(shift(day, -reach), day)


def day_of_month(number: int, day: date, *, future: bool) -> Days | None:
    """As in "The 27th": the latest on or before `day`, or the next for the future."""
    for step in range(4):
        months = day.year * 12 + day.month - 1 + (step if future else -step)
        whole = month(months // 12, months % 12 + 1)
        if number <= whole.last.day:
            found = whole.first.replace(day=number)
            if found >= day if future else found <= day:
                return one(found)
    return None
