"""Put the trained parts together into the pipeline that the package ships, and measure it."""

from __future__ import annotations

import json
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example

from training.prepare import blank
from training.sources import EWT, GMB, GUM, RE3D, Source

SHIPPED = Path(__file__).parent.parent / "fogline" / "language" / "model"
VERSION = "0.1.0"
TESTS = {
    "syntax-test-ewt": ("tag_acc", "pos_acc", "dep_uas", "dep_las"),
    "syntax-test-gum": ("tag_acc", "pos_acc", "dep_uas", "dep_las"),
    "entities-test-gmb": ("ents_f",),
    "entities-test-re3d": ("ents_f",),
}


def assemble(work: Path) -> None:
    """Join syntax, lemmas by lookup and rules, and entities; write them with their card to fogline/language/model."""
    nlp = spacy.load(work / "syntax" / "model-best")
    entities = spacy.load(work / "entities" / "model-best")
    nlp.tokenizer.from_bytes(blank().tokenizer.to_bytes())
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize()
    nlp.add_pipe("ner", source=entities)
    nlp.meta.update(name="fogline_news", version=VERSION, description="English for conflict news")
    nlp.config["paths"].update(train=None, dev=None)  # no path of the machine that trained it
    nlp.to_disk(SHIPPED)
    card = {
        "name": "fogline_news",
        "version": VERSION,
        "sources": [_source(s) for s in (EWT, GUM, GMB, RE3D)],
        "scores": measure(nlp, work / "corpus"),
        "size_mb": round(sum(f.stat().st_size for f in SHIPPED.rglob("*")) / 1e6, 1),
    }
    (SHIPPED / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=1))


def _source(source: Source) -> dict[str, str]:
    return {"repository": source.repository, "commit": source.commit, "licence": source.licence}


def measure(nlp: Language, corpus: Path) -> dict[str, dict[str, float]]:
    """The scores on each held-out part, as spaCy computes them, between 0 and 1."""
    scores = {}
    for name, keys in TESTS.items():
        docs = DocBin().from_disk(corpus / f"{name}.spacy").get_docs(nlp.vocab)
        found = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
        scores[name.replace("-test", "")] = {key: round(found[key], 4) for key in keys}
    return scores
