"""The rules that turn a date expression into days, tried in order; the first that knows the words decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from fogline.grounding import dates_calendar as cal
from fogline.grounding.dates_calendar import Days
from fogline.grounding.dates_words import compiled, date_words, day_number, month_of, number_of, unit_of, weekday_of
from fogline.records import Tense

__all__ = ["Days", "Setting", "days_of"]

_OPEN = re.compile(
    r"^(?:ever since|since|as (?:early|late|recently) as|early as|late as|recently as)\s+(?:the\s+)?", re.I
)
_LEAD = re.compile(
    r"^(?:by|until|till|through|before|after|from|on|in|at|during|over|around|about|as of|throughout|of|for)\s+", re.I
)
_ARTICLE = re.compile(
    r"^the\s+(?!day|previous|following|same|past|last|next|start|begin|end|middle|first|second|early|night|\d)", re.I
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: the report's day, the act's tense, and the date before it in the text."""

    day: date
    tense: Tense
    previous: Days | None

    @property
    def future(self) -> bool:
        """Whether the act lies ahead of the report."""
        return self.tense is Tense.FUTURE


Rule = Callable[[re.Match[str], Setting], "Days | None"]


def days_of(text: str, setting: Setting) -> Days | None:
    """The days that the words mean; `None` where no rule knows them, or no such day exists."""
    words = " ".join(text.replace("–", "-").replace("—", "-").lower().split()).strip(" ,.;:()")
    try:
        return _read(words, setting)
    except (ValueError, OverflowError):  # 30 February, year 0
        return None


def _read(words: str, setting: Setting) -> Days | None:
    opening = _OPEN.match(words)
    if opening:
        start = _plain(words[opening.end() :], setting)
        if (
            start is None
            or start.first > setting.day
            or not words[opening.start() : opening.end()].startswith(("since", "ever"))
        ):
            return start
        return Days(start.first, setting.day)
    return _plain(words, setting)


def _plain(words: str, setting: Setting) -> Days | None:
    """Try the rules on the words, then without a leading preposition, then without an article."""
    for form in _forms(words):
        for pattern, rule in _rules():
            match = pattern.fullmatch(form)
            if match:
                return rule(match, setting)
    return None


def _forms(words: str) -> list[str]:
    forms = [words]
    for cut in (_LEAD, _ARTICLE):
        shorter = cut.sub("", forms[-1])
        if shorter != forms[-1]:
            forms.append(shorter)
    return forms


def _full_date(m: re.Match[str], s: Setting) -> Days | None:
    day = day_number(m["day"])
    weekday = weekday_of(m["wd"]) if m.groupdict().get("wd") else None
    year = _said_year(m, s)
    if year is not None:
        return cal.one(date(year, month_of(m["month"]), day))
    if m["that"]:
        return None
    return cal.near_date(month_of(m["month"]), day, s.day, weekday=weekday, future=s.future)


def _said_year(m: re.Match[str], s: Setting) -> int | None:
    """The year in the words: as a number, "of last year", or that of the date before ("of that year")."""
    if m["year"]:
        return int(m["year"])
    that = m["that"]
    if that in ("that", "the same"):
        return s.previous.first.year if s.previous else None
    return None if that is None else s.day.year - (that == "last")


def _iso(m: re.Match[str], _: Setting) -> Days:
    return cal.one(date(int(m["year"]), int(m["month"]), int(m["day"])))


def _span_of_days(m: re.Match[str], s: Setting) -> Days | None:
    month, year = month_of(m["month"]), m["year"]
    low, high = day_number(m["low"]), day_number(m["high"])
    last = (
        cal.one(date(int(year), month, high))
        if year
        else cal.near_date(month, high, s.day, weekday=None, future=s.future)
    )
    return None if last is None or low > high else Days(last.last.replace(day=low), last.last)


def _range(m: re.Match[str], s: Setting) -> Days | None:
    last = _plain(m["high"], s)
    first_words = m["low"]
    if first_words.rstrip("stndrh").isdigit() and re.search("[a-z]{3}", m["high"]):
        month = re.search(r"[a-z]{3,}\.?(?: \d{4})?$", m["high"])
        first_words = f"{first_words} {month.group()}" if month else first_words
    first = _plain(first_words, s)
    if first is None or last is None:
        return None
    if first.first > last.last and not s.future:
        first = cal.earlier_week(first, last)
    elif first.first > last.last:
        last = cal.later_week(first, last)
    return Days(first.first, last.last) if first.first <= last.last else None


def _weekday(m: re.Match[str], s: Setting) -> Days | None:
    weekday, which = weekday_of(m["wd"]), (m["which"] or "").removeprefix("the ")
    if m.groupdict().get("week"):
        shift = {"last": -7, "this": 0, "next": 7}[m["week"]]
        return cal.one(cal.in_week(s.day, weekday, shift))
    if which == "last":
        return cal.one(cal.in_week(s.day, weekday, -7))
    if which == "next":
        return cal.one(cal.in_week(s.day, weekday, 7))
    if which == "this":
        return cal.one(cal.in_week(s.day, weekday, 0))
    anchor = s.previous
    if which in ("previous", "following") and anchor is not None:
        return cal.one(cal.beside(anchor, weekday, after=which == "following"))
    return cal.one(cal.weekday_near(s.day, weekday, future=s.future or which == "following"))


def _worded(m: re.Match[str], s: Setting) -> Days:
    word = m["word"]
    if word == "overnight":
        return Days(cal.shift(s.day, -1), s.day)
    back = {"yesterday": -1, "tomorrow": 1, "last": -1}.get(word.split()[0], 0)
    return cal.one(cal.shift(s.day, -2 if "before yesterday" in word else back))


def _overnight_to(m: re.Match[str], s: Setting) -> Days:
    morning = cal.weekday_near(s.day, weekday_of(m["wd"]), future=s.future)
    return Days(cal.shift(morning, -1), morning) if m["joint"] != "on" else Days(morning, cal.shift(morning, 1))


def _month(m: re.Match[str], s: Setting) -> Days | None:
    year = _said_year(m, s)
    if year is None and m["that"]:
        return None
    if year is None:
        year = cal.year_of_month(month_of(m["month"]), s.day, which=m["which"], future=s.future)
    return cal.cut(cal.third(cal.month(year, month_of(m["month"])), _edge(m)), s.day, future=s.future)


def _year(m: re.Match[str], s: Setting) -> Days | None:
    return cal.cut(cal.third(cal.year(int(m["year"])), _edge(m)), s.day, future=s.future)


def _season(m: re.Match[str], s: Setting) -> Days | None:
    """As in "The spring of 2012"; "winter 1992" may have begun the year before."""
    first = date(int(m["year"]), date_words()["seasons"][m["season"]], 1)
    found = cal.season(first.month, first, which="this")
    return cal.cut(found, s.day, future=s.future) if found else None


def _decade(m: re.Match[str], _: Setting) -> Days:
    first = int(m["decade"])
    return Days(date(first, 1, 1), date(first + 9, 12, 31))


def _edge(m: re.Match[str]) -> str:
    words = " ".join(w for g in ("edge", "mod") if (w := m.groupdict().get(g)))
    return next((e for e in ("early", "start", "beginning", "late", "end", "close", "mid") if e in words), "")


def _calendar_unit(m: re.Match[str], s: Setting) -> Days | None:
    which, unit = m["which"].removeprefix("the "), m["unit"]
    if unit in date_words()["parts"]["words"] or (which == "next" and unit == "day"):
        unit, which = "day", {"next": "following"}.get(which, which)
    if which in ("previous", "following", "same"):
        return _beside_previous(which, unit, s)
    if unit == "night":
        return cal.one(cal.shift(s.day, -1 if which == "last" else 0))
    if unit in date_words()["seasons"]:
        return cal.season(date_words()["seasons"][unit], s.day, which=which)
    if which == "past":
        return cal.back(s.day, 1, unit)
    if unit == "day":
        return None
    found = cal.unit_around(s.day, unit, {"last": -1, "this": 0, "the": 0, "next": 1}[which], future=s.future)
    return cal.cut(cal.third(found, _edge(m)), s.day, future=s.future or which == "next")


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


def _weekend(_: re.Match[str], s: Setting) -> Days:
    return cal.unit_around(s.day, "weekend", 0, future=s.future)


def _so_far(m: re.Match[str], s: Setting) -> Days | None:
    found = cal.unit_around(s.day, m["unit"], 0, future=s.future)
    if m["when"] == "later":
        return Days(s.day, max(s.day, found.last))
    return Days(found.first, s.day) if found.first <= s.day else None


def _one_beside(m: re.Match[str], s: Setting) -> Days | None:
    """As in "The day before", "a week later"; "a day after" joins a clause, whose act is the day before."""
    if m["side"] == "after" and s.previous is None:
        return None
    return _beside_previous("following" if m["side"] == "later" else "previous", unit_of(m["unit"]), s)


def _counted(m: re.Match[str], s: Setting) -> Days | None:
    """As in "Two days ago", "two days earlier", "two days later", "two days after they left"."""
    number, unit, side = number_of(m["number"]), unit_of(m["unit"]), m["side"]
    if side in ("later", "afterwards"):
        return cal.stepped(s.previous.last, number, unit, ahead=True) if s.previous else None
    if side == "now":
        return cal.back(s.day, number, unit)
    if side == "after" and s.previous is None:
        return None
    anchor = s.previous.first if s.previous and side != "ago" else s.day
    return cal.stepped(anchor, number, unit, ahead=False)


def _vague(m: re.Match[str], s: Setting) -> Days | None:
    """As in "Days later", "weeks ago"."""
    low, high = date_words()["vague"][m["units"]]
    if m["side"] == "later":
        return Days(cal.shift(s.previous.last, low), cal.shift(s.previous.last, high)) if s.previous else None
    anchor = s.previous.first if s.previous and m["side"] == "earlier" else s.day
    return Days(cal.shift(anchor, -high), cal.shift(anchor, -low))


def _nth_in_a_row(m: re.Match[str], s: Setting) -> Days:
    """As in "For a third day": the first of them two days ago."""
    number = int(date_words()["ordinals"][m["nth"]])
    return cal.back(s.day, number - 1, m["unit"].replace("night", "day"))


def _reaching(m: re.Match[str], s: Setting) -> Days | None:
    number = number_of(m["number"]) if m["number"] else 1
    which, unit = m["which"] or "past", unit_of(m["unit"])
    if m["number"] is None and m["unit"].endswith("s"):
        return cal.about(s.day, m["unit"], ahead=which in ("coming", "next"))
    if which in ("coming", "next"):
        return cal.ahead(s.day, number, unit)
    return cal.back(s.day, number, unit)


def _the_nth(m: re.Match[str], s: Setting) -> Days | None:
    return cal.day_of_month(day_number(m["day"]), s.day, future=s.future)


_THAT = r"(?: of (?P<that>that|the same|last|this) year)"
_PART = r"(?:\s+«PART»)?"
_MOD = r"(?P<mod>(?:very )?(?:early|late|mid|earlier|later)(?: on| in|-| this)?[ -]*)?"
_EDGE = (
    r"(?:the )?(?P<edge>(?:start|beginning|end|middle|close|first half|second half|early hours|early days|"
    r"eve|night|morning|afternoon|evening) of )?(?:the )?"
)
_WHICH = r"(?:(?P<which>last|next|this|past|the previous|the following|the same) )?"
_TABLE: tuple[tuple[str, Rule], ...] = (
    (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", _iso),
    (
        rf"{_EDGE}{_MOD}(?:(?P<wd>«WEEKDAY»),? (?:the )?)?(?P<day>«DAY»|«ORDINAL»)(?: of)? (?P<month>«MONTH»)"
        rf"(?:,? (?P<year>«YEAR»)|{_THAT})?{_PART}",
        _full_date,
    ),
    (
        rf"{_EDGE}{_MOD}(?:(?P<wd>«WEEKDAY»),? )?(?P<month>«MONTH») (?P<day>«DAY»)(?:,? (?P<year>«YEAR»)"
        rf"|{_THAT})?{_PART}",
        _full_date,
    ),
    (
        r"(?:from |between |on )?(?P<low>«DAY») ?(?:-|to|and) ?(?P<high>«DAY») (?P<month>«MONTH»)"
        r"(?:,? (?P<year>«YEAR»))?",
        _span_of_days,
    ),
    (
        r"(?:from |between |on )?(?P<month>«MONTH») (?P<low>«DAY») ?(?:-|to|and) ?(?P<high>«DAY»)"
        r"(?:,? (?P<year>«YEAR»))?",
        _span_of_days,
    ),
    (r"(?:from|between) (?P<low>.+?) (?:to|and|until|till|through) (?P<high>.+)", _range),
    (rf"(?P<low>{_WHICH.replace('?P<which>', '?:')}«WEEKDAY») ?(?:-|to|and|into|or) ?(?P<high>«WEEKDAY»)", _range),
    (rf"{_EDGE}{_MOD}{_WHICH}(?P<wd>«WEEKDAY»)(?: (?P<week>last|next|this) week)?{_PART}", _weekday),
    (r"overnight (?P<joint>on|into|to) (?P<wd>«WEEKDAY»)", _overnight_to),
    (
        rf"{_MOD}(?P<word>(?:the )?day before yesterday|yesterday|today|tonight|tomorrow|overnight|(?:this|"
        rf"last) «PART»|(?:earlier|later) in the day){_PART}",
        _worded,
    ),
    (r"(?:the )?(?P<day>«DAY»)(?<=st|nd|rd|th)", _the_nth),
    (
        rf"{_EDGE}{_MOD}(?:(?P<which>last|next|this) )?(?P<month>«MONTH»)(?:,? (?:of )?(?P<year>«YEAR»)"
        rf"|{_THAT})?",
        _month,
    ),
    (rf"{_EDGE}{_MOD}(?P<year>«YEAR»)", _year),
    (r"(?:the )?(?:early |late |mid-?)?(?P<season>«SEASON»)(?: of)? (?P<year>«YEAR»)", _season),
    (r"(?:the )?(?:early |late |mid-?)?(?P<decade>(?:19|20)\d0)s", _decade),
    (
        rf"{_EDGE}{_MOD}(?P<which>this|last|next|the(?: previous| following| next| same| past)?)"
        rf" (?P<unit>«SEASON»|week|weekend|month|year|day|night|«PART»)",
        _calendar_unit,
    ),
    (r"(?P<when>earlier|later) (?:this|in the) (?P<unit>week|month|year)", _so_far),
    (r"(?:the )?weekend", _weekend),
    (r"(?:the |a )?(?P<unit>day|night|week|month|year) (?P<side>before|after|earlier|later)", _one_beside),
    (r"(?:some |a few |several |only |just )?(?P<units>hours|days|weeks|months) (?P<side>ago|earlier|later)", _vague),
    (
        r"(?:a|the) (?P<nth>«ORDINAL») (?:straight |consecutive |successive )?(?P<unit>day|night|week|month|"
        r"year)",
        _nth_in_a_row,
    ),
    (
        r"(?:[a-z]+ than |nearly |almost |about |some |around |at least |over |the )?(?P<number>«NUMBER»)"
        r" (?P<unit>«UNIT») (?P<side>ago|earlier|later|before|afterwards|after|previously|now)",
        _counted,
    ),
    (
        r"(?:[a-z]+ than |nearly |almost |about |some |around |at least |over )?(?:the )?(?:(?P<which>past|"
        r"last|previous|recent|latest|coming|next) )?(?:few |several )?(?:(?P<number>«NUMBER») )?(?:straight |"
        r"consecutive )?(?P<unit>«UNIT»)",
        _reaching,
    ),
)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    return tuple((compiled(pattern), rule) for pattern, rule in _TABLE)
