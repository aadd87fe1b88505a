"""Train the shipped engine: `python -m training.train` (needs FOGLINE_SOURCES; see docs/reference/data-card.md).

First a network as deep as the pretrained encoder learns (the guide); then a shallower and quicker one (the reader)
learns from the same sentences and from the guide, and at last from the sentences alone.  The reader, half-way between
its last two states, is written to fogline/language/model.  What was done is not done again: the work folder keeps each
one's state after every epoch.  All draws are seeded.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from fogline.language.pieces import Pieces
from training.batches import Numbers, Row, inventory
from training.corpora import described, named, treebanks
from training.encoder import pretrained
from training.examples import Sentence
from training.learn import Recipe, learn
from training.names import Swapper, mention_pool
from training.network import Inventory, Network
from training.pack import pack
from training.sources import SourceMissing

GUIDE = Recipe(layers=6, epochs=10)
READER = Recipe(layers=4, epochs=8, rate=2e-4, head_rate=5e-4)
FINISH = Recipe(layers=4, epochs=3, rate=1e-4, head_rate=5e-4)  # the reader goes on with all names, alone
TAKEN = (0, 1, 3, 5)  # the layers of the guide that the reader starts from
SHARE_SWAPPED = 0.25
SHARES = 3  # GMB is large: a third of it an epoch
REPEATED = 3  # re3d is small, and is the language of our reports
FINISH_SWAPPED = 0.1
FINISH_REPEATED = 6
MENTIONS_SWAPPED = 0.8


@dataclass(frozen=True, slots=True)
class Corpus:
    """All training sentences, and how they become an epoch's rows."""

    parsed: Sequence[Sentence]
    named: Sequence[Sentence]
    described: Sequence[Sentence]
    numbers: Numbers
    inventory: Inventory

    def rows(self, epoch: int) -> list[Row]:
        """All of the treebanks and of re3d and a share of GMB, with names swapped; the draw is the epoch's own."""
        swap = Swapper(SHARE_SWAPPED, random.Random(epoch))
        drawn = [*self.parsed, *self.named[epoch % SHARES :: SHARES]]
        return [self.numbers.row(s) for s in (*map(swap, drawn), *self.described * REPEATED)]

    def all_rows(self, epoch: int) -> list[Row]:
        """All of every source; few names are swapped, and most mentions."""
        draw = random.Random(1000 + epoch)
        few, most = Swapper(FINISH_SWAPPED, draw), Swapper(MENTIONS_SWAPPED, draw, mention_pool(self.described))
        swapped = (*map(few, (*self.parsed, *self.named)), *map(most, self.described * FINISH_REPEATED))
        return [self.numbers.row(s) for s in swapped]

    def sample(self) -> list[Row]:
        """Some sentences of every source, as they are."""
        return [self.numbers.row(s) for s in (*self.parsed[::40], *self.named[::80], *self.described[::10])]


def corpus() -> Corpus:
    """Read every source.  Raises: SourceMissing."""
    parsed, names, mentions = list(treebanks("train")), list(named()), list(described())
    found = inventory([*parsed, *names, *mentions])
    pieces = Pieces(pretrained() / "vocab.txt")
    return Corpus(parsed, names, mentions, Numbers(pieces, found), found)


def train_guide(told: Corpus, work: Path, recipe: Recipe) -> Network:
    """The guide, from the pretrained encoder."""
    torch.manual_seed(recipe.seed)
    guide = Network(told.inventory, layers=recipe.layers)
    guide.encoder.start_from(pretrained())
    learn(guide, told.rows, recipe, work / "guide.pt")
    return guide.eval().requires_grad_(False)


def train_reader(told: Corpus, work: Path, recipe: Recipe, guide: Network) -> Network:
    """The reader, from some of the guide's layers and all of its heads."""
    torch.manual_seed(recipe.seed)
    reader = Network(told.inventory, layers=recipe.layers)
    reader.start_from(guide, TAKEN)
    learn(reader, told.rows, recipe, work / "reader.pt", guide=guide)
    return reader.eval()


def finish_reader(told: Corpus, work: Path, recipe: Recipe, reader: Network) -> Network:
    """The reader half-way to what it becomes by some more epochs on gold alone.

    They teach it names, and cost it a little grammar; the mean of the weights before and after keeps most of both.
    Source: Wortsman et al. 2022, "Robust fine-tuning of zero-shot models".
    """
    torch.manual_seed(recipe.seed)
    before = {name: value.clone() for name, value in reader.state_dict().items()}
    learn(reader, told.all_rows, recipe, work / "finish.pt")
    reader.load_state_dict({name: (before[name] + value) / 2 for name, value in reader.state_dict().items()})
    return reader.eval()


def main() -> None:
    """Train what is not trained yet, and pack it."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where the state is kept")
    parser.add_argument("--out", type=Path, help="where the model is written (default: into the package)")
    parser.add_argument("--epochs", type=int, help="of each network, instead of the recipe's")
    options = parser.parse_args()
    torch.set_num_threads(os.cpu_count() or 1)
    recipes = [replace(r, epochs=options.epochs or r.epochs) for r in (GUIDE, READER, FINISH)]
    try:
        told = corpus()
    except SourceMissing as missing:
        sys.exit(str(missing))
    guide = train_guide(told, options.work, recipes[0])
    reader = finish_reader(told, options.work, recipes[2], train_reader(told, options.work, recipes[1], guide))
    print(json.dumps(pack(reader, told.inventory, told.sample(), options.out), indent=1))


if __name__ == "__main__":
    main()
