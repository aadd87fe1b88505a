"""GUM's coreference: what its pronouns and definite nouns refer to, and the weights fitted on its training documents.

`python -m training.gum_coreference` writes the weights into fogline/language/data/coreference.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from fogline.language import coreference_words
from fogline.language.coreference import references
from fogline.language.coreference_mentions import Entity
from fogline.language.coreference_scores import Candidate, open_features
from fogline.language.coreference_words import lists, priors
from fogline.language.names import set_names
from training.bio import gum_spans
from training.sources import gum_files
from training.treebank import iter_sentences, to_docs

DATA = Path(coreference_words.__file__).parent / "data" / "coreference.toml"
LINE = "# Below: fitted by `python -m training.gum_coreference`; do not edit.\n"
SORTS = ("person", "thing", "plural")
WORTH = frozenset({"person", "organization", "place"})  # what a record keeps
PENALTY = 5.0
STEPS = 600

Chains = Mapping[int, int]  # from the head token of a mention
Example = tuple[list[dict[str, float]], list[int]]


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of GUM: tokens `start` to `end` (half-open) with its chain, its head token; `proper`: it is a name."""

    start: int
    end: int
    chain: int
    etype: str
    head: int
    proper: bool


@dataclass(frozen=True, slots=True)
class GumText:
    """One document of GUM: its words and sentences as a `Doc` with the treebank's parse, and its mentions."""

    name: str
    doc: Doc
    mentions: tuple[Named, ...]

    def bare(self, nlp: Language) -> Doc:
        """The same words and sentences, parsed by `nlp`."""
        words = [t.text for t in self.doc]
        spaces = [bool(t.whitespace_) for t in self.doc]
        starts = [bool(t.is_sent_start) for t in self.doc]
        return set_names(nlp(Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)))


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Token `at` of a GUM document refers to the chain `chain`, or to none (-1); `named`: a name of it came before."""

    at: int
    kind: str
    chain: int
    named: bool


def read(path: Path, nlp: Language) -> GumText:
    """One document of GUM with its mentions, in the order in which they end."""
    doc = Doc.from_docs(list(to_docs([path], nlp.vocab)), ensure_whitespace=False)
    rows = _rows(path)
    for token, row in zip(doc, rows, strict=True):
        token.lemma_ = row[2]
    return GumText(path.stem, doc, tuple(_mentions(rows, doc)))


def anaphors(text: GumText) -> list[Anaphor]:
    """What refers in a document: third-person pronouns, and the definite nouns of the kinds that are resolved."""
    by_head = {m.head: m for m in sorted(text.mentions, key=lambda m: m.start - m.end)}
    names: dict[int, int] = {}
    for mention in text.mentions:
        if mention.proper:
            names[mention.chain] = min(names.get(mention.chain, mention.head), mention.head)
    found = []
    for token in text.doc:
        kind = kind_of(token)
        if not kind:
            continue
        mention = by_head.get(token.i)
        chain = mention.chain if mention is not None else -1
        worth = any(m.etype in WORTH for m in (mention,) if m is not None)
        found.append(Anaphor(token.i, kind, chain, worth and names.get(chain, len(text.doc)) < token.i))
    return found


def kind_of(token: Token) -> str:
    """The kind under which a token of GUM is measured, or nothing."""
    pronouns, nouns = lists().pronouns, lists().nouns
    low, word = token.lower_, token.lemma_.lower()
    sort = next((s for s in SORTS if low in pronouns[s]), "") if token.pos_ == "PRON" else ""
    if sort:
        said = token.dep_ == "nsubj" and token.head.lemma_ in lists().verbs["speech"]
        return "speaker" if said else sort
    if low == "there" and token.dep_ == "advmod":
        return "there"
    if token.pos_ != "NOUN" or not any(c.lower_ in ("the", "this") and c.dep_ == "det" for c in token.children):
        return ""
    places = nouns["settlement"] | nouns["region"] | nouns["country"]
    kinds = {"force": nouns["force"], "group": nouns["group"], "place": places}
    return next((kind for kind, words in kinds.items() if word in words), "")


def _rows(path: Path) -> list[list[str]]:
    return [row for sentence in iter_sentences(path) for row in sentence if row[0].isdigit()]


def _mentions(rows: Sequence[Sequence[str]], doc: Doc) -> Iterable[Named]:
    """The mentions that the column MISC opens and closes, the parts of a broken one apart."""
    for start, end, chain, etype in gum_spans([row[9] for row in rows]):
        head = _head(doc, start, end)
        yield Named(start, end, chain, etype, head, doc[head].pos_ == "PROPN")


def _head(doc: Doc, start: int, end: int) -> int:
    return next((t.i for t in doc[start:end] if not start <= t.head.i < end or t.head.i == t.i), end - 1)


def examples(texts: Sequence[GumText], nlp: Language) -> dict[str, list[Example]]:
    """For each sort of pronoun: the features of its candidates and, last, of none, with which of them are right."""
    found: dict[str, list[Example]] = {sort: [] for sort in SORTS}
    for text in texts:
        by_length = sorted(text.mentions, key=lambda m: m.start - m.end)
        least = {m.head: m.chain for m in by_length}
        whole = {m.head: m.chain for m in reversed(by_length)}  # of a list, the head is that of its first part

        def teach(
            told: Sequence[Candidate], token: Token, sort: str, least: Chains = least, whole: Chains = whole
        ) -> Entity | None:
            chain = least.get(token.i, -1)
            chains = [(whole if c.features["pair"] else least).get(c.mention.head) for c in told]
            right = [k for k, found_chain in enumerate(chains) if found_chain == chain]
            if told:
                found[sort].append(([*(c.features for c in told), open_features(token)], right or [len(told)]))
            return told[right[0]].entity if right else None

        references(text.bare(nlp), teach)
    return found


def fit(told: Sequence[Example], prior: Mapping[str, float]) -> dict[str, float]:
    """Weights under which the right candidates are likeliest, not far from `prior`: a softmax, by Adam."""
    names = sorted({name for rows, _ in told for row in rows for name in row} | set(prior))
    column = {name: k for k, name in enumerate(names)}
    rows = [row for many, _ in told for row in many]
    matrix = np.zeros((len(rows), len(names)))
    for k, row in enumerate(rows):
        for name, value in row.items():
            matrix[k, column[name]] = value
    group = np.repeat(np.arange(len(told)), [len(many) for many, _ in told])
    right = np.concatenate([np.isin(np.arange(len(many)), good) for many, good in told]).astype(float)
    start = np.array([prior.get(name, 0.0) for name in names])
    weight = _adam(matrix, group, right, start)
    return {name: round(float(w), 2) for name, w in zip(names, weight, strict=True) if abs(w) >= 0.005}


def _adam(matrix: np.ndarray, group: np.ndarray, right: np.ndarray, prior: np.ndarray) -> np.ndarray:
    count = int(group.max()) + 1
    weight, first, second = prior.copy(), np.zeros(len(prior)), np.zeros(len(prior))
    for step in range(1, STEPS + 1):
        score = np.exp(matrix @ weight - (matrix @ weight).max())
        chance = score / np.bincount(group, score, count)[group]
        good = chance * right
        wanted = good / np.bincount(group, good, count)[group]
        slope = matrix.T @ (chance - wanted) + PENALTY * (weight - prior)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weight -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weight


def write(weights: dict[str, dict[str, float]], path: Path = DATA) -> None:
    """Put the weights below the line in the data file."""
    lines = [LINE]
    for sort, table in weights.items():
        lines += [f"\n[weights.{sort}]\n", *(f"{name} = {value}\n" for name, value in table.items())]
    text = path.read_text(encoding="utf-8").split(LINE)[0].rstrip() + "\n\n"
    path.write_text(text + "".join(lines), encoding="utf-8")


def main() -> None:
    """Fit the weights on GUM's training documents with the engine that is set, and write them."""
    from fogline.language.engine import load

    nlp = load().nlp
    told = examples([read(path, nlp) for path in gum_files("train")], nlp)
    write({sort: fit(rows, priors()[sort]) for sort, rows in told.items()})
    for sort, rows in told.items():
        print(f"{sort}: {len(rows)} pronouns")


if __name__ == "__main__":
    main()
