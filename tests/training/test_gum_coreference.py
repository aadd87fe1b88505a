"""GUM's column of entities becomes mentions, anaphors and weights."""

from pathlib import Path

import pytest
import spacy

from training.gum_coreference import anaphors, fit, read, write

CONLLU = """\
# newdoc id = a
1\tMaria\tMaria\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1-coref
2\tDolan\tDolan\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\tEntity=(2-place-new-nnnnn-cf2-2-sgl
5\tcity\tcity\tNOUN\tNN\t_\t3\tobj\t_\tEntity=2)|SpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana)
2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
3\tit\tit\tPRON\tPRP\t_\t4\tnsubj\t_\t_
4\trained\train\tVERB\tVBD\t_\t2\tccomp\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


@pytest.fixture
def text(tmp_path: Path):
    path = tmp_path / "GUM_news_a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return read(path, spacy.blank("en"))


def test_mentions_have_their_words_chain_and_head(text):
    told = [(text.doc[m.start : m.end].text, m.chain, m.etype, text.doc[m.head].text, m.proper) for m in text.mentions]
    assert told == [
        ("Maria Dolan", 1, "person", "Maria", True),
        ("the city", 2, "place", "city", False),
        ("She", 1, "person", "She", False),
    ]


def test_anaphors_have_their_kind_and_whether_a_name_came_before(text):
    told = [(text.doc[a.at].text, a.kind, a.chain, a.named) for a in anaphors(text)]
    assert told == [("city", "place", 2, False), ("She", "speaker", 1, True), ("it", "thing", -1, False)]


def test_the_same_words_and_sentences_are_parsed_anew(text):
    doc = text.bare(spacy.blank("en"))
    assert doc.text == text.doc.text
    assert [s.text for s in doc.sents] == [s.text for s in text.doc.sents]


def test_what_is_right_more_often_weighs_more():
    rows = [{"near": 1.0}, {"far": 1.0}, {"open": 1.0}]
    weights = fit([(rows, [0])] * 60 + [(rows, [1])] * 30 + [(rows, [2])] * 5, {})
    assert weights["near"] > weights["far"] > weights["open"]


def test_a_prior_stands_where_nothing_was_seen():
    assert fit([([{"near": 1.0}, {"open": 1.0}], [0])], {"rare": 1.5})["rare"] == 1.5


def test_writing_keeps_what_was_written_by_hand(tmp_path: Path):
    path = tmp_path / "data.toml"
    path.write_text("[verbs]\nspeech = []\n", encoding="utf-8")
    for value in (1.0, 2.0):
        write({"thing": {"near": value}}, path)
    assert path.read_text(encoding="utf-8").startswith("[verbs]\nspeech = []\n")
    assert path.read_text(encoding="utf-8").count("[weights.thing]\nnear = ") == 1
    assert "near = 2.0" in path.read_text(encoding="utf-8")
