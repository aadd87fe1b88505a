"""The learned reader in torch: an encoder over a sentence; what each word tells, and which name fills which role.

A word's scores for each type of claim come from its vector and from the types that the grammar sees in it.  A role's
score for a name comes from the vectors of the act and of the name, and from their features beside each other.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from fogline.claims.features import EARLIER_SIZES, SIZES
from training.encoder import WIDTH, Encoder

TYPES = 17
STATUSES = 5
ROLES = 3
MEET = 64  # width in which acts and names meet, per role
HIDDEN = 64
EMBED = 16


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, layers: int, *, frozen: int = 0, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(layers, dropout)
        self.frozen = frozen
        self.dropout = nn.Dropout(2 * dropout)
        self.role_dropout = nn.Dropout(3 * dropout)
        self.grammar = nn.Linear(TYPES, WIDTH, bias=False)
        self.marks = nn.Embedding(16, WIDTH)
        self.act = nn.Linear(WIDTH, WIDTH // 2)
        self.act_out = nn.Linear(WIDTH // 2 + TYPES, TYPES)
        self.status = nn.Linear(WIDTH + STATUSES, STATUSES)
        self.types = nn.Embedding(TYPES, ROLES * MEET)
        self.nobody = nn.Linear(WIDTH, ROLES)
        self.nobody_types = nn.Embedding(TYPES, ROLES)
        self.asks = nn.Linear(WIDTH, ROLES * MEET)
        self.offers = nn.Linear(2 * WIDTH, ROLES * MEET)
        self.tables = nn.ModuleList(nn.Embedding(size, EMBED) for size in SIZES)
        self.earlier_tables = nn.ModuleList(nn.Embedding(size, EMBED) for size in EARLIER_SIZES)
        self.type_small = nn.Embedding(TYPES, EMBED)
        self.mix = nn.Linear(EMBED * (len(SIZES) + 1), HIDDEN)
        self.mix_out = nn.Linear(HIDDEN, ROLES)
        self.earlier_mix = nn.Linear(EMBED * (len(EARLIER_SIZES) + 1), HIDDEN)
        self.earlier_out = nn.Linear(HIDDEN, ROLES)
        nn.init.zeros_(self.grammar.weight)
        nn.init.zeros_(self.marks.weight)
        for table in [*self.tables, *self.earlier_tables, self.type_small]:
            nn.init.normal_(table.weight, std=0.3)
        nn.init.normal_(self.types.weight, std=0.05)
        nn.init.constant_(self.act_out.bias, -5.0)

    def read(self, pieces: Tensor, shapes: Tensor, marks: Tensor, firsts: Tensor) -> Tensor:
        """[B, W, WIDTH]: each word's vector.  pieces, shapes, marks: [B, P]; firsts: [B, W]."""
        enc = self.encoder
        mask = (pieces == 0).to(enc.pieces.weight.dtype)[:, None, None, :] * -10000.0
        x = enc.pieces(pieces) + enc.places.weight[: pieces.shape[1]] + enc.shapes(shapes)
        if not self.frozen:
            x = x + self.marks(marks)
        x = enc.dropout(enc.norm(x))
        for n, layer in enumerate(enc.layers):
            if n == self.frozen and n:
                x = x.detach() + self.marks(marks)
            x = layer(x, mask)
        return self.dropout(x.gather(1, firsts[:, :, None].expand(-1, -1, WIDTH)))

    def acts(self, words: Tensor, grammar: Tensor) -> Tensor:
        """[..., TYPES] scores of each word; grammar: [..., TYPES], 1 for a type that the grammar sees."""
        hidden = functional.gelu(self.act(words))
        return self.act_out(torch.cat([self.dropout(hidden), grammar], -1)).float()

    def statuses(self, words: Tensor, grammar: Tensor) -> Tensor:
        """[N, STATUSES]; grammar: [N, STATUSES], one of them 1."""
        return self.status(torch.cat([words, grammar], -1)).float()

    def roles(self, words: Tensor, names: Tensor, types: Tensor, features: Tensor, *, earlier: bool) -> Tensor:
        """[N, ROLES] scores; words [N, WIDTH] of the acts, names [N, 2 * WIDTH] (first and last word)."""
        asks = (self.asks(words) + self.types(types)).view(-1, ROLES, MEET)
        offers = self.offers(names).view(-1, ROLES, MEET)
        asks, offers = self.role_dropout(asks), self.role_dropout(offers)
        meet = (asks * offers).sum(-1) / MEET**0.5
        return (meet + self.beside(types, features, earlier=earlier)).float()

    def nobodies(self, words: Tensor, types: Tensor) -> Tensor:
        """[N, ROLES]: the score of leaving a role open, for the acts at `words` [N, WIDTH]."""
        return (self.nobody(words) + self.nobody_types(types)).float()

    def beside(self, types: Tensor, features: Tensor, *, earlier: bool) -> Tensor:
        """[N, ROLES]: what the features [N, F] of acts of these types [N] beside names tell."""
        tables = self.earlier_tables if earlier else self.tables
        seen = [table(features[:, n]) for n, table in enumerate(tables)]
        mixed = self.dropout(torch.cat([*seen, self.type_small(types)], -1))
        hidden = functional.gelu((self.earlier_mix if earlier else self.mix)(mixed))
        return (self.earlier_out if earlier else self.mix_out)(hidden)
