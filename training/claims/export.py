"""A network of the learned reader as ONNX: words.onnx and scene.onnx in eight bits, and network.json."""

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

from training.claims.examples import Story
from training.claims.learn import scene_of
from training.claims.network import Members, Reader
from training.claims.tensors import gold, rows
from training.claims.windows import cut, joined, read_in_windows
from training.eight_bits import quantize

OPSET = 17
INPUTS = ("pieces", "shapes", "marks", "firsts", "grammar")
HALVES = ("around", "near_opens", "near_closes", "far_opens", "far_closes")
OUTPUTS = ("acts", "statuses", *HALVES)
SIDES = ("near", "far")
SCENE_INPUTS = (
    "words", "absent", "act", "types", "near", "near_features", "near_absent", "far", "far_features", "far_absent",
)  # fmt: skip


class Words(nn.Module):
    """What is read off the words: chances of acts, scores of statuses, and what each brings to a scene."""

    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.network = network
        self.status = _part(network.status, slice(0, network.encoder.width))
        scene = network.scene
        self.halves = nn.ModuleList([scene.words])
        for side in (scene.near, scene.far):
            opens, closes = side.offers.weight.shape[1] // 2, side.offers.weight.shape[1]
            self.halves += [_part(side.offers, slice(0, opens)), _part(side.offers, slice(opens, closes), bias=False)]

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor, firsts: Tensor, grammar: Tensor) -> Any:
        """Shapes: pieces, shapes, marks [B, P]; firsts [B, W]; grammar [B, W, TYPES]."""
        words = self.network.read(pieces, shapes, marks, firsts)
        acts = self.network.acts(words, grammar).sigmoid()
        return acts, self.status(words), *(half(words) for half in self.halves)


def _part(whole: nn.Linear, columns: slice, *, bias: bool = True) -> nn.Linear:
    weight = whole.weight[:, columns]
    part = nn.Linear(weight.shape[1], weight.shape[0], bias=bias)
    with torch.no_grad():
        part.weight.copy_(weight)
        if bias:
            part.bias.copy_(whole.bias)
    return part


class Meeting(nn.Module):
    """The scene, with its parts as single inputs."""

    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.scene = network.scene

    def forward(self, words: Tensor, absent: Tensor, act: Tensor, types: Tensor, *sides: Tensor) -> Tensor:
        """As `Scene.forward`; `sides`: offers, features and what is absent, near and far."""
        near, far = (Members(o, f, a.bool()) for o, f, a in (sides[:3], sides[3:]))
        return self.scene(words, absent.bool(), act, types, near, far)


def export(
    network: Reader,
    folder: Path,
    sample: Sequence[Story],
    pieces: Any,
    *,
    window: int,
    whole: bool = False,
) -> None:
    """Write the network's folder.  `sample`: stories on which the scales of the eight bits are measured.

    `window`: up to how many pieces are read together.  `whole`: leave the weights in 32 bits.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    sample = [s for s in sample if any(e.acts for e in s.sentences)]
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of what the export then does rightly
        parts = (
            ("words", Words(network), INPUTS, OUTPUTS, [_inputs(story, pieces) for story in sample]),
            ("scene", Meeting(network), SCENE_INPUTS, ("scores",), [_scene(network, s, pieces) for s in sample]),
        )
        for name, part, inputs, outputs, told in parts:
            first = folder / f"{name}.onnx" if whole else Path(scratch) / f"{name}.onnx"
            _write(part, first, {key: told[0][key] for key in inputs}, outputs)
            if not whole:
                quantize(first, folder / f"{name}.onnx", told)
    statuses = network.status.weight[:, network.encoder.width :].detach().t().tolist()
    told = {"window": window, "statuses": statuses}
    (folder / "network.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _inputs(story: Story, pieces: Any) -> dict[str, NDArray[Any]]:
    told = rows(story.sentences, pieces, [0] * len(story.sentences))
    told = joined(told, list(cut(told))).told
    return {name: getattr(told, name).numpy() for name in INPUTS}


def _scene(network: Reader, story: Story, pieces: Any) -> dict[str, NDArray[Any]]:
    """The inputs of a scene for the labelled acts of a story."""
    told = rows(story.sentences, pieces, [0] * len(story.sentences))
    asked = gold(story.sentences, [0] * len(story.sentences), told.firsts.shape[1])
    with torch.no_grad():
        words = read_in_windows(network, told)
        around, act, members = scene_of(network, words, asked)
    values = (around, asked.around < 0, act, asked.told[:, 2], *members[0], *members[1])
    return {name: np.asarray(value) for name, value in zip(SCENE_INPUTS, values, strict=True)}


def _write(part: nn.Module, path: Path, sample: Mapping[str, NDArray[Any]], outputs: Sequence[str]) -> None:
    """Export with every axis but the last open, and the last one where it counts words or names."""
    axes = {name: {n: f"{name}_{n}" for n in range(2)} for name in (*sample, *outputs)}
    for name, values in sample.items():
        axes[name] = {n: f"{name}_{n}" for n in range(min(2, values.ndim))}
    inputs = tuple(torch.from_numpy(np.ascontiguousarray(values)) for values in sample.values())
    torch.onnx.export(
        part.eval(), inputs, str(path), input_names=list(sample), output_names=list(outputs),
        dynamic_axes=axes, opset_version=OPSET, dynamo=False,
    )  # fmt: skip
