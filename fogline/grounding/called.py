"""Which group "the jihadists", "the rebels", "the militiamen" and "the alliance" mean: the one of its sort in a report.

A group is of a sort by a report's own words ("Houthi rebels", "the rebel group M23", "the Front, a league of militias")
or by what is known of it (`data/called.toml`).  Where a report names two of a sort, nobody in particular is meant.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.grounding.roster import Roster
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

ENGINE = 6  # the rank of a name that only the engine sees
THESE = frozenset({"the", "these", "those"})  # "in Norland, militants attacked" tells of others
LONGEST = 5  # words between a name and what it is said to be
GROUPS = frozenset({"group", "faction", "movement", "organisation", "organization", "army", "front", "coalition"})


@dataclass(frozen=True, slots=True)
class Sorts:
    """The sorts of groups: by the word that tells one, and of the groups that are known, by their keys."""

    of_word: Mapping[str, str]
    of_group: Mapping[str, frozenset[str]]


@cache
def sorts() -> Sorts:
    """The sorts as shipped."""
    table = tomllib.loads(files("fogline.grounding").joinpath("data/called.toml").read_text("utf-8"))
    known: defaultdict[str, set[str]] = defaultdict(set)
    for sort, keys in table["groups"].items():
        for key in keys:
            known[key].add(sort)
    of_word = {word: sort for sort, words in table["words"].items() for word in words}
    return Sorts(of_word, {key: frozenset(of) for key, of in known.items()})


def called(words: Words, board: Board, names: Mapping[str, str]) -> Iterator[Found]:
    """The parties that are told by a common noun alone, as the one group of that sort.

    `names`: the fullest name of each party, by its key.
    """
    groups: defaultdict[str, dict[str, Found]] = defaultdict(dict)
    for piece in board.pieces():
        if _is_group(piece):
            for sort in (*sorts().of_group.get(piece.key or "", ()), *_told(piece, words)):
                groups[sort].setdefault(piece.key or piece.text, piece)
    for piece in board.pieces():
        sort = _bare(piece, words, board)
        meant = [group for group in groups[sort].values() if _on_side(group, piece)] if sort is not None else []
        if len(meant) == 1:
            (group,) = meant
            yield replace(piece, text=names.get(group.key or "", group.text), key=group.key, rank=3)


def namesakes(words: Words, board: Board) -> dict[str, list[Found]]:
    """By a word that several parties might end in, "mission", "brigade", the one party of the report that has it in
    its name, if there is one: it is meant by "the mission"."""
    found: defaultdict[str, dict[str, Found]] = defaultdict(dict)
    for piece in board.pieces():
        if piece.kind is MentionKind.ACTOR and piece.named:
            behind = words.text(piece.end, min(piece.end + 1, words[piece.start].sent.end))  # "the UN mission"
            for word in {*piece.text.lower().split(), behind} & nouns().actors["namesake"]:
                found[word].setdefault(piece.key or piece.text, piece)
    return {word: list(parties.values()) for word, parties in found.items() if len(parties) == 1}


def _on_side(group: Found, bare: Found) -> bool:
    """Whether a group may be the side that a word means: the rebels of another country are not."""
    if bare.key is None or group.key is None:
        return True
    known = Roster.load().get(group.key)
    return known is not None and known.side == bare.key


def _is_group(piece: Found) -> bool:
    """Whether a stretch names a group: one of the roster, or one that the report introduces."""
    if piece.kind is not MentionKind.ACTOR or piece.text.islower():
        return False
    return (piece.key or "").startswith("group:") or (piece.key is None and piece.named and piece.rank < ENGINE)


def _bare(piece: Found, words: Words, board: Board) -> str | None:
    """The sort that one word tells alone, of nobody named: "the jihadists"."""
    key = piece.key or ""
    if piece.named or piece.kind is not MentionKind.ACTOR or piece.end - piece.start > 1:
        return None
    word = words[piece.start]
    if (key and not key.endswith(":rebels")) or (word.text[:1].isupper() and not word.is_sent_start):
        return None
    known = any(c.lower_ in THESE for c in word.children)
    return sorts().of_word.get(word.lemma) if known or not _names_country(word, board) else None


def _names_country(word: Word, board: Board) -> bool:
    """Whether a sentence names a country."""
    near = (board.at.get(i) for i in range(word.sent.start, word.sent.end))
    return any(piece is not None and (piece.key or "").startswith("country:") for piece in near)


def _told(piece: Found, words: Words) -> Iterator[str]:
    """The sorts that a report says a group is: "Front rebels", "the rebel group Front", "the Front, a league"."""
    of_word, sentence = sorts().of_word, words[piece.start].sent
    last, start = words[piece.end - 1], piece.start
    if not last.text[:1].isupper():
        yield from _sort(last.lemma)
    after = words[piece.end] if piece.end < sentence.end else None
    if after is not None and after.tag_ == "NNS":
        yield from _sort(after.lemma)
    if start - 2 >= sentence.start and words[start - 1].lemma in GROUPS:
        yield from _sort(words[start - 2].lemma)
    elif start > sentence.start and words[start - 1].lemma in of_word and words[start - 1].dep_ in ("compound", "amod"):
        yield from _sort(words[start - 1].lemma)
    yield from _apposed(piece, words)


def _sort(lemma: str) -> Iterator[str]:
    sort = sorts().of_word.get(lemma)
    if sort is not None:
        yield sort


def _apposed(piece: Found, words: Words) -> Iterator[str]:
    """As in "the Front (F), a league of militias": the first word behind the article that tells a sort."""
    end, at = words[piece.start].sent.end, piece.end
    if at + 2 < end and words[at].text == "(" and words[at + 2].text == ")":
        at += 3
    if at + 1 >= end or words[at].text != "," or words[at + 1].lower_ not in ("a", "an", "the"):
        return
    for i in range(at + 2, min(at + 2 + LONGEST, end)):
        if (words[i].is_punct and words[i].text != "-") or words[i].pos_ in ("VERB", "ADP"):
            return
        if words[i].lemma in sorts().of_word:
            listed = i + 1 < end and words[i + 1].lower_ in ("and", "or")  # "the Front, a militia and the army"
            yield from () if listed else _sort(words[i].lemma)
            return
