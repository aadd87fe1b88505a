"""What a sentence changed in meaning against the sentences that it was taken from.  Each finder is strict: rewording,
other units and merged sentences must not count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from fogline.language import fold, words
from fogline.lineage.alignment import VERBATIM
from fogline.lineage.citations import Citation, all_keys, cited, cites, names_in
from fogline.lineage.lexicon import lexicon
from fogline.lineage.tellings import Sentence, Telling
from fogline.lineage.tokens import Kind, Token, skeleton, stem

_NEGATED = re.compile(r"\b(?:no|not|never|nobody|neither|denied)\b", re.I)
ALIKE = 72  # rapidfuzz ratio from which two names are spellings of one


@dataclass(frozen=True, slots=True)
class Change:
    """A kind of alteration with both values."""

    kind: str
    original: str
    altered: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a whole telling holds, to know a change from a move."""

    numbers: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, telling: Telling) -> Facts:
        """The numbers and names of a telling."""
        tokens = [t for s in telling.sentences for t in s.tokens]
        return cls(
            frozenset(t.key for t in tokens if t.kind is Kind.NUMBER),
            frozenset(t.key for t in tokens if t.kind is Kind.NAME),
        )


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence, the one it was taken from, and what stands around both."""

    altered: Sentence
    original: Sentence
    altered_facts: Facts
    original_facts: Facts
    near_altered: Sequence[Sentence] = field(default=())
    near_original: Sequence[Sentence] = field(default=())
    alone: bool = True  # whether each of the two was matched with the other only, and the one tells enough of the other
    digest: bool = False  # whether the report is a summary, which drops and merges by nature
    agency: frozenset[str] = frozenset()  # keys of the agencies that the report credits: no source of their own


def find_changes(match: Match) -> list[Change]:
    """All changes of one pair of sentences."""
    if match.altered.text == match.original.text:
        return []
    found = [*numbers(match), *names(match), *days(match), *sources(match)]
    if match.alone:
        found += [*certainty(match), *scope(match)]
    return found


def numbers(match: Match) -> Iterable[Change]:
    """Numbers of the original that are gone from the whole report, where another of its kind stands instead."""
    gone = _lost_numbers(match.original, match.altered_facts)
    new = _lost_numbers(match.altered, match.original_facts)
    for (kind, before), (other, after) in zip(gone, new, strict=False):
        if kind == other:
            yield Change("number", before, after)


def _lost_numbers(sentence: Sentence, elsewhere: Facts) -> list[tuple[str, str]]:
    """The kind of unit and the words of each number that the other report has nowhere."""
    found: list[tuple[str, str]] = []
    for at, token in enumerate(sentence.tokens):
        if token.kind is not Kind.NUMBER or token.key in elsewhere.numbers or _is_date(sentence.tokens, at):
            continue
        following = sentence.tokens[at + 1 : at + 3]
        unit = next((lexicon().units[t.text.lower()] for t in following if t.text.lower() in lexicon().units), "count")
        found.append((unit, " ".join((token.text, *(t.text for t in following)))))
    return found


def _is_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is a year, a day of a month, or too small to be a figure."""
    book, token = lexicon(), tokens[at]
    around = [t.text.lower() for t in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])]
    year = token.key.isdigit() and 1900 <= int(token.key) <= 2100 and "," not in token.text
    return year or token.key in {"0", "1", "2"} or any(word in book.months for word in around)


def names(match: Match) -> Iterable[Change]:
    """A name spelled otherwise, by more than romanisations vary; or, among the same words, a name put for another."""
    gone = _lost_names(match.original, match.altered_facts)
    new = _lost_names(match.altered, match.original_facts)
    for before in gone:
        for after in new:
            if _misspelled(before, after):
                yield Change("name", before, after)
                return
    same = fuzz.token_sort_ratio(match.original.text.lower(), match.altered.text.lower()) >= VERBATIM
    if same and len(gone) == 1 and len(new) == 1 and not _is_form(gone[0], new[0], match):
        yield Change("name", gone[0], new[0])


def _lost_names(sentence: Sentence, elsewhere: Facts) -> list[str]:
    return list(dict.fromkeys(t.text for t in sentence.tokens if t.kind is Kind.NAME and t.key not in elsewhere.names))


def _misspelled(before: str, after: str) -> bool:
    """Whether two names are one name with other consonants: not a romanisation, an adjective or a longer form."""
    one, other = fold(before), fold(after)
    if fuzz.ratio(one, other) < ALIKE:
        return False
    form = one.startswith(other[: len(one) - 2]) or other.startswith(one[: len(other) - 2]) or stem(one) == stem(other)
    return not form and skeleton(one) != skeleton(other)


def _is_form(before: str, after: str, match: Match) -> bool:
    """Whether two names may be forms of one: alike in their beginning, or one spells the initials of the other."""
    one, other = fold(before), fold(after)
    if skeleton(one) == skeleton(other) or one[:4] == other[:4]:
        return True
    texts = match.original.text, match.altered.text
    initials = ["".join(w[0] for w in re.findall(r"[A-Z][\w-]*", text)) for text in texts]
    return (after.isupper() and after in initials[0]) or (before.isupper() and before in initials[1])


def days(match: Match) -> Iterable[Change]:
    """A weekday put for another; not where the day is told from another day ("the previous day")."""
    before, after = _weekdays(match.original.text), _weekdays(match.altered.text)
    around = {d for s in match.near_original for d in _weekdays(s.text)}
    related = set(words(match.original.text + " " + match.altered.text)) & {
        "day",
        "days",
        "yesterday",
        "earlier",
        "later",
    }
    if len(before) == 1 and len(after) == 1 and before != after and not set(after) & around and not related:
        yield Change("time", before[0].capitalize(), after[0].capitalize())


def _weekdays(text: str) -> list[str]:
    return list(dict.fromkeys(w for w in words(text) if w in lexicon().days))


def sources(match: Match) -> Iterable[Change]:
    """A cited source put for another; or dropped, so that what was said stands as a fact."""
    here, there = cited(match.altered.text), cited(match.original.text)
    named = all(c.keys for c in there)  # a pronoun may stand for the other's source
    if named and (match.alone or not match.digest):
        new = [
            c
            for c in here
            if c.keys and not c.keys & match.agency and not _found(c, match.near_original, match.original)
        ]
        gone = [c for c in there if c.keys and not _found(c, match.near_altered, match.altered)]
        if new and gone:
            yield Change("source", gone[0].text, new[0].text)
            return
    said = [c for c in there if c.speech]
    kept = any(len(c.keys) > 1 and c.among(all_keys(match.altered.text)) for c in said)  # by a phrase not known
    if said and not kept and match.alone and not match.digest and not cites(match.altered.text):
        yield Change("certainty", f"{max(said, key=lambda c: bool(c.keys)).text} said so", "stated as a fact")


def _found(citation: Citation, near: Sequence[Sentence], sentence: Sentence) -> bool:
    """Whether a source is cited near the other sentence, or named in it; other names make another source of it."""
    cited_near = [c for s in near for c in cited(s.text)]
    names = frozenset(name for s in near for name in names_in(s.text))
    strangers = citation.names and not citation.names & names and any(c.names for c in cited(sentence.text))
    same = citation.among(all_keys(sentence.text)) or any(citation.agrees(c) for c in cited_near)
    return same and not strangers


def certainty(match: Match) -> Iterable[Change]:
    """A word that held the original back, and nothing of the kind in the report's sentence."""
    book = lexicon()
    altered = set(words(match.altered.text))
    possible = _first(book.possible, match.original.text)
    planned = None if _NEGATED.search(match.original.text) else _first(book.planned, match.original.text)
    if possible and not altered & book.also_possible:
        yield Change("certainty", possible, "not held back")
    elif planned and not altered & book.also_planned:
        yield Change("certainty", planned, "not held back")


def scope(match: Match) -> Iterable[Change]:
    """A part made the whole: "parts of" dropped, or "completely" added."""
    book = lexicon()
    part = _first(book.digest if match.digest else book.partial, match.original.text)
    if part and not set(words(match.altered.text)) & book.also_partial:
        yield Change("scope", part, "the whole")
        return
    whole = _first(book.whole, match.altered.text)
    if whole and not set(words(match.original.text)) & book.also_whole:
        yield Change("scope", "not the whole", whole)


def _first(patterns: Sequence[str], text: str) -> str | None:
    """The first place where one of the patterns stands, with the three words that follow it."""
    match = re.search(rf"\b(?:{'|'.join(patterns)})\b(?:\W+\w+){{0,3}}", text)
    return match.group().strip() if match else None
