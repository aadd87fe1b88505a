"""The whole network in torch: the encoder, and one head for each thing that is read off a word.

Words are read at their first piece.  Heads of arcs: a word's scores for each word (and the root) to hang from, by
a biaffine product (Dozat and Manning 2017); the label of an arc comes from its two ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import WIDTH, Encoder

ARC = 256
LABEL = 128
ABSENT = -100  # gold that a word does not have
KINDS = ("tags", "pos", "names", "mentions", "phrases")  # heads that name each word by itself


@dataclass(frozen=True, slots=True)
class Inventory:
    """The values of each head, in the order of its outputs."""

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(slots=True)
class Batch:
    """Sentences of like length.  Shapes: pieces, shapes [B, P]; firsts [B, W + 1], the first being the root's.

    gold: for each kind, heads and labels, [B, W] with `ABSENT` where a word has none.
    """

    pieces: Tensor
    shapes: Tensor
    firsts: Tensor
    gold: dict[str, Tensor]


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, inventory: Inventory, *, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(layers, dropout)
        self.dropout = nn.Dropout(2 * dropout)
        self.words = nn.ModuleDict({kind: nn.Linear(WIDTH, len(getattr(inventory, kind))) for kind in KINDS})
        self.arc_child = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        self.label_child = nn.Linear(WIDTH, LABEL)
        self.label_head = nn.Linear(WIDTH, LABEL)
        self.label = nn.Linear(LABEL, len(inventory.labels))

    def start_from(self, guide: Network, taken: Sequence[int]) -> None:
        """Take over the guide's weights: of its layers those `taken`, in that order."""
        told = guide.state_dict()
        layer = "encoder.layers."
        mine = {key: value for key, value in told.items() if not key.startswith(layer)}
        for i, other in enumerate(taken):
            start = f"{layer}{other}."
            mine |= {f"{layer}{i}.{key[len(start) :]}": value for key, value in told.items() if key.startswith(start)}
        self.load_state_dict(mine)

    def read(self, batch: Batch) -> Tensor:
        """[B, W + 1, width]: the root, then each word."""
        found = self.encoder(batch.pieces, batch.shapes)
        at = batch.firsts[:, :, None].expand(-1, -1, WIDTH)
        return self.dropout(found.gather(1, at))

    def arcs(self, read: Tensor) -> Tensor:
        """[B, W, W + 1]: how well each word hangs from the root (0) and from each word."""
        child = self.dropout(functional.gelu(self.arc_child(read[:, 1:])))
        head = self.dropout(functional.gelu(self.arc_head(read)))
        return self.arc(child) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)

    def ends(self, read: Tensor) -> tuple[Tensor, Tensor]:
        """The two halves of an arc's label: [B, W, LABEL] of the word, [B, W + 1, LABEL] of what it hangs from."""
        return self.label_child(read[:, 1:]), self.label_head(read)

    def labels(self, read: Tensor, heads: Tensor) -> Tensor:
        """[B, W, labels] for the arcs to `heads` [B, W]."""
        child, head = self.ends(read)
        head = head.gather(1, heads[:, :, None].expand(-1, -1, LABEL))
        return self.label(self.dropout(functional.gelu(child + head)))

    def scores(self, batch: Batch, heads: Tensor | None = None) -> dict[str, Tensor]:
        """Of each kind [B, W, values], of "heads" [B, W, W + 1]; of "labels" for the arcs to `heads`, else the best."""
        read = self.read(batch)
        found = {kind: layer(read[:, 1:]).float() for kind, layer in self.words.items()}
        found["heads"] = self.arcs(read).float().masked_fill(padding(batch.firsts)[:, None, :], -1e4)
        heads = found["heads"].argmax(-1) if heads is None else heads
        found["labels"] = self.labels(read, heads).float()
        return found

    def loss(self, batch: Batch, guide: Network | None = None) -> Tensor:
        """How far from the gold that the batch has and, with a guide, from what that larger network sees.

        The guide tells of every kind for every word, so a text without annotation teaches too (Hinton et al. 2015).
        """
        heads = batch.gold["heads"].clamp(min=0) if "heads" in batch.gold else None
        seen = None
        if guide is not None:
            with torch.no_grad():
                seen = guide.scores(batch, heads)
            heads = seen["heads"].argmax(-1) if heads is None else heads
        found = self.scores(batch, heads)
        parts = [_entropy(found[kind], gold) for kind, gold in batch.gold.items()]
        if seen is not None:
            words = ~padding(batch.firsts)[:, 1:]
            parts += [_divergence(found[kind][words], seen[kind][words]) for kind in found]
        return torch.stack(parts).sum()


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=ABSENT)


def _divergence(found: Tensor, seen: Tensor) -> Tensor:
    """Kullback-Leibler divergence of [N, values] scores, in the mean of the words."""
    return functional.kl_div(found.log_softmax(-1), seen.log_softmax(-1), log_target=True, reduction="batchmean")


def padding(firsts: Tensor) -> Tensor:
    """[B, W + 1]: which columns are no word; they point at the first piece, as the root does."""
    found = firsts == 0
    found[:, 0] = False
    return found
