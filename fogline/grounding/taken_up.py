"""Whom "the gunmen", "the mercenaries" and "the extremists" mean: the group of such men that was told of just before.

As in "Norlandic Front gunmen entered Karsin.  The gunmen took the prison".  Under another word for armed men than its
own a group is meant where it may do the act: "the gunmen fled" are others than the fighters who came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.grounding.board import Found
from fogline.grounding.called import sorts
from fogline.grounding.history import REFERENCE, History, standing_for
from fogline.grounding.nouns import nouns
from fogline.grounding.roster import Roster
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

DEFINITE = frozenset({"the", "these", "those", "both"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
REBELS = ":rebels"
LEAGUES = frozenset({"alliance", "coalition"})  # sorts that tell nothing of men
BLUE_HELMETS, MISSIONS = "force:un-peacekeepers", ("body:united-nations", "force:")
FAR = 4  # sentences, for the blue helmets: most reports tell of one mission
LATELY = 400  # parties that are looked back over for such men
NEAR = 1  # sentences: farther back another party may have come between


def taken_up(token: Word, under: Found | None, history: History, number: int) -> Found | None:
    """The group that a bare noun for armed men takes up; `under`: what lies at the word so far."""
    if under is not None and (under.key == BLUE_HELMETS or (under.key is None and under.text == "peacekeepers")):
        return _mission(token, under, history, number)
    if not _is_bare(token) or not _is_nobody(under) or _were_unknown(token, history):
        return None
    told = (p for _, p, _ in history.latest(number, NEAR) if p.start < token.i)
    near = [p for p in told if _is_somebody(p, token.doc)]
    same = {p.key or p.text: p for p in near if token.lemma in _own_words(p, token.doc) and _is_of_side(p, under)}
    if same:
        return standing_for(token, next(iter(same.values()))) if len(same) == 1 else None
    others = {p.key or p.text: p for p in near if _may_be(token, p, under) and _comes(p, token.doc)}
    alone = len(others) == 1 and len({p.key or p.text for p in near}) == 1
    return standing_for(token, next(iter(others.values()))) if alone and _does_so(token) else None


def _mission(token: Word, under: Found, history: History, number: int) -> Found | None:
    """The mission whose "blue helmets" or "peacekeepers" are told, by the name that the report gave it."""
    said = [p for _, p, _ in history.latest(number, FAR) if (p.key or "").startswith(MISSIONS) and not p.text.islower()]
    known = any(c.lower_ in DEFINITE for c in token.children)
    if len({p.key for p in said}) != 1 or not known or not under.text.islower() or token.i != under.end - 1:
        return None
    return replace(under, text=said[0].text, key=said[0].key, named=False, rank=REFERENCE)


def _is_bare(token: Word) -> bool:
    """Behind "the", with nothing else that tells which ones."""
    lists = nouns().actors
    if token.pos_ not in ("NOUN", "PROPN") or token.tag_ not in ("NNS", "NNPS"):
        return False
    if token.lemma not in lists["armed_men"] | lists["armed_sorts"]:
        return False
    before = [c for c in token.children if c.i < token.i and c.dep_ != "case"]
    behind = [c for c in token.children if c.i > token.i and not c.is_punct]
    plain = not any(c.dep_.startswith(("nmod", "acl", "appos", "conj")) or c.dep_ == "compound" for c in behind)
    joined = token.dep_ in ("conj", "compound", "appos", "nmod:poss")
    return plain and not joined and len(before) == 1 and before[0].lower_ in DEFINITE


def _is_nobody(under: Found | None) -> bool:
    """Whether a word names nobody by itself, beside the rebels of a country."""
    if under is None:
        return True
    bare = under.kind is MentionKind.ACTOR and under.end - under.start == 1 and under.text.islower()
    return bare and (under.key is None or under.key.endswith(REBELS))


def _were_unknown(token: Word, history: History) -> bool:
    """Whether such men were told of before as nobody's: "gunmen attacked Karsin", "armed gunmen"."""
    told = (p for _, p, _ in history.actors[-LATELY:] if p.start < token.i and p.rank < REFERENCE)
    return any(token.doc[p.end - 1].lemma == token.lemma and not _is_somebody(p, token.doc) for p in told)


def _is_somebody(piece: Found, doc: Words) -> bool:
    """Whether a party is a group by name, or armed men by the name of a people or a place: "Karsinni fighters"."""
    key = piece.key or ""
    if piece.kind is not MentionKind.ACTOR or (key and not key.startswith("group:") and not key.endswith(REBELS)):
        return False
    if key.startswith("group:"):
        return True
    told = [w for w in doc[piece.start : piece.end] if not w.is_sent_start or w.pos_ == "PROPN"]
    told_by = piece.end == piece.start + 1 and " " in piece.text and piece.text[0].isupper()  # a word before it tells
    return (told_by or any(w.text[:1].isupper() for w in told)) and bool(_own_words(piece, doc))


def _own_words(piece: Found, doc: Words) -> set[str]:
    """By what words for armed men a party is told: "gunmen" of "Front gunmen"."""
    lists = nouns().actors
    said = {doc[piece.end - 1].lemma, *_behind(piece, doc)}
    return said & (lists["armed_men"] | lists["armed_sorts"])


def _behind(piece: Found, doc: Words) -> Iterator[str]:
    """The noun that a name stands before, where it is no part of its stretch."""
    last = doc[piece.end - 1]
    if last.dep_ in ("compound", "amod") and last.head.i == piece.end:
        yield last.head.lemma


def _may_be(token: Word, piece: Found, under: Found | None) -> bool:
    """Whether a group that tells of no other may go by a word that is not its own."""
    own, men = _own_words(piece, token.doc), nouns().actors["armed_men"]
    sort = sorts().of_word.get(token.lemma)
    if sort == "rebel" and piece.key is None:
        return bool(own & men)  # of a people: "Karsinni fighters"
    if under is not None and under.key is not None:
        return bool(own & men) and _is_of_side(piece, under)
    known_as = sorts().of_group.get(piece.key or "", frozenset()) - LEAGUES
    if token.lemma in men:
        return bool(own or known_as)
    return sort in {*known_as, *_sorts(own)}


def _is_of_side(piece: Found, under: Found | None) -> bool:
    """Whether a group may be the rebels of the country that a word means by itself."""
    known = Roster.load().get(piece.key) if piece.key is not None else None
    if under is None or under.key is None or known is None:
        return True
    return known.side == under.key or (known.side is None and f":{known.country}:" in under.key)


def _sorts(words: Iterable[str]) -> set[str | None]:
    return {sorts().of_word.get(word) for word in words} - {None}


def _comes(piece: Found, doc: Words) -> bool:
    """Whether a group is told to come or to attack: not one that is only spoken of, hunts others or was struck."""
    lists = nouns().actors
    heads = (doc[i].head for i in range(piece.start, piece.end) if doc[i].dep_ == "nsubj")
    verbs = [h for h in heads if h.lemma in lists["moving"] | lists["moving_in"] | lists["at_whom"]]
    return any(not any(c.lower_ in ("not", "n't", "never") for c in verb.children) for verb in verbs)


def _does_so(token: Word) -> bool:
    """Whether the men do something: not to leave, which those do whom the others drove out."""
    verb = token.head
    return token.dep_ == "nsubj" and verb.pos_ == "VERB" and verb.lemma not in nouns().actors["going"]
