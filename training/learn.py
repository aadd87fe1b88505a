"""The loop: rows in, a trained network out; it goes on where it was stopped."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from torch import nn

from training.batches import Row, batches
from training.network import Batch, Network


@dataclass(frozen=True, slots=True)
class Recipe:
    """How long and how fast to learn.  Rates: of the pretrained encoder, and of the new heads."""

    layers: int = 6
    epochs: int = 10
    pieces: int = 2048  # of a batch, with padding
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.08  # of all steps
    seed: int = 7


Draw = Callable[[int], Sequence[Row]]  # the rows of an epoch


def learn(network: Network, rows_of: Draw, recipe: Recipe, checkpoint: Path, *, guide: Network | None = None) -> None:
    """Train in place, with a larger network as guide if there is one.

    After each epoch the state is written to `checkpoint`, and read from there at the start.
    """
    optimizer = torch.optim.AdamW(_groups(network, recipe), weight_decay=0.01, fused=True)
    done = _resume(network, optimizer, checkpoint)
    with Progress(TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn()) as progress:
        for epoch in range(done, recipe.epochs):
            groups = list(_epoch(rows_of(epoch), recipe, epoch))
            task = progress.add_task(f"epoch {epoch + 1}/{recipe.epochs}", total=len(groups))
            before, total = time.perf_counter(), 0.0
            for i, batch in enumerate(groups):
                _set_rates(optimizer, recipe, (epoch + i / len(groups)) / recipe.epochs)
                total += _step(network, optimizer, batch, guide)
                progress.advance(task)
            seconds = time.perf_counter() - before
            progress.console.print(f"epoch {epoch + 1}: loss {total / len(groups):.3f}, {seconds:.0f} s")
            _keep(network, optimizer, checkpoint, epoch + 1)


def _epoch(rows: Sequence[Row], recipe: Recipe, epoch: int) -> Iterator[Batch]:
    """Batches of one source at a time: rows with and without a parse are not mixed."""
    draw = random.Random(recipe.seed * 1000 + epoch)
    kinds: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        kinds.setdefault(tuple(sorted(row.gold)), []).append(row)
    groups = [batch for kind in sorted(kinds) for batch in batches(kinds[kind], pieces=recipe.pieces, draw=draw)]
    draw.shuffle(groups)
    return iter(groups)


def _step(network: Network, optimizer: torch.optim.Optimizer, batch: Batch, guide: Network | None) -> float:
    network.train()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = network.loss(batch, guide)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return float(loss.detach())


def _groups(network: Network, recipe: Recipe) -> list[dict]:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in network.encoder.parameters()}
    heads = [p for p in network.parameters() if id(p) not in known]
    return [{"params": encoder, "peak": recipe.rate}, {"params": heads, "peak": recipe.head_rate}]


def _set_rates(optimizer: torch.optim.Optimizer, recipe: Recipe, at: float) -> None:
    """Up to the peak over the warm-up, then down to nothing in a line.  `at`: the part of the way, 0 to 1."""
    share = at / recipe.warm_up if at < recipe.warm_up else (1 - at) / (1 - recipe.warm_up)
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * max(share, 1e-3)


def _keep(network: Network, optimizer: torch.optim.Optimizer, path: Path, epochs: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "epochs": epochs}, partial)
    partial.replace(path)


def _resume(network: Network, optimizer: torch.optim.Optimizer, path: Path) -> int:
    if not path.exists():
        return 0
    told = torch.load(path, weights_only=True)
    network.load_state_dict(told["network"])
    optimizer.load_state_dict(told["optimizer"])
    return int(told["epochs"])
