"""The learned reader in torch: an encoder over a sentence; what each word tells, and which name fills which role.

A word's scores for each type of claim come from its vector and from the types that the grammar sees in it.  A role's
score for a name comes from the vectors of the act and of the name, and from their features beside each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from fogline.claims.features import EARLIER_SIZES, SIZES
from training.encoder import Encoder, Layer

TYPES = 17
STATUSES = 5
ROLES = 3
SCENE = 160  # width in which an act, the words around it and the names beside it meet
SCENE_HEADS = 5
SCENE_LAYERS = 2
EMBED = 16
OUT = -1e4  # the score of what is not there


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.width
        self.dropout = nn.Dropout(2 * dropout)
        self.marks = nn.Embedding(16, width)
        self.act = nn.Linear(width, width // 2)
        self.act_out = nn.Linear(width // 2 + TYPES, TYPES)
        self.status = nn.Linear(width + STATUSES, STATUSES)
        self.scene = Scene(width, dropout)
        nn.init.zeros_(self.marks.weight)
        nn.init.constant_(self.act_out.bias, -5.0)

    def read(self, pieces: Tensor, shapes: Tensor, marks: Tensor, firsts: Tensor) -> Tensor:
        """[B, W, width]: each word's vector.  pieces, shapes, marks: [B, P]; firsts: [B, W]."""
        x = self.encoder(pieces, shapes, self.marks(marks))
        return self.dropout(x.gather(1, firsts[:, :, None].expand(-1, -1, x.shape[-1])))

    def acts(self, words: Tensor, grammar: Tensor) -> Tensor:
        """[..., TYPES] scores of each word; grammar: [..., TYPES], 1 for a type that the grammar sees."""
        hidden = functional.gelu(self.act(words))
        return self.act_out(torch.cat([self.dropout(hidden), grammar], -1)).float()

    def statuses(self, words: Tensor, grammar: Tensor) -> Tensor:
        """[N, STATUSES]; grammar: [N, STATUSES], one of them 1."""
        return self.status(torch.cat([words, grammar], -1)).float()


class Side(nn.Module):
    """Names as members of the scene: their words, and their features."""

    def __init__(self, width: int, sizes: Sequence[int]) -> None:
        super().__init__()
        self.offers = nn.Linear(2 * width, SCENE)
        self.tables = nn.ModuleList(nn.Embedding(size, EMBED) for size in sizes)
        self.types = nn.Embedding(TYPES, EMBED)
        self.mix = nn.Linear(EMBED * (len(sizes) + 1), SCENE)
        for table in [*self.tables, self.types]:
            nn.init.normal_(table.weight, std=0.3)

    def forward(self, names: Tensor, features: Tensor, types: Tensor, dropout: nn.Module) -> Tensor:
        """[A, C, SCENE]; names [A, C, SCENE]: what they offer; features [A, C, F]; types [A]."""
        seen = [table(features[..., n]) for n, table in enumerate(self.tables)]
        kinds = self.types(types)[:, None].expand(-1, features.shape[1], -1)
        mixed = self.mix(dropout(torch.cat([*seen, kinds], -1)))
        return dropout(names) + functional.gelu(mixed)


class Members(NamedTuple):
    """Names beside acts: offers [A, C, SCENE], features [A, C, F], absent [A, C] bool."""

    offers: Tensor
    features: Tensor
    absent: Tensor


class Scene(nn.Module):
    """Who fills which role of an act: the act, the words around it, and all names meet in a few layers."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(2 * dropout)
        self.words = nn.Linear(width, SCENE)
        self.types = nn.Embedding(TYPES, SCENE)
        self.kinds = nn.Embedding(4, SCENE)  # word, act, name of the sentence, name from before
        self.near, self.far = Side(width, SIZES), Side(width, EARLIER_SIZES)
        self.norm = nn.LayerNorm(SCENE)
        self.layers = nn.ModuleList(
            Layer(dropout, width=SCENE, heads=SCENE_HEADS, inner=2 * SCENE) for _ in range(SCENE_LAYERS)
        )
        self.out = nn.Linear(SCENE, ROLES)
        self.nobody = nn.Linear(SCENE, ROLES)
        self.nobody_types = nn.Embedding(TYPES, ROLES)
        nn.init.normal_(self.types.weight, std=0.3)
        nn.init.normal_(self.kinds.weight, std=0.3)
        nn.init.zeros_(self.nobody_types.weight)

    def forward(self, words: Tensor, absent: Tensor, act: Tensor, types: Tensor, near: Members, far: Members) -> Tensor:
        """[A, C1 + C2 + 1, ROLES]: the scores of the names, near and far, and of nobody.

        words [A, W, SCENE]; absent [A, W] bool; act [A]: which of them is the act.
        """
        here = functional.one_hot(act, words.shape[1]).to(words.dtype)[..., None]
        told = words + self.kinds.weight[0] + here * (self.kinds.weight[1] + self.types(types)[:, None])
        beside = self.near(near.offers, near.features, types, self.dropout) + self.kinds.weight[2]
        before = self.far(far.offers, far.features, types, self.dropout) + self.kinds.weight[3]
        x = self.norm(torch.cat([told, beside, before], 1))
        mask = torch.cat([absent, near.absent, far.absent], 1).to(x.dtype)[:, None, None, :] * -10000.0
        for layer in self.layers[:-1]:
            x = layer(x, mask)
        size = words.shape[1]
        itself = (x[:, :size] * here).sum(1, keepdim=True)
        x = self.layers[-1](x, mask, torch.cat([x[:, size:], itself], 1))
        nobody = self.nobody(x[:, -1:]) + self.nobody_types(types)[:, None]
        return torch.cat([self.out(x[:, :-1]), nobody], 1).float()
