"""Train the learned reader and write it into the package: `make reader` (about eleven hours on one core).

The first network learns from our own labelled sentences; it then says for each claim of the gold sets that may be
looked at which word tells it, and two more learn from both and from our wars in the form of gold sets (`wars/`, which
say it themselves), those sets twice, and so does a larger one.  The one that
ships goes on from the second and learns from the mean of the three, and then from the mean of itself and the larger
one, on the labels and on our stories of lineage, which have none.  The confidence is fitted with the first network,
which has seen none of the sets.  Seeds and the other half of the sets are never learnt from.  What is kept in the work
folder is used again: empty it when labels or features have changed.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
import tempfile
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path

import torch
from rich.progress import track

from evaluation.claims import DEPTHS, pairs
from evaluation.gold import GoldSet, load_sets, load_split
from evaluation.names import Names
from evaluation.readable import readable
from fogline.claims.reader import SHIPPED
from fogline.intake import iter_readings
from fogline.language.pieces import Pieces
from fogline.records import ClaimType, Reading
from fogline.runs.line import reading_line
from training.claims.confidence import fit
from training.claims.decode import claims, read
from training.claims.examples import TYPES, Act, Story, from_labelled, story_of
from training.claims.export import export
from training.claims.gold_sets import told_words
from training.claims.labelled import DATA
from training.claims.labelled import read as read_labelled
from training.claims.learn import Recipe, learn, start, start_large
from training.claims.network import Reader
from training.claims.teach import LESSONS, teach
from training.claims.wars import wars
from training.claims.windows import WINDOW
from training.encoder import pretrained
from training.lineage.told import Told, iter_families

TODAY = date(2026, 1, 1)
BASE = 5  # reports of a story that are labelled
SEEN = 0.1  # the least chance of an act whose roles are learnt from the teachers
FIRST = Recipe()
LARGE = Recipe(layers=8, epochs=6, pieces=1600, rate=8e-5, head_rate=6e-4, warm_up=0.05, seed=18, dropout=0.1)
# What counts how much of the two networks that ship: their chances of acts, and of who fills a role.
WEIGHTS = {"first": {"acts": 0.7, "roles": 0.6}, "second": {"acts": 0.3, "roles": 0.4}}
# The least chances; decision 0025 says how they were chosen.  FRAMED: of an act where a frame of the code book holds.
ROLE, ASKED, FURTHER = 0.4, 0.2, 0.5
BOTH = 0.3  # what the log odds of a claim gain where both networks are weighed
TERRITORY = (ClaimType.CAPTURE, ClaimType.WITHDRAW)  # a wrong one costs more than a missing one
ACTS = dict.fromkeys(TYPES, 0.45) | {ClaimType.CLOSE: 0.75, ClaimType.REOPEN: 0.5} | dict.fromkeys(TERRITORY, 0.55)
FRAMED = dict.fromkeys(TYPES, 0.08) | {ClaimType.MEET: 0.01, ClaimType.CLOSE: 0.2} | dict.fromkeys(TERRITORY, 0.25)


def main(argv: Sequence[str] | None = None) -> int:
    """Prepare, train twice, fit the confidence, export."""
    parser = argparse.ArgumentParser(prog="python -m training.claims.train", description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/reader"), help="where checkpoints are kept")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args(argv)
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)  # beside other work two threads wait for one another
    pieces = Pieces(pretrained() / "vocab.txt")
    own = _kept(options.work / "own.pkl", own_stories)
    split = load_split()
    looked = [(gold, set_stories(gold)) for gold in load_sets() if gold.name in split.look]
    first = _trained(options.work / "first.pt", own)
    taught = [*looked, *((gold, set_stories(gold)) for gold in (*wars(), *readable()))]
    told = [s for gold, stories in taught for s in told_words(first, stories, gold.claims, gold.names, pieces)]
    every = [*own, *told, *told]
    network = _trained(options.work / "second.pt", every, Recipe(seed=8))
    third = _trained(options.work / "third.pt", every, Recipe(seed=9))
    unlabelled = _kept(options.work / "others.pkl", lambda: lineage_stories(network, pieces))
    teach(network, [first, deepcopy(network), third], every, unlabelled, tell=_tell)
    large = _trained(options.work / "large.pt", every, LARGE, begin=start_large)
    teach(network, [large, deepcopy(network)], every, unlabelled, replace(LESSONS, seed=51), tell=_tell)
    settings = {
        "acts": {kind.value: ACTS[kind] for kind in TYPES},
        "framed": {kind.value: FRAMED[kind] for kind in TYPES},
        "role": ROLE,
        "asked": ASKED,
        "further": FURTHER,
        "confidence": shifted(fit(judged(first, looked, pieces))),
        "weights": WEIGHTS,
    }
    for name, one in zip(WEIGHTS, (network, large), strict=True):
        export(one, options.out / name, own[::6], pieces, window=WINDOW)
    (options.out / "reader.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    print(f"written to {options.out}", file=sys.stderr)
    return 0


def shifted(weights: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The weights of confidence for the chances of both networks, which are lower than the first's (decision 0031)."""
    act, actor, place, constant = weights
    return act, actor, place, round(constant + BOTH, 4)


def own_stories() -> list[Story]:
    """The stories of our own labelled sentences."""
    files = sorted(DATA.glob("*.txt"))
    told = track(files, "reading labelled sentences")
    return [story for path in told for story in from_labelled(path.stem, read_labelled(path))]


def set_stories(gold: GoldSet) -> list[Story]:
    """The stories of a gold set's reports that have claims, as the program reads them."""
    wanted = {row["report"] for row in gold.claims}
    made = []
    for reading in iter_readings([gold.reports], today=TODAY):
        if reading.report_id in wanted:
            told = reading
            for stage in reading_line()[:3]:
                told = stage(told)
            made.append(story_of(gold.name, told, {}, gold.names))
    return made


def lineage_stories(network: Reader, pieces: Pieces) -> list[Story]:
    """Our stories of lineage, which nobody labelled for claims, with the acts that a network sees at all."""
    made = []
    for family in iter_families():
        for reading in as_read(family.reports[BASE:]):
            story = story_of(family.name, reading, {}, Names({}))
            for example, found in zip(story.sentences, read(network, story, pieces, SEEN), strict=True):
                example.acts = [Act(f.word, f.type, f.status, optional=True) for f in found]
            made.append(story)
    return made


def as_read(reports: Sequence[Told]) -> Iterator[Reading]:
    """Reports with their words, parse and names, as the program reads them."""
    with tempfile.TemporaryDirectory(prefix="fogline-lineage-") as folder:
        path = Path(folder) / "reports.jsonl"
        rows = [
            {"id": r.id, "outlet": r.outlet, "published": str(r.day) if r.day else None, "text": r.raw} for r in reports
        ]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        for reading in list(iter_readings([path], today=TODAY)):
            told = reading
            for stage in reading_line()[:3]:
                told = stage(told)
            yield told


def judged(
    network: Reader, looked: Sequence[tuple[GoldSet, list[Story]]], pieces: Pieces
) -> list[tuple[float, float, float, bool]]:
    """(chance of the act, of its actor, of its place; whether the claim is right in all) over gold sets."""
    made = []
    for gold, stories in looked:
        least = [ACTS[kind] for kind in TYPES]
        rows = [
            row for s in stories for row in claims(s, read(network, s, pieces), act=least, role=ROLE, further=FURTHER)
        ]
        right = {j for _, j in pairs(gold.claims, rows, gold.names, needs=DEPTHS["core"])}
        made += [(*row["chances"], j in right) for j, row in enumerate(rows)]
    return made


def _trained(path: Path, stories: Sequence[Story], recipe: Recipe = FIRST, begin=start) -> Reader:
    network = begin(recipe)
    if path.exists():
        network.load_state_dict(torch.load(path, weights_only=True))
        return network
    learn(network, stories, recipe, tell=_tell)
    torch.save(network.state_dict(), path)
    return network


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def _kept(path: Path, make) -> list[Story]:
    if not path.exists():
        path.write_bytes(pickle.dumps(make()))
    kept: list[Story] = pickle.loads(path.read_bytes())
    return kept


if __name__ == "__main__":
    raise SystemExit(main())
