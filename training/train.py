"""Train the shipped pipeline: `python -m training.train --part syntax|entities|assemble`.

Work goes to `build/training` (a setting); what is done there already is not done again.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from spacy.cli.init_config import fill_config
from spacy.cli.train import train

import training.names  # noqa: F401  (registers the augmenter)
from training import prepare
from training.assemble import assemble

CONFIGS = Path(__file__).parent / "configs"


def part(name: str, work: Path) -> None:
    """Prepare the corpora of one part where missing, then train it."""
    corpus = work / "corpus"
    if not (corpus / f"{name}-train.spacy").exists():
        getattr(prepare, name)(corpus)
    overrides = {
        "paths.train": str(corpus / f"{name}-train.spacy"),
        "paths.dev": str(corpus / f"{name}-dev.spacy"),
    }
    filled = work / f"{name}.cfg"
    fill_config(filled, CONFIGS / f"{name}.cfg", silent=True)
    train(filled, work / name, overrides=overrides)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=["syntax", "entities", "assemble", "all"], default="all")
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    args = parser.parse_args()
    for name in ("syntax", "entities"):
        if args.part in (name, "all") and not (args.work / name / "model-best" / "meta.json").exists():
            part(name, args.work)
    if args.part in ("assemble", "all"):
        assemble(args.work)


if __name__ == "__main__":
    main()
