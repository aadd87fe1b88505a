"""The six files, in the forms that the scorer reads."""

import json

import pytest

from fogline.products.evaluation_export import claims, strays, write
from fogline.records import Corpus, Views
from fogline.records.errors import OutputError
from tests.products.cases import COPY, CREDIT, DAY, EVE, GRAIN, record

NAMES = ["alterations.json", "claims.jsonl", "disputes.json", "holdings.json", "kin.json", "strays.json"]


def read(path):
    """A file of the export."""
    text = path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()] if path.suffix == ".jsonl" else json.loads(text)


@pytest.fixture
def export(tmp_path):
    """The small record's export, by file name."""
    return {path.name: read(path) for path in write(*record(), tmp_path / "out", days=[DAY, EVE])}


def test_there_are_six_files(export):
    assert sorted(export) == NAMES


def test_claims_have_the_scorers_fields(export):
    first = export["claims.jsonl"][0]
    assert first == {
        "report": "alpha", "sentence": GRAIN, "type": "capture", "actor": "Peshmerga", "target": "army",
        "place": "Kirkuk", "status": "asserted", "source": "Health Ministry", "via": None,
        "when": ["2014-06-12", "2014-06-12"], "confidence": 1.0,
    }  # fmt: skip


def test_no_name_is_null_and_several_are_a_list():
    found = claims(*record())
    assert {type(row[field]) for row in found for field in ("actor", "target", "source")} <= {str, list, type(None)}
    assert next(row for row in found if row["type"] == "harm")["actor"] is None
    assert next(row for row in found if row["type"] == "harm")["when"] is None


def test_strays_are_stretches_of_the_raw_text():
    corpus, _ = record()
    [[start, end]] = strays(corpus)["alpha"]
    assert corpus.readings[0].raw[start:end] == CREDIT
    assert strays(corpus)["gamma"] == []


def test_kin_and_origins(export):
    assert export["kin.json"]["origins"] == [["alpha", "beta"], ["gamma"]]
    assert {k["from"] for k in export["kin.json"]["kin"]} == {"alpha", "Gulf Agency"}


def test_holdings_are_told_for_each_day(export):
    rows = export["holdings.json"]
    assert {row["day"] for row in rows} == {"2014-06-11", "2014-06-12"}
    assert all(set(row) == {"place", "day", "holder", "status"} for row in rows)
    assert {"place": "Ramadi", "day": "2014-06-12", "holder": None, "status": "unknown"} in rows


def test_alterations_have_both_sentences(export):
    [row] = export["alterations.json"]
    assert (row["sentence"], row["original_sentence"]) == (COPY, GRAIN)


def test_disputes_have_sides_with_sentences(export):
    [row] = export["disputes.json"]
    assert set(row) == {"attribute", "kind", "sides"}
    assert [side["evidence"][0]["report"] for side in row["sides"]] == ["alpha", "alpha"]
    assert row["sides"][0]["evidence"][0]["sentence"] == GRAIN


def test_without_a_day_the_latest_is_told(tmp_path):
    write(*record(), tmp_path)
    assert {row["day"] for row in read(tmp_path / "holdings.json")} == {"2014-06-12"}


def test_an_empty_record_makes_empty_files(tmp_path):
    found = {path.name: read(path) for path in write(Corpus(()), Views(), tmp_path)}
    assert found["claims.jsonl"] == []
    assert found["kin.json"] == {"origins": [], "kin": []}


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        write(*record(), tmp_path / "file" / "out")
