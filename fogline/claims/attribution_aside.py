"""Speech set beside what is said, read off the words, for parsers stumble here: "..., K said on Friday", "..., said K".

A parse often takes the speaker of a closing "K said" for an apposition of the noun before it.
"""

from __future__ import annotations

from calendar import day_name

from fogline.claims.arguments import SUBJECTS
from fogline.language.plain import Word

BREAKS = frozenset({";", "—", "–"})
BOUNDS = frozenset({",", "”", '"', "''", "“", "``", ":", "?", "!", "-", "»", "…", "’"}) | BREAKS
CLOSING = frozenset({"”", '"', "''", "»"})
STOPS = frozenset({",", ".", "?", "!", "…", "..."})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NOUN", "PROPN"})
BEFORE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART", "ADV"})  # what may stand before a noun
BEHIND = frozenset({"ADP", "PRON", "PROPN", "ADV", "NOUN"})  # what may follow: "told us", "said on Friday"
DAYS = frozenset(day_name)
RELATIVE = frozenset({"WP", "WDT", "WRB"})
LONGEST = 14  # words from the start of an aside to its verb
TAIL = 8  # words behind the verb


def part_of(token: Word) -> tuple[int, int]:
    """The tokens of the part of a sentence, between semicolons and dashes, that a word stands in (half-open)."""
    sent, doc = token.sent, token.doc
    first, last = token.i, token.i + 1
    while first > sent.start and doc[first - 1].text not in BREAKS:
        first -= 1
    while last < sent.end and doc[last].text not in BREAKS:
        last += 1
    return first, last


def aside_speaker(verb: Word) -> Word | None:
    """The head of who speaks by a verb of speech that is set beside its content; `None` where it is not."""
    if verb.tag_ not in FINITE and not any(c.dep_ == "aux" for c in verb.children):
        return None
    return _behind(verb) or _before(verb)


def quote_closer(verb: Word) -> Word | None:
    """Who speaks by any verb right behind a quote, its subject between them: "“...,” K sighed."."""
    if verb.tag_ not in FINITE:
        return None
    start = _start(verb)
    if start is None or start < 2 or verb.doc[start - 1].text not in CLOSING or verb.doc[start - 2].text not in STOPS:
        return None
    return _before(verb)


def _behind(verb: Word) -> Word | None:
    """As in ", said a military source"."""
    sent, doc = verb.sent, verb.doc
    if verb.lemma_ == "tell" or (verb.i > sent.start and doc[verb.i - 1].text not in BOUNDS):
        return None
    noun = noun_from(verb.i + 1, min(sent.end, verb.i + LONGEST), verb)
    if noun is None or _has_own_verb(noun, verb) or noun.text in DAYS:
        return None
    if verb.i == sent.start and not (noun.i + 1 < sent.end and noun.nbor(1).text == ":"):  # "Added K: ..."
        return None
    return noun


def _has_own_verb(noun: Word, verb: Word) -> bool:
    """As in "said gunmen had massed": the noun belongs to what is said."""
    top = noun
    while top.dep_ in ("flat", "compound", "nmod:poss") and top.head.i > verb.i:
        top = top.head
    if top.dep_ in SUBJECTS and top.head.i > top.i:
        return True
    for token in verb.doc[noun.i + 1 : verb.sent.end]:
        if token.is_punct or token.tag_ in RELATIVE:
            return False
        if token.tag_ in FINITE:
            return True
    return False


def _before(verb: Word) -> Word | None:
    """As in ", a military source said"."""
    start = _start(verb)
    if start is None or not _closes(verb):
        return None
    if start == verb.i:  # "..., the arm of K, L, said"
        return _before_comma(verb)
    if any(t.tag_ in FINITE and t.dep_ != "aux" for t in verb.doc[start : verb.i]):
        return None
    noun = noun_from(start, verb.i, verb)
    if noun is None:
        return None
    for child in verb.children:  # "K, head of L, said": K
        if child.dep_ in SUBJECTS and child.i < start and child.is_ancestor(noun) and noun.dep_ == "appos":
            return child
    return noun


def _before_comma(verb: Word) -> Word | None:
    """As in "..., K, head of L, said": the subject, else the name that closes before the comma."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    if own:
        return own[0]
    if verb.i - 2 <= verb.sent.start or verb.nbor(-1).text != ",":
        return None
    noun = verb.nbor(-2)
    if noun.pos_ != "PROPN":
        return None
    while noun.dep_ in ("flat", "compound", "nmod", "conj") and noun.head.pos_ in NOUNS and noun.head.i < verb.i:
        noun = noun.head
    return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun


def also_aside(first: Word, verb: Word) -> list[Word]:
    """The second speaker of an aside, where the parse does not join them: "..., two residents and a nurse said"."""
    for token in verb.doc[first.i + 1 : verb.i]:
        if token.text in BOUNDS or token.tag_ in FINITE:
            return []
        if token.lower_ == "and":
            noun = noun_from(token.i + 1, verb.i, verb)
            return [noun] if noun is not None and not first.is_ancestor(noun) else []
    return []


def _start(verb: Word) -> int | None:
    """Where an aside starts: behind the mark before it; `None` where the sentence starts with it."""
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - LONGEST) - 1, -1):
        if verb.doc[i].text in BOUNDS:
            return i + 1
    return None


def _closes(verb: Word) -> bool:
    """Whether nothing but whom, when and how follows a verb, as far as the next mark."""
    doc, end = verb.doc, verb.sent.end
    for i in range(verb.i + 1, min(end, verb.i + TAIL)):
        token = doc[i]
        if token.is_punct:
            return token.text not in (":", "“", "``", "(") and not _takes_up(token)
        if i == verb.i + 1 and token.pos_ not in BEHIND:
            return False
        if token.lower_ == "that" or (token.tag_ in FINITE) or (token.dep_ in SUBJECTS and token.head.i > i):
            return False
        if token.dep_ == "obj" and token.head.i == verb.i and token.pos_ == "NOUN":
            return False
    return bool(end <= verb.i + TAIL)


def _takes_up(mark: Word) -> bool:
    """Whether a quote follows: "K said, “...”"."""
    return mark.i + 1 < mark.sent.end and mark.nbor(1).text in ("“", "``")


def noun_from(first: int, last: int, verb: Word) -> Word | None:
    """The head of the noun phrase that starts at `first`: the last noun before a preposition or a mark."""
    noun: Word | None = None
    for token in verb.doc[first:last]:
        if token.tag_ == "POS":
            noun = None
        elif token.pos_ in NOUNS or (token.pos_ == "PRON" and noun is None):
            noun = token
        elif noun is not None:
            break
        elif token.pos_ not in BEFORE and token.tag_ not in ("VBN", "VBG"):
            return None
    return whole(noun) if noun is not None else None


def whole(noun: Word) -> Word:
    """The first word of a name, for its last."""
    while noun.dep_ == "flat" and noun.head.i < noun.i:
        noun = noun.head
    return noun


def interrupts(word: Word) -> bool:
    """Whether an aside comes before the clause that it belongs to has its verb: it rules what follows too."""
    first, _ = part_of(word)
    start = _start(word)
    return not any(t.tag_ in FINITE for t in word.doc[first : start if start is not None else word.i])
