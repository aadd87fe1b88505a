"""What a text speaks of: its names and its nouns, with what a pronoun for them would have to agree with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from fogline.language.coreference_words import lists
from fogline.language.parsed import lemma
from fogline.language.words import words

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
SORTS = {"PERSON": "person", "ORG": "org", "NORP": "people", "LOC": "place", "GPE": "place", "FAC": "place"}
SORTS |= {"WEAPON": "thing", "VEHICLE": "thing"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `start` to `end` (half-open) speak of something.

    Shape: `sort` is person, org, force, people, place or thing; `number` is "s", "p" or "b" (either);
    `gender` is "m", "f" or "" (not known); `role` is the grammatical role of `head`, the head token.
    """

    start: int
    end: int
    head: int
    named: bool
    sort: str
    number: str
    gender: str
    role: str
    sentence: int
    pronoun: bool = False


@dataclass(slots=True, eq=False)
class Entity:
    """Mentions that are one thing, in the order of the text."""

    mentions: list[Mention] = field(default_factory=list)
    sort: str = "thing"
    gender: str = ""
    number: str = "s"
    words: set[str] = field(default_factory=set)  # lemmas that describe it: "general", "town"
    key: str = ""  # its name, folded; the fullest
    acts: int = 0  # how often it does what only people do
    sites: int = 0  # how often something happens in it
    name: Mention | None = None  # its fullest name so far, the first of equals

    def add(self, mention: Mention) -> None:
        """Take in a further mention."""
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender
        if mention.named and (self.name is None or mention.end - mention.start > self.name.end - self.name.start):
            self.name = mention


def role_of(token: Token) -> str:
    """The grammatical role of a noun phrase's head: subj, obj, obl, poss, nmod, mod, or other."""
    for _ in range(8):  # a name within a name, a member of a list, "the town of" a name
        if token.dep_ not in ("conj", "flat", "appos", "nmod:desc") and not is_kind_of(token.head, token):
            break
        if token.head.i == token.i:
            break
        token = token.head
    dep = token.dep_
    if dep in SUBJECTS:
        return "subj"
    if dep in ("obj", "iobj"):
        return "obj"
    if dep.startswith("obl"):
        return "obl"
    if dep == "nmod:poss":
        return "poss"
    if dep.startswith("nmod"):
        return "nmod"
    return "mod" if dep in ("compound", "amod") else "other"


def is_kind_of(noun: Token, name: Token) -> bool:
    """Whether the noun says what kind of place a name is: "the town of Karsin"."""
    if name.dep_ != "nmod" or not noun.text.islower():
        return False
    nouns = lists().nouns
    of = any(c.dep_ == "case" and c.lower_ == "of" for c in name.children)
    return of and lemma(noun) in nouns["settlement"] | nouns["region"] | nouns["country"]


def iter_names(doc: Doc, sentences: list[int]) -> Iterator[Mention]:
    """The names of a text: its entities, and with them the noun of a side ("Sudanese army", "fighters of the Front").

    Shape: `sentences[i]` is the number of the sentence of token `i`.
    """
    for entity in doc.ents:
        if entity.label_ not in SORTS or entity.root.pos_ == "PRON" or not any(t.text[0].isupper() for t in entity):
            continue
        side = _side(entity)
        if side is not None:
            yield _side_mention(entity, side, sentences)
        if side is None or entity.label_ in ("LOC", "GPE") or side.i < entity.start:
            yield _name_mention(entity, sentences)


def _side(entity: Span) -> Token | None:
    """The noun of a side that takes its name from the entity, or nothing."""
    head = entity.root.head
    if entity.start <= head.i < entity.end or head.ent_type_ or head.pos_ not in ("NOUN", "PROPN"):
        return None
    word = lemma(head)
    nouns = lists().nouns
    if word not in nouns["belongs"] or (head.tag_ == "NN" and word in nouns["person"]):
        return None
    dep = entity.root.dep_
    if dep in ("compound", "amod", "nmod:poss", "nmod:desc") and head.i >= entity.end:
        return head
    of = any(c.dep_ == "case" and c.lower_ == "of" for c in entity.root.children)
    return head if dep == "nmod" and of and entity.label_ != "PERSON" and head.i < entity.start else None


def _side_mention(entity: Span, side: Token, sentences: list[int]) -> Mention:
    start, end = min(entity.start, side.i), max(entity.end, side.i + 1)
    plural = side.tag_ in ("NNS", "NNPS") or lemma(side) == "police"
    return Mention(start, end, side.i, True, "force", "p" if plural else "b", "", role_of(side), sentences[side.i])


def _name_mention(entity: Span, sentences: list[int]) -> Mention:
    root = entity.root
    sort = "person" if _is_person(entity) else "place" if _is_place(entity) else SORTS[entity.label_]
    last = entity[-1]
    if sort in ("org", "people") and last.text.islower() and lemma(last) in lists().nouns["belongs"]:
        number = "p" if last.tag_ == "NNS" or last.lower_ == "police" else "b"
        return Mention(entity.start, entity.end, root.i, True, "force", number, "", role_of(root), sentences[root.i])
    number = {"person": "s", "org": "b", "people": "p"}.get(sort, "s")
    if sort == "people" and root.dep_ in ("amod", "compound"):
        number = "s"
    if sort == "org" and (last.lower_ in lists().names["plural_end"] or last.tag_ == "NNPS"):
        number = "p+"
    gender = gender_of(entity) if sort == "person" else ""
    return Mention(entity.start, entity.end, root.i, True, sort, number, gender, role_of(root), sentences[root.i])


def _is_person(entity: Span) -> bool:
    """By its label; or by a title or given name before a name, unless something is in it."""
    person = bool(entity.label_ == "PERSON")
    if person or len(entity) not in (2, 3, 4):
        return person
    names = lists().names
    first, inside = entity[0].lower_, any(c.dep_ == "case" for c in entity.root.children)
    given = first in names["men"] or first in names["women"]
    proper = all(t.pos_ == "PROPN" for t in entity[1:]) and lemma(entity[-1]) not in lists().nouns["body"]
    return proper and (first in names["ranks"] or (given and not inside and entity.label_ != "NORP"))


def _is_place(entity: Span) -> bool:
    """One bare word that was taken for a person, and which something is in, or which is besieged or retaken."""
    word, root = entity[0], entity.root
    if len(entity) > 1 or word.lower_ in lists().names["men"] | lists().names["women"]:
        return False
    inside = any(c.dep_ == "case" and c.lower_ in lists().verbs["inside_preposition"] for c in root.children)
    return inside or (root.dep_ in ("obj", "nsubj:pass") and lemma(root.head) in lists().verbs["place_only_object"])


def gender_of(entity: Span) -> str:
    """ "m" or "f" by a title or a given name, else nothing."""
    names = lists().names
    before = [t.lower_ for t in _titles_before(entity.doc, entity.start)]
    told = [*before, *(t.lower_ for t in entity)]
    if any(w in names["titles_male"] or (w in before and w in lists().nouns["male"]) for w in told):
        return "m"
    if any(w in names["titles_female"] or (w in before and w in lists().nouns["female"]) for w in told):
        return "f"
    given = next((t.lower_ for t in entity if t.lower_ not in names["titles"]), "")
    man, woman = given in names["men"], given in names["women"]
    return "" if man == woman else ("m" if man else "f")


def _titles_before(doc: Doc, start: int) -> list[Token]:
    """The titles and posts that stand right before a name: "rebel commander", "Foreign Minister"."""
    found: list[Token] = []
    first = doc[start].sent.start
    known = lists().names["titles"] | lists().names["ranks"] | lists().nouns["person"]
    while len(found) < 4 and start - len(found) > first:
        token = doc[start - len(found) - 1]
        if token.lower_ not in known or token.ent_type_:
            break
        found.append(token)
    return found


def titles_of(doc: Doc, mention: Mention) -> set[str]:
    """Lemmas that describe a named thing: titles, appositions, "the town of", the last word of its name."""
    found = {t.lower_ for t in doc[mention.start : mention.end] if t.lower_ in lists().names["titles"]}
    if mention.sort == "person":
        found |= {lemma(t) for t in _titles_before(doc, mention.start)}
    if mention.sort in ("org", "force", "place"):
        found |= {lemma(t) for t in doc[mention.start : mention.end] if t.pos_ in ("PROPN", "NOUN", "ADJ")}
    head = doc[mention.head]
    for token in head.children:
        describes = token.dep_ in ("appos", "nmod:desc", "compound") and token.pos_ in ("NOUN", "PROPN", "ADJ")
        if describes and (not token.ent_type_ or token.i < mention.start):
            found.add(lemma(token))
    described = head.dep_ in ("appos", "nmod:desc", "compound", "flat") and head.head.pos_ == "NOUN"
    if described and not head.head.ent_type_ and mention.sort != "people":
        found.add(lemma(head.head))
    if mention.sort == "place" and is_kind_of(head.head, head):
        found.add(lemma(head.head))
    if head.dep_ in SUBJECTS and any(c.dep_ == "cop" for c in head.head.children):
        found.add(lemma(head.head))
    return found


def noun_mention(token: Token, sentences: list[int]) -> Mention | None:
    """What a common noun speaks of, or nothing where it is part of a name, a measure, a time or a predicate."""
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ or token.dep_ in ("compound", "flat", "fixed"):
        return None
    word = lemma(token)
    nouns = lists().nouns
    if word in nouns["time"] or token.lower_ in lists().names["ranks"] & {"mr", "mr.", "ms", "ms.", "dr", "dr."}:
        return None
    if any(c.dep_ == "cop" for c in token.children):
        return None
    plural = token.tag_ in ("NNS", "NNPS") or word in ("people", "police", "crew", "staff")
    if word in nouns["person"]:
        sort = "person"
    elif word in nouns["body"]:
        sort = "org"
    elif word in nouns["settlement"] | nouns["region"] | nouns["country"]:
        sort = "place"
    else:
        sort = "thing"
    number = "p" if plural else ("b" if sort == "org" else "s")
    gender = "m" if word in nouns["male"] else "f" if word in nouns["female"] else ""
    start = next((c.i for c in token.children if c.i < token.i), token.i)
    return Mention(start, token.i + 1, token.i, False, sort, number, gender, role_of(token), sentences[token.i])


def pronoun_mention(token: Token, sort: str, sentence: int) -> Mention:
    """A pronoun as a mention of something of one sort; a person's has a gender."""
    pronouns = lists().pronouns
    low = token.lower_
    gender = "" if low not in pronouns["person"] else "f" if low in pronouns["female"] else "m"
    number = "p" if low in pronouns["plural"] else "s"
    at = token.i
    return Mention(at, at + 1, at, False, sort, number, gender, role_of(token), sentence, pronoun=True)


def keys_of(doc: Doc, mention: Mention) -> tuple[str, list[str]]:
    """The key under which a name is kept, and the shorter or longer forms under which it may be met again."""
    whole = doc[mention.start : mention.end]
    told = [t.text for t in whole if t.tag_ != "POS" and t.lower_ not in ("the", "of")] or [t.text for t in whole]
    if mention.sort == "person":
        bare = [t for t in told if t.lower() not in lists().names["titles"]] or told
        return " ".join(words(" ".join(bare))), [" ".join(words(bare[-1]))]
    key = " ".join(words(" ".join(told)))
    if mention.sort in ("place", "people"):
        return key, []
    letters = "".join(t[0] for t in told if t[0].isupper())
    other = [letters.lower()] if len(letters) > 1 else []
    if mention.sort == "org" and len(told) > 1:
        last = told[-1].lower()
        telling = last in lists().names["plural_end"] | lists().nouns["group"]
        other += [" ".join(words(last))] if telling else []
        other += [" ".join(words(" ".join(told[1:])))] if len(told) > 2 else []
    return key, other
