"""Stories as tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from fogline.claims.features import EARLIER_SIZES, SIZES
from fogline.language.pieces import Pieces
from fogline.language.shapes import shape
from training.claims.examples import EITHER, YES, Example
from training.claims.network import TYPES

LONGEST = 110  # words of a sentence that is trained on
LIMIT = 300  # pieces


@dataclass(slots=True)
class Rows:
    """Sentences in numbers.  pieces, shapes, marks [B, P]; firsts [B, W]; grammar [B, W, TYPES]; wide [B, W] bool."""

    pieces: Tensor
    shapes: Tensor
    marks: Tensor
    firsts: Tensor
    grammar: Tensor
    words: Tensor


def mark_of(example: Example) -> list[int]:
    """For each word what names it: 0 for none, else kind and whether it is the name's first word."""
    marks = [0] * len(example.words)
    for name in sorted(example.here, key=lambda n: n.first - n.last):
        kind = 6 if name.may_act and name.is_place else name.kind
        for k in range(name.first, name.last + 1):
            if marks[k] == 0:
                marks[k] = 1 + kind * 2 + int(k > name.first)
    return marks


def rows(examples: Sequence[Example], pieces: Pieces) -> Rows:
    """The rows of sentences."""
    cut = [_row(e, pieces) for e in examples]
    longest, words = max(len(r[0]) for r in cut), max(len(r[3]) for r in cut)
    grammar = torch.zeros(len(examples), words, TYPES)
    for b, example in enumerate(examples):
        for word, types in example.grammar.items():
            grammar[b, word, types] = 1.0
    mask = torch.tensor([[1] * len(r[3]) + [0] * (words - len(r[3])) for r in cut], dtype=torch.bool)
    return Rows(*(_pad([r[n] for r in cut], longest if n < 3 else words) for n in range(4)), grammar, mask)


def _row(example: Example, pieces: Pieces) -> tuple[list[int], list[int], list[int], list[int]]:
    ids, shapes, marks, firsts = [pieces.first], [0], [0], []
    cut = [pieces.of(word) for word in example.words]
    if sum(map(len, cut)) > LIMIT:
        cut = [c[:1] for c in cut]
    for word, mark, part in zip(example.words, mark_of(example), cut, strict=True):
        firsts.append(len(ids))
        ids.extend(part)
        shapes.extend([shape(word)] * len(part))
        marks.extend([mark] * len(part))
    return [*ids, pieces.last], [*shapes, 0], [*marks, 0], firsts


def _pad(columns: list[list[int]], size: int) -> Tensor:
    return torch.tensor([c + [0] * (size - len(c)) for c in columns])


@dataclass(slots=True)
class Gold:
    """What is asked of the rows.  acts [B, W, TYPES]: 1, 0, or -1 (not asked).

    of: for each labelled act its row, word, type, status; pairs: for each of its names.
    """

    acts: Tensor
    act: Tensor  # [A, 4]
    statuses: Tensor  # [A] of the grammar
    near: Tensor  # [N, 5]: act, name's row, first, last, group
    near_features: Tensor
    near_gold: Tensor  # [N, 3]
    far: Tensor
    far_features: Tensor
    far_gold: Tensor


def gold(examples: Sequence[Example], first_sentence: Sequence[int], width: int) -> Gold:
    """`first_sentence[b]`: the row at which the story of row b starts, so that a name's own row is found."""
    acts = torch.zeros(len(examples), width, TYPES)
    told, statuses = [], []
    near, near_features, near_gold = [], [], []
    far, far_features, far_gold = [], [], []
    for b, example in enumerate(examples):
        for act in example.acts:
            if act.word >= width:
                continue
            acts[b, act.word, act.type] = -1.0 if act.optional else 1.0
            if act.word not in example.beside:
                continue
            a = len(told)
            told.append([b, act.word, act.type, act.status])
            statuses.append(example.statuses.get(act.word, 0))
            for n, name in enumerate(example.here):
                near.append([a, b, name.first, name.last, 0])
                near_features.append(example.beside[act.word][n])
                near_gold.append([_gold(act.roles[r].get(n), r, name) for r in range(3)])
            for m, name in enumerate(example.before):
                far.append([a, first_sentence[b] + name.sentence, name.first, name.last, 0])
                far_features.append(example.earlier[m])
                far_gold.append([_gold(act.roles[r].get(len(example.here) + m), r, name) for r in range(3)])
    as_rows = lambda x, w: torch.tensor(x, dtype=torch.long).view(-1, w)  # noqa: E731
    return Gold(
        acts,
        as_rows(told, 4),
        torch.tensor(statuses, dtype=torch.long),
        as_rows(near, 5),
        as_rows(near_features, len(SIZES)),
        torch.tensor(near_gold, dtype=torch.float).view(-1, 3),
        as_rows(far, 5),
        as_rows(far_features, len(EARLIER_SIZES)),
        torch.tensor(far_gold, dtype=torch.float).view(-1, 3),
    )


def _gold(value: int | None, role: int, name) -> float:
    if value == YES:
        return 1.0
    return -1.0 if value == EITHER else 0.0
