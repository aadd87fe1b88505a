"""The network in torch: an encoder over passage and sentence; which kinds of change, and which words bear them."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.lineage.meaning.lessons import NAMED, UNKNOWN, Lesson
from training.mpnet import LargeEncoder

ONE_KIND, ANY, WORDS = 0.6, 1.0, 2.0  # what each part of the loss counts


class MeaningNetwork(nn.Module):
    """Words that bear a change are found first; what they are, beside the whole, tells the kinds."""

    def __init__(self, encoder: LargeEncoder, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.width
        self.sides = nn.Embedding(2, width)
        self.dropout = nn.Dropout(dropout)
        self.bears = nn.Linear(width, 1)
        self.mid = nn.Linear(3 * width, width)
        self.out = nn.Linear(width, len(NAMED) + 1)
        nn.init.zeros_(self.sides.weight)
        nn.init.constant_(self.bears.bias, -2.0)
        nn.init.constant_(self.out.bias, -2.0)

    def forward(self, pieces: Tensor, shapes: Tensor, sides: Tensor) -> tuple[Tensor, Tensor]:
        """All [B, P], 0 where a row has ended.  Gives the scores of kinds and, last, of any, and of each piece."""
        x = self.encoder(pieces, shapes, self.sides(sides))
        bears = self.bears(self.dropout(x)).squeeze(-1)
        there = (pieces != 0).to(x.dtype)
        pooled = [x[:, 0]]
        for side in (sides, 1 - sides):
            weight = bears.sigmoid() * there * side.to(x.dtype)
            weight = weight / (weight.sum(1, keepdim=True) + 1e-3)
            pooled.append((x * weight[..., None]).sum(1))
        hidden = functional.gelu(self.mid(self.dropout(torch.cat(pooled, -1))))
        return self.out(self.dropout(hidden)).float(), bears.float()


class Told(nn.Module):
    """The same with chances, as it is exported."""

    def __init__(self, network: MeaningNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, sides: Tensor) -> tuple[Tensor, Tensor]:
        """As `MeaningNetwork.forward`."""
        kinds, bears = self.network(pieces, shapes, sides)
        return kinds.sigmoid(), bears.sigmoid()


def tensors(lessons: Sequence[Lesson]) -> list[Tensor]:
    """pieces, shapes, sides, bears [B, P] and kinds [B, KINDS]."""
    size = max(len(lesson.pieces) for lesson in lessons)
    rows = [("pieces", 0), ("shapes", 0), ("sides", 0), ("bears", UNKNOWN)]
    filled = [
        torch.tensor([(own := getattr(lesson, name)) + [filler] * (size - len(own)) for lesson in lessons])
        for name, filler in rows
    ]
    return [*filled, torch.tensor([lesson.kinds for lesson in lessons])]


def loss_of(network: MeaningNetwork, lessons: Sequence[Lesson]) -> Tensor:
    """How far the network is from what was changed."""
    pieces, shapes, sides, bears, kinds = tensors(lessons)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        told, words = network(pieces, shapes, sides)
    wanted = torch.cat([kinds, kinds.amax(1, keepdim=True)], 1)
    each = functional.binary_cross_entropy_with_logits(told, wanted, reduction="none")
    known = (bears != UNKNOWN).float()
    own = functional.binary_cross_entropy_with_logits(words, bears.clamp(min=0).float(), reduction="none") * known
    kind = ONE_KIND * each[:, :-1].sum(1) + ANY * each[:, -1]
    return kind.mean() + WORDS * own.sum() / known.sum().clamp(min=1)
