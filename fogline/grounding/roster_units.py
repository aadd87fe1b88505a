"""Named units of armies: "12th Division", "Third Mountain Brigade", "Task Force 9"."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.grounding.roster_forces import Force, ForceHit, ForceRole
from fogline.grounding.roster_heads import load_heads

_UNIT_NUMBER = r"\d{1,3}(?:st|nd|rd|th)?"


@lru_cache(maxsize=1)
def _unit_pattern() -> re.Pattern[str]:
    """A pattern for named units: a number or name, arms, and a unit's word; or a task force and its number."""
    words = load_heads().units
    heads, arms = "|".join(words["heads"]), "|".join(words["arms"])
    first = rf"(?:{_UNIT_NUMBER}|{'|'.join(words['ordinals'])}|[IVX]{{1,5}})"
    return re.compile(
        rf"\b(?:{first}(?:[ -](?:{arms}))*[ -](?:{heads})|Task Force \w+|(?:(?:{arms})[ -])+(?:{heads}))\b"
    )


def units(text: str) -> tuple[ForceHit, ...]:
    """The named units of armies in `text`: "12th Division", "Third Mountain Brigade", "Task Force 9"."""
    hits = []
    for found in _unit_pattern().finditer(text):
        head = "task force" if found.group().startswith("Task Force") else re.split(r"[ -]", found.group())[-1].lower()
        hits.append(ForceHit(found.start(), found.end(), Force(ForceRole.STATE, None, head, "military"), found.end()))
    return tuple(hits)
