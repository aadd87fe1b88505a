"""Whether it is so, how surely and of how much: words for it put, changed or left out in a sentence that stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from fogline.language import fold, words
from fogline.lineage.contrasts import Found, contrasts, find_senses
from fogline.lineage.hunks import Hunk, text_of
from fogline.lineage.lexicon import lexicon
from fogline.lineage.matches import Change, Match
from fogline.lineage.tokens import Kind
from fogline.lineage.values import SHORT
from fogline.lineage.voices import is_unsaid

CLAUSE = 12  # words of a clause
LONG = 10  # words put for another
_MODALS = frozenset({"will", "would", "shall", "may", "might", "could", "should", "must"})
_EXCEPT = frozenset({"except", "excepting", "save", "excluding", "barring"})
_EVERY = frozenset({"all", "every", "everything", "everybody", "everyone", "nothing", "nobody", "none"})
_IS_TO = re.compile(r"\b(?:is|are|was|were) to\b")
_DONE = frozenset({"has", "have", "had", "was", "were", "is", "are", "did"})
_NEGATIONS = frozenset({"not", "no", "never", "nobody", "none", "neither", "without", "cannot"})


def contrast(match: Match, hunk: Hunk) -> Iterator[Change]:
    """Words that exclude each other."""
    gone, new = ([w for t in part for w in words(t.text)] for part in (hunk.original, hunk.altered))
    if len(gone) <= LONG and len(new) <= LONG:
        for before, after in contrasts(_only(gone, hunk.put), _only(new, hunk.gone)):
            if before.sense.kind != "negation" or not _negated_instead(match):
                yield Change(before.sense.kind, before.text, after.text)


def _only(folded: Sequence[str], moved: Set[str]) -> list[Found]:
    """The words with a sense, of one side, whose like stands in no other place where the sentences differ."""
    there = {(w.sense.family, w.sense.line) for w in find_senses(sorted(moved))}
    return [w for w in find_senses(folded) if (w.sense.family, w.sense.line) not in there]


def negation(match: Match, hunk: Hunk) -> Iterator[Change]:
    """A "not" or a denial that stands on one side only."""
    gone, new = ([w for t in part for w in words(t.text)] for part in (hunk.original, hunk.altered))
    if max(len(gone), len(new)) > SHORT or "but" in gone[-1:] + new[-1:] or {"only", "it"} & {*gone, *new}:
        return
    here, there = set(words(match.altered.text)), set(words(match.original.text))
    moved = bool(_NEGATIONS & set(gone) & here or _NEGATIONS & set(new) & there)
    denied, denies = (bool(set(part) & lexicon().denials) for part in (gone, new))
    if denied and not denies and not _negated_instead(match):
        yield Change("negation", " ".join(gone), " ".join(new) or "-")
    elif not moved and bool(_NEGATIONS & set(gone)) != bool(_NEGATIONS & set(new)) and not _negated_instead(match):
        yield Change("negation", " ".join(gone) or "-", " ".join(new) or "-")


def _negated_instead(match: Match) -> bool:
    """Whether the one denies and the other says "not": "denied that it was lost", "said that it was not"."""
    here, there = set(words(match.altered.text)), set(words(match.original.text))
    denials = lexicon().denials
    return bool(
        (there & denials and not here & denials and here & _NEGATIONS - there)
        or (here & denials and not there & denials and there & _NEGATIONS - here)
    )


def held_back(_: Match, hunk: Hunk) -> Iterator[Change]:
    """A word that holds the statement back, dropped or put."""
    book = lexicon()
    gone, new = (" ".join(t.text.lower() for t in part) for part in (hunk.original, hunk.altered))
    if max(len(hunk.original), len(hunk.altered)) > LONG or not (new or len(hunk.original) <= SHORT + 2):
        return
    tried = book.attempts.search(gone)
    held = [book.holds_back(gone) or (tried.group() if tried else None), book.holds_back(new)]
    if bool(held[0]) != bool(held[1]):
        yield Change("certainty", held[0] or gone or "not held back", held[1] or new or "not held back")


def planned(_: Match, hunk: Hunk) -> Iterator[Change]:
    """What would be put for what has been, or the other way."""
    sides = [(set(words(text_of(part))), part) for part in (hunk.original, hunk.altered)]
    ahead = [bool(side & _MODALS) or bool(_IS_TO.search(" ".join(words(text_of(part))))) for side, part in sides]
    done = [bool(side & _DONE) and "to" not in side for side, _ in sides]
    if max(len(hunk.original), len(hunk.altered)) <= SHORT and ((ahead[0] and done[1]) or (ahead[1] and done[0])):
        yield Change("certainty", text_of(hunk.original), text_of(hunk.altered))


def scope(match: Match, hunk: Hunk) -> Iterator[Change]:
    """A part made the whole, or the whole a part."""
    book = lexicon()
    gone, new = (" ".join(w for t in part for w in words(t.text)) for part in (hunk.original, hunk.altered))
    leaves_out = match.own_words or (match.digest and not (gone and new))
    if max(len(hunk.original), len(hunk.altered)) > SHORT or leaves_out:
        return
    if _EXCEPT & {*gone.split(), *new.split()} and all({*side.split()} & {*_EXCEPT, "but"} for side in (gone, new)):
        return  # "all except Homs", "all but Homs"
    here, there = fold(match.altered.text), fold(match.original.text)
    part = [_first(book.part, gone, here), _first(book.part, new, there)]
    whole = _first(book.all, new, there) and not book.all.search(gone)
    fewer = not new and (bool(book.portion.search(gone)) or _is_half_of_a_pair(hunk, here))
    if part[0] != part[1] or whole or fewer:
        yield Change("scope", text_of(hunk.original) or "-", text_of(hunk.altered) or "-")


def _first(pattern: re.Pattern[str], side: str, other: str) -> bool:
    """Whether a pattern stands on one side, and its words nowhere in the other's sentence."""
    found = pattern.search(side)
    return found is not None and not re.search(rf"\b{re.escape(found.group())}\b", other)


def _is_half_of_a_pair(hunk: Hunk, other: str) -> bool:
    """Whether the words dropped are "and wounded" behind "dead": the second of two that one figure counts."""
    if len(hunk.original) > 3 or set(words(text_of(hunk.original[1:]))) & set(other.split()):
        return False
    gone = [w for t in hunk.original for w in words(t.text)]
    before = {w.sense.family for w in find_senses([w for t in hunk.before[-1:] for w in words(t.text)])}
    return gone[:1] in (["and"], ["or"]) and bool(before & {w.sense.family for w in find_senses(gone[1:])})


def dropped(match: Match, hunk: Hunk) -> Iterator[Change]:
    """Words left out without which the sentence says more: a denial, who says so, a part "of", what narrows a noun."""
    if hunk.altered or match.digest:
        return
    gone, last = words(text_of(hunk.original)), fold(hunk.original[-1].text)
    tells = [t for t in hunk.original if t.kind is Kind.WORD]
    if lexicon().denials & set(gone) and len(gone) <= CLAUSE and not _negated_instead(match):
        yield Change("negation", text_of(hunk.original), "-")
    elif "told" not in gone and is_unsaid(match, set(gone)):
        yield Change("certainty", text_of(hunk.original), "stated as a fact")
    elif (
        (len(gone) <= CLAUSE and _is_exception(hunk, gone))
        or (
            tells
            and fold(tells[-1].text) not in lexicon().generic
            and (
                hunk.before
                and hunk.after
                and tells
                and len(gone) <= SHORT
                and (last == "of" or gone[-2:] == ["of", "the"])
            )
        )
        or _narrows(match, hunk)
    ):
        yield Change("scope", text_of(hunk.original), "-")


def _is_exception(hunk: Hunk, gone: Sequence[str]) -> bool:
    """Whether the words left out say what is not meant: "all [but the port]", "[except for a strip]"."""
    before = fold(hunk.before[-1].text) if hunk.before else ""
    return gone[0] in _EXCEPT or (gone[0] == "but" and (gone[1:2] == ["for"] or before in _EVERY))


def _narrows(match: Match, hunk: Hunk) -> bool:
    """Whether one or two adjectives are left out before a noun, or "eastern" and the like before a name."""
    if not match.plain or not hunk.before or not hunk.after or any(t.kind is not Kind.WORD for t in hunk.original):
        return False
    if hunk.after[0].kind is Kind.NAME:
        return len(hunk.original) == 1 and fold(hunk.original[0].text) in lexicon().portions
    return hunk.after[0].kind is Kind.WORD and len(hunk.original) <= 2
