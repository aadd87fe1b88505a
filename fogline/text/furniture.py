"""Page furniture: lines and parts of lines that a page puts around a story."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LONGEST_INLINE = 20_000


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of furniture (data/furniture.toml).

    `ends`: the story is over before it; `taught`: such lines are learnt from as well.
    """

    name: str
    regex: re.Pattern[str]
    longest: int
    turns: bool
    ends: bool
    credit: bool
    taught: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch within a paragraph that is furniture.  Units: code points from the paragraph's start."""

    start: int
    end: int
    credit: bool


@cache
def patterns(kind: str) -> tuple[Pattern, ...]:
    """The patterns of a kind: "line", "inline" or "prefix"."""
    table = tomllib.loads((files("fogline.text") / "data" / "furniture.toml").read_text(encoding="utf-8"))
    return tuple(_pattern(row) for row in table[kind])


def _pattern(row: dict[str, Any]) -> Pattern:
    flags = re.S if row.get("case") else re.S | re.I
    turns, ends, credit, taught = (row.get(name, False) for name in ("turns", "ends", "credit", "taught"))
    return Pattern(row["name"], re.compile(row["pattern"], flags), row.get("longest", 0), turns, ends, credit, taught)


def find_line(text: str, *, learning: bool = False) -> Pattern | None:
    """The kind of furniture that a whole paragraph is, or None.  A line without a letter or digit is a rule.

    `learning`: without the kinds that are learnt from.
    """
    if not any(sign.isalnum() for sign in text):
        return _RULE
    for pattern in patterns("line"):
        if len(text) <= pattern.longest and not (learning and pattern.taught) and pattern.regex.fullmatch(text):
            return pattern
    return None


def find_parts(text: str, *, is_first: bool, learning: bool = False) -> list[Part]:
    """The stretches of furniture inside of a paragraph, in order and apart from one another."""
    head = patterns("prefix") if is_first else ()
    found = [Part(0, hit.end(), pattern.credit) for pattern in head if (hit := pattern.regex.match(text))]
    if len(text) <= LONGEST_INLINE:
        for pattern in (one for one in patterns("inline") if not (learning and one.taught)):
            found += [Part(hit.start(), hit.end(), "by" in hit.group()) for hit in pattern.regex.finditer(text)]
    apart: list[Part] = []
    for part in sorted(found, key=lambda part: (part.start, -part.end)):
        if not apart or part.start >= apart[-1].end:
            apart.append(part)
    return apart


_RULE = Pattern("rule", re.compile(""), 0, turns=False, ends=False, credit=False, taught=False)
