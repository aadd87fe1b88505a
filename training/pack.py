"""The model as the package ships it: network, lemmas, card."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import fogline
from training.batches import Row
from training.export import export
from training.lemmas import write_lemmas
from training.network import Inventory, Network
from training.sources import EWT, GMB, GUM, MINILM, RE3D, Source

SHIPPED = Path(fogline.__file__).parent / "language" / "model"
VERSION = "0.2.0"


def pack(reader: Network, inventory: Inventory, sample: Sequence[Row], folder: Path | None = None) -> dict[str, Any]:
    """Write the model to `folder`, the package's own by default, and give its card.

    `sample`: rows of training sentences on which the scales of its eight bits are measured.
    The card's scores are written by `make evaluate-engine`.
    """
    folder = folder or SHIPPED
    export(reader, inventory, folder, sample)
    write_lemmas(folder / "lemmas.json")
    card = {
        "name": "fogline_news",
        "version": VERSION,
        "layers": len(reader.encoder.layers),
        "sources": [_source(s) for s in (MINILM, EWT, GUM, GMB, RE3D)],
        "scores": {},
        "size_mb": round(sum(f.stat().st_size for f in folder.iterdir()) / 1e6, 1),
    }
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    return card


def _source(source: Source) -> dict[str, str]:
    return {"repository": source.repository, "commit": source.commit, "licence": source.licence}
