"""What a place is said to be behind a comma: the words that tell of it mean the place, however they were parsed.

| the sentence | what was taken |
| --- | --- |
| "an attempt to storm Karsin, a village seized on Monday" | Karsin |
| "on the way to Osk from Karsin, a garrison town recaptured last week" | Karsin |
| "Karsin, a small town near Osk which the army had captured" | Karsin, and not Osk, which only tells where it lies |
| "in Karsin, the capital of Tarn, which had been won back" | Karsin |
| "Karsin, south of Osk, which was overrun", "Karsin, a base south of Osk, which" | Osk: it may be either |
| "its stronghold on Tarn, Karsin, was lost" | Karsin, and not Tarn |
| "in Karsin, a village seized on Monday changed hands again" | the village: the sentence goes on to tell of it |
"""

from __future__ import annotations

from collections.abc import Container

from fogline.claims.arguments import SUBJECTS
from fogline.claims.codebook import codebook
from fogline.language.plain import Word

LEADING = frozenset({"det", "amod", "compound", "nummod", "nmod:poss"})
STRONG = frozenset({"stronghold", "bastion"})
FURTHEST = 12  # words between the noun that tells what a place is and the name that is part of it


def apposed_to(noun: Word, places: Container[int]) -> Word | None:
    """The place that a noun tells of, right before the comma before it: of "Karsin, a garrison town"."""
    first = _first(noun)
    if not _is_sort(noun) or first.i < noun.sent.start + 2 or (first is noun and noun.lemma != "capital"):
        return None
    before = noun.doc[first.i - 2]
    return before if first.nbor(-1).text == "," and before.i in places and not _goes_on(noun) else None


def named_behind(noun: Word, places: Container[int]) -> Word | None:
    """The name behind a noun that tells where it lies: Karsin, of "its stronghold on Tarn, Karsin, was lost"."""
    doc, end, at = noun.doc, noun.sent.end, noun.i + 1
    if noun.lemma not in STRONG or noun.i in places or at >= end or doc[at].pos_ != "ADP":
        return None
    at += 1
    while at < end and (at in places or doc[at].pos_ == "DET"):
        at += 1
    name = at + 1
    at = name
    while at < end and at in places:
        at += 1
    closed = noun.i + 2 < name - 1 and name < at < end - 1 and doc[name - 1].text == doc[at].text == ","
    return doc[name] if closed and at + 1 not in places and doc[at + 1].pos_ != "CCONJ" else None


def described(place: Word, places: Container[int]) -> Word:
    """The place that is spoken of where another one only tells where it lies: Karsin, of "Karsin, a town near Osk"."""
    doc, start = place.doc, max(place.sent.start, place.i - FURTHEST)
    closed = place.i + 1 < place.sent.end and doc[place.i + 1].text == ","  # "a town near Osk, which" may be Osk
    for at in range(place.i - 1, start, -1):
        word = doc[at]
        if word.pos_ in ("VERB", "AUX", "PUNCT"):
            break
        if closed and word.lemma not in codebook().classes["seat"]:
            continue
        if (told := apposed_to(word, places)) is not None and told.i != place.i and _is_above(word, place):
            return told
    return place


def _goes_on(noun: Word) -> bool:
    """Whether the sentence goes on to tell of the noun itself: "a village seized on Monday was looted"."""
    verb = noun.head
    told = verb.tag_ != "VBN" or any(c.dep_.startswith("aux") for c in verb.children)
    return noun.dep_ in SUBJECTS and verb.i > noun.i and verb.pos_ in ("VERB", "AUX") and told


def _is_above(noun: Word, place: Word) -> bool:
    """Whether a place is part of what a noun's phrase says: "a town near Osk", by the parser or by a preposition."""
    between = noun.doc[noun.i + 1 : place.i]
    return any(word.pos_ == "ADP" for word in between)


def _first(noun: Word) -> Word:
    """The first word of a noun's own phrase: "a", of "a small garrison town"."""
    at = noun.i
    while at > noun.sent.start and noun.doc[at - 1].dep_ in LEADING and noun.doc[at - 1].i > noun.sent.start:
        at -= 1
    return noun.doc[at]


def _is_sort(noun: Word) -> bool:
    """Whether a noun tells of what sort a place is."""
    classes = codebook().classes
    sorts = classes["settlement"] | classes["post"] | classes["seats"] | classes["seat"] | classes["sort"]
    return noun.pos_ == "NOUN" and noun.lemma in sorts
