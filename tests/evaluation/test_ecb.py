"""The measure of events across reports: its figures, how it reads a report, and what it joins."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.conll import b_cubed, conll, muc
from evaluation.ecb import Mention, clusters, main, read_told

REPORT = """<Document doc_name="36_1ecb.xml">
<token t_id="1" sentence="0" number="0">Bakers</token><token t_id="2" sentence="0" number="1">struck</token>
<token t_id="3" sentence="1" number="0">The</token><token t_id="4" sentence="1" number="1">strike</token>
<token t_id="5" sentence="1" number="2">ended</token>
<Markables>
<ACTION_OCCURRENCE m_id="7"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="8"><token_anchor t_id="4"/></ACTION_OCCURRENCE>
<NEG_ACTION_OCCURRENCE m_id="9"><token_anchor t_id="5"/></NEG_ACTION_OCCURRENCE>
<HUMAN_PART_PER m_id="6"><token_anchor t_id="1"/></HUMAN_PART_PER>
</Markables>
<Relations><CROSS_DOC_COREF r_id="1" note="ACT1"><source m_id="7"/><source m_id="8"/><target m_id="3"/></CROSS_DOC_COREF></Relations>
</Document>"""

PARTITIONS = st.lists(st.integers(0, 4), min_size=2, max_size=12).map(
    lambda marks: [{i for i, mark in enumerate(marks) if mark == one} for one in sorted(set(marks))]
)


def test_a_report_has_its_text_and_the_marked_words_of_checked_sentences(tmp_path: Path) -> None:
    path = tmp_path / "36_1ecb.xml"
    path.write_text(REPORT, encoding="utf-8")
    whole, part = read_told(path, [0, 1]), read_told(path, [1])
    assert whole.raw == "Bakers struck\nThe strike ended"
    assert [(whole.raw[m.start : m.end], m.event) for m in whole.mentions] == [
        ("struck", "ACT1"), ("strike", "ACT1"), ("ended", "36_1ecb 9"),
    ]  # fmt: skip
    assert [whole.raw[m.start : m.end] for m in part.mentions] == ["strike", "ended"]
    assert whole.happening != read_told(path.rename(tmp_path / "36_1ecbplus.xml"), [0]).happening


def test_words_are_joined_by_lemma_or_by_an_event_that_gathers_both() -> None:
    one, two, three = (Mention("r", number, 0, 1, "e") for number in "123")
    lemmas = {one.key: "strike", two.key: "strike", three.key: "walkout"}
    assert clusters([one, two, three], lemmas, {}) == [{one.key, two.key}, {three.key}]
    assert clusters([one, two, three], lemmas, {two.key: "e", three.key: "e"}) == [{one.key, two.key, three.key}]


@given(PARTITIONS)
def test_what_is_the_same_is_wholly_right(gold: list[set[int]]) -> None:
    pytest.importorskip("scipy")
    assert b_cubed(gold, gold) == pytest.approx(1.0)
    linked = any(len(cluster) > 1 for cluster in gold)
    assert conll(gold, gold)["conll"] == pytest.approx(1.0 if linked else 2 / 3)


def test_the_figures_of_a_known_example() -> None:
    gold, given_ = [{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}], [{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}]
    assert muc(given_, gold) == pytest.approx(2 * (9 / 9) * (9 / 10) / (9 / 9 + 9 / 10))
    precision = (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12
    assert b_cubed(given_, gold) == pytest.approx(2 * precision / (1 + precision))


def test_a_missing_corpus_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FOGLINE_SOURCES", str(tmp_path))
    assert main() == 2
    assert "ECB+ is missing" in capsys.readouterr().err
