"""The measure of attribution: what it asks for, and when an answer is right."""

from __future__ import annotations

import pytest

from evaluation.attribution import core, judged, main, read

TEXT = "“Rebels left Hama,” a nurse said. He added that it was calm. Nobody wanted war."
BRAT = """T1\tContent 0 19\t“Rebels left Hama,”
T2\tSource 20 27\ta nurse
T3\tCue 28 32\tsaid
T4\tAttribution 28 32\tsaid
E1\tAttribution:T4 Source:T2 Cue:T3 Content:T1
T5\tSource 34 36\tHe
T6\tCue 37 42\tadded
T7\tContent 43 59\tthat it was calm
E2\tAttribution:T6 Source:T5 Cue:T6 Content:T7
"""


def test_a_pronoun_is_not_asked_for() -> None:
    (asked,) = read(BRAT, TEXT)
    assert TEXT[slice(*asked.source)] == "a nurse"
    assert asked.said


def test_what_fogline_hears_is_judged() -> None:
    ((_, answers),) = judged(TEXT, read(BRAT, TEXT))
    assert set(answers) == {"found_exact", "found_overlapping", "cue_exact", "cue_overlapping"}
    assert all(answers.values())


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("the nurse", "nurse"),
        ("Jane Doe, a nurse in Hama,", "Jane Doe"),
        ("another official who spoke", "official"),
        ("Reuters", "Reuters"),
        ("the army's", "army"),
    ],
)
def test_the_core_of_a_source(words: str, cut: str) -> None:
    start, end = core(words, 0, len(words))
    assert words[start:end] == cut


def test_without_the_texts_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FOGLINE_SOURCES", "nowhere")
    assert main(["dev"]) == 2
    assert "is missing" in capsys.readouterr().err
