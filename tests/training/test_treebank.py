"""Treebanks become documents whose text has its real spaces and whose heads are right."""

from pathlib import Path

import pytest
import spacy

from training.sources import EWT, SourceMissing
from training.treebank import to_docs

CONLLU = """\
# text = Troops didn't stop.
1\tTroops\ttroop\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tstop\tstop\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def test_words_spaces_and_heads_are_those_of_the_treebank(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    (doc,) = to_docs([path], spacy.blank("en").vocab)
    assert doc.text.strip() == "Troops didn't stop. They left."
    assert [t.head.text for t in doc] == ["stop", "stop", "stop", "stop", "stop", "left", "left", "left"]
    assert [t.dep_ for t in doc if t.head == t] == ["ROOT", "ROOT"]
    assert [s.text for s in doc.sents] == ["Troops didn't stop.", "They left."]


def test_a_missing_source_says_where_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_SOURCES", str(tmp_path))
    with pytest.raises(SourceMissing, match="clone UniversalDependencies/UD_English-EWT at 15d613d8"):
        EWT.path()
