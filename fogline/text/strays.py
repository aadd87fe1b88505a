"""Which lines are not of the story: teasers, what a page or a cutting carries along, furniture of no known form.

Each line gets log-odds against the story (`weighing`), twice: the second time knowing what was guessed of the lines
around it, so that one odd paragraph of the story is not torn out, and a stray among strays is seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from fogline.text.paragraphs import has_stop
from fogline.text.weighing import Line, Sheet, Traits, first_guess, likelihood, log_odds

FEWEST = 3  # lines that a text needs before any of them can be called a stray
DOUBT = 0.3  # what must speak against a line, in log-odds: a lost claim costs more than a teaser that is kept
DOUBT_OVER_STORY = (
    3.0  # and against one that stands over the story, where a headline is expected, or within it as a heading
)
OWN_TERMS = 0.5  # the share of a heading's terms that the story has
DOUBT_AT_END = 5.0  # and against a last line that may well be the story's own, broken off


def find_strays(lines: Sequence[Line], *, title: str = "", outlet: str = "") -> set[int]:
    """The places of the lines that are not of the story."""
    if len(lines) < FEWEST or not any(has_stop(line.text) for line in lines):
        return set()  # notes: nothing tells a line of theirs from a label
    sheet = Sheet(lines, title=title, outlet=outlet)
    guess = [likelihood(log_odds("first", found)) for found in sheet.traits_of(first_guess(lines))]
    return {at for at, found in enumerate(sheet.traits_of(guess)) if log_odds("second", found) > _doubt(found)}


def _doubt(found: Traits) -> float:
    """What must speak against a line: more where the story itself is as likely to look like that."""
    if {"last", "broken off", "shared names"} <= found.keys() and "kicker in capitals" not in found:
        return DOUBT_AT_END
    return DOUBT_OVER_STORY if "in the head" in found or _is_heading(found) else DOUBT


def _is_heading(found: Traits) -> bool:
    """Whether a line looks like a heading of the story's own: short, no word of the page, its words the story's."""
    short = {"no stop", "headline's words, shared name"} <= found.keys() and "word of the page" not in found
    return short and found.get("shared terms", 0.0) >= OWN_TERMS
