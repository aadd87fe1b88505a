"""Coreference: which name of the same report "he", "it", "the group", "the city" or "we" refers to, if that is plain.

A wrong answer is worse than none: what two names would fit is left open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

from fogline.language.coreference_mentions import Entity, Mention, is_kind_of, iter_names, noun_mention, pronoun_mention
from fogline.language.coreference_nouns import (
    find_noun,
    find_of_two,
    find_there,
    is_where,
    kind_of,
    stands_for_one_of_two,
)
from fogline.language.coreference_scores import Candidate, agrees, candidates, choose
from fogline.language.coreference_speech import climb, quote_speaker, quotes, stands_for_nothing, subject_of
from fogline.language.coreference_story import Story, sentence_numbers
from fogline.language.coreference_words import lists
from fogline.language.parsed import lemma

Judge = Callable[[Sequence[Candidate], Token, str], Entity | None]


class Kind(StrEnum):
    """What refers: a pronoun for a person, a thing or several; the "I" and "we" of a quote; a noun; and so on."""

    PERSON = "person"
    THING = "thing"
    PLURAL = "plural"
    SPEAKER = "speaker"
    GROUP = "group"
    FORCE = "force"
    PLACE = "place"
    OFFICE = "office"
    ORDER = "order"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens `start` to `end` refer to what tokens `to_start` to `to_end` name; `basis` says by what.

    Units: tokens of the same `Doc`, half-open.
    """

    start: int
    end: int
    kind: Kind
    to_start: int
    to_end: int
    basis: str


def references(doc: Doc, judge: Judge = choose) -> tuple[Reference, ...]:
    """The references of a text that can be resolved to one of its names, in the order of the text.

    `judge` chooses among the candidates of a pronoun.  What is not plain is left out.
    """
    reader = _Reader(doc, judge)
    for token in doc:
        reader.read(token)
    reader.look_ahead()
    reader.hear()
    return tuple(sorted(reader.found.values(), key=lambda r: r.start))


class _Reader:
    """Reads a text from the top and keeps what it found."""

    def __init__(self, doc: Doc, judge: Judge) -> None:
        self.doc = doc
        self.judge = judge
        self.story = Story(doc, sentence_numbers(doc))
        self.quotes = quotes(doc)
        self.found: dict[int, Reference] = {}
        self.open: list[tuple[Token, str]] = []
        self.said: list[Token] = []
        self.names: dict[int, list[Mention]] = {}
        for mention in iter_names(doc, self.story.sentences):
            self.names.setdefault(mention.end - 1, []).append(mention)
        self.heads = {m.head: m for told in self.names.values() for m in told}

    def read(self, token: Token) -> None:
        """Take in one token."""
        for mention in self.names.get(token.i, ()):
            self.story.name(mention)
            self.story.pair(self.doc[mention.head])
        pronouns = lists().pronouns
        low = token.lower_
        sort = next((s for s in ("person", "thing", "plural") if low in pronouns[s]), None)
        if token.i in self.heads or (token.ent_type_ and token.pos_ != "PRON"):
            return
        if sort is not None and token.pos_ == "PRON":
            self._pronoun(token, sort)
        elif low in pronouns["first"] | pronouns["first_plural"] and token.i in self.quotes:
            self.said.append(token)
        elif is_where(token):
            self._refer(token, Kind.THERE, find_there(self.story, token), "last place")
        elif stands_for_one_of_two(token):
            self._refer(token, Kind.ORDER, find_of_two(self.story, token), "order")
        else:
            self._noun(token)

    def look_ahead(self) -> None:
        """Resolve a pronoun of an opening clause to the subject that follows: "After she left, Dolan ..."."""
        for token, sort in self.open:
            clause = next((h for h in climb(token) if h.dep_ == "advcl" and h.i < h.head.i), None)
            subject = subject_of(clause.head) if clause is not None else None
            entity = self.story.at.get(subject.i) if subject is not None and subject.i > token.i else None
            if entity is not None and entity.mentions[0].start > token.i and agrees(entity, sort, token):
                self._refer(token, Kind(sort), entity, "subject that follows")

    def hear(self) -> None:
        """Resolve "I" and "we" in quotes to who speaks."""
        for token in self.said:
            speaker = quote_speaker(self.doc, self.quotes[token.i])
            entity = self.story.at.get(speaker.i) if speaker is not None else None
            if entity is None:
                continue
            if token.lower_ in lists().pronouns["first"]:
                if entity.sort == "person":
                    self._refer(token, Kind.SPEAKER, entity, "quoted")
            elif entity.sort != "person":
                self._refer(token, Kind.SPEAKER, entity, "quoted")
            else:
                self._refer(token, Kind.SPEAKER, self._spoken_for(entity), "quoted for")

    def _spoken_for(self, entity: Entity) -> Entity | None:
        """The body whose spokesman the speaker was called."""
        for mention in entity.mentions[:3]:
            around = [self.doc[mention.head], self.doc[mention.head].head]
            around += [c for c in self.doc[mention.head].children if c.dep_ in ("appos", "nmod:desc")]
            for noun in around:
                if lemma(noun).startswith("spokes"):
                    bodies = [self.story.at.get(c.i) for c in noun.children if c.dep_.startswith(("nmod", "compound"))]
                    return next((b for b in bodies if b is not None and b.sort in ("org", "force")), None)
        return None

    def _pronoun(self, token: Token, sort: str) -> None:
        if stands_for_nothing(token):
            return
        reflexive = token.lower_ in lists().pronouns["reflexive"]
        if reflexive:
            entity = self._own_subject(token, sort)
        else:
            entity = self.judge(candidates(self.story, token, sort, self._speaker_here(token)), token, sort)
        if entity is None:
            self.open.append((token, sort))
            if sort == "person":
                return  # the next "he" is weighed anew
            entity = Entity(sort="thing", number="p" if sort == "plural" else "s")
        self.story.add(pronoun_mention(token, entity.sort, self.story.sentences[token.i]), entity)
        self._note(token, Kind(sort), entity, "same clause" if reflexive else "weighed")

    def _own_subject(self, token: Token, sort: str) -> Entity | None:
        """The subject of the clause that "herself" stands in."""
        subject = subject_of(token.head)
        entity = self.story.at.get(subject.i) if subject is not None else None
        return entity if entity is not None and agrees(entity, sort, token) else None

    def _speaker_here(self, token: Token) -> Entity | None:
        """The speaker of the quote that the token stands in, who would say "I"; named before, if not yet here."""
        quote = self.quotes.get(token.i)
        speaker = quote_speaker(self.doc, quote) if quote is not None else None
        if speaker is None:
            return None
        mention = self.heads.get(speaker.i)
        return self.story.at.get(speaker.i) or (self.story.known(mention) if mention is not None else None)

    def _noun(self, token: Token) -> None:
        mention = noun_mention(token, self.story.sentences)
        if mention is None or _is_title(token):
            return
        kind = kind_of(token)
        entity = find_noun(self.story, token, kind) if kind else None
        if token.dep_ == "appos":
            entity = self.story.at.get(token.head.i)
        entity = entity or self.story.part(token)
        if entity is None:
            entity = self.story.new(mention)
        else:
            self.story.add(mention, entity)
        self.story.pair(token)
        if entity.name is not None or not kind:
            entity.words.add(lemma(token))
        if kind:
            self._note(token, Kind(kind), entity, "described")

    def _refer(self, token: Token, kind: Kind, entity: Entity | None, basis: str) -> None:
        if entity is not None:
            self._note(token, kind, entity, basis)

    def _note(self, token: Token, kind: Kind, entity: Entity, basis: str) -> None:
        name = entity.name
        if name is None:
            return
        start = next((c.i for c in token.children if c.dep_ == "det" and c.i < token.i), token.i)
        if kind is Kind.ORDER:
            start = token.i - 1
        self.found[token.i] = Reference(start, token.i + 1, kind, name.start, name.end, basis)


def _is_title(token: Token) -> bool:
    """Whether the noun only says who or what kind of place a name is: "Colonel", "the town of"."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    before = following is not None and following.ent_type_ == "PERSON" and token.pos_ in ("NOUN", "PROPN", "ADJ")
    described = token.dep_ == "nmod:desc" and bool(token.head.ent_type_)
    return before or described or any(c.ent_type_ and is_kind_of(token, c) for c in token.children)


__all__ = ["Kind", "Reference", "references"]
