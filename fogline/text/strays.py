"""Which paragraphs are of other stories: teasers, and what a page or a cutting carries along.

Each paragraph gets a weight for and against (names and words shared with the story, whether it breaks off, a kicker
in capitals, what stands before it); then the best division of the whole text into runs of story and strays is taken,
so that one odd paragraph of the story is not torn out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fogline.language.words import words
from fogline.text.paragraphs import has_stop
from fogline.text.vocabulary import Story, Vocabulary, known_names, vocabulary, word_list

# Weights in rough log-odds, set by hand on general grounds and checked on the gold sets (evaluation/).
BASE = -2.0
BROKEN_OFF = 3.0
KICKER = 1.5
AFTER_TURN = 2.5
SHARED_NAME = -1.2
FOREIGN_NAME = 0.5
MOST_NAMES = 4
TERMS_EXPECTED = 0.15
TERMS_WEIGHT = 6.0
ENTER, LEAVE = 2.0, 2.5

FEWEST = 3  # paragraphs that a text needs before any of them can be called a stray
HEADLINE_WORDS = 14
ROUNDS = 2
_KICKER = re.compile(r"[‘'\"“]?[A-Z][A-Z’'-]+(?:[ ,][A-Z’'-]+){0,5}[’'\"”]?: ")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that is not furniture, and whether the furniture before it turns to other stories."""

    text: str
    after_turn: bool


def is_broken_off(text: str) -> bool:
    """Whether a paragraph ends in mid-sentence: no stop, and a word of grammar, a comma, or more than a headline."""
    if has_stop(text):
        return text.endswith(("...", "…")) and len(text.split()) > HEADLINE_WORDS
    count = len(text.split())
    last = words(text[-40:])[-1:]
    dangling = count > 5 and last != [] and last[0] in word_list("grammar") - word_list("enders")
    return dangling or text.endswith(",") or count > HEADLINE_WORDS


def find_strays(candidates: Sequence[Candidate], *, title: str = "") -> set[int]:
    """The places of the paragraphs that belong to other stories.  The first paragraph is always of the story."""
    if len(candidates) < FEWEST:
        return set()
    names = known_names([title, *(candidate.text for candidate in candidates)])
    texts = [vocabulary(candidate.text, names) for candidate in candidates]
    head = vocabulary(title, names)
    members = set(range(max(2, (len(candidates) + 1) // 2)))
    strays: set[int] = set()
    for _ in range(ROUNDS):
        story = Story({-1: head} | {at: texts[at] for at in members})
        weights = [_weight(story, at, texts[at], candidate) for at, candidate in enumerate(candidates)]
        strays = _signed(divide(weights), candidates)
        members = set(range(len(candidates))) - strays
    return strays


def has_sign(candidate: Candidate) -> bool:
    """Whether a paragraph shows by its form that another story begins, or that this one was cut off."""
    return candidate.after_turn or is_broken_off(candidate.text) or _KICKER.match(candidate.text) is not None


def _signed(strays: set[int], candidates: Sequence[Candidate]) -> set[int]:
    """The runs of strays in which at least one paragraph has a sign: whole sentences on something else are no proof."""
    kept: set[int] = set()
    run: list[int] = []
    for at in [*sorted(strays), len(candidates) + 1]:
        if run and at != run[-1] + 1:
            kept |= set(run) if any(has_sign(candidates[one]) for one in run) else set()
            run = []
        run.append(at)
    return kept


def divide(weights: Sequence[float]) -> set[int]:
    """The places that are strays in the best division: the sum of their weights, less a price for each change.

    A run of strays that reaches the end of the text pays no price for its end.
    """
    story, stray = 0.0, float("-inf")
    back: list[tuple[bool, bool]] = []  # whether the best way to (story, stray) came from a stray
    for weight in weights[1:]:
        to_story, to_stray = stray - LEAVE > story, stray > story - ENTER
        back.append((to_story, to_stray))
        story, stray = max(story, stray - LEAVE), max(stray, story - ENTER) + weight
    found, is_stray = set(), stray > story
    for at in range(len(weights) - 1, 0, -1):
        if is_stray:
            found.add(at)
        is_stray = back[at - 1][1] if is_stray else back[at - 1][0]
    return found


def _weight(story: Story, at: int, text: Vocabulary, candidate: Candidate) -> float:
    """How much speaks for a stray (above 0) or for the story (below)."""
    shared, foreign, terms = story.shared(at, text)
    weight = BASE + SHARED_NAME * min(shared, MOST_NAMES) + FOREIGN_NAME * min(foreign, MOST_NAMES)
    weight += max(-1.5, TERMS_WEIGHT * (TERMS_EXPECTED - terms)) if text.terms else 0.0
    weight += BROKEN_OFF * is_broken_off(candidate.text)
    weight += KICKER * (_KICKER.match(candidate.text) is not None)
    return weight + AFTER_TURN * candidate.after_turn
