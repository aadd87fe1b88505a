"""The stores that the ledger's contract is tested on."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from fogline.ledger import SqlLedger, open_ledger

STORES = ("sqlite file", "sqlite in memory", "postgresql")
POSTGRES = "FOGLINE_TEST_POSTGRES"
NOT_RUN = f"the ledger's contract was NOT tested on PostgreSQL: set {POSTGRES} to the URL of a server to do so"


@pytest.fixture(params=STORES)
def new_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], SqlLedger]]:
    """Opens an empty record in the store, as often as it is called."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(open_ledger(_fresh(request.param, tmp_path, stack)))


@pytest.fixture(params=[store for store in STORES if "memory" not in store])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str | Path]:
    """Where an empty record can be made, and opened again."""
    with ExitStack() as stack:
        yield _fresh(request.param, tmp_path, stack)


def _fresh(store: str, folder: Path, stack: ExitStack) -> str | Path:
    name = f"test_{uuid.uuid4().hex}"
    if store == "sqlite file":
        return folder / f"{name}.db"
    if store == "sqlite in memory":
        return "sqlite://"
    if POSTGRES not in os.environ:
        pytest.skip(NOT_RUN)
    return _schema(os.environ[POSTGRES], name, stack)


def _schema(server: str, name: str, stack: ExitStack) -> str:
    """A URL into a new schema of the server's database, which is dropped at the end."""
    from sqlalchemy import create_engine, make_url

    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    stack.callback(engine.dispose)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {name}")

    def drop() -> None:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")

    stack.callback(drop)
    return url.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what did not run."""
    if POSTGRES not in os.environ:
        terminalreporter.write_line(NOT_RUN, yellow=True, bold=True)
