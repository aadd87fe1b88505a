"""The dates told before: what "two days later" counts from, and the day that a narrative stays on."""

from __future__ import annotations

from bisect import bisect_left

from fogline.claims.lexicon import lexicon
from fogline.claims.scene import Scene
from fogline.claims.when_clauses import Form, clause_of, clauses_over, told_in
from fogline.language.plain import Sentence, Word
from fogline.records import Mention
from fogline.records.period import ELISION

REACH = 2  # sentences back in the paragraph
_STORY = frozenset({"ROOT", "conj", "ccomp", "parataxis", "advcl"})  # clauses that carry a narrative on

DateSpan = tuple[int, int, str]  # first token, last token + 1, words


def dates_in(sentence: Sentence, scene: Scene) -> list[DateSpan]:
    """The date expressions of a sentence, in order."""
    found = []
    stretch = scene.parse.anchor(sentence.start, sentence.end)
    begin, end = (bisect_left(scene.dates, at, key=_start) for at in (stretch.start, stretch.end))
    for mention in scene.dates[begin:end]:
        first = scene.parse.token_at(mention.anchor.start)
        last = scene.parse.token_at(mention.anchor.end - 1)
        if sentence.start <= first and last < sentence.end:
            found.append((first, last + 1, mention.anchor.quote))
    return found


def _start(mention: Mention) -> int:
    return mention.anchor.start


def leans(words: str) -> bool:
    """Whether a date counts from one told before it: "two days later", "that December"."""
    lists, low = lexicon("when"), " ".join(words.lower().split())
    bare = low.split(" ", 1)[1] if low.split(" ", 1)[0] in ("in", "on", "by", "since") and " " in low else low
    return (
        low.rpartition(" ")[2] in lists["leaning_last"]
        or any(bare.startswith(f"{first} ") for first in lists["leaning_first"])
        or any(f" {of} " in low for of in lists["leaning_of"])
    )


def joins(words: str) -> bool:
    """Whether a date joins a clause, whose act lies before: "a day after"."""
    return words.lower().endswith(" after")


def in_full(date: DateSpan, scene: Scene) -> str:
    """The words of a date; before them, where it counts from another, those of that one."""
    first, _, words = date
    if not leans(words):
        return words
    sentence = scene.doc[first].sent
    here = [d for d in dates_in(sentence, scene) if d != date]
    anchor = next((d for d in reversed(here) if d[0] < first and not joins(d[2])), None)
    if anchor is None:
        anchor = next((d for d in here if not leans(d[2])), None) or _last_before(sentence, scene, across=True)
    return words if anchor is None else f"{in_full(anchor, scene)}{ELISION}{words}"


def carried(act: Word, scene: Scene, *, again: bool = False) -> str | None:
    """The date of the narrative that a dateless act goes on with; `None` where none was told just before.

    Only from the same paragraph, unless the sentence goes on about the same act `again`; and not from a date that
    merely describes.
    """
    date = _last_before(act.sent, scene, across=again)
    return None if date is None else in_full(date, scene)


def _last_before(sentence: Sentence, scene: Scene, *, across: bool = False) -> DateSpan | None:
    """The date that a narrative goes on from; `across` paragraphs too."""
    here = sentence
    for _ in range(REACH):
        if here.start == 0:
            return None
        before = scene.doc[here.start - 1].sent
        if not across and "\n" in scene.parse.anchor(here.start - 1, here.start + 1).quote:
            return None
        told = [d for d in dates_in(before, scene) if _goes_on(d, scene)]
        if told:
            return told[-1]
        here = before
    return None


def compares(clause: Word) -> bool:
    """As in "the biggest since K was taken in May 2023"."""
    return clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in clause.children)


def _goes_on(date: DateSpan, scene: Scene) -> bool:
    first, end, words = date
    told, lists = words.lower().split(), lexicon("when")
    if told[0] in lists["standing"] or lists["loose"].intersection(told) or joins(words):
        return False
    clause = clause_of(scene.doc.root(first, end))
    over = list(clauses_over(clause))
    if any(c.dep_ not in _STORY or compares(c) for c in over):
        return False
    return told_in(clause) not in (Form.NOW, Form.MODAL)
