"""Whose somebody's men are: the party that he leads, speaks for or serves in, where the report says so beside him.

As in "a Northern Front commander said his men had left", "the Front's leader, Ahmad Dorn", "Dorn, who heads the Front",
"General Ahmad Dorn of the Norlandic army".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

BESIDE = frozenset({"compound", "amod", "nmod:poss", "nmod:desc", "nmod"})
TITLES = frozenset({"appos", "nmod:desc"})  # "Ahmad Dorn, the Front's leader", "Front leader Ahmad Dorn"
NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
HIS = frozenset({"his", "her"})
OWNING = HIS | {"its", "their", "our"}
OF = frozenset({"of", "for", "from", "in", "with"})
TELLING = ("monitor:", "agency:", "media:")  # keys of those who have no men
COUNTRY = "country:"
BY = frozenset({"by", "from", "of"})  # between a statement and whose it is
ONLOOKING = ("un:", "body:", *TELLING)  # keys of those who speak of the men of others


def party_of(person: Found, words: Words, board: Board) -> Found | None:
    """The party, or the state, that a person named here is told to belong to; `None` where nothing tells it."""
    inside = words[person.start : person.end]
    head = next((w for w in inside if not person.start <= w.head.i < person.end), inside[-1])
    titles = [w for w in (head.head, *head.children) if head.dep_ == "appos" or w.dep_ in TITLES]
    before = words[person.start - 1] if person.start > head.sent.start else None
    before = before if before is not None and before.pos_ in NOMINAL and before.text.islower() else None
    own = (party for title in (head, *titles) if (party := _by_title(title, before, board)) is not None)
    return next((p for p in own if p.start != person.start), None) or next(_led(head, board), None)


def _by_title(title: Word, before: Word | None, board: Board) -> Found | None:
    """As `party_beside`; a state's by a title that states give, "Norlandic general", not "Norlandic rebel leader".

    `before`: the noun right before the name.
    """
    party = party_beside(title, board)
    if party is None or before is None or not (party.key or "").startswith(COUNTRY):
        return party
    rebel = any(c.lemma in nouns().actors["rebel"] for c in title.children if c.dep_ in BESIDE)
    return party if before.lemma in nouns().actors["of_state"] and not rebel else None


def party_beside(title: Word, board: Board) -> Found | None:
    """As in "a Front commander", "the Front's spokesman", "an officer of the Front", "a Norlandic major"."""
    under = board.at.get(title.i)
    if under is not None and _has_men(under):
        return under
    for child in title.children:
        if child.dep_ not in BESIDE or (child.dep_ == "nmod" and not _is_of(child)):
            continue
        if (party := next((p for p in readings(child.i, board) if _has_men(p)), None)) is not None:
            return party
    return None


def spoken_for(subject: Word, board: Board) -> Found | None:
    """Whose "its men" are by whoever says so: "a spokesman for the Front", "a statement by the Front"; no onlooker."""
    if subject.lemma in nouns().actors["statements"]:
        by = [c for c in subject.children if c.dep_ == "nmod" and any(d.lower_ in BY for d in c.children)]
        named = (p for c in by for p in readings(c.i, board) if p.kind is MentionKind.ACTOR)
        return next(named, None)
    party = party_beside(subject, board) if subject.lemma in nouns().actors["serving"] else None
    return None if party is None or (party.key or "").startswith(ONLOOKING) else party


def his_party(his: Word, board: Board, told: Mapping[str, Found], last: Found | None) -> Found | None:
    """Whose men "his men" are: the party of who does or says it, else of the person named last.

    `told`: the parties of persons, by the last word of their names.
    """
    for subject in _subjects_over(his):
        under = board.at.get(subject.i)
        if under is not None and under.kind is MentionKind.PERSON:
            return told.get(last_name(under))
        speaks = under is None or subject.lemma in nouns().speakers
        if speaks and (party := party_beside(subject, board)) is not None:
            return party
    return told.get(last_name(last)) if last is not None else None


def last_name(person: Found) -> str:
    """The last word of a person's name, by which the rest of a report calls him."""
    return person.text.split()[-1]


def _subjects_over(token: Word) -> Iterator[Word]:
    """The subjects of the verbs that a word stands under, the nearest first: who speaks of it is among them."""
    for verb in token.ancestors:
        if verb.pos_ == "VERB":
            yield from (c for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i and token not in c.subtree)


def _led(head: Word, board: Board) -> Iterator[Found]:
    """As in "Ahmad Dorn, who heads the Front", "who speaks for the Front"."""
    for clause in head.children:
        if clause.dep_ in ("acl:relcl", "acl") and clause.lemma in nouns().actors["leading"]:
            for child in clause.children:
                if child.dep_ == "obj" or (child.dep_ == "obl" and _is_of(child)):
                    yield from (p for p in readings(child.i, board) if _has_men(p))


def readings(token: int, board: Board) -> list[Found]:
    """What names a word, a country's capital also as its government."""
    under = board.at.get(token)
    return board.starting_at(under.start) if under is not None else []


def _is_of(word: Word) -> bool:
    return any(c.dep_ == "case" and c.lower_ in OF for c in word.children)


def _has_men(piece: Found) -> bool:
    if (piece.key or "").startswith(COUNTRY):
        return True
    return piece.kind is MentionKind.ACTOR and not (piece.key or "").startswith(TELLING)


def owner_of(token: Word, under: Found | None) -> Word | None:
    """The word right before a force, or before the words that describe it, that tells whose it is."""
    doc = token.doc
    first = min(token.i, under.start) if under is not None else token.i
    before = doc[first - 1]
    if before.lower_ in OWNING:
        return before
    if before.tag_ == "POS" and first - 2 >= token.sent.start and doc[first - 2].pos_ in ("NOUN", "PROPN"):
        return doc[first - 2]
    return None
