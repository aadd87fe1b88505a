"""Gold sets as training stories.  Where their claims do not say which word tells them, a trained reader says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from evaluation.names import Names, same_sentence
from fogline.language.pieces import Pieces
from fogline.records import ClaimType, Status
from training.claims.decode import Found, read
from training.claims.examples import EITHER, ROLES, STATUSES, TYPES, YES, Act, Example, Story, merged
from training.claims.network import Reader

SURE = 0.02  # the least chance of a word that is taken to tell a claim
LEAST = 0.002  # and of one that may tell it
DOUBT = 0.1  # what a word loses at most where it would fill a role otherwise
TOLD_BY_ROLES = ("actor", "place")


def told_words(
    network: Reader, stories: Sequence[Story], claims: Sequence[Mapping[str, Any]], names: Names, pieces: Pieces
) -> list[Story]:
    """The stories with an act for each gold claim, at the word that the claim names as its `act`.

    Where it names none, at the word that the network holds likeliest to tell it; and where no word is likely, the
    claim is one that may or may not be found.
    """
    made = []
    for story in stories:
        found = read(network, story, pieces, LEAST)
        own: dict[int, list[Mapping[str, Any]]] = {}
        for row in claims:
            if row["report"] == story.id:
                own.setdefault(_place(row["sentence"], story), []).append(row)
        sentences = []
        for n, example in enumerate(story.sentences):
            acts = [act for row in own.get(n, []) for act in _acts(row, example, found[n], names)]
            sentences.append(replace(example, acts=merged(acts)))
        made.append(replace(story, sentences=sentences))
    return made


def _place(sentence: str, story: Story) -> int:
    """The sentence of a story that a gold sentence is: a dateline may stand apart from it, so the longest."""
    same = [n for n, e in enumerate(story.sentences) if same_sentence(sentence, e.text)]
    return max(same, key=lambda n: len(story.sentences[n].words), default=-1)


def _acts(row: Mapping[str, Any], example: Example, found: Sequence[Found], names: Names) -> Iterator[Act]:
    word, sure = _said(row, example) or _likeliest(row, found, names)
    if word is None:
        return
    accept = row.get("accept", {})
    status = STATUSES.index(Status(row["status"]))
    for other in dict.fromkeys([row["type"], *accept.get("type", [])]):
        spare = bool(row.get("optional")) or not sure or other != row["type"]
        act = Act(word, TYPES.index(ClaimType(other)), status, spare)
        for r, role in enumerate(ROLES):
            ways = [row.get(role), *accept.get(role, [])]
            _fill(act.roles[r], ways, example, names)
            act.lost[r] = not act.roles[r] and None not in ways  # somebody, and nobody of these names
        yield act


def _said(row: Mapping[str, Any], example: Example) -> tuple[int, bool] | None:
    """The word that a claim names, "took" or, of its second occurrence, "took#2"; `None` where it names none."""
    if not row.get("act"):
        return None
    word, _, occurrence = row["act"].partition("#")
    found = [i for i, other in enumerate(example.words) if other == word]
    nth = int(occurrence or 1) - 1
    return (found[nth], True) if nth < len(found) else None


def _likeliest(row: Mapping[str, Any], found: Sequence[Found], names: Names) -> tuple[int | None, bool]:
    told = [f for f in found if f.type == TYPES.index(ClaimType(row["type"]))]
    best = max(told, key=lambda f: _likely(f, row, names), default=None)
    return (None, False) if best is None else (best.word, best.chance >= SURE)


def _likely(found: Found, row: Mapping[str, Any], names: Names) -> float:
    """The chance that a word tells a claim, less where it would fill the claim's roles otherwise."""
    chance = found.chance
    for role in TOLD_BY_ROLES:
        wanted = names.keys(row.get(role))
        chances = [c for name, c in found.roles[ROLES.index(role)].items() if names.keys(name) & wanted]
        chance *= max([DOUBT, *chances])
    return chance


def _fill(role: dict[int, int], ways: Sequence[Any], example: Example, names: Names) -> None:
    """Put the names of the example into a role: those of the first way are wanted, those of the others may be."""
    for n, way in enumerate(ways):
        wanted = names.keys(way)
        for place, name in enumerate([*example.here, *example.before]):
            if names.keys(name.text) & wanted:
                role.setdefault(place, YES if n == 0 else EITHER)
