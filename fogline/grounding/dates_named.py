"""Rules for what has a name on the calendar: days, weekdays, months, quarters, seasons, years and decades."""

from __future__ import annotations

import re
from datetime import date

from fogline.grounding import dates_calendar as cal
from fogline.grounding.dates_calendar import Days
from fogline.grounding.dates_setting import Setting
from fogline.grounding.dates_words import date_words, day_number, month_of, weekday_of, year_number

EDGES = (
    "first day",
    "last day",
    "first half",
    "second half",
    "early",
    "start",
    "beginning",
    "late",
    "end",
    "close",
    "mid",
)
OPENING = ("first", "opening", "early")
SUNDAY = 6
STEPS = {"last": -1, "this": 0, "next": 1}


def full_date(m: re.Match[str], s: Setting) -> Days | None:
    """As in "Saturday, 3 August", "May 8 of that year"."""
    day = day_number(m["day"])
    weekday = weekday_of(m["wd"]) if m.groupdict().get("wd") else None
    year = said_year(m, s)
    if year is not None:
        return cal.one(date(year, month_of(m["month"]), day))
    if m["that"]:
        return None
    return cal.near_date(month_of(m["month"]), day, s.day, weekday=weekday, future=s.future)


def said_year(m: re.Match[str], s: Setting) -> int | None:
    """The year in the words: as a number, "of last year", or that of the date before ("of that year")."""
    if m["year"]:
        return year_number(m["year"])
    that = m["that"]
    if that in ("that", "the same"):
        return s.previous.first.year if s.previous else None
    return None if that is None else s.day.year - (that == "last")


def iso(m: re.Match[str], _: Setting) -> Days:
    """As in "2021-06-03"."""
    return cal.one(date(int(m["year"]), int(m["month"]), int(m["day"])))


def span_of_days(m: re.Match[str], s: Setting) -> Days | None:
    """As in "January 25-26", "3 to 5 May"."""
    month, year = month_of(m["month"]), m["year"]
    low, high = day_number(m["low"]), day_number(m["high"])
    last = (
        cal.one(date(year_number(year), month, high))
        if year
        else cal.near_date(month, high, s.day, weekday=None, future=s.future)
    )
    return None if last is None or low > high else Days(last.last.replace(day=low), last.last)


def weekday(m: re.Match[str], s: Setting) -> Days | None:
    """As in "Early Saturday", "last Wednesday", "the following Friday", "Monday next week"."""
    weekday, which = weekday_of(m["wd"]), (m["which"] or "").removeprefix("the ")
    if m.groupdict().get("week"):
        shift = {"last": -7, "this": 0, "next": 7}[m["week"]]
        return cal.one(cal.in_week(s.day, weekday, shift))
    if which == "last":
        sunday = s.day.weekday() == SUNDAY > weekday  # the week before a Sunday is the one that it ends
        return cal.one(cal.in_week(s.day, weekday, 0 if sunday else -7))
    if which == "next":
        return cal.one(cal.in_week(s.day, weekday, 7))
    if which == "this":
        return cal.one(cal.in_week(s.day, weekday, 0))
    anchor = s.previous
    if which in ("previous", "following") and anchor is not None:
        return cal.one(cal.beside(anchor, weekday, after=which == "following"))
    return cal.one(cal.weekday_near(s.day, weekday, future=s.future or which == "following"))


def worded(m: re.Match[str], s: Setting) -> Days:
    """As in "Yesterday", "last night", "overnight", "earlier in the day"."""
    word = m["word"]
    if word == "overnight":
        return cal.overnight(cal.shift(s.day, -1))
    back = {"yesterday": -1, "tomorrow": 1, "last": -1}.get(word.split()[0], 0)
    return cal.one(cal.shift(s.day, -2 if "before yesterday" in word else back))


def overnight_to(m: re.Match[str], s: Setting) -> Days:
    """As in "Overnight into Sunday", and "overnight on Sunday", which is the night after it."""
    morning = cal.weekday_near(s.day, weekday_of(m["wd"]), future=s.future)
    evening = cal.shift(morning, 0 if m["joint"] == "on" else -1)
    return cal.overnight(evening)


def month(m: re.Match[str], s: Setting) -> Days | None:
    """As in "In early May"; "that December" is of the year of the date before."""
    number, of_before = month_of(m["month"]), m["which"] == "that" or bool(m["that"])
    year = said_year(m, s)
    if m["which"] == "that" and s.previous is not None:
        year = s.previous.first.year
    if year is None and of_before:
        return None
    if year is None:
        year = cal.year_of_month(number, s.day, which=m["which"], future=s.future)
    return cal.cut(cal.third(cal.month(year, number), edge_of(m)), s.day, future=s.future)


def year(m: re.Match[str], s: Setting) -> Days | None:
    """As in "Late 2019"; of the current year no more than the report can know of."""
    return cal.cut(cal.third(cal.year(year_number(m["year"])), edge_of(m)), s.day, future=s.future)


def season(m: re.Match[str], s: Setting) -> Days | None:
    """As in "The spring of 2012"; "winter 1992" may have begun the year before."""
    first = date(year_number(m["year"]), date_words()["seasons"][m["season"]], 1)
    found = cal.season(first.month, first, which="this")
    return cal.cut(found, s.day, future=s.future) if found else None


def decade(m: re.Match[str], _: Setting) -> Days:
    """As in "The 1990s", "the '90s", "the nineties"."""
    word = m["decade"].removeprefix("'")
    first = date_words()["decades"].get(word) or int(word.removesuffix("s"))
    return cal.decade(first if first > 99 else 1900 + first)


def edge_of(m: re.Match[str]) -> str:
    """Which part of a month, year or week is meant: one of `EDGES`, or nothing."""
    words = " ".join(w for g in ("edge", "mod") if (w := m.groupdict().get(g)))
    if "days" in words or "week" in words:  # "the last days of June"
        return "first days" if words.startswith(OPENING) else "last days"
    return next((e for e in EDGES if e in words), "")


def the_nth(m: re.Match[str], s: Setting) -> Days | None:
    """As in "The 27th"."""
    return cal.day_of_month(day_number(m["day"]), s.day, future=s.future)


def nth_of_month(m: re.Match[str], s: Setting) -> Days | None:
    """As in "The 13th of that month"."""
    number, whose = day_number(m["day"]), m["whose"]
    if whose in STEPS:
        return cal.one(cal.unit_around(s.day, "month", STEPS[whose], future=False).first.replace(day=number))
    return cal.one(s.previous.first.replace(day=number)) if s.previous else None


def part_of_year(m: re.Match[str], s: Setting) -> Days:
    """As in "The third quarter of 1990", "next year's first half": without a year the latest that has begun."""
    last = 4 if m["unit"] == "quarter" else 2
    number = last if m["nth"] == "last" else int(date_words()["ordinals"][m["nth"]])
    part = cal.quarter if m["unit"] == "quarter" else cal.half
    told, which = m["year"] or m["said"], m["of"] or m["which"]
    if told or which:
        return part(year_number(told) if told else s.day.year + STEPS[which], number)
    found = part(s.day.year, number)
    years = (found.last < cal.shift(s.day, -cal.LATELY_DAYS)) if s.future else -(found.first > s.day)
    return part(s.day.year + years - bool(m["before"]), number)


def holiday(m: re.Match[str], s: Setting) -> Days | None:
    """As in "Christmas Eve": like a day and month; with "last", never this year's to come."""
    told = date_words()["holidays"][m["holiday"]]
    year = said_year(m, s)
    if year is not None:
        return cal.one(holiday_in(told, year))
    days = [holiday_in(told, s.day.year + step) for step in (-1, 0, 1)]
    if m["which"] == "last":
        return cal.one(max(day for day in days if day < s.day))
    return cal.one(cal.nearest(days, s.day, future=s.future))


def holiday_in(told: list[int], year: int) -> date:
    """Month and day; or month, weekday and which of them ("the fourth Thursday of November")."""
    if len(told) == 2:
        return date(year, told[0], told[1])
    month, weekday, which = told
    first = cal.weekday_near(date(year, month, 1), weekday, future=True)
    return cal.shift(first, cal.WEEK * (which - 1))
