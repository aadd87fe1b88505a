"""The trials that the shipped engine was chosen against: `python -m training.trials small|wide|pretrained`.

spaCy's convolutional pipeline on the same treebanks, with the same words: as its "efficiency" recipe has it, wider, and
wider with its first layers pretrained on raw news.  docs/decisions/0019-the-engine.md has what came of them.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.init_config import fill_config
from spacy.cli.train import train
from spacy.tokens import DocBin
from spacy.training.pretrain import pretrain
from spacy.util import load_config

from training.corpora import named
from training.sources import SourceMissing, ewt_files, gum_files
from training.treebank import to_docs

CONFIG = Path(__file__).parent / "configs" / "syntax.cfg"
WIDE = {"widths.width": 192, "widths.depth": 6, "widths.rows": [12000, 2000, 5000, 5000], "widths.hidden": 128}
TRIALS: dict[str, dict[str, Any]] = {"small": {}, "wide": WIDE, "pretrained": WIDE}


def run(name: str, work: Path, *, steps: int) -> None:
    """Train one trial for at most `steps` steps; the model is left in `work/NAME/model-best`."""
    overrides = {**TRIALS[name], "training.max_steps": steps, **_corpora(work)}
    filled = work / "syntax.cfg"
    fill_config(filled, CONFIG, pretraining=True, silent=True)
    if name == "pretrained":
        overrides["paths.raw_text"] = str(_raw_text(work / "raw.jsonl"))
        overrides["paths.init_tok2vec"] = str(_pretrained(work / "pretraining", filled, overrides))
    train(filled, work / name, overrides=overrides)


def _corpora(work: Path) -> dict[str, str]:
    """The treebanks as .spacy files."""
    vocab = spacy.blank("en").vocab
    work.mkdir(parents=True, exist_ok=True)
    paths = {split: work / f"{split}.spacy" for split in ("train", "dev")}
    for split, path in paths.items():
        if not path.exists():
            DocBin(docs=to_docs(ewt_files(split) + gum_files(split), vocab)).to_disk(path)
    return {f"paths.{split}": str(path) for split, path in paths.items()}


def _raw_text(path: Path) -> Path:
    """The training sentences of GMB, news of Voice of America, as spaCy's pretraining reads them."""
    with path.open("w", encoding="utf-8") as file:
        for sentence in named():
            file.write(json.dumps({"text": " ".join(sentence.words)}) + "\n")
    return path


def _pretrained(folder: Path, filled: Path, overrides: dict[str, Any]) -> Path:
    """Weights of the first layers, learnt by guessing the letters of masked words."""
    folder.mkdir(parents=True, exist_ok=True)
    last = folder / "model-last.bin"
    if not last.exists():
        pretrain(load_config(filled, overrides=overrides, interpolate=True), folder)
    return last


def main() -> None:
    """Run one trial."""
    parser = argparse.ArgumentParser(prog="python -m training.trials", description=__doc__)
    parser.add_argument("trial", choices=sorted(TRIALS))
    parser.add_argument("--work", type=Path, default=Path("build/trials"))
    parser.add_argument("--steps", type=int, default=6000)
    told = parser.parse_args()
    try:
        run(told.trial, told.work, steps=told.steps)
    except SourceMissing as missing:
        sys.exit(str(missing))


if __name__ == "__main__":
    main()
