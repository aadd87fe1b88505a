"""Holds every sentence of a brief and a timeline against the claims that it carries.

The text is read, word by word, by forms of its own (brief.toml): its names must be names of those claims, and what it
says of kind, actor, target, place, day, sense, speaker, number and count must be what they say.  Nothing may be left
that was not understood, and no denial, other sense, other day or source of the claims may be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from evaluation import brief_map
from evaluation import brief_rest as rest
from evaluation import brief_sections as sections
from evaluation.brief_events import check_event, heading_period
from evaluation.brief_facts import Case, Facts
from evaluation.brief_news import news
from evaluation.brief_words import NotUnderstood

Row = Mapping[str, Any]
_EVENTS = ("changes", "movements", "cost", "politics", "outlook")
_OTHERS: dict[str, Callable[[Case], Iterator[str]]] = {
    "control": sections.holding,
    "disputes": rest.side,
    "ground": rest.ground,
    "lineage": rest.lineage,
    "limits": rest.limit,
    "lead": sections.summary,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that says what its claims do not, and what that is."""

    section: str
    text: str
    what: str


def check_brief(content: Row, facts: Facts, before: Facts | None = None) -> list[Fault]:
    """The faults of a brief, as its JSON has it; `before` is what was known before its `since`."""
    found = list(_lines("lead", {"key": "", "title": "", "lines": content["lead"]}, facts, content))
    found += [Fault("map", text, what) for text, what in brief_map.places(content, facts)]
    for section in content["sections"]:
        for group in section["groups"]:
            if section["key"] == "news":
                found += _news(group, facts, before or facts)
            else:
                found += _lines(section["key"], group, facts, content)
    return found


def check_map(svg: str, content: Row, lines: Iterable[str]) -> list[Fault]:
    """The faults of the map as it is drawn; `lines` are those of the holdings."""
    return [Fault("map", text, what) for text, what in brief_map.drawn(svg, content, lines)]


def _news(group: Row, facts: Facts, before: Facts) -> Iterator[Fault]:
    for line in group["lines"]:
        claims = [facts.claims[c] for c in line["claims"] if c in facts.claims]
        try:
            yield from (Fault("news", line["text"], what) for what in news(Case(facts, line, group, claims), before))
        except NotUnderstood as left:
            yield Fault("news", line["text"], f"not understood: {left}")


def check_timeline(rows: Iterable[Row], facts: Facts) -> list[Fault]:
    """The faults of a timeline's rows, as its JSON has them."""
    found = []
    for row in rows:
        line = {**row, "ids": [row["id"]], "note": None}
        group = {"key": "", "title": ""}
        found += [Fault("timeline", row["text"], what) for what in _what("changes", line, group, facts, None)]
        found += [Fault("timeline", row["text"], what) for what in sections.days_of_row(facts, row)]
    return found


def _lines(key: str, group: Row, facts: Facts, content: Row) -> Iterator[Fault]:
    for line in group["lines"]:
        for what in _what(key, line, group, facts, content):
            yield Fault(key, line["text"], what)


def _what(key: str, line: Row, group: Row, facts: Facts, content: Row | None) -> Iterator[str]:
    """What is wrong with one line."""
    missing = [c for c in line["claims"] if c not in facts.claims]
    if missing:
        yield f"claims that the record does not hold: {len(missing)}"
        return
    claims = [facts.claims[c] for c in line["claims"]]
    try:
        if key in _EVENTS or (key == "lead" and line.get("day")):
            yield from check_event(facts, line, claims, heading_period(key, line, group, content))
        elif key in _OTHERS:
            yield from _OTHERS[key](Case(facts, line, group, claims))
        else:
            yield f"a section that the check does not know: {key}"
    except NotUnderstood as left:
        yield f"not understood: {left}"
