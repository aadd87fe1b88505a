"""Actors that a report introduces itself: "Front for Unity (FU)", "the X group, or XG", "X, made up of A and B"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from fogline.grounding.roster import Roster
from fogline.grounding.roster_heads import DATA
from fogline.language.words import words
from fogline.records import ActorKind

_WORD = r"[^\W\d_](?:[^\W_]|['’\-–.&/])*"
_NUMBERED = r"\d{1,3}(?:st|nd|rd|th)?"
_SHORT = r"[A-Z][A-Za-z]?(?:[A-Za-z&/\-.]{0,8}[A-Za-z])?"
_BRACKET = re.compile(
    rf"[ \u00a0]\((?:the |or |also known as |known as |formerly )?[\"“']?({_SHORT})[\"”']?(?:[,;][^()]{{0,60}})?\)"
)
_OUTSIDE = re.compile(rf"\b({_SHORT}) \((?:the )?({_WORD}(?: {_WORD}){{1,9}})\)")
_KNOWN_AS = (
    r"(?:also |better |commonly |otherwise )?(?:known|referred to)"
    r" (?:as|by (?:its|the) (?:acronym|initials|abbreviation))"
)
_OR = re.compile(rf"(?:,| [-–—])? ?(?:{_KNOWN_AS}|or|abbreviated(?: as)?) (?:the )?[\"“']?({_SHORT})\b[\"”']?")
_CLOSED_BRACKET = re.compile(r" \([^()]{1,20}\)$")
_MEMBER_ITEM = re.compile(r",\s+and\s+|\s+and\s+|,\s+|\s+as well as\s+")
_RUN_LIMIT = 12
MAX_ITEM_WORDS = 8


@dataclass(frozen=True, slots=True)
class Introduction:
    """An actor as a report introduces it.  `text[start:end]` is `full`; units: code points, half-open.

    `short` is its acronym or second name, empty where there is none; `members` the actors that it is made up of.
    """

    full: str
    short: str
    start: int
    end: int
    kind: ActorKind
    members: tuple[str, ...] = ()


def introduced(text: str) -> tuple[Introduction, ...]:
    """The actors that `text` introduces, in order, one for each full name and short name.  Any text will do."""
    found: dict[tuple[str, str], Introduction] = {}
    for made in (*_bracketed(text), *_explained(text), *_renamed(text), *_composed(text)):
        key = (made.full, made.short)
        found[key] = replace(found[key], members=made.members or found[key].members) if key in found else made
    return tuple(sorted(_merged(found.values()), key=lambda n: (n.start, n.end, n.short)))


def _merged(rows: Any) -> Iterator[Introduction]:
    """One row for a full name that has members in one place and a short name in another."""
    members = {n.full: n.members for n in rows if n.members}
    with_short = {n.full for n in rows if n.short}
    for row in rows:
        if row.short or row.full not in with_short:
            yield replace(row, members=row.members or members.get(row.full, ()))


def _bracketed(text: str) -> Iterator[Introduction]:
    """Full name (SHORT)."""
    for found in _BRACKET.finditer(text):
        short = found.group(1)
        if not _is_short(short):
            continue
        start = _full_start(text, found.start(), short)
        if start is not None:
            made = _make(text, start, found.start(), short)
            if made:
                yield made


def _explained(text: str) -> Iterator[Introduction]:
    """SHORT (full name)."""
    for found in _OUTSIDE.finditer(text):
        short, full = found.group(1), found.group(2)
        capitals = sum(w[0].isupper() for w in full.split())
        fits = _spells(short, full.split()) or (capitals > 2 and _kind(words(full)) is not ActorKind.OTHER)
        made = _make(text, found.start(2), found.end(2), short) if capitals >= 2 and fits and _tidy(full) else None
        if made and _is_short(short):
            yield made


def _renamed(text: str) -> Iterator[Introduction]:
    """Full name, or SHORT; full name, known as SHORT."""
    for found in _OR.finditer(text):
        short, at = found.group(1), found.start()
        at = len(text[:at].rstrip(" ,"))
        at -= next((len(t) for t in (" group", " movement", " rebel group") if text[:at].endswith(t)), 0)
        start = _full_start(text, at, short) if _is_short(short) else None
        if start is not None and _spells(short, text[start:at].split()):
            made = _make(text, start, at, short)
            if made:
                yield made


def _composed(text: str) -> Iterator[Introduction]:
    """The X, made up of A, B and C."""
    for found in _composed_pattern().finditer(text):
        before = _CLOSED_BRACKET.sub("", text[: found.start()].rstrip(" ,"))
        run = _run_before(text, len(before))
        if not run:
            continue
        items = _items(text[found.end() :])
        made = _make(text, run[0][0], run[-1][1], "") if len(items) > 1 else None
        if made:
            yield replace(made, members=items)


def _items(rest: str) -> tuple[str, ...]:
    """The names of a list at the beginning of `rest`, up to the end of its sentence or the first that is no name."""
    sentence = re.split(r"[.;:()]\s|[.;:]$|\n| [-–—] ", rest, maxsplit=1)[0].rstrip(".)")
    items: list[str] = []
    for part in _MEMBER_ITEM.split(sentence):
        item = re.sub(r"^(?:the|a|an|its|their)\s+", "", part.strip())
        capitals = [w for w in item.split() if w[0].isupper() or w[0].isdigit()]
        if (
            not capitals
            or len(item.split()) > MAX_ITEM_WORDS
            or not (item[0].isupper() or item[0].isdigit() or "-" in item)
        ):
            break
        items.append(item)
    return tuple(items)


def _full_start(text: str, end: int, short: str) -> int | None:
    """Where the full name that ends at `end` begins: at the words that spell `short`; else, where the acronym is of
    another language, at the first word of the capitalised run; `None` where there is no such run."""
    run = _run_before(text, end)
    texts = [text[a:b] for a, b in run]
    for i in range(len(run) - 1, -1, -1):
        if (texts[i][0].isupper() or texts[i] in {"al", "el"} or "-" in texts[i]) and _spells(short, texts[i:]):
            return run[i][0]
    capitals = sum(t[0].isupper() or t[0].isdigit() for t in texts)
    full = " ".join(texts)
    named = capitals >= 2 and (_kind(words(full)) is not ActorKind.OTHER or Roster.load().find(full) is not None)
    if not (named and short.replace(".", "").isalpha() and len(short) > 2):
        return None
    return run[0][0] - (3 if text[: run[0][0]].lower().endswith((" al ", " el ")) else 0)


def _run_before(text: str, end: int) -> list[tuple[int, int]]:
    """The words of the capitalised run that ends at `end`, small words between capitals included."""
    line = max(text.rfind(mark, 0, end) for mark in ("\n", ". ", "; ", ": ", ", ", "(", ")", "“", "”", '"', "\t")) + 1
    spans = [(m.start(), m.end()) for m in re.finditer(rf"{_WORD}|{_NUMBERED}|&", text[line:end])]
    run: list[tuple[int, int]] = []
    small, lead = _table("small"), _table("lead")
    for a, b in reversed(spans[-_RUN_LIMIT:]):
        word = text[line + a : line + b]
        inner = _strip_possessive(word)
        if not (inner[0].isupper() or inner[0].isdigit() or word.lower() in small or "al-" in word.lower()):
            break
        if run and text[line + b : run[0][0]] not in {" ", "-", "\u00a0"}:
            break
        run.insert(0, (line + a, line + b))
    run = run[_own_start([text[a:b].lower() for a, b in run]) :]
    while run and text[run[0][0] : run[0][1]].lower() in (small | lead) and not text[run[0][0]].isdigit():
        run.pop(0)
    if run and text[run[-1][1] : end].strip():
        return []
    return run


def _own_start(run: list[str]) -> int:
    """Where the last name of a run begins: at an article that no preposition leads to ("Monday the Front")."""
    small = _table("small")
    cuts = [i for i in range(1, len(run)) if run[i] in {"the", "a", "an"} and run[i - 1] not in small]
    return cuts[-1] if cuts else 0


def _strip_possessive(word: str) -> str:
    return re.sub(r"['’]s$", "", word) or word


def _spells(short: str, full: list[str]) -> bool:
    """Whether the letters of an acronym are the initials of the words, small ones and endings left out or not."""
    letters = [c.lower() for c in short if c.isalpha()]
    parts = [p for w in full for p in re.split(r"[-–/]", _strip_possessive(w)) if words(p)]
    small = _table("small")
    initials = "".join(words(p)[0][0] for p in parts)
    heavy = "".join(words(p)[0][0] for p in parts if p.lower() not in small)
    target = "".join(letters)
    capitals = "".join(c.lower() for c in short if c.isupper())
    return bool(target) and (target in {initials, heavy} or capitals == heavy or _within(target, parts, small))


def _within(target: str, parts: list[str], small: frozenset[str]) -> bool:
    """Whether `target` is made of beginnings of the words in order, each heavy word giving one letter at least."""
    reach = {0}
    for part in parts:
        word = "".join(words(part))
        step = {r + k for r in reach for k in range(1, min(len(word), 4) + 1) if target[r : r + k] == word[:k]}
        reach = step | (reach if part.lower() in small else set())
    return len(target) in reach and len(target) >= len([p for p in parts if p.lower() not in small])


def _is_short(short: str) -> bool:
    """Whether a bracketed word may be an acronym: two capitals, or one word of a name such as "Farc"."""
    capitals = sum(c.isupper() for c in short)
    if short.lower() in _table("never") or len(short) < 2:
        return False
    return capitals >= 2 or (4 <= len(short) <= 9 and capitals == 1)


def _tidy(full: str) -> bool:
    """Whether every word of a name has a capital or is small."""
    return all(w[0].isupper() or w.lower() in _table("small") or "al-" in w.lower() for w in full.split())


def _make(text: str, start: int, end: int, short: str) -> Introduction | None:
    """An introduction of `text[start:end]`, unless that is a place, a state, an agency or no name."""
    full = text[start:end]
    cue = words(full)
    if not cue or cue[-1] in _table("place") or (cue[0] in _table("never") and len(cue) < 3):
        return None
    for name in (full, short):
        known = Roster.load().find(name) if name else None
        if known is not None and known.kind in {ActorKind.AGENCY, ActorKind.PERSON}:
            return None
    known = Roster.load().find(full)
    if known is not None and known.actor_id.startswith("state:"):
        return None
    return Introduction(full, short, start, end, known.kind if known else _kind(cue))


def _kind(cue: list[str]) -> ActorKind:
    """The kind of an actor by the cue words of its name; the last one decides."""
    best = (0, 0, ActorKind.OTHER)
    joined = f" {' '.join(cue)} "
    for kind, cues in _load()["kinds"].items():
        for word in cues:
            at = joined.rfind(f" {word} ")
            best = max(best, (at + len(word), len(word), ActorKind(kind))) if at >= 0 else best
    return best[2]


@lru_cache(maxsize=1)
def _load() -> dict[str, Any]:
    with (DATA / "forcewords.toml").open("rb") as file:
        table: dict[str, Any] = tomllib.load(file)["introductions"]
    return table


@lru_cache(maxsize=8)
def _table(name: str) -> frozenset[str]:
    return frozenset(_load()[name])


@lru_cache(maxsize=1)
def _composed_pattern() -> re.Pattern[str]:
    phrases = sorted(_load()["members"], key=len, reverse=True)
    return re.compile(rf",? (?:{'|'.join(phrases)}) (?=(?:the |a |an )?(?:[A-Z0-9]|al-))")
