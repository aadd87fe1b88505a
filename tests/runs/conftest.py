"""A few reports of one story, of our own writing, as files; and records to read them into."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from fogline.ledger import SqlLedger, open_ledger
from fogline.runs import ReadOptions

TODAY = date(2026, 1, 1)
OPTIONS = ReadOptions(today=TODAY)
AGENCY = (
    "MARIB, March 4 (Reuters) - Houthi fighters captured the town of Sirwah on Tuesday, residents said.\n"
    "The Yemeni army withdrew from the town after two days of fighting that killed 14 soldiers, a security source "
    "told Reuters.\n"
    "The army denied that it had lost Sirwah.\n"
)
REPORTS = [
    {"id": "wire-1", "outlet": "Harbour Post", "published": "2020-03-04", "text": AGENCY},
    {
        "id": "wire-2",
        "outlet": "Quay Mail",
        "published": "2020-03-05",
        "text": AGENCY.replace("14 soldiers", "40 soldiers"),
    },
    {
        "id": "own-1",
        "outlet": "Lantern",
        "published": "2020-03-05",
        "text": "The Yemeni army still holds Sirwah, a commander told the Lantern on Wednesday.\n"
        "Reinforcements were sent to Marib by the army on Wednesday.\n",
    },
    {
        "id": "own-2",
        "outlet": "Lantern",
        "published": "2020-03-08",
        "text": "The Yemeni army recaptured Sirwah on Saturday.\nHouthi fighters attacked Marib on Sunday.\n",
    },
]


@pytest.fixture
def reports(tmp_path: Path) -> Callable[..., list[Path]]:
    """Write reports (all of them by default) to files of one each; gives their paths."""

    def write(rows: list[dict[str, str]] = REPORTS, folder: str = "reports") -> list[Path]:
        (tmp_path / folder).mkdir(exist_ok=True)
        paths = [tmp_path / folder / f"{row['id']}.json" for row in rows]
        for path, row in zip(paths, rows, strict=True):
            path.write_text(json.dumps(row), encoding="utf-8")
        return paths

    return write


@pytest.fixture
def new_record() -> Iterator[Callable[[], SqlLedger]]:
    """Opens an empty record in memory, as often as it is called."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(open_ledger("sqlite://"))
