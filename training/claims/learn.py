"""Train the learned reader: stories in, a network out."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from fogline.language.pieces import Pieces
from training.claims.examples import Story
from training.claims.network import ROLES, STATUSES, Members, Reader
from training.claims.swap import Pool, swapped
from training.claims.tensors import Gold, Pairs, Rows, gold, rows
from training.claims.windows import read_in_windows
from training.encoder import Encoder, pretrained
from training.mpnet import LargeEncoder, pretrained_large

OUT = -1e4  # the score of what cannot fill a role
LAST_SPECIAL = MASK = 103  # of the encoder's pieces


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to learn.  Rates: of the encoder, and of the heads."""

    layers: int = 4
    epochs: int = 8
    pieces: int = 2500
    rate: float = 2e-4
    head_rate: float = 8e-4
    warm_up: float = 0.08
    seed: int = 7
    swap: float = 0.95
    hidden: float = 0.1  # of the pieces
    dropout: float = 0.12


def learn(
    network: Reader, stories: Sequence[Story], recipe: Recipe, *, tell: Callable[[str], None] = print, after=None
) -> None:
    """Train in place."""
    pieces = Pieces(pretrained() / "vocab.txt")
    pool, draw = Pool(stories), random.Random(recipe.seed)
    torch.manual_seed(recipe.seed)
    optimizer = optimizer_of(network, recipe)
    for epoch in range(recipe.epochs):
        begun, total, count = time.perf_counter(), 0.0, 0
        told = batches(stories, recipe, draw)
        for i, batch in enumerate(told):
            read = [swapped(s, pool, draw) if draw.random() < recipe.swap else s for s in batch]
            rate_at(optimizer, (epoch + i / len(told)) / recipe.epochs, recipe)
            network.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, read, pieces, hidden=recipe.hidden)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            total, count = total + float(loss.detach()), count + 1
        tell(f"epoch {epoch + 1}: loss {total / count:.3f}, {time.perf_counter() - begun:.0f} s")
        if after is not None:
            after(epoch + 1)


def optimizer_of(network: Reader, recipe: Recipe) -> torch.optim.Optimizer:
    """The encoder learns more slowly than the heads."""
    known = {id(p) for p in network.encoder.parameters()}
    groups = [
        {"params": [p for p in network.encoder.parameters() if p.requires_grad], "peak": recipe.rate},
        {"params": [p for p in network.parameters() if id(p) not in known], "peak": recipe.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def rate_at(optimizer: torch.optim.Optimizer, at: float, recipe: Recipe) -> None:
    """Set the rates at a share of the whole training: up to their peak, then down to nothing."""
    share = at / recipe.warm_up if at < recipe.warm_up else (1 - at) / (1 - recipe.warm_up)
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * max(share, 1e-3)


def loss_of(network: Reader, stories: Sequence[Story], pieces: Pieces, *, hidden: float = 0.0) -> Tensor:
    """The loss over stories read together; `hidden` of their pieces are masked."""
    examples, firsts = [], []
    for story in stories:
        firsts += [len(examples)] * len(story.sentences)
        examples += story.sentences
    told = rows(examples, pieces, firsts)
    told.pieces = hide(told.pieces, hidden)
    asked = gold(examples, firsts, told.firsts.shape[1])
    return label_loss(network, read_in_windows(network, told), told, asked)


def hide(pieces: Tensor, share: float) -> Tensor:
    """The pieces with a share of them masked."""
    masked = (torch.rand(pieces.shape) < share) & (pieces > LAST_SPECIAL)
    return pieces.masked_fill(masked, MASK)


def label_loss(network: Reader, words: Tensor, told: Rows, asked: Gold) -> Tensor:
    """How far the network is from the labels: acts, their statuses, and who fills their roles."""
    scores = network.acts(words, told.grammar)
    mask = told.words[:, :, None] & (asked.acts >= 0)
    acts = functional.binary_cross_entropy_with_logits(scores, asked.acts.clamp(min=0), reduction="none")
    count = max(1, len(asked.told))
    parts = [(acts * mask).sum() / count]
    if len(asked.told):
        b, w, _, s = asked.told.unbind(1)
        own = words[b, w]
        status = network.statuses(own, functional.one_hot(asked.statuses, STATUSES).to(own.dtype))
        parts.append(0.5 * functional.cross_entropy(status, s))
        parts.append(role_loss(role_scores(network, words, asked), asked) / count)
    return torch.stack(parts).sum()


def role_loss(scores: Tensor, asked: Gold) -> Tensor:
    """Who fills a role is to score above nobody, and nobody above all others (Zhou et al. 2021)."""
    yes = asked.wanted[:, :-1] > 0
    no = asked.fits[:, :-1] & ~yes
    nobody = torch.ones_like(yes[:, :1])
    above = scores.masked_fill(~torch.cat([yes, nobody], 1), OUT).log_softmax(1)
    below = scores.masked_fill(~torch.cat([no, nobody], 1), OUT).log_softmax(1)
    return -(above[:, :-1] * yes).sum() - below[:, -1].sum()


def role_scores(network: Reader, words: Tensor, asked: Gold) -> Tensor:
    """[A, E + 1, ROLES]: for each act the score of each entity (that of its best mention) and, last, of nobody."""
    around, act, members = scene_of(network, words, asked)
    found = network.scene(around, asked.around < 0, act, asked.told[:, 2], *members)
    entity = torch.cat([asked.near.entity, asked.far.entity], 1)
    size = asked.wanted.shape[1]
    at = torch.where(entity < 0, size - 1, entity)[..., None].expand(-1, -1, ROLES)  # the last is nobody's: see below
    scores = torch.full((len(entity), size, ROLES), OUT).scatter_reduce(1, at, found[:, :-1], "amax")
    return torch.cat([scores[:, :-1], found[:, -1:]], 1)


def scene_of(network: Reader, words: Tensor, asked: Gold) -> tuple[Tensor, Tensor, tuple[Members, Members]]:
    """What meets in the scene of each act: the words around it, which of them is the act, and the names."""
    scene = network.scene
    row, word = asked.told[:, 0], asked.told[:, 1]
    around = scene.words(words)[row[:, None], asked.around.clamp(min=0)]
    act = (asked.around == word[:, None]).int().argmax(1)
    near, far = _members(words, scene.near.offers, asked.near), _members(words, scene.far.offers, asked.far)
    return around, act, (near, far)


def _members(words: Tensor, offers: nn.Module, pairs: Pairs) -> Members:
    first, last = (words[pairs.row.clamp(min=0), at.clamp(min=0)] for at in (pairs.first, pairs.last))
    return Members(offers(torch.cat([first, last], -1)), pairs.features, pairs.row < 0)


def batches(stories: Sequence[Story], recipe: Recipe, draw: random.Random) -> list[list[Story]]:
    """The stories in groups of about as many pieces, shuffled."""
    order = list(stories)
    draw.shuffle(order)
    groups: list[list[Story]] = [[]]
    size = 0
    for story in order:
        own = int(sum(len(e.words) for e in story.sentences) * 1.4)
        size += own
        if size > recipe.pieces and groups[-1]:
            groups.append([])
            size = own
        groups[-1].append(story)
    return groups


def start(recipe: Recipe) -> Reader:
    """A reader that starts from MiniLM."""
    encoder = Encoder(recipe.layers, recipe.dropout)
    encoder.start_from(pretrained())
    return Reader(encoder, dropout=recipe.dropout)


def start_large(recipe: Recipe) -> Reader:
    """A reader twice as wide, that starts from MPNet."""
    encoder = LargeEncoder(recipe.layers, recipe.dropout)
    encoder.start_from(pretrained_large())
    return Reader(encoder, dropout=recipe.dropout)
