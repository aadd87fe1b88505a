"""What the commands on lineage print of the examples is what they are meant to."""

import pytest

from tests.desk.golden import COMMANDS, GOLDEN, WAR, printed
from tests.products.golden import read_war


@pytest.fixture(scope="session")
def war_file(tmp_path_factory):
    """A record of the examples."""
    folder = tmp_path_factory.mktemp("golden")
    read_war(WAR, folder)
    return str(folder / f"{WAR}.db")


@pytest.mark.parametrize("name", COMMANDS)
def test_it_is_printed_as_the_golden_file_has_it(war_file, monkeypatch, name):
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert printed(COMMANDS[name], war_file) == (GOLDEN / name).read_text(encoding="utf-8"), (
        "what is printed has changed: if it is meant to, `make golden` writes it anew"
    )
