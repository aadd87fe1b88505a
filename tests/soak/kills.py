"""`fogline read` killed: a process of its own, ended by SIGKILL at a random point, and what the record is after it."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path

from sqlalchemy import Engine, event

from fogline.ledger import open_ledger
from fogline.runs import ReadOptions, read_into, read_reports
from fogline.runs.line import reading_line
from tests.runs.conftest import TODAY

OPTIONS = ReadOptions(today=TODAY)
PATIENCE_S = 120
_FORK = multiprocessing.get_context("fork")  # the engine is loaded once, for all of them
_LINGER_S = 0.004  # from a statement's beginning to the kill, at most: the statement may be a COMMIT


@dataclass
class Tally:
    """What came of the kills: how many left the record as it was, how many came too late, and what went wrong."""

    kills: int = 0
    before: int = 0
    after: int = 0
    wrong: list[str] = field(default_factory=list)
    points: Counter[str] = field(default_factory=Counter)


class Killer:
    """Kills reads of the same reports into records that hold some of them already, or none."""

    def __init__(self, paths: Sequence[Path], seed: int) -> None:
        self._paths, self._chance = list(paths), random.Random(seed)
        self.tally = Tally()
        with _counted() as statements:
            self._untouched = _read("sqlite://", self._paths)
        started = time.monotonic()
        reading_line.cache_clear()
        _read("sqlite://", self._paths)
        self._statements, self._seconds = len(statements), time.monotonic() - started

    def kill(self, record: str) -> None:
        """One kill of a read into the record at this address, where none is yet; then the read is done again."""
        held = self._chance.choice([[], self._paths[:3], self._paths[:-1]])
        before = _read(record, held) if held else ""
        point = self._kill(record, self._chance.choice(["moment", "statement", "statement"]))
        found = _canonical(record)
        self.tally.kills += 1
        self.tally.points[point] += 1
        wanted = self._untouched
        if found == before:
            self.tally.before += 1
        elif found == wanted:
            self.tally.after += 1
        else:
            self.tally.wrong.append(f"{record}, killed at a {point}: a part was stored")
        if _read(record, self._paths) != wanted:
            self.tally.wrong.append(f"{record}, killed at a {point}: read again, the record is another one")

    def _kill(self, record: str, kind: str) -> str:
        """Where the read was when it was killed, in words."""
        receiver, sender = _FORK.Pipe(duplex=False)
        stop = self._chance.randint(1, self._statements) if kind == "statement" else 0
        process = _FORK.Process(target=_child, args=(record, self._paths, sender, stop))
        process.start()
        sender.close()
        if stop and receiver.poll(PATIENCE_S):
            process.join(self._chance.choice([0.0, self._chance.uniform(0, _LINGER_S)]))
        elif not stop:
            process.join(self._chance.uniform(0, self._seconds))
        _end(process)
        receiver.close()
        return kind


def _child(record: str, paths: Sequence[Path], sender: Connection, stop: int) -> None:
    """Read; tell the parent at the statement of that number, and wait there for one moment in which it may kill."""
    reading_line.cache_clear()  # a file that SQLite has open must not be carried into a child
    seen = 0

    @event.listens_for(Engine, "before_cursor_execute")
    @event.listens_for(Engine, "commit")
    def tell(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == stop:
            sender.send(seen)

    read_reports(record, paths, options=OPTIONS)


@contextmanager
def _counted() -> Iterator[list[int]]:
    seen: list[int] = []

    def count(*_: object) -> None:
        seen.append(1)

    for name in ("before_cursor_execute", "commit"):
        event.listen(Engine, name, count)
    try:
        yield seen
    finally:
        for name in ("before_cursor_execute", "commit"):
            event.remove(Engine, name, count)


def _end(process: ForkProcess) -> None:
    process.kill()
    process.join(PATIENCE_S)
    process.close()


def _read(record: str, paths: Sequence[Path]) -> str:
    """The canonical text of the record after a read that nobody kills."""
    with open_ledger(record) as ledger:
        read_into(ledger, paths, options=OPTIONS)
        return ledger.canonical()


def _canonical(record: str) -> str:
    """What the record holds; nothing where the read was killed before there was one."""
    with open_ledger(record) as ledger:
        return ledger.canonical()
