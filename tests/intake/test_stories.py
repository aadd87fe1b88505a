"""Sizes: what is too long is answered at once, and a stream is never held as a whole."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest

from fogline.intake import Limits
from fogline.intake.chunks import iter_lines
from tests.intake.conftest import STORY

FIFTY = 50_000_000


def make_sparse(path: Path, head: bytes = b"") -> Path:
    """A file of 50 MB that takes no room."""
    with path.open("wb") as stream:
        stream.write(head)
        stream.truncate(FIFTY)
    return path


@pytest.mark.parametrize("ending", ["txt", "html", "json"])
def test_a_huge_file_is_refused_without_being_read(tmp_path, read, ending, monkeypatch):
    path = make_sparse(tmp_path / f"a.{ending}", STORY.encode() * 200)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("the file was read"))
    [reading] = read(path)
    assert "50.0 MB" in reading.refusal.reason
    assert "10.0 MB" in reading.refusal.reason


def test_the_limit_is_a_setting(tmp_path, read):
    (tmp_path / "a.txt").write_text(STORY)
    assert read(tmp_path, limits=Limits(file_bytes=10))[0].refusal
    assert read(tmp_path, limits=Limits(file_bytes=len(STORY)))[0].refusal is None


def test_a_huge_line_is_refused_alone_and_never_held(tmp_path, read):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(json.dumps({"id": "a", "text": "Troops left. " * 500}).encode() + b"\n")
        stream.seek(FIFTY)
        stream.write(b'\n{"id": "b", "text": "Troops stayed."}')
    tracemalloc.start()
    a, huge, b = read(path, limits=Limits(line_bytes=1_000_000))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (a.report_id, b.report_id) == ("a", "b")
    assert "a.jsonl:2" in huge.refusal.reason
    assert peak < 12_000_000


def test_a_long_file_of_short_lines_is_read_whole(tmp_path, read):
    rows = [
        json.dumps({"id": f"r{n}", "text": f"Troops left village {n}. " + "They said no more. " * 20})
        for n in range(3000)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    assert len(read(tmp_path, limits=Limits(file_bytes=1000))) == 3000


def test_an_empty_file_is_refused_whatever_its_kind(tmp_path, read):
    for ending in ("txt", "html", "htm", "jsonl", "json"):
        (tmp_path / f"{ending}.{ending}").write_bytes(b"")
    readings = read(tmp_path)
    assert len(readings) == 5
    assert all("is empty" in reading.refusal.reason for reading in readings)


def test_utf16_lines_are_told_what_to_do(tmp_path, read):
    (tmp_path / "a.jsonl").write_bytes('{"id": "a", "text": "x"}'.encode("utf-16"))
    assert "save it as UTF-8" in read(tmp_path)[0].refusal.reason


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path, read):
    import os

    os.mkfifo(tmp_path / "a.txt")
    assert "no regular file" in read(tmp_path / "a.txt")[0].refusal.reason


def test_lines_are_numbered_from_one_with_the_last_unfinished():
    lines = list(iter_lines([b"a\n", b"\nbc", b"d\nlast"], limit_bytes=3))
    assert lines == [(1, b"a"), (2, b""), (3, b"bcd"), (4, None)]
