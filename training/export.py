"""The trained network as ONNX, its products in eight bits."""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from random import Random
from shutil import copyfile

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.batches import Row, batches
from training.eight_bits import quantize
from training.encoder import pretrained
from training.network import KINDS, LABEL, Batch, Inventory, Network, padding

OPSET = 17
KEPT = tuple(kind for kind in KINDS if kind != "phrases")  # GUM's phrases only help to learn


class Words(nn.Module):
    """What is read off the words: the best value of each kind, the scores of arcs, the ends of labels."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Shapes: pieces, shapes [B, P]; firsts [B, W + 1]."""
        read = self.network.read(Batch(pieces, shapes, firsts, {}))
        kinds = [self.network.words[kind](read[:, 1:]).argmax(-1) for kind in KEPT]
        arcs = self.network.arcs(read) - padding(firsts)[:, None, :].to(read.dtype) * 10000.0
        return *kinds, arcs, *self.network.ends(read)


class Labels(nn.Module):
    """The label of each arc from its two ends, [N, LABEL] each."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.label = network.label

    def forward(self, child: Tensor, head: Tensor) -> Tensor:
        return self.label(functional.gelu(child + head)).argmax(-1)


def export(network: Network, inventory: Inventory, folder: Path, sample: Iterable[Row]) -> None:
    """Write words.onnx, labels.onnx, pieces.txt and inventory.json.

    `sample`: rows of training sentences on which the scales of the eight bits are measured;
    without any, the weights stay in 32 bits.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    told = [_inputs(batch) for batch in batches(list(sample), pieces=1024, draw=Random(0))]
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of what the export then does rightly
        whole = Path(scratch) / "words.onnx" if told else folder / "words.onnx"
        _words(network, whole)
        _labels(network, folder / "labels.onnx")
        if told:
            quantize(whole, folder / "words.onnx", told)
    copyfile(pretrained() / "vocab.txt", folder / "pieces.txt")
    values = {kind: names for kind, names in asdict(inventory).items() if kind != "phrases"}
    (folder / "inventory.json").write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


def _inputs(batch: Batch) -> dict[str, NDArray[np.int64]]:
    return {name: getattr(batch, name).numpy() for name in ("pieces", "shapes", "firsts")}


def _words(network: Network, path: Path) -> None:
    pieces = torch.tensor([[101, 2000, 2001, 102], [101, 2000, 102, 0]])
    firsts = torch.tensor([[0, 1, 2], [0, 1, 0]])
    names = [*KEPT, "arcs", "child", "head"]
    axes = {name: {0: "sentences", 1: "words"} for name in names}
    axes |= {"arcs": {0: "sentences", 1: "words", 2: "heads"}, "head": {0: "sentences", 1: "heads"}}
    axes |= {"pieces": {0: "sentences", 1: "pieces"}, "shapes": {0: "sentences", 1: "pieces"}}
    axes |= {"firsts": {0: "sentences", 1: "heads"}}
    torch.onnx.export(
        Words(network),
        (pieces, (pieces > 102).long(), firsts),
        str(path),
        input_names=["pieces", "shapes", "firsts"],
        output_names=names,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def _labels(network: Network, path: Path) -> None:
    ends = torch.zeros(2, LABEL)
    torch.onnx.export(
        Labels(network),
        (ends, ends),
        str(path),
        input_names=["child", "head"],
        output_names=["labels"],
        dynamic_axes={"child": {0: "words"}, "head": {0: "words"}, "labels": {0: "words"}},
        opset_version=OPSET,
        dynamo=False,
    )
