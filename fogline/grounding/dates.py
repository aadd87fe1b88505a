"""Date expressions in English news: where they stand, and which days they mean.

An own small grammar: it knows what news copy says ("early Saturday", "since Friday", "two days earlier") and finds
nothing else ("May said").  `resolve` is pure: the same words, report day and date before give the same period; what it
cannot tell is `None`, never the report's day.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from re import Pattern

from fogline.grounding.dates_rules import Days, Setting, days_of
from fogline.grounding.dates_words import compiled
from fogline.records import DateExpression, Period

LONGEST = 120  # characters of an expression
# What stands before a date and belongs to it.
_LEAD = (
    r"(?:(?:(?:as |ever )?(?:early|late|recently) as|ever since|since|by|until|till|through|before|after|from|on|in|at|"
    r"during|over|around|about|as of|for|throughout|of)\s+)?"
)
_MOD = r"(?:(?:the )?(?:very )?(?:early|late|mid|earlier|later)(?:\s+on|\s+in|-|\s+this)?[\s-]*)?"
_EDGE = (
    r"(?:the\s+)?(?:(?:start|beginning|end|middle|close|first half|second half|early hours|early days|eve)\s+of\s+)?"
)
_DATE = (
    r"(?:(?:«DAY»(?:\s+of)?|«ORDINAL»\s+of)\s+«MONTH»(?:,?\s+«YEAR»|«THAT»)?|"
    r"«MONTH»\s+«DAY»(?:,?\s+«YEAR»|«THAT»)?|(?:19|20)\d\d-\d\d-\d\d)"
)
_WEEKDAY = (
    r"(?:(?:last|next|this|past|the\s+(?:previous|following|same))\s+)?«WEEKDAY»(?:\s+(?:last|next|this)\s+week)?"
)
_POINT = rf"(?:«WEEKDAY»,?\s+(?:the\s+)?{_DATE}|{_DATE}|{_WEEKDAY}(?:\s+«PART»)?)"
_WORDED = (
    r"(?:the\s+)?day\s+before\s+yesterday|yesterday|today|tonight|tomorrow|overnight|"
    r"(?:this|last|yesterday|tomorrow)\s+«PART»|earlier\s+in\s+the\s+day|later\s+in\s+the\s+day"
)
_ENDS = r"(?=\s*(?:[,.;:)]|$|and\b))"  # "two days before": not the conjunction
_SPAN = (
    r"(?:(?:more|less|fewer|longer)\s+than\s+|nearly\s+|almost\s+|about\s+|some\s+|around\s+|"
    r"at\s+least\s+|over\s+|the\s+)?"
)
PATTERNS = (
    rf"{_LEAD}{_EDGE}{_MOD}(?:the\s+)?{_POINT}(?:\s+«PART»)?",
    rf"{_LEAD}{_MOD}(?:{_WORDED})(?:\s+«PART»)?(?:\s+(?:on|into|to)\s+«WEEKDAY»)?",
    rf"{_LEAD}the\s+(?:night|morning|afternoon|evening)\s+of\s+{_POINT}",
    rf"(?:from|between)\s+{_MOD}(?:{_POINT}|«MONTH»|«DAY»|«YEAR»)(?:\s+«PART»)?\s+(?:to|and|until|till|"
    rf"through)\s+{_EDGE}{_MOD}(?:{_POINT}|«MONTH»(?:\s+«YEAR»)?|«YEAR»)(?:\s+«PART»)?",
    r"(?:on\s+|from\s+|between\s+)?(?:«DAY»\s*(?:-|–|to|and)\s*«DAY»\s+«MONTH»|«MONTH»\s+«DAY»\s*(?:-|–|"
    r"to|and)\s*«DAY»)(?:,?\s+«YEAR»)?",
    rf"(?:on\s+|over\s+|from\s+)?{_WEEKDAY}\s*(?:-|–|to|and|into|or)\s*«WEEKDAY»",
    r"(?:on|since|by|until|from)\s+the\s+«DAY»(?<=st|nd|rd|th)",
    rf"(?:(?:since|by|until|before|in|during|of|from|last|next|this|early|late)\s+){_EDGE}{_MOD}(?:last\s+|"
    rf"next\s+|this\s+)?«MONTH»(?:,?\s+«YEAR»|«THAT»)?",
    rf"{_EDGE}{_MOD}«MONTH»,?\s+(?:of\s+)?«YEAR»",
    rf"{_LEAD}(?:the\s+)?(?:start|beginning|end|middle|first\s+half|second\s+half)\s+of\s+(?:last\s+|"
    rf"next\s+|this\s+)?(?:«MONTH»|«YEAR»)",
    rf"{_LEAD}(?:early|late|mid)[\s-]+«MONTH»",
    rf"(?:(?:since|by|until|before|in|during|from|after|early|late)\s+){_EDGE}{_MOD}«YEAR»",
    r"(?:in|since|during|from)\s+the\s+(?:early\s+|late\s+|mid-?)?(?:19|20)\d0s",
    rf"{_LEAD}{_EDGE}{_MOD}(?:this|last|next|the\s+(?:previous|following|next|same|past))\s+(?:«SEASON»|"
    rf"week|weekend|month|year|day|night|«PART»)",
    rf"{_LEAD}(?:the\s+)?(?:(?:early|late)\s+|mid-?)?«SEASON»\s+(?:of\s+)?«YEAR»",
    r"(?:since|by|until|at|from|in|during)\s+(?:the\s+)?(?:start|beginning|end|middle)\s+of\s+(?:the|this|"
    r"last|next)\s+(?:week|month|year)",
    r"(?:over|at|during|on)\s+the\s+weekend|earlier\s+(?:this|in\s+the)\s+(?:week|month|year)|"
    r"later\s+(?:this|in\s+the)\s+(?:week|month|year)",
    rf"{_LEAD}(?:the\s+)?(?:day|night|week|month|year)\s+(?:earlier|later|after|before{_ENDS})",
    rf"{_LEAD}{_SPAN}«NUMBER»\s+«UNIT»\s+(?:ago|earlier|later|before{_ENDS}|afterwards|after|previously|now)",
    r"(?:(?:some|a\s+few|several|only|just)\s+)?(?:hours|days|weeks|months)\s+(?:ago|earlier|later)",
    r"for\s+(?:a|the)\s+«ORDINAL»\s+(?:straight\s+|consecutive\s+|successive\s+)?(?:day|night|week|month|year)",
    r"(?:in|over|during|for|within|throughout)\s+(?:the\s+)?(?:past|last|previous|recent|latest|coming|"
    r"next)\s+(?:(?:few|several)\s+)?(?:«NUMBER»\s+)?«UNIT»",
    rf"for\s+{_SPAN}(?:past\s+|last\s+)?«NUMBER»\s+(?:straight\s+|consecutive\s+)?«UNIT»",
    r"in\s+(?:the\s+)?(?:coming|next)\s+(?:hours|days|weeks|months)|in\s+recent\s+(?:hours|days|weeks|months|years)",
)


def find(text: str) -> tuple[tuple[int, int], ...]:
    """The date expressions of a sentence as character spans, in order; of two that overlap the longer.

    Units: code points of `text`, half-open.  Never raises.
    """
    spans = {(m.start(), m.end()) for pattern in _patterns() for m in pattern.finditer(text) if _is_date(m.group())}
    chosen: list[tuple[int, int]] = []
    taken = bytearray(len(text))
    for start, end in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if end - start <= LONGEST and not any(taken[start:end]):
            chosen.append((start, end))
            taken[start:end] = b"\x01" * (end - start)
    return tuple(sorted(chosen))


def resolve(expression: DateExpression, *, day: date, previous: Period | None = None) -> Period | None:
    """The days that an expression means in a report of `day`; `None` where it cannot be told.

    `previous` is the period of the date before it in the text: "two days later" counts from there.  Pure.  Long periods
    ("since 2011") come as they are: callers decide what is too vague.
    """
    setting = Setting(day, expression.tense, None if previous is None else Days(previous.first, previous.last))
    days = days_of(expression.text[:LONGEST], setting)
    return None if days is None else Period(days.first, days.last, expression.basis)


def _is_date(text: str) -> bool:
    """As in "May" and "March" alone are a verb and a walk unless they are written as names."""
    lower = text.lower()
    return all(not (word in lower.split() and word in text.split()) for word in ("may", "march"))


@cache
def _patterns() -> tuple[Pattern[str], ...]:
    return tuple(compiled(p) for p in PATTERNS)
