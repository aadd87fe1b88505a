"""What was changed in a sentence that is told in other words.  Each finder is strict: rewording, other units, merged
sentences must not count, so a value counts as changed only where something beside it shows that it is of the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.language import fold, words
from fogline.lineage.citations import all_keys, cited, cites
from fogline.lineage.contrasts import Found, contrasts, find_senses, mean_the_same
from fogline.lineage.figures import Figure, differ, figures_in, is_sum
from fogline.lineage.lexicon import lexicon
from fogline.lineage.likewise import is_told
from fogline.lineage.matches import Change, Match
from fogline.lineage.naming import is_form, is_place, misspelled, names_among
from fogline.lineage.tellings import Sentence
from fogline.lineage.tokens import Kind, Token
from fogline.lineage.voices import sources

TOLD_ALIKE = 0.6  # the same in a report that keeps no sentence
DAY_ALIKE = 0.3  # the same of a day, for which there are fewer words than for a name
TOLD = 0.25  # share of a sentence that must be told before a name, a day or a verb counts as put for another
BESIDE = 3  # words that tell on each side of a value among which something must be shared
FAR = 5  # the same beside a number that is the only one changed
FEWEST = 6  # words of a sentence that tells something
SMALL = 3  # so small a number may count anything
_NEGATED = re.compile(r"\b(?:no|not|never|nobody|neither|denied)\b", re.I)
_OF_ITSELF = re.compile(
    r"\b(?:said|says|announced|insisted|reported)\s+(?:that\s+)?"
    r"(?:it|they|he|(?:its|their) \w+) (?:also )?(?:had|has|have)\b",
    re.I,
)
_FROM_ANOTHER = re.compile(
    r"\bdays? (?:before|after|earlier|later)\b|\b(?:previous|next|following) (?:day|night)\b", re.I
)
_CLAIMED = re.compile(r"\bclaim(?:s|ed)\b", re.I)


def retold(match: Match) -> Iterator[Change]:
    """The changes of one sentence."""
    yield from numbers(match)
    yield from sources(match)
    if match.share >= (DAY_ALIKE if match.own_words else TOLD):
        yield from days(match)
    if match.share >= (TOLD_ALIKE if match.own_words else TOLD):  # a paraphrase has its own word for every name
        yield from names(match)
        if match.alone or not match.digest:
            yield from opposites(match)
    if match.alone:
        yield from certainty(match)
        yield from scope(match)


def numbers(match: Match) -> Iterator[Change]:
    """Numbers that the other has nowhere near, where one of the same thing stands instead."""
    here, there = figures_in(match.altered.tokens), figures_in(match.original.tokens)
    near_here, near_there = _figures(match.near_altered), _figures(match.near_original)
    gone = [f for f in there if all(differ(f, o) or f.unit != o.unit for o in near_here)]
    new = [f for f in here if all(differ(f, o) or f.unit != o.unit for o in near_there)]
    for before in gone:
        lone = len(gone) == len(new) == 1
        date = before.unit == "date" and min(len(match.original.tokens), len(match.altered.tokens)) < FEWEST
        after = None if date else next((f for f in new if _same_thing(match, before, f, lone=lone)), None)
        if after and differ(before, after):
            new.remove(after)
            yield Change(after.kind, before.text, after.text)


def _figures(sentences: Sequence[Sentence]) -> list[Figure]:
    return [f for s in sentences for f in figures_in(s.tokens)]


def _same_thing(match: Match, before: Figure, after: Figure, *, lone: bool) -> bool:
    """Whether two figures count the same: by their nouns, or by what stands around them."""
    here, there = figures_in(match.altered.tokens), figures_in(match.original.tokens)
    if before.unit != after.unit or before.unit == "clock":
        return False
    if any(mean_the_same(one, other) for one in before.nouns for other in after.nouns):
        return not {"other", "others", "more", "further"} & set(words(f"{before.text} {after.text}"))
    if (
        "others" in words(before.text)
        or min(before.amount, after.amount) <= SMALL
        or is_sum(after, there)
        or is_sum(before, here)
    ):
        return False
    reach = BESIDE if match.own_words else FAR
    return lone and bool(
        _beside(match.original.tokens, before.at, reach) & _beside(match.altered.tokens, after.at, reach)
    )


def _beside(tokens: Sequence[Token], at: int, reach: int = BESIDE) -> set[str]:
    """The keys of the words that tell, beside a word."""
    before = [t.key for t in tokens[:at] if t.kind is not Kind.EMPTY]
    behind = [t.key for t in tokens[at + 1 :] if t.kind is not Kind.EMPTY]
    return {*before[-reach:], *behind[:reach]}


def names(match: Match) -> Iterator[Change]:
    """A name spelled otherwise, by more than romanisations vary; or one put for another in the same surroundings."""
    gone = _lost(match.original, match.near_altered)
    new = _lost(match.altered, match.near_original)
    texts = match.original.text, match.altered.text
    for i in gone:
        for j in new:
            before, after = match.original.tokens[i], match.altered.tokens[j]
            elsewhere = after.key in match.original_facts.names and before.key in match.altered_facts.names
            if misspelled(before.text, after.text) and not elsewhere:
                yield Change("name", before.text, after.text)
                return
            if not is_form(before.text, after.text, texts) and _stands_for(match, i, j):
                yield Change("place" if is_place(match.altered.tokens, j) else "name", before.text, after.text)
                return


def _lost(sentence: Sentence, others: Sequence[Sentence]) -> list[int]:
    """Where the names of a sentence stand that the other report does not have near."""
    held = {t.key for s in others for t in s.tokens if t.kind is Kind.NAME}
    names = {id(t) for t in names_among(sentence.tokens)}
    return [i for i, t in enumerate(sentence.tokens) if id(t) in names and t.key not in held]


def _stands_for(match: Match, i: int, j: int) -> bool:
    """Whether two names stand in the same surroundings: behind the same word, beside the same words."""
    one, other = match.original.tokens, match.altered.tokens
    shared = _beside(one, i) & _beside(other, j)
    behind = one[i + 1].key if i + 1 < len(one) else "", other[j + 1].key if j + 1 < len(other) else "-"
    if behind[0] == behind[1] and one[i + 1].kind is Kind.NAME and shared - {behind[0]}:
        return True
    before = one[i - 1].key if i else "", other[j - 1].key if j else ""
    return before[0] == before[1] and bool(shared)


def days(match: Match) -> Iterator[Change]:
    """A weekday or a month put for another; not where a day is told from another ("the day before")."""
    book = lexicon()
    short = min(len(match.original.tokens), len(match.altered.tokens)) < FEWEST  # a dateline
    if short or _FROM_ANOTHER.search(f"{match.original.text} {match.altered.text}"):
        return
    for known in (book.days, book.months):
        before, after = _among(match.original, known), _among(match.altered, known)
        near = {known[fold(t.text)] for s in match.near_original for _, t in _among(s, known)}
        if len(before) == 1 and len(after) == 1:
            (i, one), (j, other) = before[0], after[0]
            shared = _beside(match.original.tokens, i) & _beside(match.altered.tokens, j)
            moved = known[fold(other.text)] in near
            if known[fold(one.text)] != known[fold(other.text)] and len(shared) > moved:
                yield Change("time", one.text, other.text)


def _among(sentence: Sentence, known: dict[str, int]) -> list[tuple[int, Token]]:
    """The days or months of a sentence, with their places."""
    return [(i, t) for i, t in enumerate(sentence.tokens) if fold(t.text) in known and t.text != "may"]


def opposites(match: Match) -> Iterator[Change]:
    """Words that exclude each other, beside the same."""
    gone, new = (_placed(s) for s in (match.original, match.altered))
    pairs = contrasts([w for w, _ in gone if w.sense.anywhere], [w for w, _ in new if w.sense.anywhere])
    around = {id(w): keys for w, keys in (*gone, *new)}
    for before, after in pairs:
        if around[id(before)] & around[id(after)]:
            yield Change(before.sense.kind, before.text, after.text)


def _placed(sentence: Sentence) -> list[tuple[Found, set[str]]]:
    """The words of a sentence that have a sense, with what stands beside each."""
    folded, at = [], []
    for i, token in enumerate(sentence.tokens):
        for word in words(token.text):
            folded.append(word)
            at.append(i)
    return [(w, _beside(sentence.tokens, at[w.at])) for w in find_senses(folded)]


def certainty(match: Match) -> Iterator[Change]:
    """What held the original back, with nothing of the kind in the report's sentence."""
    book = lexicon()
    text, altered = match.original.text, set(words(match.altered.text))
    possible = _first(book.possible, match)
    planned = None if _NEGATED.search(text) else _first(book.planned, match)
    if _is_unsaid(match):
        speaker = next((c.text for c in cited(text) if c.speech and c.keys), "they")
        yield Change("certainty", f"{speaker} said so", "stated as a fact")
    elif possible and not altered & book.also_possible and not _pattern(book.possible).search(match.altered.text):
        yield Change("certainty", possible, "not held back")
    elif planned and not altered & book.also_planned and not _pattern(book.planned).search(match.altered.text):
        yield Change("certainty", planned, "not held back")


def _is_unsaid(match: Match) -> bool:
    """Whether the original has somebody say so of itself, or claim it, and the report cites nobody."""
    if match.digest or cites(match.altered.text):
        return False
    said = [c for c in cited(match.original.text) if c.speech]
    kept = any(len(c.keys) > 1 and c.among(all_keys(match.altered.text)) for c in said)  # by a phrase not known
    claimed = bool(_CLAIMED.search(match.original.text) and said and not kept)
    return claimed or bool(_OF_ITSELF.search(match.original.text))


def scope(match: Match) -> Iterator[Change]:
    """A part made the whole: "parts of" dropped, or "completely" added."""
    book = lexicon()
    part = _first(book.digest if match.digest else book.partial, match)
    if part and not set(words(match.altered.text)) & book.also_partial:
        yield Change("scope", part, "the whole")
        return
    every, only = book.all.search(match.original.text), book.part.search(match.altered.text)
    if every and only and match.share >= TOLD and not match.own_words:
        yield Change("scope", every.group(), only.group())
        return
    whole = _pattern(book.whole).search(match.altered.text)
    around = {w for s in match.near_original for w in words(s.text)}
    if whole and not around & book.also_whole:
        yield Change("scope", "not the whole", whole.group().strip())


def _first(patterns: Sequence[str], match: Match) -> str | None:
    """The first place where a pattern stands, with the three words behind it, if the report has one of these."""
    found = _pattern(patterns).search(match.original.text)
    if not found:
        return None
    behind = [w for w in words(found.group(1)) if w not in lexicon().empty and len(w) > 2]
    has = words(match.altered.text)
    told = any(is_told(w, other) for w in behind for other in has)
    return found.group().strip() if told else None


def _pattern(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b((?:\W+\w+){{0,3}})")
