"""Agencies: which outlet is one, and which agency a report owes its text to."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from fogline.language import fold
from fogline.records import Reading

HEAD = 240  # characters in which a dateline or a byline stands
TOP = 600  # characters in which a digest names its source
_CAPITAL = re.compile(r"[^\W\d_]+")
_SMALL = {"of", "the", "and", "de", "for", "in"}


class Role(StrEnum):
    """How a report credits an agency."""

    AUTHOR = "author"  # in the dateline, byline or sign-off: the text is the agency's
    SOURCE = "source"  # near the top: "X reports"; the report sums the agency's story up
    CITED = "cited"  # further down: for what one sentence says


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """An agency that a report names as the source of its text."""

    agency: str
    role: Role


@dataclass(frozen=True, slots=True)
class _Register:
    short: dict[str, str]  # folded name -> short name
    words: frozenset[str]
    pairs: tuple[str, ...]


@cache
def _register() -> _Register:
    text = resources.files("fogline.lineage").joinpath("data/agencies.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    short = {fold(name): key for key, others in data["agencies"].items() for name in (key, *others)}
    return _Register(short, frozenset(data["signs"]["words"]), tuple(data["signs"]["pairs"]))


def short_name(agency: str) -> str:
    """The short name of a known agency ("AP"); any other name as it is."""
    return _register().short.get(fold(agency), agency.strip())


def is_agency(outlet: str | None) -> bool:
    """Whether an outlet is a news agency, by the register or by its name."""
    if not outlet:
        return False
    book, plain = _register(), fold(outlet)
    bare = re.sub(r"\([^)]*\)", "", outlet)
    by_name = fold(bare) in book.short or any(pair in plain for pair in book.pairs)
    return by_name or bool(book.words & set(plain.split()))


def same_agency(credit: str, outlet: str | None) -> bool:
    """Whether a credit names this outlet: by the register, a word of its name, or its initials.

    >>> same_agency("HRS", "Harbour Report Service"), same_agency("AP", "Asia Press Daily")
    (True, False)
    """
    if not outlet:
        return False
    if fold(short_name(credit)) == fold(short_name(outlet)) or fold(credit) in fold(outlet).split():
        return True
    if fold(credit) and f" {fold(credit)} " in f" {fold(outlet)} ":
        return True
    return credit.isupper() and _spells(credit.lower(), outlet)


def _spells(acronym: str, outlet: str) -> bool:
    """Whether every word of the name begins a letter of the acronym, and the rest of its letters follow inside."""
    names = [w.lower() for w in _CAPITAL.findall(re.sub(r"\([^)]*\)", "", outlet)) if w.lower() not in _SMALL]
    rest = acronym
    for name in names:
        if not rest or rest[0] != name[0]:
            return False
        rest = rest[1:]
        for letter in name[1:]:
            # A letter inside a word counts only while more letters are left than words: "Newswire" in "PNW".
            if rest and len(rest) > len(names) - names.index(name) - 1 and letter == rest[0]:
                rest = rest[1:]
    return not rest and bool(names)


def credits_of(reading: Reading) -> tuple[Credit, ...]:
    """The agencies other than itself that a report credits, each with the strongest role, sorted.

    A photograph's credit and a speaker's words to an agency ("told X") are none.
    """
    found: set[Credit] = set()
    for name in reading.credits or ():
        role = _role(name, reading)
        if role and not same_agency(name, reading.outlet):
            found.add(Credit(short_name(name), role))
    strongest = {c.agency: c for role in reversed(Role) for c in found if c.role is role}
    return tuple(sorted(strongest.values()))


def _role(name: str, reading: Reading) -> Role | None:
    """How the report's text uses the agency's name."""
    inner = re.search(r"\(([^)]+)\)", name)
    forms = [name, *([inner.group(1), name[: inner.start()].strip()] if inner else [])]
    either = "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True) if form) + ")"
    raw = reading.raw
    head, tail = raw[:HEAD], raw[-HEAD:]
    authored = (
        re.search(rf"\({either}\)\s*[-–—:]|\({either}\)\s*$|^{either}\s*[-–—:]", head, re.M),
        re.search(rf"^\W*(?:by|from)\b[^\n]{{0,60}}\b{either}\b", head, re.I | re.M),
        re.search(rf"(?:[-–—]\s*|\(\s*|source:\s*|with reporting (?:by|from)\s*){either}\W*$", tail, re.I | re.M),
        re.search(rf"(?:source|with (?:additional )?reporting (?:by|from)):?\s+(?:the )?{either}\b", raw, re.I),
    )
    if any(authored):
        return Role.AUTHOR
    cited = rf"\b{either}\)?(?:\s+news agency)?[’']?s?\s+(?:reports?|reported|says|said|adds|added|writes)\b"
    by = rf"(?:according to|says|reports?|said|adds|citing|quoting|via)\s+(?:the\s+)?{either}\b"
    found = re.search(f"{cited}|{by}", raw)
    return None if found is None else Role.SOURCE if found.start() < TOP else Role.CITED
