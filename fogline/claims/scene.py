"""One report as extraction sees it: words, grammar, and which words name whom or where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fogline.claims.codebook import codebook
from fogline.language.plain import Word, Words, words_of
from fogline.records import Mention, MentionKind, Parse, Reading

ACTORS = frozenset({MentionKind.ACTOR, MentionKind.PERSON, MentionKind.NATIONALITY, MentionKind.AGENCY})
PLACES = frozenset({MentionKind.PLACE})
LIST_WORDS = frozenset({",", "and", "as", "well"})
EDGES = frozenset(
    {
        "outskirt",
        "centre",
        "center",
        "suburb",
        "edge",
        "gate",
        "countryside",
        "heart",
        "surroundings",
        "vicinity",
        "doorstep",
        "entrance",
    }
)
COUNTRY = "country:"  # the key of a mention that may be a place or a state


@dataclass(frozen=True, slots=True)
class Scene:
    """A parsed report with its mentions by word.  `at[i]` are the mentions that cover token `i`, longest first.

    `doc` are its words, with their grammar; `dated` are the tokens of date expressions; `persons` are the names that
    only men and women have.
    """

    parse: Parse
    doc: Words
    at: dict[int, tuple[Mention, ...]]
    dates: tuple[Mention, ...]
    dated: frozenset[int] = frozenset()
    persons: frozenset[str] = frozenset()

    def mention(self, index: int, *, actor: bool) -> Mention | None:
        """The mention at a word that can be an actor (or, else, a place); `None` where there is none."""
        for mention in self.at.get(index, ()):
            if fits(mention, actor=actor):
                return mention
        return None

    def mentions(self, tokens: Iterable[Word], *, actor: bool) -> tuple[Mention, ...]:
        """The actors (or places) that these argument heads name, with those joined to them, without repeats."""
        found: dict[str, Mention] = {}
        for token in tokens:
            for mention in self._under(token, actor=actor, depth=0):
                for listed in (mention,) if actor else self._listed(mention):
                    found.setdefault(listed.name.text, listed)
        return tuple(found.values())

    def _listed(self, place: Mention) -> list[Mention]:
        """The places of the list that a place stands in, whatever the parse made of it: "K, L and M"."""
        doc, first = self.doc, self.parse.token_at(place.anchor.start)
        chain, joined = [place], False
        for step in (1, -1):
            i = self.parse.token_at(place.anchor.end - 1) + 1 if step > 0 else first - 1
            while doc[first].sent.start <= i < doc[first].sent.end:
                if doc[i].lower_ in LIST_WORDS:
                    joined = joined or doc[i].lower_ == "and"
                    i += step
                    continue
                near = self.mention(i, actor=False)
                if near is None or not near.named or (near.name.key or "").startswith(COUNTRY) or near in chain:
                    break
                chain.append(near)
                i = (
                    self.parse.token_at(near.anchor.end - 1) + 1
                    if step > 0
                    else self.parse.token_at(near.anchor.start) - 1
                )
        plain = place.named and not (place.name.key or "").startswith(COUNTRY)
        return sorted(chain) if joined and plain and len(chain) > 1 else [place]

    def _under(self, token: Word, *, actor: bool, depth: int) -> Iterator[Mention]:
        here = self.mention(token.i, actor=actor)
        if here is None and not actor and token.dep_ == "appos":  # "K, a town taken on Monday"
            here = self.mention(token.head.i, actor=False)
        if here is not None:
            yield here
            for child in token.children:  # "Norland and Dorian troops": both
                also = self.mention(child.i, actor=True) if actor and child.dep_ in ("amod", "compound") else None
                if also is not None and also.kind is MentionKind.ACTOR and also.name != here.name:
                    yield also
        elif depth < 3:
            yield from self._inside(token, actor=actor, depth=depth)
        if depth < 6:
            for child in self._joined(token, here):
                if (child.dep_ == "conj" and not _verbal(child)) or (
                    child.dep_ in ("nmod", "obl") and _including(child)
                ):
                    yield from self._under(child, actor=actor, depth=depth + 1)
                elif child.dep_ in ("appos", "nmod") and here is None:
                    for inner in child.children:
                        if inner.dep_ == "conj" and not actor and inner.pos_ in ("NOUN", "PROPN"):
                            yield from self._under(inner, actor=actor, depth=depth + 2)

    def _joined(self, token: Word, mention: Mention | None) -> Iterator[Word]:
        """The children of a word; of a place's every word, for a list may hang on any of them."""
        if mention is None or mention.kind is not MentionKind.PLACE:
            yield from token.children
            return
        first, last = self.parse.token_at(mention.anchor.start), self.parse.token_at(mention.anchor.end - 1)
        for i in range(first, last + 1):
            yield from (c for c in self.doc[i].children if not first <= c.i <= last)

    def _inside(self, token: Word, *, actor: bool, depth: int) -> Iterator[Mention]:
        """What a general noun stands for: "the city of K", "parts of K", "units of the brigade", "the town, K"."""
        general = codebook().classes["unit" if actor else "part"]
        if actor and token.lemma in codebook().nouns:  # "to a Houthi counter-attack": to those who made it
            for child in token.children:
                if child.dep_ in ("amod", "compound", "nmod:poss") and (by := self.mention(child.i, actor=True)):
                    yield by
            return
        if token.lemma not in general and token.pos_ not in ("NUM", "PROPN", "DET", "PRON"):
            wanted = {"appos", "flat"}
        else:
            wanted = {"nmod", "appos", "flat", "compound", "obl"}
        for child in token.children:
            if child.dep_.split(":")[0] not in wanted:
                continue
            if child.dep_ == "nmod:poss" and (actor or token.lemma not in EDGES):
                continue
            if child.dep_ == "appos" and token.lemma not in general and self.mention(child.i, actor=actor) is None:
                continue
            case = case_of(child)
            if child.dep_ in ("nmod", "obl") and case not in ("of", "in", "around", "near", "from", ""):
                continue
            yield from self._under(child, actor=actor, depth=depth + 1)


def scene_of(reading: Reading) -> Scene:
    """The scene of a reading that has its parse and its mentions."""
    parse = reading.parse
    if parse is None or reading.mentions is None:
        raise ValueError("a scene needs a parse and mentions")
    at: dict[int, tuple[Mention, ...]] = {}
    dates = []
    for mention in sorted(reading.mentions, key=lambda m: (m.anchor.start - m.anchor.end, m.anchor.start)):
        if mention.kind is MentionKind.DATE:
            dates.append(mention)
            continue
        first, last = parse.token_at(mention.anchor.start), parse.token_at(mention.anchor.end - 1)
        for i in range(first, last + 1):
            at[i] = (*at.get(i, ()), mention)
    spans = [(parse.token_at(m.anchor.start), parse.token_at(m.anchor.end - 1)) for m in dates]
    dated = frozenset(i for a, b in spans for i in range(a, b + 1))
    others = {m.name.text for m in reading.mentions if m.kind is not MentionKind.PERSON}
    persons = frozenset(m.name.text for m in reading.mentions if m.kind is MentionKind.PERSON) - others
    return Scene(parse, words_of(parse.doc), at, tuple(sorted(dates)), dated, persons)


def fits(mention: Mention, *, actor: bool) -> bool:
    """Whether a mention can be an actor (states may, as places or adjectives), or a place."""
    if actor:
        return mention.kind in ACTORS or (mention.name.key or "").startswith(COUNTRY)
    return mention.kind in PLACES


def case_of(token: Word) -> str:
    """The preposition of a noun, several words joined: "out of", "north of"; empty where it has none.

    Behind a length it tells how far away something is, and the length is part of it: "km from".  Found once a word.
    """
    if token.case is None:
        token.case = _case_of(token) if token.children else ""
    return token.case


def _case_of(token: Word) -> str:
    cases = [c for c in token.children if c.dep_ in ("case", "mark") and c.i < token.i and c.tag_ != "POS"]
    words = [c.lower_ for c in cases]
    if cases and cases[0].i > token.sent.start and (length := token.doc[cases[0].i - 1]).pos_ == "NOUN":
        words = [length.lower_, *words] if length.lemma in codebook().classes["length"] else words
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i:
            words += [c.lower_ for c in child.children if c.dep_ == "fixed"]
    return " ".join(words)


def _including(token: Word) -> bool:
    return any(c.dep_ == "case" and c.lower_ in ("including", "such", "like") for c in token.children)


def _verbal(token: Word) -> bool:
    return token.pos_ in ("VERB", "AUX")
