"""Entity corpora become documents whose spans are those of the source."""

import json
from pathlib import Path

import pytest

from training.corpora import words
from training.entities import GMB_LABELS, document, gmb_docs, re3d_docs
from training.sources import GMB, RE3D

ROWS = """Sentence #,Word,POS,Tag
Sentence: 1,Troops,NNS,O
,left,VBD,O
,Deir,NNP,B-geo
,ez-Zor,NNP,I-geo
,.,.,O
Sentence: 2,Mr.,NNP,B-per
,Orlan,NNP,I-per
,'s,POS,O
,party,NN,O
,won,VBD,O
,Friday,NNP,B-tim
"""


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOGLINE_SOURCES", str(tmp_path))
    return tmp_path


def test_the_meaning_banks_names_are_kept_and_its_days_left_out(sources):
    folder = sources / GMB.folder
    folder.mkdir()
    (folder / "ner_dataset.csv").write_text(ROWS, encoding="latin-1")
    (doc,) = gmb_docs(words(), held_out=True)  # the first block of a hundred sentences is held out
    assert [(e.text, e.label_) for e in doc.ents] == [("Deir ez-Zor", "LOC"), ("Mr. Orlan", "PERSON")]
    assert [s.text for s in doc.sents] == ["Troops left Deir ez-Zor.", "Mr. Orlan's party won Friday"]
    assert list(gmb_docs(words(), held_out=False)) == []


def test_re3d_documents_are_split_by_their_id_and_spans_within_words_left_out(sources):
    folder = sources / RE3D.folder / "Wikipedia"
    folder.mkdir(parents=True)
    text = "The rebels fought against IS. He left."
    documents = [{"_id": "A1", "text": text}, {"_id": "e2", "text": text}]
    marks = [("Organisation", 0, 10), ("Vehicle", 23, 28), ("Person", 30, 32), ("Temporal", 4, 10)]
    rows = [{"documentId": d["_id"], "type": kind, "begin": a, "end": b} for d in documents for kind, a, b in marks]
    for name, table in (("documents", documents), ("entities", rows)):
        (folder / f"{name}.json").write_text("\n".join(map(json.dumps, table)), encoding="utf-8")
    (kept,) = re3d_docs(words(), held_out=False)
    (held,) = re3d_docs(words(), held_out=True)
    for doc in (kept, held):
        assert [(e.text, e.label_) for e in doc.ents] == [("The rebels", "ORG"), ("He", "PERSON")]


def test_of_nested_entities_the_longest_is_kept():
    doc = document(words(), [("the Syrian army", [(0, 15, "ORG"), (4, 10, "NORP")])])
    assert [(e.text, e.label_) for e in doc.ents] == [("the Syrian army", "ORG")]


def test_every_label_has_a_kind_of_ours():
    assert set(GMB_LABELS.values()) == {"LOC", "NORP", "ORG", "PERSON"}
