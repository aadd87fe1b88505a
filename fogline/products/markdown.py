"""A situation as Markdown: plain enough for a mail, with numbered evidence."""

from __future__ import annotations

import re

from fogline.products.line import Group, Line, Section, Source
from fogline.products.lookup import Evidence
from fogline.products.situation import Situation
from fogline.products.wording import capital, count_words, day_words, legible

MOST_QUOTED = 8  # lines of a group under which their words stand; `fogline why` has those of the others
MOST_QUOTES = 5  # words under one line
_ID = re.compile(r"[\w.-]+")
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render(situation: Situation) -> str:
    """The brief as one Markdown text.  What the reports wrote can form no markup in it."""
    counts = " · ".join(f"{number:,} {name}" for name, number in situation.counts)
    parts = [f"# {_plain(situation.title)}", counts]
    if situation.since:
        parts.append(f"What changed is told since {day_words(situation.since)}.")
    if situation.lead:
        parts.append("## At a glance")
        parts.append("\n".join(f"- {_text(line)}" for line in situation.lead))
    parts += [_section(section) for section in situation.sections]
    parts.append("## Reports read")
    parts.append("\n".join(_source(source) for source in situation.sources) or "None.")
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> str:
    parts = [f"## {section.title}", f"*{section.intro}*"] if section.intro else [f"## {section.title}"]
    return "\n\n".join([*parts, *(_group(g) for g in section.groups)])


def _group(group: Group) -> str:
    """The lines of a group, the first with their words; the rest follow without, each with its id."""
    lines = "\n".join(_line(line, quoted=at < MOST_QUOTED) for at, line in enumerate(group.lines))
    return f"### {_plain(capital(group.title))}\n\n{lines}" if group.title else lines


def _line(line: Line, *, quoted: bool) -> str:
    tags = []
    if line.origins:
        tags.append(count_words(line.origins, "independent origin"))
    if line.grade:
        tags.append(f"grade {line.grade}")
    if line.note:
        tags.append(_plain(line.note))
    if line.disputes and line.status != "disputed":
        tags.append("disputed, see below")
    words = quotes(line)
    shown = words[:MOST_QUOTES] if quoted else []
    if len(words) > len(shown):
        tags.append(f"{len(words) - len(shown)} {'more ' if shown else ''}{'quotes' if len(words) > 1 else 'quote'}")
    if line.subject:
        tags.append(f"`{line.subject}`" if _ID.fullmatch(line.subject) else _plain(line.subject))
    head = f"- {_text(line)}" + (f" ({', '.join(tags)})" if tags else "")
    return "\n".join([head, *(_evidence(e) for e in shown)])


def quotes(line: Line) -> list[Evidence]:
    """The words under a line, each once; first one from each report, so that what is cut off repeats."""
    words = {(e.anchor.report_id, e.anchor.start, e.anchor.end): e for e in line.evidence}
    firsts = {e.anchor.report_id: e for e in reversed(words.values())}
    first = [e for e in words.values() if firsts[e.anchor.report_id] is e]
    return [*first, *(e for e in words.values() if firsts[e.anchor.report_id] is not e)]


def _text(line: Line) -> str:
    return _plain(f"{line.day}: {line.text}" if line.day else line.text)


def _evidence(evidence: Evidence) -> str:
    anchor = evidence.anchor
    place = f"{_plain(anchor.report_id)}, {anchor.start}–{anchor.end}"
    outlet = f"{_plain(evidence.outlet)}, " if evidence.outlet else ""
    return f"  - “{_plain(anchor.quote)}” ({outlet}{place})"


def _source(source: Source) -> str:
    parts = [_plain(source.report_id)]
    parts += [_plain(text) for text in (source.outlet, source.title) if text]
    parts.append(f"{day_words(source.day.day)} ({source.day.basis})" if source.day else "no day known")
    parts += [f"origin {source.group}", count_words(source.claims, "claim")]
    return f"{source.number}. " + " · ".join(parts)


def _plain(text: str) -> str:
    """Text on one line, with every sign escaped that Markdown would read."""
    return _SIGNS.sub(r"\\\1", " ".join(legible(text).split()))
