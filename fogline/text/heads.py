"""What stands over a story: headlines, standfirsts (what it says in a line or two), bylines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.language.words import fold, words
from fogline.text.form import HEADLINE_WORDS
from fogline.text.paragraphs import has_stop
from fogline.text.vocabulary import word_list

MOST_LINES = 8  # that may stand over a story
MOST_LABELS = 3  # of other stories, that may stand within one
STANDFIRST_WORDS = 45
TELLING = 4  # letters of a word that tells
_TRAIL = re.compile(r"[>»›→]")  # "Home > News": where a page stands in its site
_TOKEN = re.compile(r"[^\W\d_][\w’'.-]*")


def head_end(texts: Sequence[str]) -> int:
    """How many lines stand before the first that is longer than a headline and ends as a sentence does."""
    for at, text in enumerate(texts[:MOST_LINES]):
        if has_stop(text) and len(text.split()) > HEADLINE_WORDS:
            return at
    return 0


def find_bylines(texts: Sequence[str], *, outlet: str) -> set[int]:
    """The places of the lines over a story that tell who wrote it: people's names and little else, none of the story.

    "By" and a name, or "from our correspondent", need no such proof.
    """
    end = head_end(texts)
    first = {at for at in range(end + 1) if at < len(texts) and _opens_as_byline(texts[at])}
    below = _tokens(" ".join(texts[end:]))
    story = frozenset(below), frozenset(token for token in below if token.islower())
    return first | {at for at in range(end) if _is_named(texts[at], *story, outlet=fold(outlet))}


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _is_short(text: str) -> bool:
    return not has_stop(text) and len(text.split()) <= HEADLINE_WORDS


def _opens_as_byline(text: str) -> bool:
    """Whether nothing but names follows a word such as "by" or "words"."""
    tokens = _tokens(text)
    opening = tokens[:1] != [] and tokens[0].lower().strip(".") in word_list("bylines")
    return opening and _is_short(text) and len(tokens) > 1 and _is_names(tokens)


def _is_names(tokens: Sequence[str]) -> bool:
    return all(token[0].isupper() or token.lower() in word_list("bylines") for token in tokens)


def _is_named(text: str, tokens_below: frozenset[str], small_below: frozenset[str], *, outlet: str) -> bool:
    """Whether a line is a person's name that the story has not, or the name of the outlet."""
    tokens = _tokens(text)
    if not _is_short(text) or len(tokens) < 2 or not _is_names(tokens) or _TRAIL.search(text):
        return False
    if outlet and fold(text).startswith(outlet.split(" and ", maxsplit=1)[0]):
        return True
    person = [token for token in tokens if token.lower() not in word_list("bylines")][:2]
    is_known = all(token in tokens_below for token in person)
    return not text.isupper() and not is_known and not any(token.lower() in small_below for token in person)


def find_headlines(texts: Sequence[str], bylines: set[int]) -> tuple[set[int], set[int]]:
    """The places of the headlines and of the standfirsts among the lines of a story and its bylines.

    A short line that is no sentence is a headline, where such are few; what follows the first of them over the
    story is its standfirst.
    """
    lines = [at for at in range(len(texts)) if at not in bylines]
    short = {at for at in lines if _is_short(texts[at])}
    if len(short) > len(lines) / 2 or len(short) == len(lines):
        return set(), set()
    end = head_end(texts)
    head = [at for at in lines if at < end]
    if end + 1 in bylines and head and len(texts[end].split()) <= STANDFIRST_WORDS:
        head.append(end)
    under = {at for at in head[1:] if head[0] in short and len(texts[at].split()) > 4}
    return short - under, under


def find_labels(texts: Sequence[str], headlines: set[int]) -> set[int]:
    """Of the headlines those within the story, behind its first sentence, that are not its own: captions, teasers.

    They are few, for a report in sections has a heading for each; and of a heading's words the story has half.  A last
    line may be the story's, broken off.
    """
    inside = {at for at in headlines if head_end(texts) < at < len(texts) - 1}
    if len(inside) > MOST_LABELS:
        return set()
    story = {word for at, text in enumerate(texts) if at not in inside for word in words(text)}
    return {at for at in inside if not _is_of(words(texts[at]), story)}


def _is_of(folded: Sequence[str], story: set[str]) -> bool:
    """Whether half of the longer words of a line stand in a story."""
    telling = [word for word in folded if len(word) >= TELLING]
    return sum(word in story for word in telling) * 2 >= len(telling)
