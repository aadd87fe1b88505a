"""Whom "it" and "they" mean, of the parties that a sentence and the one before it tell of.

| the sentence | who |
| --- | --- |
| "RSF fighters slept where the army had slept. They took K" | the subject of the sentence, not of its relative clause |
| "the army said the rebels had fled. Its planes" | the one of the pronoun's number: "its" are not the rebels' |
| "the army said the Front had broken a promise. Its jets" | a state: groups seldom have jets |
| "the army left K. The Front took the base that it had left" | not who takes it, where another has just left |
| "the ministry said the army had left. It accused the rebels" | who spoke, not of whom he spoke |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fogline.grounding.agreement import SUBJECTS
from fogline.grounding.board import Found
from fogline.grounding.nouns import nouns
from fogline.grounding.referents import may_be_meant
from fogline.language.plain import Word
from fogline.records import MentionKind

Row = tuple[int, Found, bool]  # the number of a sentence, a party that it tells of, and whether as a subject

ONE = frozenset({"it", "its"})
MANY = frozenset({"they", "their", "them"})
SEVERAL = frozenset({"NNS", "NNPS"})
ARMED_GROUPS = ("group:", "side:")
COUNTRY = "country:"
STATES = ("military:", "airforce:", "navy:", COUNTRY)
ANSWERS = frozenset({"deny", "reject", "dismiss"})  # what one was told to have done, who was spoken of denies


def meant(pronoun: Word, near: Iterable[Row]) -> Found | None:
    """The party that a pronoun means: of those that fit it the last subject, else the first of the later sentence.

    `near`: the parties of this sentence and the one before, the newest first.
    """
    rows = [row for row in near if _may_be(row) and not _is_own_subject(row[1], pronoun)]
    if not _acts(pronoun):  # "they left it": mostly no party at all
        return next((piece for _, piece, subject in rows if subject), _earliest(rows))
    known = rows
    for fits in (_of_number(pronoun, rows), _not_the_taker(pronoun, rows)):
        rows = [row for row in rows if fits(row)] or rows
    found = _first(pronoun, rows)
    if found is not None and _is_aircraft(pronoun) and _is_of(found, ARMED_GROUPS):
        return _first(pronoun, [row for row in known if _is_of(row[1], STATES) and _takes_part(row, pronoun)]) or found
    return found


def may_mean(pronoun: Word, piece: Found, near: Iterable[Row]) -> bool:
    """Whether a pronoun may mean the subject of a verb above it: of its number, and not who takes what it left."""
    rows = [row for row in near if may_be_meant(row[1])]
    told = [row for row in rows if row[1].text == piece.text]
    return not told or any(_of_number(pronoun, rows)(row) and _not_the_taker(pronoun, rows)(row) for row in told)


def _may_be(row: Row) -> bool:
    """Whether it is a party; of arms only whose they are, as a subject: "the junta's jets", "Norlandic drones"."""
    _, piece, subject = row
    arms = piece.text.split()[-1].lower() in nouns().actors["equipment"]
    return may_be_meant(piece) or (subject and arms and piece.key is not None and " " in piece.text)


def _first(pronoun: Word, rows: list[Row]) -> Found | None:
    """The last subject that is not only told of by the way, else the first party of the later sentence."""
    for _, piece, subject in rows:
        if subject and not _is_by_the_way(piece, pronoun):
            return piece
    return _earliest(rows)


def _earliest(rows: list[Row]) -> Found | None:
    """The first party of the later sentence."""
    later = [piece for said, piece, _ in rows if said == rows[0][0]]
    return later[-1] if later else None


def _acts(pronoun: Word) -> bool:
    """Whether it stands for who does, has or gets something: "it left", "its men", "fell to it"; "them" are a party."""
    return pronoun.lower_ != "it" or pronoun.dep_ in SUBJECTS or _comes_to(pronoun)


def _is_own_subject(piece: Found, pronoun: Word) -> bool:
    """As in "Karsin denied it": not a state, which it is a capital that tells of."""
    state = piece.kind is MentionKind.ACTOR and _is_of(piece, (COUNTRY,))
    return state and pronoun.dep_ in ("obj", "iobj", "obl") and pronoun.doc[piece.end - 1].head is pronoun.head


def _is_by_the_way(piece: Found, pronoun: Word) -> bool:
    """As in "they went where the army was": told of in a relative clause of a sentence that the pronoun follows.

    In its own sentence only of what comes to somebody: "the town, which the army had held, fell to them".
    """
    word = pronoun.doc[piece.end - 1]
    clauses = (one for one in (word, *word.ancestors) if one.dep_ == "acl:relcl")
    here = word.sent is pronoun.sent and not _comes_to(pronoun)
    if not here and any(not clause.is_ancestor(pronoun) for clause in clauses):
        return True
    return word.sent is not pronoun.sent and _speaks(pronoun) and any(_is_said(one) for one in word.ancestors)


def _speaks(pronoun: Word) -> bool:
    """As in "it accused the rebels": who spoke before, and not of whom he spoke."""
    verb = pronoun.head.lemma
    return pronoun.dep_ in SUBJECTS and verb in nouns().unknown_place["speaking"] and verb not in ANSWERS


def _is_said(verb: Word) -> bool:
    """As in "the ministry said the army had left"."""
    speech = verb.head
    said = verb.dep_ == "ccomp" and speech.lemma in nouns().unknown_place["speaking"]
    return said and any(c.dep_ in SUBJECTS and c.i < verb.i for c in speech.children)


def _comes_to(pronoun: Word) -> bool:
    """As in "fell to them", "was taken by them"."""
    return pronoun.dep_ in ("obl", "obl:agent") and any(c.lower_ in ("to", "by") for c in pronoun.children)


def _of_number(pronoun: Word, rows: list[Row]) -> Callable[[Row], bool]:
    """Whether a party may be an "it": fighters are none, where one party is told of that may be, or does something.

    Nor is a party "they" that the same sentence calls "it", where fighters are told of.
    """
    many = {row[1].text for row in rows if _is_many(row[1], pronoun)}
    others = {row[1].text for row in rows if _is_called_otherwise(row[1], pronoun)}
    if pronoun.lower_ not in ONE:
        others -= many
        return lambda row: not many or row[1].text not in others
    ones = [row for row in rows if not _is_many(row[1], pronoun) and row[1].text not in others]
    parts = {row[1].text for row in ones if _takes_part(row, pronoun)}
    sure = len(parts) == 1 or any(row[2] for row in ones)
    return lambda row: not sure or row in ones


def _is_called_otherwise(piece: Found, pronoun: Word) -> bool:
    """As in "it called their retreat a success"."""
    word = pronoun.doc[piece.end - 1]
    one, many = word.lower_ in ONE, word.lower_ in MANY
    return word.sent is pronoun.sent and (many if pronoun.lower_ in ONE else one)


def _is_many(piece: Found, pronoun: Word) -> bool:
    """As in "fighters", "the Houthis"; "the Defence Forces" may be one."""
    last = pronoun.doc[piece.end - 1]
    return last.tag_ in SEVERAL and (last.text.islower() or piece.end - piece.start == 1)


def _not_the_taker(pronoun: Word, rows: list[Row]) -> Callable[[Row], bool]:
    """Who moves into what "it had left" is another, where another is told to have left."""
    takers = {
        text
        for subject in _takers(pronoun)
        for _, piece, _ in rows
        if subject.i < piece.end and piece.start <= subject.i
        for text in [piece.text]
    }
    left = {piece.text for _, piece, subject in rows if subject and _leaves(piece, pronoun)} - takers
    return lambda row: not (takers and left) or row[1].text not in takers


def _takers(pronoun: Word) -> list[Word]:
    """Who moves into the posts of "the posts that they had left"."""
    verb, lists = pronoun.head, nouns().actors
    if pronoun.dep_ not in SUBJECTS or verb.dep_ != "acl:relcl" or verb.lemma not in lists["left_behind"]:
        return []
    entering = verb.head.head
    return [c for c in entering.children if c.dep_ == "nsubj"] if entering.lemma in lists["moving_in"] else []


def _leaves(piece: Found, pronoun: Word) -> bool:
    """Whether a party is told to leave or to lose a place."""
    verb = pronoun.doc[piece.end - 1].head
    return verb.lemma in nouns().actors["leaving"]


def _is_aircraft(pronoun: Word) -> bool:
    """As in "its jets"."""
    return pronoun.dep_ == "nmod:poss" and pronoun.head.lemma in nouns().actors["aircraft"]


def _takes_part(row: Row, pronoun: Word) -> bool:
    """Whether a party does something or has it done: a country may be no more than where it is done."""
    word = pronoun.doc[row[1].end - 1]
    return row[2] or row[1].kind is MentionKind.ACTOR or word.dep_ == "obj"


def _is_of(piece: Found, sorts: tuple[str, ...]) -> bool:
    return (piece.key or "").startswith(sorts)


__all__ = ["Row", "may_mean", "meant"]
