"""A record on disk, made of the small corpus of the products."""

import json
from dataclasses import replace

import pytest

from fogline.desk.cli import main
from fogline.ledger import open_ledger
from fogline.runs import read_into
from tests.products.cases import ACTORS, PLACES, record
from tests.runs.conftest import OPTIONS, REPORTS


@pytest.fixture(scope="session")
def record_file(tmp_path_factory):
    """The path of a record that holds the small corpus and its views."""
    path = tmp_path_factory.mktemp("record") / "small.db"
    corpus, views = record()
    whole = [
        replace(r, places=tuple(PLACES.values()), actors=tuple(ACTORS.values()), mentions=(), credits=())
        for r in corpus.readings
    ]
    with open_ledger(str(path), create=True) as ledger:
        ledger.add(whole)
        ledger.replace_views(views)
    return str(path)


@pytest.fixture
def run(capfdbinary, monkeypatch):
    """Run a command line in this process: exit code, standard output, standard error."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def command(*arguments):
        capfdbinary.readouterr()
        code = main([str(a) for a in arguments])
        told = capfdbinary.readouterr()
        return code, told.out.decode(), told.err.decode()

    return command


@pytest.fixture(scope="session")
def read_once(tmp_path_factory):
    """A record of three reports, read by the program itself."""
    folder = tmp_path_factory.mktemp("judge")
    for row in REPORTS[:3]:
        (folder / f"{row['id']}.json").write_text(json.dumps(row), encoding="utf-8")
    path = folder / "war.db"
    with open_ledger(path) as ledger:
        read_into(ledger, sorted(folder.glob("*.json")), options=OPTIONS)
    return path.read_bytes()


@pytest.fixture
def judge(run, read_once, tmp_path, monkeypatch):
    """Judge on a copy of that record: exit code, the JSON or the table, standard error."""
    monkeypatch.setenv("FOGLINE_WHO", "Ann")
    (tmp_path / "war.db").write_bytes(read_once)

    def command(*arguments, form="json"):
        code, out, err = run("judge", *arguments, "--record", tmp_path / "war.db", "--format", form)
        return code, json.loads(out) if form == "json" and not code else out, err

    return command
