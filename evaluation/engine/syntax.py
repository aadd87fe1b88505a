"""Tags, lemmas and parse, on treebanks.

Two ways: with the treebank's words and sentences given, and from running text, where a word that is cut otherwise is
wrong.  Every word counts, punctuation too; a label is right by its universal part ("nmod" of "nmod:poss"), as in the
CoNLL 2018 shared task, and `las_full` asks for the whole label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from evaluation.engine.reading import read_text, read_words

FIGURES = ("upos", "xpos", "lemma", "uas", "las", "las_full")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands (start, end), and what is said of it.  `head`: where its head stands; None: root."""

    at: tuple[int, int]
    upos: str
    xpos: str
    lemma: str
    head: tuple[int, int] | None
    label: str


def measure(nlp: Language, gold: Iterable[Doc]) -> dict[str, float]:
    """The share of words that are right, 0 to 1; `raw_` before the figures from running text (F1)."""
    given, raw, count = Counter[str](), Counter[str](), Counter[str]()
    for doc in gold:
        told = list(_words(doc))
        given.update(_right(told, _words(read_words(nlp, doc))))
        parse = read_text(nlp, doc.text)
        found = list(_words(parse.doc, parse.offsets))
        raw.update(_right(told, found))
        count.update(gold=len(told), found=len(found))
    figures = {name: given[name] / count["gold"] for name in FIGURES}
    return figures | {f"raw_{name}": 2 * raw[name] / (count["gold"] + count["found"]) for name in ("words", *FIGURES)}


def _words(doc: Doc, offsets: tuple[int, ...] = ()) -> Iterator[Word]:
    starts = offsets or [token.idx for token in doc]
    places = [(start, start + len(token)) for start, token in zip(starts, doc, strict=True)]
    for token in doc:
        head = None if token.head == token else places[token.head.i]
        yield Word(places[token.i], token.pos_, token.tag_, token.lemma_.lower(), head, _label(token))


def _label(token: Token) -> str:
    return "root" if token.dep_ == "ROOT" else str(token.dep_)


def _right(gold: Iterable[Word], found: Iterable[Word]) -> Counter[str]:
    """How many words of `gold` are right in `found`, by figure."""
    right = Counter[str]()
    known = {word.at: word for word in found}
    for word in gold:
        other = known.get(word.at)
        if other is None:
            continue
        hung = word.head == other.head
        right["words"] += 1
        right["upos"] += word.upos == other.upos
        right["xpos"] += word.xpos == other.xpos
        right["lemma"] += word.lemma == other.lemma
        right["uas"] += hung
        right["las"] += hung and word.label.split(":")[0] == other.label.split(":")[0]
        right["las_full"] += hung and word.label == other.label
    return right
