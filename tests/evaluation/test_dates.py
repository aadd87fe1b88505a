"""The measure of dates, on documents of our own making."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import dates

DOCUMENT = """<?xml version="1.0" ?>
<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-06-18" functionInDocument="CREATION_TIME">2021</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">left</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2021-06-14">Monday</TIMEX3> after
<TIMEX3 tid="t2" type="DURATION" value="P2W">two weeks</TIMEX3>, and <TIMEX3 tid="t3" type="DATE"
value="PRESENT_REF">now</TIMEX3> meet <TIMEX3 tid="t4" type="SET" value="P1Y">every year</TIMEX3>.</TEXT></TimeML>
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOGLINE_SOURCES", str(tmp_path))
    found = tmp_path / dates.FOLDER / "TimeBank"
    found.mkdir(parents=True)
    return found


def test_the_documents_missing_is_said_and_is_no_figure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FOGLINE_SOURCES", str(tmp_path / "nowhere"))
    assert dates.measure() == {}
    assert dates.main() == 2
    assert "missing" in capsys.readouterr().err


def test_what_is_left_out_is_neither_asked_for_nor_blamed(folder: Path) -> None:
    (folder / "a.tml").write_text(DOCUMENT, encoding="utf-8")
    figures = dates.measure()["dates look"]
    assert figures["asked"] == 2
    assert figures["found_f1"] == figures["strict_f1"] == figures["value_f1"] == 1.0


def test_a_wrong_value_counts_as_found_only(folder: Path) -> None:
    (folder / "a.tml").write_text(DOCUMENT.replace("2021-06-14", "2021-06-21"), encoding="utf-8")
    figures = dates.measure()["dates look"]
    assert figures["found_f1"] == 1.0
    assert figures["value_f1"] == figures["value_accuracy"] == 0.5


def test_every_fifth_document_by_name_is_held_out(folder: Path) -> None:
    for name in "hgfedcba":
        (folder / f"{name}.tml").write_text(DOCUMENT, encoding="utf-8")
    (folder / "._a.tml").write_bytes(b"not XML")
    look, held = dates.split(dates.paths())
    assert [p.stem for p in held] == ["e"]
    assert [p.stem for p in look] == list("abcdfgh")


@pytest.mark.parametrize(
    ("kind", "value", "wanted"),
    [
        ("DATE", "1998-W9", "1998-W09"),
        ("DATE", "199X", "199"),
        ("TIME", "1998-01-14TNI", "1998-01-14"),
        ("DURATION", "PT1M30S", "PT1M30S"),
        ("DATE", "1998-WXX", None),
        ("DATE", "FUTURE_REF", None),
        ("SET", "P1D", None),
    ],
)
def test_values_are_reduced_to_what_is_supported(kind: str, value: str, wanted: str | None) -> None:
    assert dates.asked({"type": kind, "value": value}) == wanted
