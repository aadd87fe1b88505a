"""The stores that the ledger's contract is tested on."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from fogline.ledger import SqlLedger, open_ledger
from tests.postgres import schema

STORES = ("sqlite file", "sqlite in memory", "postgresql")


@pytest.fixture(params=STORES)
def new_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], SqlLedger]]:
    """Opens an empty record in the store, as often as it is called."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(open_ledger(_fresh(request, tmp_path, stack)))


@pytest.fixture(params=[store for store in STORES if "memory" not in store])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str | Path]:
    """Where an empty record can be made, and opened again."""
    with ExitStack() as stack:
        yield _fresh(request, tmp_path, stack)


def _fresh(request: pytest.FixtureRequest, folder: Path, stack: ExitStack) -> str | Path:
    if request.param == "sqlite file":
        return folder / f"{uuid.uuid4().hex}.db"
    if request.param == "sqlite in memory":
        return "sqlite://"
    return stack.enter_context(schema(request.getfixturevalue("postgres")))
