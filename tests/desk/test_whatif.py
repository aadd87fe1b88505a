"""The command: its forms, its files, and what it says of names that the record does not know."""

import json

import pytest


def test_it_prints_lines_for_people(run, record_file):
    code, out, err = run("whatif", "Ramadi", "--to", "Peshmerga", "--as-of", "2014-06-12", "--record", record_file)
    assert (code, err) == (0, "")
    assert "would lose the connection to" in out


def test_it_prints_json_for_programs(run, record_file):
    code, out, _ = run(
        "whatif", "ramadi", "--to", "peshmerga", "--as-of", "2014-06-12", "--format", "json", "--record", record_file
    )
    assert code == 0
    assert json.loads(out)["place"] == "Ramadi"


@pytest.mark.parametrize(("ending", "begins"), [("svg", "<svg"), ("html", "<!doctype html>"), ("json", "{")])
def test_it_writes_the_form_that_the_file_ends_in(run, record_file, tmp_path, ending, begins):
    path = tmp_path / f"answer.{ending}"
    code, out, err = run(
        "whatif", "Ramadi", "--to", "Peshmerga", "--as-of", "2014-06-12", "-o", path, "--record", record_file
    )
    assert (code, out) == (0, "")
    assert err.startswith("fogline: wrote ")
    assert path.read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Ramady", "--to", "Peshmerga"], "did you mean Ramadi?"),
        (["Ramadi", "--to", "Peshmarga"], "did you mean Peshmerga?"),
        (["Ramadi", "--to", "Peshmerga", "-o", "answer.doc"], "the ending tells no format"),
        (["Ramadi"], "--to"),
    ],
)
def test_what_it_cannot_make_sense_of_it_says(run, record_file, arguments, says):
    code, out, err = run("whatif", *arguments, "--record", record_file)
    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
