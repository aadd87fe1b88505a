"""Who may import whom."""

import ast

import pytest
from importlinter.cli import lint_imports

from tests.house.paths import ROOT, parsed, shown, sources

ONLY_IN = {
    "sqlalchemy": {"ledger"},
    "alembic": {"ledger"},
    "sqlite3": {"ledger", "grounding"},  # grounding keeps its gazetteer, which is no part of the record, in a file
    "spacy": {"language", "claims", "grounding"},
    "typer": {"desk"},
    "rich": {"desk", "grounding"},  # a progress bar while the gazetteer is built
    "jinja2": {"products", "desk"},
    "trafilatura": {"intake"},
}


def test_the_floors_of_the_house_hold(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    result = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert result == 0, capsys.readouterr().out


def imported(path):
    """The top-level packages that a file imports, wherever in the file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("package", ONLY_IN)
def test_a_component_stays_in_its_rooms(package):
    users = {path for path in sources("fogline") if package in set(imported(path))}
    rooms = {shown(path): path.relative_to(ROOT).parts[1] for path in users}
    assert {file for file, room in rooms.items() if room not in ONLY_IN[package]} == set()


def test_the_package_does_not_import_what_is_not_shipped():
    beside = {"evaluation", "benchmarks", "training", "docs", "scripts", "tests", "pytest", "hypothesis"}
    assert {shown(path) for path in sources("fogline") if beside & set(imported(path))} == set()
