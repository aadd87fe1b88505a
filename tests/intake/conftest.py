from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fogline.intake import iter_readings
from fogline.records import Reading

TODAY = date(2031, 6, 1)
STORY = "Rebels entered the town of Ostrava on Friday, residents said.\nThe army denied it.\n"


@pytest.fixture
def read() -> Callable[..., list[Reading]]:
    """Read these paths as of a fixed day."""

    def _read(*paths: str | Path, **options: Any) -> list[Reading]:
        return list(iter_readings(paths, today=TODAY, **options))

    return _read


@pytest.fixture
def lines_file(tmp_path: Path) -> Callable[..., Path]:
    """A .jsonl file of these objects (or ready lines)."""

    def _write(*rows: dict[str, Any] | str, name: str = "feed.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
        return path

    return _write


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put these bytes on the standard input."""

    def _put(data: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    return _put
