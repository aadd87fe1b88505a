"""Teach one network what several know: the labels, and the mean of the chances that the others give.

Networks that were trained apart err apart; the mean of three is better than each of them (decision 0031), and costs
three times as much.  A student that learns from their mean keeps a part of that.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from fogline.language.pieces import Pieces
from training.claims.examples import Act, Example, Story
from training.claims.learn import Recipe, batches, hide, label_loss, optimizer_of, rate_at, role_scores
from training.claims.network import STATUSES, Reader
from training.claims.swap import Pool, swapped
from training.claims.tensors import Gold, Rows, gold, rows
from training.claims.windows import read_in_windows
from training.encoder import pretrained

LESSONS = Recipe(epochs=4, rate=1.2e-4, head_rate=4e-4, warm_up=0.05, seed=31)
OF_LABELS = 0.5  # weight of the labels beside the teachers
KEPT = 0.99  # of the running mean of the weights, every few steps
EVERY = 4  # steps
FIRM = 30.0  # the largest margin that is told apart


@dataclass(slots=True)
class Lesson:
    """Stories in numbers, and what the teachers make of them.

    `bare`: the gold of the same acts with every role open, so that its `fits` are all who may fill one.
    acts [B, W, TYPES], roles [A, E, ROLES], statuses [A, STATUSES]: chances.
    """

    told: Rows
    asked: Gold
    bare: Gold
    acts: Tensor
    roles: Tensor
    statuses: Tensor


def teach(
    student: Reader,
    teachers: Sequence[Reader],
    labelled: Sequence[Story],
    others: Sequence[Story],
    recipe: Recipe = LESSONS,
    *,
    tell: Callable[[str], None] = print,
) -> None:
    """Train in place; `others` have acts without labels.  What stays is the running mean of the weights."""
    pieces = Pieces(pretrained() / "vocab.txt")
    pool, draw = Pool([*labelled, *others]), random.Random(recipe.seed)
    torch.manual_seed(recipe.seed)
    for teacher in teachers:
        teacher.eval().requires_grad_(requires_grad=False)
    optimizer = optimizer_of(student, recipe)
    mean = Mean(student)
    for epoch in range(recipe.epochs):
        begun, total = time.perf_counter(), 0.0
        told = [(b, True) for b in batches(labelled, recipe, draw)] + [
            (b, False) for b in batches(others, recipe, draw)
        ]
        draw.shuffle(told)
        for i, (batch, has_labels) in enumerate(told):
            stories = [swapped(s, pool, draw) if draw.random() < recipe.swap else s for s in batch]
            rate_at(optimizer, (epoch + i / len(told)) / recipe.epochs, recipe)
            student.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                lesson = lesson_of(teachers, stories, pieces)
                loss = loss_of(student, lesson, hidden=recipe.hidden, labels=OF_LABELS if has_labels else 0.0)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimizer.step()
            mean.note()
            total += float(loss.detach())
        tell(f"lesson {epoch + 1}: loss {total / len(told):.3f}, {time.perf_counter() - begun:.0f} s")
    mean.put()


@torch.no_grad()
def lesson_of(teachers: Sequence[Reader], stories: Sequence[Story], pieces: Pieces) -> Lesson:
    """What the teachers give in the mean."""
    examples, firsts = [], []
    for story in stories:
        firsts += [len(examples)] * len(story.sentences)
        examples += story.sentences
    told = rows(examples, pieces, firsts)
    width = told.firsts.shape[1]
    asked, bare = gold(examples, firsts, width), gold([_bare(e) for e in examples], firsts, width)
    seen = [_seen(teacher, told, bare) for teacher in teachers]
    acts, roles, statuses = (torch.stack(parts).mean(0) for parts in zip(*seen, strict=True))
    return Lesson(told, asked, bare, acts, roles, statuses)


def _bare(example: Example) -> Example:
    return replace(example, acts=[Act(a.word, a.type, a.status, a.optional) for a in example.acts])


def _seen(network: Reader, told: Rows, asked: Gold) -> tuple[Tensor, Tensor, Tensor]:
    words = read_in_windows(network, told)
    acts, margins, statuses = _scores(network, words, told, asked)
    return acts.float().sigmoid(), margins.float().sigmoid(), statuses.float().softmax(-1)


def _scores(network: Reader, words: Tensor, told: Rows, asked: Gold) -> tuple[Tensor, Tensor, Tensor]:
    """Scores of acts; of each who may fill a role above nobody; of statuses."""
    acts = network.acts(words, told.grammar)
    if not len(asked.told):
        empty = acts.new_zeros(0)
        return acts, empty, empty
    scores = role_scores(network, words, asked)
    own = words[asked.told[:, 0], asked.told[:, 1]]
    statuses = network.statuses(own, functional.one_hot(asked.statuses, STATUSES).to(own.dtype))
    return acts, scores[:, :-1] - scores[:, -1:], statuses


def loss_of(student: Reader, lesson: Lesson, *, hidden: float, labels: float) -> Tensor:
    """How far the student is from its teachers and, weighted by `labels`, from the labels; a part is hidden from it."""
    told = replace(lesson.told, pieces=hide(lesson.told.pieces, hidden))
    words = read_in_windows(student, told)
    acts, margins, statuses = _scores(student, words, told, lesson.bare)
    count = max(1, len(lesson.asked.told))
    apart = functional.binary_cross_entropy_with_logits(acts.float(), lesson.acts, reduction="none")
    loss = (apart * told.words[:, :, None]).sum() / count
    if len(lesson.asked.told):
        fit = lesson.bare.fits[:, :-1]
        margins = margins.float().clamp(-FIRM, FIRM)
        apart = functional.binary_cross_entropy_with_logits(margins, lesson.roles, reduction="none")
        loss = loss + (apart * fit).sum() / count
        near = statuses.float().log_softmax(-1)
        loss = loss + 0.5 * functional.kl_div(near, lesson.statuses, reduction="batchmean")
    if labels:
        loss = loss + labels * label_loss(student, words, told, lesson.asked)
    return loss


class Mean:
    """The running mean of a network's weights."""

    def __init__(self, network: nn.Module) -> None:
        self._live = [p for p in network.parameters() if p.requires_grad]
        self._mean = [p.detach().clone() for p in self._live]
        self._steps = 0

    def note(self) -> None:
        """Take in the weights as they are now, every few steps."""
        self._steps += 1
        if self._steps % EVERY:
            return
        noted = self._steps / EVERY
        kept = min(KEPT, (1 + noted) / (10 + noted))  # the first ones are soon forgotten
        with torch.no_grad():
            for mean, live in zip(self._mean, self._live, strict=True):
                mean.lerp_(live, 1 - kept)

    def put(self) -> None:
        """Make the mean the network's weights."""
        with torch.no_grad():
            for mean, live in zip(self._mean, self._live, strict=True):
                live.copy_(mean)
