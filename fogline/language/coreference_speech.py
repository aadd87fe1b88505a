"""Who speaks: quotes, reported speech, and the "it" that stands for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from fogline.language.coreference_mentions import SUBJECTS
from fogline.language.coreference_words import lists
from fogline.language.parsed import lemma

OPEN, CLOSE, EITHER = ("“", "«"), ("”", "»"), ('"', "``", "''")
LONGEST_QUOTE = 300  # tokens; an opening mark without its close is taken for a slip
DEEPEST = 40  # heads climbed from a token
FOES = frozenset({"enemy", "invader", "occupier", "aggressor", "foe"})  # words by which one side speaks of the other
RIVALS = frozenset({"rival", "opponent", "adversary", "foe", "enemy", "nemesis"})  # "its rivals": whom it fights


def quotes(doc: Doc) -> dict[int, tuple[int, int]]:
    """The quote that each token stands in, as (first token, end), the marks left out."""
    found: dict[int, tuple[int, int]] = {}
    start: int | None = None
    for token in doc:
        if token.text in OPEN or (token.text in EITHER and start is None):
            start = token.i + 1
        elif start is not None and token.text in EITHER and _goes_on(token):
            continue
        elif start is not None and (token.text in CLOSE or token.text in EITHER):
            found |= dict.fromkeys(range(start, token.i), (start, token.i))
            start = None
        elif start is not None and token.i - start > LONGEST_QUOTE:
            start = None
    return found


def _goes_on(mark: Token) -> bool:
    """Whether a mark opens a further paragraph of a quote that none has closed: it stands right before a word."""
    return bool(mark.i and mark.is_sent_start and not mark.whitespace_ and mark.nbor(-1).whitespace_)


def climb(token: Token) -> Iterator[Token]:
    """The heads above a token, the nearest first."""
    for _ in range(DEEPEST):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, or that of the verb that it hangs on without one of its own."""
    for _ in range(6):
        own = next((c for c in verb.children if c.dep_ in SUBJECTS and c.dep_ != "csubj"), None)
        if own is not None:
            return own
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def reporters(token: Token) -> list[Token]:
    """The subjects of the verbs of speech that the token is reported by, the nearest first."""
    found = []
    below = token
    for head in climb(token):
        if lemma(head) in lists().verbs["speech"] and below.dep_ in ("ccomp", "parataxis", "xcomp", "advcl"):
            subject = subject_of(head)
            if subject is not None and subject.i != token.i:
                found.append(subject)
        below = head
    return found


def quote_speaker(doc: Doc, quote: tuple[int, int]) -> Token | None:
    """The subject of the verb of speech that stands outside the quote and in the sentence of its end or its start.

    A quote of several sentences has it at its end ("... ," he said) or before it (He said: "...").
    """
    start, end = quote
    for sentence in (doc[end - 1].sent, doc[start].sent):
        for token in sentence:
            outside = token.i < start or token.i >= end
            if outside and token.pos_ == "VERB" and lemma(token) in lists().verbs["speech"]:
                subject = subject_of(token)
                if subject is not None and (subject.i < start or subject.i >= end):
                    return subject
    return None


def stands_for_nothing(token: Token) -> bool:
    """Whether an "it" is empty: "it is unclear whether", "it was raining", "it seems that"."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    head = token.head
    if token.dep_ not in ("nsubj", "nsubj:pass", "nsubj:outer"):
        return False
    verbs = lists().verbs
    word = lemma(head)
    clause = any(c.dep_ in ("csubj", "ccomp", "csubj:pass", "xcomp", "advcl", "csubj:outer") for c in head.children)
    if head.pos_ in ("ADJ", "NOUN", "PROPN") and any(c.dep_ == "cop" for c in head.children):
        idle = word in verbs["idle_predicate"]
        return idle or (clause and head.pos_ == "ADJ") or any(c.dep_ == "acl:relcl" for c in head.children)
    if word in verbs["weather"]:
        return True
    if token.dep_ == "nsubj:pass":
        return clause and word in verbs["passive_fact"]
    return clause and word in verbs["seems"]
