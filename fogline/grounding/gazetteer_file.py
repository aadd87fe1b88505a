"""The gazetteer's file: built once from its sources into SQLite under the user's cache folder, then only read."""

from __future__ import annotations

import gc
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from zlib import crc32

from fogline.grounding.gazetteer_frames import family_of, is_written
from fogline.grounding.gazetteer_keys import sound
from fogline.grounding.gazetteer_sources import Entry, data_version, iter_entries
from fogline.language.words import fold
from fogline.records.errors import OutputError

Progress = Callable[[int, int], None]
PLACES_ABOUT = 240_000  # for the progress bar only
STEP = 5_000
TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE place (id INTEGER PRIMARY KEY, place_id TEXT, name TEXT, kind TEXT, lat REAL, lon REAL, country TEXT,
                    within TEXT, population INTEGER, admin1 TEXT);
CREATE TABLE name (folded TEXT, sound INTEGER, frame INTEGER, place INTEGER);
"""
INDICES = """
CREATE INDEX by_sound ON name (sound);
CREATE INDEX by_frame ON name (frame) WHERE frame IS NOT NULL;
"""


def cache_folder() -> Path:
    """Where the gazetteer is kept unless told otherwise: `$XDG_CACHE_HOME/fogline` or `~/.cache/fogline`."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base else Path.home() / ".cache") / "fogline"


def find_file(folder: Path, *, progress: Progress | None = None) -> Path:
    """The gazetteer's file in a folder, built if it is not there yet or cannot be read.

    Raises: OutputError where the folder cannot be written.
    """
    path = folder / f"gazetteer-{data_version()}.db"
    if not is_sound(path):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _build_beside(path, progress)
            for older in set(folder.glob("gazetteer-*.db")) - {
                path
            }:  # of another version's data; built anew if asked for
                older.unlink(missing_ok=True)
        except (OSError, sqlite3.Error) as error:
            raise OutputError(
                f"the gazetteer cannot be written under {folder} ({error}): make room, or set XDG_CACHE_HOME"
            ) from error
    return path


def is_sound(path: Path) -> bool:
    """Whether there is a complete gazetteer at this path."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
            return bool(db.execute("SELECT count(*) FROM (SELECT 1 FROM name LIMIT 1)").fetchone() == (1,))
    except sqlite3.Error:
        return False


def _build_beside(path: Path, progress: Progress | None) -> None:
    """Build under a name of our own, then rename: nobody ever sees half a file, and of two builders the last wins."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".gazetteer-", suffix=".tmp")
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as db, _no_collector():
            build(db, iter_entries(), progress)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Without the cyclic collector: it walks two million strings again and again, for a fifth of the time, in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def build(db: sqlite3.Connection, entries: Iterable[Entry], progress: Progress | None = None) -> None:
    """Fill an empty database with places and their names."""
    db.executescript(TABLES)
    number = 0
    for batch in _batches(entries):
        rows = list(enumerate(batch, number))
        db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", (_place_row(i, e) for i, e in rows))
        db.executemany("INSERT INTO name VALUES (?,?,?,?)", (row for i, e in rows for row in _name_rows(i, e)))
        number += len(batch)
        if progress is not None:
            progress(min(number, PLACES_ABOUT), PLACES_ABOUT)
    db.executescript(INDICES)
    db.commit()
    if progress is not None:
        progress(PLACES_ABOUT, PLACES_ABOUT)


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    batch = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == STEP:
            yield batch
            batch = []
    yield batch


def _place_row(number: int, entry: Entry) -> tuple[object, ...]:
    p = entry.place
    return (
        number, p.place_id, p.name, str(p.kind), p.lat, p.lon, p.country, p.within, entry.population, entry.admin1
    )  # fmt: skip


def _name_rows(number: int, entry: Entry) -> Iterator[tuple[str, int, int | None, int]]:
    family = family_of(entry.place.country) if entry.romanised else None
    written = {fold(name) for name in entry.names if is_written(name)} if family else frozenset()
    for folded in {fold(name) for name in entry.names}:
        key = sound(folded)
        if key:
            frame = family.frame(folded) if family and folded in written else ""
            yield folded, crc32(key.encode()), family.key(frame) if family and frame else None, number
