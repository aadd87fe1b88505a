"""What stands over a story: headlines, standfirsts (what it says in a line or two), bylines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.language.words import fold, words
from fogline.text.form import HEADLINE_WORDS
from fogline.text.paragraphs import has_stop
from fogline.text.vocabulary import vocabulary, word_list
from fogline.text.weighing import familiar

MOST_LINES = 8  # that may stand over a story
MOST_LABELS = 3  # of other stories, that may stand within one
STANDFIRST_WORDS = 45
LONGEST_ROLE = 8  # words of a line that says who wrote it without "by"
TELLING = 4  # letters of a word that tells
_TRAIL = re.compile(r"[>»›→]|[|/].*[|/]")  # "Home > News": where a page stands in its site
_TOKEN = re.compile(r"[^\W\d_][\w’'.-]*")
_HANDLE = re.compile(r"@\w+")
_MORE = re.compile(r"[\d|/·•—!?:]|\bLIVE\b")  # what no name of a person or an outlet has


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
    story = [text for text in texts[end:] if has_stop(text)]
    roles = {at for at in range(1, end) if _is_role(texts[at])}
    return first | roles | {at for at in range(end) if _is_named(texts, at, story, outlet=fold(outlet))}


def find_mastheads(texts: Sequence[str], *, outlet: str) -> set[int]:
    """The places of the lines over a story that name its outlet and say more of it, or stand over the headline."""
    end, name = head_end(texts), _short_name(fold(outlet))
    named = {at for at in range(end) if name and _is_short(texts[at]) and fold(texts[at]).startswith(name)}
    return {at for at in named if _MORE.search(texts[at]) or (at == 0 and end > 1 and 1 not in named)}


def _short_name(outlet: str) -> str:
    return outlet.split(" and ", maxsplit=1)[0]


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(_HANDLE.sub(" ", text))


def _is_short(text: str) -> bool:
    return not has_stop(text) and len(text.split()) <= HEADLINE_WORDS


def _calls(text: str) -> bool:
    """Whether a line over the story ends in a call or a question, and is no longer than a headline."""
    return text.endswith(("!", "?")) and len(text.split()) <= HEADLINE_WORDS


def _opens_as_byline(text: str) -> bool:
    """Whether nothing but names follows a word such as "by" or "words"."""
    tokens = _tokens(text)
    opening = tokens[:1] != [] and fold(tokens[0]) in word_list("openers")
    return opening and _is_short(text) and len(tokens) > 1 and _is_names(tokens)


def _is_names(tokens: Sequence[str]) -> bool:
    return all(token[0].isupper() or fold(token) in word_list("bylines") for token in tokens)


def _is_role(text: str) -> bool:
    """Whether a line tells who wrote it by what he is: "Staff and agencies", "Foreign affairs reporter"."""
    tokens = _tokens(text)
    told = {fold(token) for token in tokens}
    is_short = _is_short(text) and 1 < len(tokens) <= LONGEST_ROLE and not any(map(str.isdigit, text))
    return is_short and not told.isdisjoint(word_list("writers")) and _is_names(tokens)


def _is_named(texts: Sequence[str], at: int, story: Sequence[str], *, outlet: str) -> bool:
    """Whether a line is a person's name that the story has not, or the name of the outlet."""
    text, tokens = texts[at], _tokens(texts[at])
    if not _is_short(text) or len(tokens) < 2 or not _is_names(tokens) or _TRAIL.search(text):
        return False
    if outlet and fold(text).startswith(_short_name(outlet)):
        return True
    if any(fold(token) in word_list("war") for token in (tokens[0], *tokens[2:])):  # a second word may be a surname
        return False
    person = [token for token in tokens if fold(token) not in word_list("bylines")][:2]
    in_capitals = text.isupper() and (at == 0 or not 2 <= len(tokens) <= 3 or _MORE.search(text) is not None)
    return len(person) > 1 and not in_capitals and not any(map(str.isdigit, text)) and not _is_told(person, story)


def _is_told(person: Sequence[str], story: Sequence[str]) -> bool:
    """Whether a story has one of two words, a note on the writer aside, or they are words of every report of a war."""
    below = [token for text in story if not text.startswith(" ".join(person)) for token in _tokens(text)]
    known = frozenset(below), frozenset(token for token in below if token.islower())
    told = [token in known[0] or token.lower() in known[1] or _is_common(token) for token in person]
    return all(told) or any(token.lower() in known[1] for token in person)


def _is_common(token: str) -> bool:
    """Whether a word is one of reports and of calendars."""
    folded = fold(token)
    return familiar(vocabulary(token, frozenset())) > 0 or folded in word_list("names") | word_list("news")


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
    short |= {at for at in head if _calls(texts[at])}
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
