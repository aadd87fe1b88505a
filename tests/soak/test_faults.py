"""Reads in processes of their own: on a full disk, and two at once."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fogline.desk.cli import main
from fogline.ledger import open_ledger
from fogline.runs import read_into
from fogline.runs.line import reading_line
from tests.soak.kills import OPTIONS, PATIENCE_S
from tests.soak.reports import write

FORK = multiprocessing.get_context("fork")
ROOM_BYTES = 40_000  # less than a read of the reports writes
DISK_BYTES = 8_000_000


def start(said: Path, prepare: Callable[[], object], *arguments: object) -> Callable[[], int | None]:
    """Begin a command in a process of its own, after `prepare`; what is given waits for its end and its exit code."""

    def command() -> None:
        reading_line.cache_clear()
        with said.open("w", encoding="utf-8") as file, contextlib.redirect_stderr(file):
            prepare()
            code = main([str(one) for one in arguments])
        os._exit(code)

    reading_line()
    process = FORK.Process(target=command)
    process.start()

    def end() -> int | None:
        process.join(PATIENCE_S)
        return process.exitcode

    return end


def canonical(record: str | Path) -> str:
    with open_ledger(record, create=False) as ledger:
        return ledger.canonical()


def read(record: str | Path, paths: list[Path]) -> str:
    with open_ledger(record) as ledger:
        read_into(ledger, paths, options=OPTIONS)
        return ledger.canonical()


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    return write(tmp_path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of `DISK_BYTES` of its own, where this machine lets us mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("no disk can be mounted here: the limit on files stands in for it")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def limit() -> None:
    """Let this process write nothing beyond the first bytes of a file."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM_BYTES, ROOM_BYTES))


def test_a_limit_on_files_stores_nothing_and_says_so(tmp_path: Path, paths: list[Path]) -> None:
    record = tmp_path / "war.db"
    before = read(record, paths[:2])
    end = start(tmp_path / "said", limit, "read", *paths, "--record", record)
    assert_full(end(), tmp_path / "said")
    assert canonical(record) == before
    assert read(record, paths) == read("sqlite://", paths)


def test_a_full_disk_stores_nothing_and_says_so(tmp_path: Path, small_disk: Path, paths: list[Path]) -> None:
    record = small_disk / "war.db"
    before = read(record, paths[:2])
    filler, free = small_disk / "filler", os.statvfs(small_disk)
    filler.write_bytes(b"\0" * (free.f_bavail * free.f_frsize - ROOM_BYTES))
    end = start(tmp_path / "said", lambda: None, "read", *paths, "--record", record)
    assert_full(end(), tmp_path / "said")
    assert canonical(record) == before
    filler.unlink()
    assert read(record, paths) == read("sqlite://", paths)


def assert_full(code: int | None, said: Path) -> None:
    told = said.read_text(encoding="utf-8")
    assert (code, told.count("\n")) == (2, 1), told
    assert "nothing was stored; make room" in told


def both(tmp_path: Path, record: str | Path, paths: list[Path]) -> list[int | None]:
    """The exit codes of two reads that begin at the same moment, each of most of the reports."""
    gate = FORK.Barrier(2)
    halves = (paths[:7], paths[2:][::-1])
    ends = [
        start(tmp_path / f"said-{n}", gate.wait, "read", *half, "--record", record) for n, half in enumerate(halves)
    ]
    return [end() for end in ends]


def test_two_reads_at_once_make_the_record_of_both_in_a_file(tmp_path: Path, paths: list[Path]) -> None:
    assert both(tmp_path, tmp_path / "war.db", paths) == [0, 0]
    assert canonical(tmp_path / "war.db") == read("sqlite://", paths)


def test_two_reads_at_once_make_the_record_of_both_on_postgresql(
    tmp_path: Path, paths: list[Path], postgres_record: str
) -> None:
    assert both(tmp_path, postgres_record, paths) == [0, 0]
    assert canonical(postgres_record) == read("sqlite://", paths)
