"""Gold sets as training stories: their claims do not say which word tells them, so a reader that is trained says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import torch

from evaluation.names import Names, same_sentence
from fogline.language.pieces import Pieces
from fogline.records import ClaimType, Status
from training.claims.examples import EITHER, ROLES, STATUSES, TYPES, YES, Act, Example, Story, merged
from training.claims.network import Reader
from training.claims.tensors import rows

SURE = 0.02  # the least chance of a word that is taken to tell a claim


def told_words(
    network: Reader, stories: Iterable[Story], claims: Sequence[Mapping[str, Any]], names: Names, pieces: Pieces
) -> list[Story]:
    """The stories with an act for each gold claim, at the word that the network holds likeliest to tell it.

    Where no word is likely, the claim is one that may or may not be found.
    """
    made = []
    for story in stories:
        chances = _chances(network, story, pieces)
        own: dict[int, list[Mapping[str, Any]]] = {}
        for row in claims:
            if row["report"] == story.id:
                own.setdefault(_place(row["sentence"], story), []).append(row)
        sentences = []
        for n, example in enumerate(story.sentences):
            here = own.get(n, [])
            acts = [act for row in here for act in _acts(row, example, chances[n], names)]
            sentences.append(replace(example, acts=merged(acts)))
        made.append(replace(story, sentences=sentences))
    return made


def _place(sentence: str, story: Story) -> int:
    """The sentence of a story that a gold sentence is: a dateline may stand apart from it, so the longest."""
    same = [n for n, e in enumerate(story.sentences) if same_sentence(sentence, e.text)]
    return max(same, key=lambda n: len(story.sentences[n].words), default=-1)


def _chances(network: Reader, story: Story, pieces: Pieces) -> torch.Tensor:
    network.eval()
    with torch.no_grad():
        told = rows(story.sentences, pieces)
        words = network.read(told.pieces, told.shapes, told.marks, told.firsts)
        return network.acts(words, told.grammar).sigmoid()


def _acts(row: Mapping[str, Any], example: Example, chances: torch.Tensor, names: Names) -> Iterable[Act]:
    accept = row.get("accept", {})
    words = sorted(example.beside)
    if not words:
        return
    kind = TYPES.index(ClaimType(row["type"]))
    best = max(words, key=lambda w: float(chances[w, kind]))
    sure = float(chances[best, kind]) >= SURE
    status = STATUSES.index(Status(row["status"]))
    for other in dict.fromkeys([row["type"], *accept.get("type", [])]):
        spare = bool(row.get("optional")) or not sure or other != row["type"]
        act = Act(best, TYPES.index(ClaimType(other)), status, spare)
        for r, role in enumerate(ROLES):
            _fill(act.roles[r], row.get(role), accept.get(role, []), example, names)
        yield act


def _fill(role: dict[int, int], value: Any, accepted: Sequence[Any], example: Example, names: Names) -> None:
    for n, way in enumerate([value, *accepted]):
        wanted = names.keys(way)
        for place, name in enumerate([*example.here, *example.before]):
            if names.keys(name.text) & wanted:
                role.setdefault(place, YES if n == 0 else EITHER)
