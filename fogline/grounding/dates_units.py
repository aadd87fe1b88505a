"""Rules for what is counted in units: this week, the day before, two years ago, the past three months."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.grounding import dates_calendar as cal
from fogline.grounding.dates_calendar import Days
from fogline.grounding.dates_named import edge_of
from fogline.grounding.dates_setting import Length, Setting
from fogline.grounding.dates_words import date_words, length, number_of, unit_of, year_number

STEPS = {"last": -1, "past": -1, "latest": -1, "this": 0, "the": 0, "next": 1}  # units from the report's own


def calendar_unit(m: re.Match[str], s: Setting) -> Days | None:
    """As in "Last week", "the current year", "this summer", "the next day", "that month"."""
    which, unit = m["which"].removeprefix("the "), m["unit"]
    which = {"that": "same", "this past": "last", "current": "this"}.get(which, which)
    if unit in date_words()["parts"]["words"] or (which == "next" and unit == "day"):
        unit, which = "day", {"next": "following"}.get(which, which)
    if which in ("previous", "following", "same"):
        return _beside_previous(which, unit, s)
    if unit == "night":
        return cal.one(cal.shift(s.day, -1 if which == "last" else 0))
    if unit in date_words()["seasons"]:
        return cal.season(date_words()["seasons"][unit], s.day, which=which)
    if which == "past" and unit != "weekend":
        return cal.back(s.day, 1, unit)
    if unit == "day":
        return None
    found = cal.unit_around(s.day, unit, STEPS[which], future=s.future)
    return cal.cut(cal.third(found, edge_of(m)), s.day, future=s.future or which == "next")


def _beside_previous(which: str, unit: str, s: Setting) -> Days | None:
    anchor = s.previous
    if anchor is None:
        back = which == "previous"
        anchor = cal.one(s.day)
        if not back:
            return None
    if which == "same":
        return anchor if unit in ("day", "night") else cal.unit_around(anchor.first, unit, 0, future=True)
    step = -1 if which == "previous" else 1
    if unit in ("day", "night"):
        return cal.one(cal.shift(anchor.first if step < 0 else anchor.last, step))
    return cal.unit_around(anchor.first, unit, step, future=True)


def weekend(_: re.Match[str], s: Setting) -> Days:
    """As in "The weekend": the latest that has begun, or the next for the future."""
    return cal.unit_around(s.day, "weekend", 0, future=s.future)


def so_far(m: re.Match[str], s: Setting) -> Days | None:
    """As in "Earlier this month", "later in the year"."""
    found = cal.unit_around(s.day, m["unit"], 0, future=s.future)
    if m["when"] == "later":
        return replace(found, first=s.day, last=max(s.day, found.last))
    return replace(found, last=s.day) if found.first <= s.day else None


def one_beside(m: re.Match[str], s: Setting) -> Days | None:
    """As in "The day before", "a week later"; "a day after" joins a clause, whose act is the day before."""
    if m["side"] == "after" and s.previous is None:
        return None
    if m["unit"] == "year" and m["side"] != "later" and spoken_quarter(s):
        return year_before(m, s)
    return _beside_previous("following" if m["side"] == "later" else "previous", unit_of(m["unit"]), s)


def counted(m: re.Match[str], s: Setting) -> Days | None:
    """As in "Two days ago", "two days earlier", "two days later", "two days after they left"."""
    number, unit, side = number_of(m["number"]), unit_of(m["unit"]), m["side"]
    if side in ("later", "afterwards"):
        return _later(s.previous, number, unit) if s.previous else None
    if side == "now":
        return cal.back(s.day, number, unit)
    if side == "after" and s.previous is None:
        return None
    if unit == "year" and number == 1 and spoken_quarter(s):
        return year_before(m, s)
    anchor = s.previous.first if s.previous and side != "ago" else s.day
    return cal.stepped(anchor, number, unit, ahead=False)


def _later(days: Days, number: int, unit: str) -> Days | None:
    """So much later than other days: of a month, "ten days later" is ten days on from any day of it."""
    last = cal.stepped(days.last, number, unit, ahead=True)
    if last is None or days.first == days.last or unit in ("month", "quarter", "year"):
        return last
    first = cal.stepped(days.first, number, unit, ahead=True)
    return replace(last, first=first.first) if first is not None else None


def vague(m: re.Match[str], s: Setting) -> Days | None:
    """As in "Days later", "weeks ago"."""
    low, high = date_words()["vague"][m["units"]]
    value = length("X", unit_of(m["units"]))
    if m["side"] == "later":
        last = s.previous.last if s.previous else None
        return Days(cal.shift(last, low), cal.shift(last, high), value) if last else None
    anchor = s.previous.first if s.previous and m["side"] == "earlier" else s.day
    return Days(cal.shift(anchor, -high), cal.shift(anchor, -low), value)


def nth_in_a_row(m: re.Match[str], s: Setting) -> Days:
    """As in "For a third day": the first of them two days ago."""
    number = int(date_words()["ordinals"][m["nth"]])
    return cal.back(s.day, number - 1, m["unit"].replace("night", "day"))


def reaching(m: re.Match[str], s: Setting) -> Days | None:
    """As in "The past three months", "the coming days", "18 months": up to the report's day, or from it on."""
    number = number_of(m["number"]) if m["number"] else 1
    which, unit = m["which"] or "past", unit_of(m["unit"])
    if m["number"] is None and m["unit"].endswith("s"):
        return cal.about(s.day, m["unit"], ahead=which in ("coming", "next"))
    if which in ("coming", "next"):
        return cal.ahead(s.day, number, unit)
    return cal.back(s.day, number, unit)


def length_of_time(m: re.Match[str], _: Setting) -> Length | None:
    """As in "Two-year", "the first nine months", "a year and a half", "several minutes"."""
    told, unit = m["number"], unit_of(m["unit"])
    if told in ("a few", "few", "several", "many") or (told is None and m["unit"].endswith("s")):
        return Length(length("X", unit))
    whole = length(number_of(told) if told else 1, unit)
    if not (m["half"] or m["and_half"]):
        return Length(whole)
    half = date_words()["halves"].get(unit)
    return Length(whole + half) if half else None


def quarter_beside(m: re.Match[str], s: Setting) -> Days | None:
    """As in "The latest quarter", "the year-ago quarter": that of the date before, or the last that is over."""
    known = spoken_quarter(s)
    quarter = known or cal.unit_around(s.day, "quarter", -1, future=False)
    if m["before"]:
        return cal.quarter(quarter.first.year - 1, number_of_quarter(quarter))
    if m["said"]:
        return cal.quarter(year_number(m["said"]), number_of_quarter(quarter))
    step = {"previous": -1, "last": -1, "next": 1}.get(m["one"] or "", 0)
    if m["one"] in ("current", "this", "last", "next"):
        return cal.unit_around(s.day, "quarter", step, future=s.future)
    return cal.unit_around(quarter.first, "quarter", step, future=False)


def year_before(m: re.Match[str], s: Setting) -> Days:
    """As in "A year earlier" beside a quarter: the same quarter of the year before; else the whole year before."""
    quarter = spoken_quarter(s)
    anchor = s.previous.first if s.previous and "ago" not in m.group() else s.day
    return cal.quarter(anchor.year - 1, number_of_quarter(quarter)) if quarter else cal.year(anchor.year - 1)


def spoken_quarter(s: Setting) -> Days | None:
    """The date before, where it is a quarter."""
    return s.previous if s.previous is not None and "-Q" in s.previous.value else None


def number_of_quarter(quarter: Days) -> int:
    """1 to 4."""
    return (quarter.first.month + 2) // 3
