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
DOUBT_OF_TELLING = 1.3  # and against a sentence that tells as the story does
DOUBT_OVER_STORY = 3.0  # and against a headline: what stands over the story, leads into it, or is a heading within it
OWN_TERMS = 0.5  # the share of a heading's terms that the story has
DOUBT_AT_END = 5.0  # and against a last line that may well be the story's own, broken off
OVER = frozenset(["in the head", "first long sentence"])
TELLING = frozenset(["speech", "words of war", "goes on", "quotation"])


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
    if not OVER.isdisjoint(found) or _is_heading(found):
        return DOUBT_OVER_STORY
    is_sentence = not found.keys() & {"no stop", "after a turn"}
    return DOUBT_OF_TELLING if is_sentence and not TELLING.isdisjoint(found) else DOUBT


def _is_heading(found: Traits) -> bool:
    """Whether a line looks like a heading of the story's own: short, no word of the page, its words the story's."""
    short = {"no stop", "headline's words, shared name"} <= found.keys() and "word of the page" not in found
    return short and found.get("shared terms", 0.0) >= OWN_TERMS
