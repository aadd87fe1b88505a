"""The rules that turn a date expression into days, tried in order; the first that knows the words decides."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from fogline.grounding import dates_calendar as cal
from fogline.grounding import dates_named as named
from fogline.grounding import dates_units as units
from fogline.grounding.dates_calendar import Days
from fogline.grounding.dates_setting import Meaning, Rule, Setting
from fogline.grounding.dates_words import compiled

_OPEN = re.compile(
    r"^(?:ever since|since|as (?:early|late|recently|far back) as|early as|late as|recently as)\s+(?:the\s+)?", re.I
)
_MIDDLE = re.compile(r"mid\b|middle of")
_LEAD = re.compile(
    r"^(?:by|until|till|through|before|after|from|on|in|at|during|over|around|about|as of|throughout|of|for|"
    r"within)\s+",
    re.I,
)
_ARTICLE = re.compile(
    r"^the\s+(?!day|previous|following|same|past|last|next|start|begin|end|middle|first|second|early|night|\d)", re.I
)


@lru_cache(maxsize=1024)
def meaning_of(text: str, setting: Setting) -> Meaning | None:
    """What the words mean; `None` where no rule knows them, or no such day exists."""
    words = " ".join(text.replace("–", "-").replace("—", "-").replace("’", "'").lower().split()).strip(" ,.;:()")
    try:
        return _read(words, setting)
    except (ValueError, OverflowError):  # 30 February, year 0
        return None


def _read(words: str, setting: Setting) -> Meaning | None:
    opening = _OPEN.match(words)
    if opening is None:
        return _plain(words, setting)
    start = _plain(words[opening.end() :], setting)
    lasting = opening.group().startswith(("since", "ever"))
    if not isinstance(start, Days) or start.first > setting.day or not lasting:
        return start
    first = cal.middle(start) if _MIDDLE.match(words, opening.end()) else start.first
    return Days(first, setting.day, start.value)


def _plain(words: str, setting: Setting) -> Meaning | None:
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


def _range(m: re.Match[str], s: Setting) -> Days | None:
    last = _plain(m["high"], s)
    first_words = m["low"]
    if first_words.rstrip("stndrh").isdigit() and re.search("[a-z]{3}", m["high"]):
        month = re.search(r"[a-z]{3,}\.?(?: \d{4})?$", m["high"])
        first_words = f"{first_words} {month.group()}" if month else first_words
    first = _plain(first_words, s)
    if not isinstance(first, Days) or not isinstance(last, Days):
        return None
    if first.first > last.last and not s.future:
        first = cal.earlier_week(first, last)
    elif first.first > last.last:
        last = cal.later_week(first, last)
    return Days(first.first, last.last) if first.first <= last.last else None


def _week_of(m: re.Match[str], s: Setting) -> Days | None:
    """As in "The week of March 6"."""
    found = _plain(m["day"], s)
    return cal.week_of(found.first) if isinstance(found, Days) and found.first == found.last else None


def _clock(m: re.Match[str], s: Setting) -> Meaning | None:
    """As in "10 p.m. Wednesday"; alone, on the day before it in the text, or else the report's."""
    if m["day"]:
        return _plain(m["day"], s)
    known = s.previous
    return known if known is not None and known.first == known.last else cal.one(s.day)


_THAT = r"(?: of (?P<that>that|the same|last|this) year)"
_PART = r"(?:\s+«PART»)?"
_MOD = r"(?P<mod>(?:very )?(?:early|late|mid|earlier|later)(?: on| in|-| this)?[ -]*)?"
_EDGE = (
    r"(?:the )?(?P<edge>(?:start|beginning|end|middle|close|(?:first|second) half|(?:first|last) day|"
    r"early hours|(?:first|last|opening|closing|final|early|late) (?:(?:few|two|three) )?(?:days|weeks?)|eve|night|"
    r"morning|afternoon|evening) of )?(?:the )?"
)
_WHICH = r"(?:(?P<which>last|next|this|past|the previous|the following|the same) )?"
_SPAN = r"(?:(?:[a-z]+ than|nearly|almost|about|some|around|roughly|only|just|at least|at most|up to|over|under) )?"
_QUARTER_YEAR = (
    r"(?:the |a |its |their |his )?(?:(?P<before>comparable year-ago|year-ago|year-earlier)|(?P<said>«YEAR»)|"
    r"(?P<which>last|next|this) year's|(?P<one>latest|current|same|that|this|previous|last|next))? ?"
)
_TABLE: tuple[tuple[str, Rule], ...] = (
    (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", named.iso),
    (r"then", lambda _, setting: setting.previous),
    (
        rf"{_EDGE}{_MOD}(?:(?P<wd>«WEEKDAY»),? (?:the )?)?(?P<day>«DAY»|«ORDINAL»)(?: of)? (?P<month>«MONTH»)"
        rf"(?:,? (?P<year>«YEAR»)|{_THAT})?{_PART}",
        named.full_date,
    ),
    (
        rf"{_EDGE}{_MOD}(?:(?P<wd>«WEEKDAY»),? )?(?P<month>«MONTH») (?P<day>«DAY»)(?:,? (?P<year>«YEAR»)"
        rf"|{_THAT})?{_PART}",
        named.full_date,
    ),
    (
        r"(?:from |between |on )?(?P<low>«DAY») ?(?:-|to|and) ?(?P<high>«DAY») (?P<month>«MONTH»)"
        r"(?:,? (?P<year>«YEAR»))?",
        named.span_of_days,
    ),
    (
        r"(?:from |between |on )?(?P<month>«MONTH») (?P<low>«DAY») ?(?:-|to|and) ?(?P<high>«DAY»)"
        r"(?:,? (?P<year>«YEAR»))?",
        named.span_of_days,
    ),
    (r"(?:from|between) (?P<low>.+?) (?:to|and|until|till|through) (?P<high>.+)", _range),
    (rf"(?P<low>{_WHICH.replace('?P<which>', '?:')}«WEEKDAY») ?(?:-|to|and|into|or) ?(?P<high>«WEEKDAY»)", _range),
    (rf"{_EDGE}{_MOD}{_WHICH}(?P<wd>«WEEKDAY»)(?: (?P<week>last|next|this) week)?{_PART}", named.weekday),
    (
        rf"{_QUARTER_YEAR}(?:fiscal[ -])?(?P<nth>first|second|third|fourth|last)[ -](?P<unit>quarter|half)"
        r"(?: of (?:the )?(?:fiscal )?(?:(?P<year>«YEAR»)|(?P<of>last|next|this) year))?",
        named.part_of_year,
    ),
    (r"overnight (?P<joint>on|into|to) (?P<wd>«WEEKDAY»)", named.overnight_to),
    (
        rf"{_MOD}(?P<word>(?:the )?day before yesterday|yesterday|today|tonight|tomorrow|overnight|(?:this|"
        rf"last) «PART»|(?:earlier|later) in the day){_PART}",
        named.worded,
    ),
    (
        r"(?:the )?(?P<day>«DAY»(?<=st|nd|rd|th)|«ORDINAL»)(?: of (?P<whose>that|the same|this|last) month)",
        named.nth_of_month,
    ),
    (r"(?:the )?(?P<day>«DAY»)(?<=st|nd|rd|th)", named.the_nth),
    (
        rf"{_EDGE}{_MOD}(?:(?P<which>last|next|this|that) )?(?P<month>«MONTH»)(?:,? (?:of )?(?P<year>«YEAR»)"
        rf"|{_THAT})?",
        named.month,
    ),
    (rf"{_EDGE}{_MOD}(?:fiscal )?(?P<year>«YEAR»)(?: period)?", named.year),
    (rf"{_QUARTER_YEAR}(?:quarter|period)", units.quarter_beside),
    (r"(?:the )?(?:year[ -]earlier|year[ -]ago)", units.year_before),
    (r"(?:the )?(?:early |late |mid-?)?(?P<season>«SEASON»)(?: of)? (?P<year>«YEAR»)", named.season),
    (r"(?:the )?(?:early |late |mid-?|(?:first|second|last) half of the )?(?P<decade>«DECADE»)", named.decade),
    (
        rf"{_EDGE}{_MOD}(?P<which>(?:the )?(?:previous|following|next|same|past|last|current|latest)|"
        rf"this past|this|that|the) (?:fiscal |early |late |full |whole |entire )?"
        r"(?P<unit>«SEASON»|week|weekend|month|quarter|year|decade|day|night|«PART»)",
        units.calendar_unit,
    ),
    (r"(?P<when>earlier|later) (?:this|in the) (?P<unit>week|month|year)", units.so_far),
    (r"(?:the )?weekend", units.weekend),
    (
        rf"(?:(?P<which>last|this|next) )?(?P<holiday>«HOLIDAY»)(?:,? (?:of )?(?P<year>«YEAR»)|{_THAT})?{_PART}",
        named.holiday,
    ),
    (r"(?:the )?week of (?P<day>.+)", _week_of),
    (r"«CLOCK»(?: «ZONE»)?(?:,? (?:on )?(?P<day>.+))?", _clock),
    (r"(?:the |a )?(?P<unit>day|night|week|month|quarter|year) (?P<side>before|after|earlier|later)", units.one_beside),
    (
        r"(?:some |a few |several |only |just )?(?P<units>hours|days|weeks|months) (?P<side>ago|earlier|later)",
        units.vague,
    ),
    (
        r"(?:a|the) (?P<nth>«ORDINAL») (?:straight |consecutive |successive )?(?P<unit>day|night|week|month|"
        r"year)",
        units.nth_in_a_row,
    ),
    (
        r"(?:[a-z]+ than |nearly |almost |about |some |around |at least |over |the )?(?P<number>«NUMBER»)"
        r" (?P<unit>«UNIT») (?P<side>ago|earlier|later|before|afterwards|after|previously|now)",
        units.counted,
    ),
    (
        rf"{_SPAN}(?:the )?(?:(?P<which>past|last|previous|recent|latest|coming|next) )?"
        r"(?:few |several )?(?:(?P<number>«NUMBER») )?(?:straight |consecutive )?(?P<unit>«UNIT»)",
        units.reaching,
    ),
    (
        rf"{_SPAN}(?:(?:the|an?|another) )?(?:(?:first|past|last|previous|latest|coming|next|final|"
        r"additional|extra|recent|other) )?(?P<number>«NUMBER»|a few|few|several|many)?(?P<half> 1/2| and a half)?"
        r"[ -]?(?:more |additional |"
        r"straight |consecutive |full |trading |calendar )?(?P<unit>«LENGTH»)(?P<and_half> and a half)?(?:[ -]long)?",
        units.length_of_time,
    ),
)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    return tuple((compiled(pattern), rule) for pattern, rule in _TABLE)
