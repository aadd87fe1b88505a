"""Which files are to be read, in an order that does not depend on how they were named or listed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fogline.records.errors import NothingToRead, PathMissing

STREAM = "-"
KINDS = {".txt": "text", ".html": "page", ".htm": "page", ".jsonl": "lines", ".json": "objects"}
_READABLE = ".txt, .html, .htm, .jsonl, .json"


@dataclass(frozen=True, slots=True)
class Source:
    """A file or the standard input (`path` None).  `refusal` says why it cannot be opened at all."""

    shown: str
    kind: str = ""
    path: Path | None = None
    refusal: str | None = None

    @property
    def report_id(self) -> str:
        """The file's name without its ending; bytes that are no UTF-8 are shown as U+FFFD."""
        return printable(self.path.stem) if self.path else "stdin"


def printable(name: str) -> str:
    """A file's name as text that can be stored and shown."""
    return os.fsencode(name).decode("utf-8", "replace")


def find_sources(paths: Sequence[str | Path]) -> list[Source]:
    """Every file behind these paths, each once, sorted by path; the standard input last.

    Raises: PathMissing for a path that does not exist; NothingToRead for a folder without a report, or no path.
    """
    if not paths:
        raise NothingToRead("no path was given: name a file or a folder, or - for standard input")
    sources: dict[str, Source] = {}
    for path in paths:
        if str(path) == STREAM:
            continue
        if not str(path) or not os.path.exists(path):
            raise PathMissing(f"{printable(str(path))!r} does not exist: check the path")
        for source in _folder(Path(path)) if os.path.isdir(path) else [_file(Path(path))]:
            sources.setdefault(os.path.realpath(str(source.path)), source)
    stream = [Source("standard input", "stream")] if any(str(p) == STREAM for p in paths) else []
    return sorted(sources.values(), key=lambda source: source.shown) + stream


def _folder(folder: Path) -> list[Source]:
    found = sorted(_walk(folder), key=lambda source: source.shown)
    if not any(source.kind for source in found):
        raise NothingToRead(f"{printable(str(folder))!r} holds no report: fogline reads {_READABLE}")
    return found


def _walk(folder: Path) -> Iterator[Source]:
    """The files below a folder; hidden ones are passed over, folders that cannot be listed are refused."""
    closed: list[OSError] = []
    for above, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield _file(Path(above) / name)
    for error in closed:
        path = Path(error.filename or folder)
        yield Source(
            printable(str(path)), "", path, refusal=f"cannot be opened ({error.strerror}): check its permissions"
        )


def _file(path: Path) -> Source:
    shown = printable(str(path))
    if not path.is_file():
        reason = "cannot be opened: the link leads nowhere" if path.is_symlink() else "is no regular file"
        return Source(shown, "", path, refusal=f"{reason}; to read a stream, give -")
    kind = KINDS.get(path.suffix.lower(), "")
    ending = f"the ending {path.suffix}" if path.suffix else "no ending"
    refusal = None if kind else f"has {printable(ending)}: fogline reads {_READABLE}"
    return Source(shown, kind, path, refusal=refusal)
