"""Days, weeks, months and seasons around a day: plain calendar arithmetic, without words."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fogline.grounding.dates_words import date_words, length, unit_of

NEAR_DAYS = 60  # a date this near on the other side of the report's day is meant, whatever the tense says
NEAR_MONTH_DAYS = 14  # and a month that begins so soon
MONTH_DAYS = 31
LATELY_DAYS = 92  # a quarter that ended so lately is still being reported on
WEEK = 7
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both included, and what was named, in ISO 8601 as TimeML writes it.

    `value` tells the precision: a day "2021-06-03", a week "2021-W22", a weekend "2021-W22-WE", a month "2021-06", a
    quarter "2021-Q2", a season "2021-SU", a year "2021", a decade "202", a length of time "P18M" ("PXD": some days).
    Cutting days off leaves it; it is empty where no such name fits.
    """

    first: date
    last: date
    value: str = ""


def one(day: date) -> Days:
    """A single day."""
    return Days(day, day, day.isoformat())


def shift(day: date, days: int) -> date:
    """So many days on, or back."""
    return day + timedelta(days=days)


def month(year_: int, number: int) -> Days:
    """A whole month."""
    return Days(date(year_, number, 1), date(year_, number, monthrange(year_, number)[1]), f"{year_}-{number:02d}")


def year(number: int) -> Days:
    """A whole year."""
    return Days(date(number, 1, 1), date(number, 12, 31), str(number))


def quarter(year_: int, number: int) -> Days:
    """A quarter of the calendar year, 1 to 4."""
    first, last = month(year_, 3 * number - 2), month(year_, 3 * number)
    return Days(first.first, last.last, f"{year_}-Q{number}")


def half(year_: int, number: int) -> Days:
    """The first or second half of a year."""
    return Days(quarter(year_, 2 * number - 1).first, quarter(year_, 2 * number).last, f"{year_}-H{number}")


def decade(first: int) -> Days:
    """The ten years from `first` on."""
    return Days(date(first, 1, 1), date(first + 9, 12, 31), str(first // 10))


def overnight(evening: date) -> Days:
    """From an evening to the next morning; named after the evening."""
    return Days(evening, shift(evening, 1), evening.isoformat())


def week_of(day: date) -> Days:
    """The Monday-to-Sunday week of a day."""
    monday = shift(day, -day.weekday())
    year_, number, _ = monday.isocalendar()
    return Days(monday, shift(monday, 6), f"{year_}-W{number:02d}")


def weekend_of(day: date) -> Days:
    """Saturday and Sunday of the week of a day."""
    week = week_of(day)
    return Days(shift(week.first, 5), week.last, f"{week.value}-WE")


def middle(days: Days) -> date:
    """The day in the middle."""
    return shift(days.first, (days.last - days.first).days // 2)


def cut(days: Days, day: date, *, future: bool) -> Days:
    """Without the days that the report could not know of (or, for the future, those that are over)."""
    if not days.first <= day <= days.last:
        return days
    return replace(days, first=day) if future else replace(days, last=day)


def third(days: Days, edge: str) -> Days:
    """The early, middle or late third, a half, the first or last day, or days; the whole where `edge` is empty."""
    if not edge:
        return days
    if edge in ("first day", "last day"):
        return one(days.first if edge == "first day" else days.last)
    length = (days.last - days.first).days + 1
    if edge in ("first half", "second half"):
        begun = shift(days.first, length // 2)
        return replace(days, last=shift(begun, -1)) if edge == "first half" else replace(days, first=begun)
    size = max(1, length // 3)
    if edge in ("first days", "last days"):  # of a year: about a month
        size = min(size, MONTH_DAYS)
    if edge in ("early", "start", "beginning", "first days"):
        return replace(days, last=shift(days.first, size - 1))
    if edge == "mid":
        return replace(days, first=shift(days.first, size), last=shift(days.last, -size))
    return replace(days, first=shift(days.last, 1 - size))


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
    return one(nearest(options, day, future=future)) if options else None


def nearest(options: Sequence[date], day: date, *, future: bool) -> date:
    """The one that is meant of the same date in several years."""
    return min(options, key=lambda d: _distance(d, day, future))


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
    soon = shift(day, NEAR_MONTH_DAYS)
    if which is None and soon.month == number != day.month:
        return soon.year
    if which != "last" and (future or which == "next"):
        return day.year if number > day.month or (number == day.month and which != "next") else day.year + 1
    return day.year if number < day.month or (number == day.month and which != "last") else day.year - 1


def unit_around(day: date, unit: str, step: int, *, future: bool) -> Days:
    """The week, weekend, month or year of `day` (0), before it (-1) or after it (1)."""
    if unit == "week":
        return week_of(shift(day, WEEK * step))
    if unit == "weekend":
        saturday = weekday_near(day, 5, future=future or step > 0)
        if day.weekday() == 6 and step >= 0:
            saturday = shift(day, -1)
        if step < 0 and day.weekday() >= 5:
            saturday = in_week(day, 5, -WEEK)
        return weekend_of(saturday)
    if unit == "month":
        months = day.year * 12 + day.month - 1 + step
        return month(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + step
        return quarter(quarters // 4, quarters % 4 + 1)
    return decade(day.year // 10 * 10 + 10 * step) if unit == "decade" else year(day.year + step)


def season(first_month: int, day: date, *, which: str) -> Days | None:
    """The season that begins in a month: the last that is over, this year's, or the next."""
    options = []
    for year_ in range(day.year - 2, day.year + 3):
        end = month(year_ + (first_month + 1) // 12, (first_month + 1) % 12 + 1)
        value = f"{year_}-{SEASONS[first_month]}"
        options.append(Days(date(year_, first_month, 1), end.last, value))
    if which == "next":
        return next((d for d in options if d.first > day), None)
    if which == "this":
        now = [d for d in options if d.first <= day <= d.last]
        return next(iter(now or [d for d in options if d.first.year == day.year]))
    return next((d for d in reversed(options) if d.last < day), None)


def stepped(day: date, number: int, unit: str, *, ahead: bool) -> Days | None:
    """So many units before or after a day: the day itself for days and weeks, the whole month or year for longer."""
    sign = 1 if ahead else -1
    if unit == "hour":
        last = shift(day, sign * (number // 24))
        return one(last) if ahead else Days(shift(last, -1), last, last.isoformat())
    if unit in ("decade", "century"):
        return year(day.year + sign * number * (10 if unit == "decade" else 100))
    if unit in ("month", "quarter", "year"):
        return unit_around(day, unit, sign * number, future=False)
    found = one(shift(day, sign * number * date_words()["units"][unit]))
    return found if unit == "day" else replace(found, value=week_of(found.first).value)


def back(day: date, number: int, unit: str) -> Days:
    """The last so many units up to a day."""
    value = length(number, unit)
    if unit in ("minute", "hour"):
        return Days(shift(day, -max(1, number // 24 if unit == "hour" else 1)), day, value)
    months = number * {"month": 1, "quarter": 3, "year": 12}.get(unit, 0)
    if not months:
        return Days(shift(day, -number * date_words()["units"][unit]), day, value)
    begun = day.year * 12 + day.month - 1 - months
    whole = month(begun // 12, begun % 12 + 1)
    return Days(whole.first.replace(day=min(day.day, whole.last.day)), day, value)


def ahead(day: date, number: int, unit: str) -> Days:
    """The next so many units from a day on."""
    return Days(day, shift(day, max(1, number * date_words()["units"][unit])), length(number, unit))


def about(day: date, units: str, *, ahead: bool) -> Days:
    """As in "Recent" or "coming" days, weeks, months or years, without a number."""
    unit = unit_of(units)
    reach: int = date_words()["recent"].get(units, date_words()["units"].get(unit, 1))
    value = length("X", unit)
    return Days(day, shift(day, reach), value) if ahead else Days(shift(day, -reach), day, value)


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
