"""What was changed in a sentence that keeps most words of its source: each place where the words differ is weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from rapidfuzz import fuzz

from fogline.language import fold, words
from fogline.lineage.clauses import left_out
from fogline.lineage.contrasts import mean_the_same
from fogline.lineage.hunks import Hunk, Laid, text_of
from fogline.lineage.lexicon import lexicon
from fogline.lineage.likewise import is_told
from fogline.lineage.matches import Change, Match
from fogline.lineage.naming import countries
from fogline.lineage.smallwords import small_words
from fogline.lineage.stances import contrast, dropped, held_back, negation, planned, scope
from fogline.lineage.tellings import Sentence
from fogline.lineage.tokens import Kind, Token
from fogline.lineage.values import SHORT, bound, measure, name, number, time
from fogline.lineage.voices import source, speaker_in

PLAIN = 0.95  # share of words kept from which a word left out before a noun counts
TIGHT = 0.75  # share of words kept from which any other word counts, unless it means the same
SPELLING = 80  # rapidfuzz ratio from which two words are spellings or forms of one
NEARLY = 0.85  # share of words kept from which words count that the one has and the other has nowhere near
FEW = 5  # words put for others within words that stay, in a sentence that is reworded
FINDERS = (
    number,
    bound,
    time,
    source,
    name,
    contrast,
    negation,
    measure,
    held_back,
    planned,
    scope,
)  # the surest first
_FIGURES = re.compile(r"[0-9]+")
_DAYS = frozenset({"today", "yesterday", "tonight", "tomorrow", "day", "morrow", "night"})


def anchored(match: Match, laid: Laid) -> Iterator[Change]:
    """The changes of a sentence in other words, in such places only where words that stay stand on both sides."""
    for hunk in () if match.own_words else laid.hunks:
        if hunk.kept and max(len(hunk.original), len(hunk.altered)) <= FEW:
            yield from _weigh(match, hunk)


def edits(match: Match, laid: Laid) -> Iterator[Change]:
    """The changes of one sentence, place by place."""
    for hunk in laid.hunks:
        known = replace(match, plain=laid.share >= PLAIN)
        found = _weigh(known, hunk)
        if not found and laid.share >= TIGHT and not match.own_words:
            found = [*dropped(known, hunk), *_other(known, hunk)]
            if laid.share >= NEARLY:
                found = found or [*_one_sided(known, hunk)] or [*small_words(hunk)]
            found = found or [*left_out(known, hunk, laid.share)]
        yield from found


def _weigh(match: Match, hunk: Hunk) -> list[Change]:
    """The change in one place: the first kind that is found, the surest first."""
    return next((found for find in FINDERS if (found := list(find(match, hunk)))), [])


def _other(match: Match, hunk: Hunk) -> Iterator[Change]:
    """Words put for others that do not mean the same, in a sentence that keeps nearly all around them."""
    if (
        max(len(hunk.original), len(hunk.altered)) > SHORT
        or _is_of_a_day(hunk)
        or "told" in words(text_of(hunk.original))
    ):
        return
    gone = _telling([*hunk.original, *hunk.after[:1]], len(hunk.original), hunk.put)
    new = _telling([*hunk.altered, *hunk.after[:1]], len(hunk.altered), hunk.gone)
    if not gone or not new or any(_alike(a, b) for a in gone for b in new):
        return
    yield Change(_kind_of(match, hunk), text_of(hunk.original), text_of(hunk.altered))


def _one_sided(match: Match, hunk: Hunk) -> Iterator[Change]:
    """A word or two left out, or that tell put for some that do not, of which the other report has none nearby.

    A digest leaves out by nature, and so does any report what stands in apposition ("Keren, the second city").
    """
    gone, new = _unheard(hunk.original, match.near_altered), _unheard(hunk.altered, match.near_original)
    apposed = not hunk.altered and {"a", "an", "the"} & set(words(text_of(hunk.original)))
    added = not hunk.original or _is_of_a_day(hunk)
    if match.digest or apposed or added or max(len(hunk.original), len(hunk.altered)) > FEW:
        return
    if bool(gone) != bool(new):
        yield Change("wording", text_of(hunk.original), text_of(hunk.altered) or "-")


def _unheard(part: Sequence[Token], near: Sequence[Sentence]) -> list[str]:
    """The words of a part that tell and of which the other report has no like nearby."""
    book = lexicon()
    silent = book.titles | book.units.keys() | book.cites_after | book.cite_signs
    held = {w for s in near for w in words(s.text)}
    telling = (w for t in part if t.kind is Kind.WORD for w in words(t.text) if w not in silent)
    return [w for w in telling if not any(is_told(w, other) for other in held)]


def _telling(tokens: Sequence[Token], until: int, moved: Set[str]) -> list[str]:
    """The words of a part that tell and were not moved; units, verbs of speech, titles before a name tell nothing."""
    book = lexicon()
    silent = moved | book.units.keys() | book.cites_after
    found = []
    for at, token in enumerate(tokens[:until]):
        titled = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.NAME
        if token.kind in {Kind.WORD, Kind.NAME}:
            bare = words(re.sub(r"[’']s\b", "", token.text))
            found += [w for w in bare if w not in silent and not (titled and w in book.titles)]
    return found


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms, spellings or synonyms of one another, or stand for one state.

    Words with figures ("155mm", "1970s") are so only where the figures are the same.
    """
    if _FIGURES.findall(one) != _FIGURES.findall(other):
        return False
    states = countries(one.capitalize()) & countries(other.capitalize())
    return bool(states) or mean_the_same(one, other) or fuzz.ratio(one, other) >= SPELLING


def _is_of_a_day(hunk: Hunk) -> bool:
    """Whether a day is told by another word: "on Monday" and "yesterday", "in May 1989" and "three years ago"."""
    book = lexicon()
    gone, new = (set(words(text_of(part))) for part in (hunk.original, hunk.altered))
    dated = book.days.keys() | book.months.keys() | _DAYS
    return bool(gone & dated or "ago" in gone) and bool(new & dated or "ago" in new or any(w.isdigit() for w in new))


def _kind_of(match: Match, hunk: Hunk) -> str:
    """What a change of words is called: by figures, who speaks or acts, the word before a place, else its wording."""
    book = lexicon()
    if all(_FIGURES.search(text_of(part)) for part in (hunk.original, hunk.altered)):
        return "number"
    gone, new = ([fold(t.text) for t in part if t.kind is not Kind.EMPTY] for part in (hunk.original, hunk.altered))
    people = gone[-1] in book.same and new[-1] in book.same
    if people or speaker_in(match.original.text, hunk.original) or speaker_in(match.altered.text, hunk.altered):
        return "source"
    first = next(i for i, t in enumerate(hunk.original) if t.kind is not Kind.EMPTY)
    nearest = [*hunk.before, *hunk.original[:first]][-2:]
    parts = (hunk.original, hunk.altered)
    capital = any(t.text[0].isupper() for part in parts for t in part)
    if capital and any(fold(t.text) in book.place_before for t in nearest):
        return "place"
    named = all(any(t.text[0].isupper() and t.kind is not Kind.EMPTY for t in part) for part in parts)
    return "name" if named and hunk.before else "wording"  # a sentence's first word has its capital for nothing
