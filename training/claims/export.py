"""The learned reader as ONNX: words.onnx in eight bits, near.onnx and far.onnx, and reader.json."""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from fogline.claims.features import EARLIER_SIZES, SIZES
from training.claims.examples import Story
from training.claims.network import MEET, ROLES, STATUSES, Reader
from training.claims.tensors import rows
from training.eight_bits import quantize
from training.encoder import WIDTH

OPSET = 17
INPUTS = ("pieces", "shapes", "marks", "firsts", "grammar")
OUTPUTS = ("acts", "statuses", "asks", "opens", "closes", "nobody")


class Words(nn.Module):
    """What is read off the words: chances of acts, scores of statuses, and the halves of roles."""

    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.network = network
        opens, closes = network.offers.weight.chunk(2, 1)
        self.opens = nn.Linear(WIDTH, ROLES * MEET)
        self.closes = nn.Linear(WIDTH, ROLES * MEET, bias=False)
        self.status = nn.Linear(WIDTH, STATUSES)
        with torch.no_grad():
            self.opens.weight.copy_(opens)
            self.opens.bias.copy_(network.offers.bias)
            self.closes.weight.copy_(closes)
            self.status.weight.copy_(network.status.weight[:, :WIDTH])
            self.status.bias.copy_(network.status.bias)

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor, firsts: Tensor, grammar: Tensor) -> Any:
        """Shapes: pieces, shapes, marks [B, P]; firsts [B, W]; grammar [B, W, TYPES]."""
        words = self.network.read(pieces, shapes, marks, firsts)
        acts = self.network.acts(words, grammar).sigmoid()
        halves = self.network.asks(words), self.opens(words), self.closes(words)
        return acts, self.status(words), *halves, self.network.nobody(words)


class Roles(nn.Module):
    """The score of each role for acts beside names: [N, ROLES]."""

    def __init__(self, network: Reader, *, earlier: bool) -> None:
        super().__init__()
        self.network = network
        self.earlier = earlier

    def forward(self, asks: Tensor, opens: Tensor, closes: Tensor, types: Tensor, features: Tensor) -> Tensor:
        """Shapes: asks, opens, closes [N, ROLES * MEET]; types [N]; features [N, F]."""
        net = self.network
        ask = (asks + net.types(types)).view(-1, ROLES, MEET)
        meet = (ask * (opens + closes).view(-1, ROLES, MEET)).sum(-1) / MEET**0.5
        return meet + net.beside(types, features, earlier=self.earlier)


def export(
    network: Reader,
    folder: Path,
    sample: Sequence[Story],
    pieces: Any,
    settings: Mapping[str, Any],
    *,
    whole: bool = False,
) -> None:
    """Write the reader's folder.  `sample`: stories on which the scales of the eight bits are measured.

    `settings`: the thresholds and the calibration, for reader.json.  `whole`: leave the weights in 32 bits.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    told = [_inputs(story, pieces) for story in sample]
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of what the export then does rightly
        first = folder / "words.onnx" if whole else Path(scratch) / "words.onnx"
        _words(network, first, told[0])
        if not whole:
            quantize(first, folder / "words.onnx", told)
        for name, earlier in (("near", False), ("far", True)):
            _roles(network, folder / f"{name}.onnx", earlier=earlier)
    statuses = network.status.weight[:, WIDTH:].detach().t().tolist()
    nobody = network.nobody_types.weight.detach().tolist()
    (folder / "reader.json").write_text(
        json.dumps({**settings, "statuses": statuses, "nobody": nobody}, indent=1) + "\n", encoding="utf-8"
    )


def _inputs(story: Story, pieces: Any) -> dict[str, NDArray[Any]]:
    told = rows(story.sentences, pieces)
    return {name: getattr(told, name).numpy() for name in INPUTS}


def _words(network: Reader, path: Path, sample: Mapping[str, NDArray[Any]]) -> None:
    axes: dict[str, dict[int, str]] = {name: {0: "sentences", 1: "words"} for name in (*OUTPUTS, "firsts", "grammar")}
    axes |= {name: {0: "sentences", 1: "pieces"} for name in ("pieces", "shapes", "marks")}
    inputs = tuple(torch.from_numpy(np.ascontiguousarray(sample[name][:2])) for name in INPUTS)
    torch.onnx.export(
        Words(network), inputs, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def _roles(network: Reader, path: Path, *, earlier: bool) -> None:
    names = ["asks", "opens", "closes", "types", "features"]
    halves = [torch.zeros(2, ROLES * MEET) for _ in range(3)]
    wide = len(EARLIER_SIZES if earlier else SIZES)
    inputs = (*halves, torch.zeros(2, dtype=torch.long), torch.zeros(2, wide, dtype=torch.long))
    torch.onnx.export(
        Roles(network, earlier=earlier), inputs, str(path), input_names=names, output_names=["scores"],
        dynamic_axes={name: {0: "pairs"} for name in [*names, "scores"]}, opset_version=OPSET, dynamo=False,
    )  # fmt: skip
