from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from fogline.grounding import gazetteer_file
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.gazetteer_file import PLACES_ABOUT, cache_folder, find_file, is_sound
from fogline.records.errors import OutputError
from tests.grounding.conftest import ENTRIES


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Replace the sources by a few invented places; count the builds."""
    builds: list[int] = []

    def entries() -> object:
        builds.append(1)
        return iter(ENTRIES)

    monkeypatch.setattr(gazetteer_file, "iter_entries", entries)
    return builds


def test_it_is_built_once_and_then_only_opened(tmp_path: Path, sources: list[int]) -> None:
    for _ in range(2):
        gazetteer = open_gazetteer(tmp_path / "new")
        assert gazetteer.candidates("Velten")
        gazetteer.close()
    assert len(sources) == 1


def test_progress_ends_at_the_whole(tmp_path: Path, sources: list[int]) -> None:
    steps: list[tuple[int, int]] = []
    find_file(tmp_path, progress=lambda done, of: steps.append((done, of)))
    assert steps[-1] == (PLACES_ABOUT, PLACES_ABOUT)
    assert steps == sorted(steps)


@pytest.mark.parametrize("content", [b"", b"no database at all " * 50])
def test_a_damaged_file_is_built_again(tmp_path: Path, sources: list[int], content: bytes) -> None:
    path = find_file(tmp_path)
    path.write_bytes(content)
    assert not is_sound(path)
    assert find_file(tmp_path) == path
    assert is_sound(path)


def test_builders_at_the_same_time_leave_one_sound_file_and_no_rest(tmp_path: Path, sources: list[int]) -> None:
    with ThreadPoolExecutor(4) as pool:
        paths = set(pool.map(lambda _: find_file(tmp_path), range(4)))
    assert len(paths) == 1
    assert [p.name for p in tmp_path.iterdir()] == [paths.pop().name]


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(gazetteer_file, "build", failing)
    with pytest.raises(OutputError, match="XDG_CACHE_HOME"):
        find_file(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match="cannot be written"):
        find_file(tmp_path / "file" / "deeper")


def test_the_cache_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "fogline"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_folder().parts[-2:] == (".cache", "fogline")


def test_a_file_without_names_is_not_taken_for_a_gazetteer(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE other (x)")
        db.commit()
    assert not is_sound(path)
