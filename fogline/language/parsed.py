"""A parsed story, and the way from its words back into the raw text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.attrs import LENGTH, ORTH
from spacy.tokens import Doc, Span, Token

from fogline.records import Anchor

NAMES = frozenset({"NNP", "NNPS"})  # tags


@dataclass(frozen=True, slots=True)
class Parsed:
    """A spaCy `Doc` over the body of one report, with where each of its words stands in raw.

    Shape: `offsets[i]` is the code point at which token `i` starts; tokens are in the order of the text.
    `_ends[i]` is that behind it; `_sentences` are the anchors of the sentences that were asked for, by their tokens.
    """

    doc: Doc
    report_id: str
    raw: str
    offsets: tuple[int, ...]
    _ends: list[int] = field(init=False, repr=False, compare=False)
    _sentences: dict[int, Anchor] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Read the length of every word once."""
        lengths = self.doc.to_array(LENGTH).tolist() if len(self.doc) else []
        object.__setattr__(self, "_ends", [at + length for at, length in zip(self.offsets, lengths, strict=True)])

    def anchor(self, start: int, end: int) -> Anchor:
        """The anchor of tokens `start` to `end` (half-open).  The quote is raw's, line breaks and all."""
        return Anchor.at(self.raw, self.offsets[start], self._ends[end - 1], report_id=self.report_id)

    def sentence(self, index: int) -> Anchor:
        """The anchor of the sentence that token `index` stands in."""
        if index not in self._sentences:
            sent: Span = self.doc[index].sent
            self._sentences.update(dict.fromkeys(range(sent.start, sent.end), self.anchor(sent.start, sent.end)))
        return self._sentences[index]

    def token_at(self, offset: int) -> int:
        """The token that holds raw's code point `offset`, or the last one that starts before it."""
        return max(0, bisect_right(self.offsets, offset) - 1)


def spelt(doc: Doc) -> list[str]:
    """The words of a document as they are written.  Quicker than by way of tokens."""
    numbers, strings = doc.to_array(ORTH).tolist() if len(doc) else [], doc.vocab.strings
    known = {number: strings[number] for number in set(numbers)}
    return [known[number] for number in numbers]


def lemma(token: Token) -> str:
    """The lemma in lower case; a plural that the tagger took for a name ("Troops") is made singular."""
    low: str = token.lemma_.lower()
    return singular(low, token.tag_)


def singular(lemma: str, tag: str) -> str:
    """A lemma in lower case; of a plural that the tagger took for a name, without its ending."""
    if tag in NAMES and len(lemma) > 4 and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-2] if lemma.endswith(("shes", "ches", "sses", "xes")) else lemma[:-1]
    return lemma
