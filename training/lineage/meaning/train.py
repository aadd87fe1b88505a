"""Train the network that tells whether a retelling still means the same: `make meaning` (two hours on one core).

It starts from the lower layers of MPNet, learns from the pairs and the stories that may be learnt from (`lessons.py`),
and is written into the package in eight bits.  The half `held` and the stories of `unread` are never learnt from.
Source: docs/decisions/0050-a-network-for-what-was-altered.md
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import nn

from fogline.language.engine import SHIPPED as ENGINE
from fogline.language.pieces import Pieces
from fogline.lineage.meaning import COLUMNS, SHIPPED
from training.eight_bits import quantize
from training.lineage.meaning.lessons import NAMED, Lesson, of_pairs, of_stories
from training.lineage.meaning.network import MeaningNetwork, Told, loss_of, tensors
from training.mpnet import LargeEncoder, pretrained_large

LAYERS, FROZEN, DROPOUT = 8, 2, 0.1
EPOCHS, PIECES = 2, 1500
RATE, HEADS, WARM_UP = 5e-5, 6, 0.05  # of the encoder; how much faster the heads learn; until the rate is reached
SEED = 5
POINTED = 0.3  # the least chance of a word that is pointed to
SAMPLE = 40  # batches on which the scales of the eight bits are measured
OPSET = 17


def main(argv: Sequence[str] | None = None) -> int:
    """Train and export."""
    parser = argparse.ArgumentParser(prog="python -m training.lineage.meaning.train", description=__doc__)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args(argv)
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    cut = Pieces(ENGINE / "pieces.txt")
    lessons = [*of_pairs(cut, draw), *of_stories(cut)]
    encoder = LargeEncoder(LAYERS, DROPOUT, FROZEN)
    encoder.start_from(pretrained_large())
    network = MeaningNetwork(encoder, DROPOUT)
    learn(network, lessons, draw)
    export(network, options.out, lessons, draw)
    print(f"written to {options.out}", file=sys.stderr)
    return 0


def learn(network: MeaningNetwork, lessons: Sequence[Lesson], draw: random.Random) -> None:
    """Train in place."""
    encoder = {id(p) for p in network.encoder.parameters()}
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in network.encoder.parameters() if p.requires_grad], "peak": RATE},
            {"params": [p for p in network.parameters() if id(p) not in encoder], "peak": HEADS * RATE},
        ],
        weight_decay=0.01,
    )
    for epoch in range(EPOCHS):
        begun, total = time.perf_counter(), 0.0
        told = list(batches(lessons, draw))
        for i, batch in enumerate(told):
            _rate_at(optimizer, (epoch + i / len(told)) / EPOCHS)
            network.train()
            loss = loss_of(network, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            total += float(loss.detach())
        print(f"epoch {epoch + 1}: loss {total / len(told):.3f}, {time.perf_counter() - begun:.0f} s", file=sys.stderr)


def _rate_at(optimizer: torch.optim.Optimizer, at: float) -> None:
    share = at / WARM_UP if at < WARM_UP else (1 - at) / (1 - WARM_UP)
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * max(share, 1e-3)


def batches(lessons: Sequence[Lesson], draw: random.Random) -> Iterator[list[Lesson]]:
    """All lessons once, those of like length together, in an order that is drawn."""
    groups: list[list[Lesson]] = [[]]
    for one in sorted(lessons, key=lambda lesson: len(lesson.pieces) + 8 * draw.random()):
        if groups[-1] and (len(groups[-1]) + 1) * len(one.pieces) > PIECES:
            groups.append([])
        groups[-1].append(one)
    draw.shuffle(groups)
    yield from (group for group in groups if group)


def export(
    network: MeaningNetwork, folder: Path, lessons: Sequence[Lesson], draw: random.Random, kinds: Sequence[str] = NAMED
) -> None:
    """Write meaning.onnx, in eight bits, and meaning.json."""
    folder.mkdir(parents=True, exist_ok=True)
    sample = [tensors(batch)[:3] for batch in draw.sample(list(batches(lessons, draw)), SAMPLE)]
    axes = {name: {0: "rows", 1: "pieces"} for name in (*COLUMNS, "words")} | {"chances": {0: "rows"}}
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of what the export then does rightly
        whole = Path(scratch) / "meaning.onnx"
        torch.onnx.export(
            Told(network).eval(), tuple(sample[0]), str(whole), input_names=list(COLUMNS),
            output_names=["chances", "words"], dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        told = [dict(zip(COLUMNS, (part.numpy() for part in batch), strict=True)) for batch in sample]
        quantize(whole, folder / "meaning.onnx", told)
    made = hashlib.sha256((folder / "meaning.onnx").read_bytes()).hexdigest()
    settings = {"kinds": list(kinds), "pointed": POINTED, "network": made}
    (folder / "meaning.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
