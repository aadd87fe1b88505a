"""The entities of a text as a reader has met them so far, and which of them are still in mind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from fogline.language.coreference_mentions import SUBJECTS, Entity, Mention, keys_of, role_of, titles_of
from fogline.language.coreference_words import lists
from fogline.language.parsed import lemma

IN_MIND = 120  # mentions looked back at, so that the time stays linear
PAIR = "&"  # describes what is several together
LATEST = 12  # mentions of one entity that are looked at


@dataclass(slots=True)
class Story:
    """What was met up to one token.

    Shape: `sentences[i]` is the number of the sentence of token `i`; `at` has the entity by the head token of each
    mention; `met` has every mention with its entity, in the order of the text.
    """

    doc: Doc
    sentences: list[int]
    at: dict[int, Entity] = field(default_factory=dict)
    met: list[tuple[Mention, Entity]] = field(default_factory=list)
    keys: dict[str, Entity] = field(default_factory=dict)

    def add(self, mention: Mention, entity: Entity) -> None:
        """Note that `mention` speaks of `entity`."""
        entity.add(mention)
        self.met.append((mention, entity))
        self.at[mention.head] = entity
        for i in range(mention.start, mention.end) if mention.named else ():
            self.at.setdefault(i, entity)
        _weigh(self.doc[mention.head], mention, entity)

    def new(self, mention: Mention) -> Entity:
        """Note something that was not met before."""
        entity = Entity(sort=mention.sort, gender=mention.gender, number=mention.number)
        self.add(mention, entity)
        return entity

    def name(self, mention: Mention) -> None:
        """Note a name: of an entity met under it or under a part of it, else of a new one."""
        key, other = keys_of(self.doc, mention)
        known = self.keys.get(key)
        if known is not None and known.sort == "person" and self._elsewhere(mention):
            known = None
        if known is None and mention.sort in ("person", "org"):
            part = next((self.keys[o] for o in other if o in self.keys), None)
            known = part if part is not None and self._agree(mention, part, key) else None
        known = known or self._apposed(mention)
        if known is None:
            known = self.new(mention)
        else:
            self.add(mention, known)
        for form in (key, *other):
            if form and (form == key or form not in self.keys or len(form.split()) == 1):
                self.keys[form] = known
        known.words |= titles_of(self.doc, mention)
        known.key = max(known.key, key, key=len)
        named = [m.sort for m in known.mentions[-LATEST:] if m.named]
        known.sort = "person" if known.gender else max(named, key=named.count)

    def known(self, mention: Mention) -> Entity | None:
        """What was met under a name, or under a part of it, so far."""
        key, other = keys_of(self.doc, mention)
        return next((self.keys[form] for form in (key, *other) if form in self.keys), None)

    def pair(self, last: Token) -> None:
        """Note that the last of a list, with those before it, may be "they": "the Guard and the Front"."""
        entity, first = self.at.get(last.i), self.at.get(last.head.i)
        together = any(c.dep_ == "cc" and c.lower_ in ("and", "&") for c in last.children)
        if last.dep_ != "conj" or not together or entity is None or first is None or entity is first:
            return
        start = next((m.start for m in reversed(first.mentions) if m.head == last.head.i), last.head.i)
        role, number = role_of(last), self.sentences[last.i]
        both = Mention(start, last.i + 1, last.head.i, False, first.sort, "p", "", role, number)
        self.met.append((both, Entity([both], sort=first.sort, number="p", words={PAIR})))

    def part(self, token: Token) -> Entity | None:
        """The body that a name's last word stands for, where the names missed it: "the Rangers"."""
        known = self.keys.get(token.lower_) if token.text[:1].isupper() else None
        return known if known is not None and known.sort == "org" else None

    def _elsewhere(self, mention: Mention) -> bool:
        """Whether it is a place although a person has the name."""
        head = self.doc[mention.head]
        inside = lists().verbs["inside_preposition"]
        return mention.sort == "place" and any(c.dep_ == "case" and c.lower_ in inside for c in head.children)

    def _apposed(self, mention: Mention) -> Entity | None:
        """What the name was called just before: "a spokesman, Peter Hask"."""
        head = self.doc[mention.head]
        called = self.at.get(head.head.i) if head.dep_ in ("appos", "flat") else None
        if called is not None and called.name is None and called.sort == mention.sort:
            return called
        comma = mention.start > 0 and self.doc[mention.start - 1].text == ","
        return self._called(mention) if comma else None

    def _called(self, mention: Mention) -> Entity | None:
        """The last noun of the same sort before a name that is set off by commas, no verb between them."""
        first = self.doc[mention.start].sent.start
        for i in range(mention.start - 2, max(first, mention.start - 12) - 1, -1):
            token = self.doc[i]
            if token.pos_ in ("VERB", "AUX", "PUNCT"):
                return None
            entity = self.at.get(i)
            if entity is not None and entity.name is None and entity.sort == mention.sort:
                return entity
        return None

    def _agree(self, mention: Mention, known: Entity, key: str) -> bool:
        """Whether a name with the same last word is the same: one of the two is no more than that word."""
        if mention.gender and known.gender and mention.gender != known.gender:
            return False
        name = known.name
        if name is None or (known.sort == "person") != (mention.sort == "person"):
            return False
        older = set(keys_of(self.doc, name)[0].split())
        newer = set(key.split())
        return newer <= older or older <= newer or len(newer) == 1

    def in_mind(self, token: Token, back: int) -> Iterator[tuple[Entity, Mention]]:
        """The entities met in the last `back` sentences before the token, the latest first, each once."""
        seen: set[int] = set()
        for mention, entity in reversed(self.met[-IN_MIND:]):
            if self.sentences[token.i] - mention.sentence > back:
                return
            if id(entity) not in seen and mention.start <= token.i:
                seen.add(id(entity))
                yield entity, mention

    def here(self, entity: Entity, sentence: int) -> list[Mention]:
        """The latest mentions of the entity in one sentence."""
        return [m for m in entity.mentions[-LATEST:] if m.sentence == sentence]


def _weigh(head: Token, mention: Mention, entity: Entity) -> None:
    """Count whether the entity acts here, as people do, or is where something happens."""
    verbs, nouns = lists().verbs, lists().nouns
    for _ in range(8):  # what is said of a list is said of each
        head = head.head if head.dep_ == "conj" else head
    governor = lemma(head.head)
    does = head.dep_ in SUBJECTS and governor in verbs["agent"] | verbs["speech"]
    owns = mention.role in ("poss", "mod") and governor in nouns["belongs"]
    taken = head.dep_ in ("obj", "nsubj:pass") and governor in verbs["place_object"]
    inside = any(c.dep_ == "case" and c.lower_ in verbs["site_preposition"] for c in head.children)
    town = head.dep_ == "nmod" and governor in nouns["settlement"] | nouns["region"]
    if does or owns:
        entity.acts += 1
    elif taken or inside or town:
        entity.sites += 1


def sentence_numbers(doc: Doc) -> list[int]:
    """The number of the sentence that each token stands in."""
    numbers: list[int] = []
    for number, sentence in enumerate(doc.sents):
        numbers += [number] * len(sentence)
    return numbers
