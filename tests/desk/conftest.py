"""A record on disk, made of the small corpus of the products."""

from dataclasses import replace

import pytest

from fogline.desk.cli import main
from fogline.ledger import open_ledger
from tests.products.cases import ACTORS, PLACES, record


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
