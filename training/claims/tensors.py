"""Stories as tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from fogline.claims.features import EARLIER_SIZES, SIZES
from fogline.language.pieces import Pieces
from fogline.language.shapes import shape
from fogline.records import ClaimType
from training.claims.examples import EITHER, YES, Act, Example, Name
from training.claims.network import ROLES, TYPES

TARGET, PLACE = 1, 2  # of the roles
LINK = list(ClaimType).index(ClaimType.LINK)
LIMIT = 300  # pieces


@dataclass(slots=True)
class Rows:
    """Sentences in numbers.  pieces, shapes, marks [B, P]; firsts [B, W]; grammar [B, W, TYPES]; words [B, W] bool.

    reports [B]: the row at which the report of a row begins.
    """

    pieces: Tensor
    shapes: Tensor
    marks: Tensor
    firsts: Tensor
    grammar: Tensor
    words: Tensor
    reports: Sequence[int]


def mark_of(example: Example) -> list[int]:
    """For each word what names it: 0 for none, else kind and whether it is the name's first word."""
    marks = [0] * len(example.words)
    for name in sorted(example.here, key=lambda n: n.first - n.last):
        kind = 6 if name.may_act and name.is_place else name.kind
        for k in range(name.first, name.last + 1):
            if marks[k] == 0:
                marks[k] = 1 + kind * 2 + int(k > name.first)
    return marks


def rows(examples: Sequence[Example], pieces: Pieces, reports: Sequence[int]) -> Rows:
    """The rows of sentences; `reports[b]`: the row at which the report of row b begins."""
    cut = [_row(e, pieces) for e in examples]
    longest, words = max(len(r[0]) for r in cut), max(len(r[3]) for r in cut)
    grammar = torch.zeros(len(examples), words, TYPES)
    for b, example in enumerate(examples):
        for word, types in example.grammar.items():
            grammar[b, word, types] = 1.0
    mask = torch.tensor([[1] * len(r[3]) + [0] * (words - len(r[3])) for r in cut], dtype=torch.bool)
    return Rows(*(_pad([r[n] for r in cut], longest if n < 3 else words) for n in range(4)), grammar, mask, reports)


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
class Pairs:
    """Acts beside names, A acts by C names.  row, first, last, entity [A, C], -1 where none; features [A, C, F]."""

    row: Tensor
    first: Tensor
    last: Tensor
    entity: Tensor
    features: Tensor


@dataclass(slots=True)
class Gold:
    """What is asked of the rows.

    acts [B, W, TYPES]: 1, 0, or -1 (not asked).  told [A, 4]: row, word, type, status of each labelled act;
    statuses [A]: what the grammar takes it for.  wanted [A, E + 1, ROLES]: how much of a role each entity fills, the
    last being nobody; fits, of the same shape, which of them are asked.  around [A, S]: the places of the words of the
    act's sentence, -1 behind the last.
    """

    acts: Tensor
    told: Tensor
    statuses: Tensor
    around: Tensor
    near: Pairs
    far: Pairs
    wanted: Tensor
    fits: Tensor


def gold(examples: Sequence[Example], first_sentence: Sequence[int], width: int) -> Gold:
    """`first_sentence[b]`: the row at which the story of row b starts, so that a name's own row is found."""
    acts = torch.zeros(len(examples), width, TYPES)
    told, statuses, asked, sizes = [], [], [], []
    near, far = _Columns(), _Columns()
    for b, example in enumerate(examples):
        for act in example.acts:
            acts[b, act.word, act.type] = -1.0 if act.optional else 1.0
            if act.word not in example.beside:
                continue
            entities: dict[str, int] = {}
            near.act()
            far.act()
            sizes.append(len(example.words))
            for n, name in enumerate(example.here):
                entity = entities.setdefault(name.text, len(entities))
                near.add(b, name, entity, example.beside[act.word][n])
            for n, name in enumerate(example.before):
                entity = entities.setdefault(name.text, len(entities))
                far.add(first_sentence[b] + name.sentence, name, entity, example.earlier[n])
            told.append([b, act.word, act.type, act.status])
            statuses.append(example.statuses.get(act.word, 0))
            asked.append((act, example, entities))
    wanted, fits = _wanted(asked)
    return Gold(
        acts,
        torch.tensor(told, dtype=torch.long).view(-1, 4),
        torch.tensor(statuses, dtype=torch.long),
        _around(sizes),
        near.pairs(len(SIZES)),
        far.pairs(len(EARLIER_SIZES)),
        wanted,
        fits,
    )


def _around(sizes: Sequence[int]) -> Tensor:
    """[A, S]: the places of the words of each act's sentence, -1 behind the last."""
    most = max([1, *sizes])
    return torch.tensor([[*range(size), *[-1] * (most - size)] for size in sizes]).view(-1, most)


class _Columns:
    """Names beside acts, as they are gathered."""

    def __init__(self) -> None:
        self._acts: list[list[tuple[list[int], list[int]]]] = []

    def act(self) -> None:
        """Begin an act."""
        self._acts.append([])

    def add(self, row: int, name: Name, entity: int, features: list[int]) -> None:
        """A name beside it; `row`: that of the name's sentence."""
        self._acts[-1].append(([row, name.first, name.last, entity], features))

    def pairs(self, width: int) -> Pairs:
        """All of them."""
        most = max([1, *(len(a) for a in self._acts)])
        places = torch.full((len(self._acts), most, 4), -1)
        features = torch.zeros(len(self._acts), most, width, dtype=torch.long)
        for a, names in enumerate(self._acts):
            if names:
                places[a, : len(names)] = torch.tensor([p for p, _ in names])
                features[a, : len(names)] = torch.tensor([f for _, f in names])
        return Pairs(*places.unbind(2), features)


def _wanted(asked: Sequence[tuple[Act, Example, dict[str, int]]]) -> tuple[Tensor, Tensor]:
    most = max((len(entities) for _, _, entities in asked), default=0)
    wanted = torch.zeros(len(asked), most + 1, ROLES)
    fits = torch.zeros(len(asked), most + 1, ROLES, dtype=torch.bool)
    fits[:, most] = True
    for a, (act, example, entities) in enumerate(asked):
        names = [*example.here, *example.before]
        for r in range(ROLES):
            place = r == PLACE or (r == TARGET and act.type == LINK)
            for n, name in enumerate(names):
                value = act.roles[r].get(n)
                if (name.is_place if place else name.may_act) or value == YES:
                    fits[a, entities[name.text], r] = True
                if value == YES:
                    wanted[a, entities[name.text], r] = 1.0
            for n, name in enumerate(names):
                if act.roles[r].get(n) == EITHER and not wanted[a, entities[name.text], r]:
                    fits[a, entities[name.text], r] = False
            if not wanted[a, :most, r].any():
                either = act.lost[r] or any(v == EITHER for v in act.roles[r].values())
                wanted[a, most, r] = 0.0 if either else 1.0
                if act.lost[r]:  # it is somebody, and nobody of these
                    fits[a, :most, r] = False
    return wanted / wanted.sum(1, keepdim=True).clamp(min=1.0), fits
