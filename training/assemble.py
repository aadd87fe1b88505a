"""Put the trained parts together into the pipeline that the package ships."""

from __future__ import annotations

import json
from pathlib import Path

import spacy

from training.prepare import blank

SHIPPED = Path(__file__).parent.parent / "fogline" / "language" / "model"


def assemble(work: Path) -> None:
    """Join syntax, lemmas by lookup and rules, and entities; write them to fogline/language/model."""
    syntax = spacy.load(work / "syntax" / "model-best")
    entities = spacy.load(work / "entities" / "model-best")
    nlp = syntax
    nlp.tokenizer.from_bytes(blank().tokenizer.to_bytes())
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize()
    nlp.add_pipe("ner", source=entities)
    nlp.meta.update(name="fogline_news", version="0.1.0", description="English for conflict news")
    nlp.to_disk(SHIPPED)
    print(json.dumps({"size_mb": round(sum(f.stat().st_size for f in SHIPPED.rglob("*")) / 1e6, 1)}))
