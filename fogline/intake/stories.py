"""One source -> its stories, by the kind of the source."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from fogline.intake.chunks import iter_chunks
from fogline.intake.contents import HEAD_BYTES, is_page, name_binary, name_noise
from fogline.intake.dates import first_line_day
from fogline.intake.encoding import decode
from fogline.intake.limits import Limits, megabytes
from fogline.intake.objects import iter_object_lines, iter_objects
from fogline.intake.page import read_page
from fogline.intake.sources import Source
from fogline.intake.story import Story
from fogline.records.errors import NothingToRead


def iter_stories(source: Source, limits: Limits) -> Iterator[Story]:
    """The stories of a file.  A file that cannot be read is one refused story."""
    if source.path is None:
        return
    reason = source.refusal or _closed(source.path, source.kind, limits)
    if reason:
        name = source.report_id if source.kind else source.shown
        yield Story(name, source.shown, refusal=reason)
        return
    if source.kind == "lines":
        with source.path.open("rb") as stream:
            yield from iter_object_lines(iter_chunks(stream), shown=source.shown, limit_bytes=limits.line_bytes)
        return
    yield from _file_stories(source, source.path.read_bytes())


def open_stream() -> Iterator[bytes]:
    """The standard input from its first chunk that is not blank.  Raises: NothingToRead where it is empty."""
    chunks = iter_chunks(sys.stdin.buffer)
    blank = b""
    for chunk in chunks:
        if chunk.strip():
            return chain([blank + chunk], chunks)
        blank = chunk
    raise NothingToRead("standard input is empty: pipe a report into it, or name a file")


def iter_stream_stories(chunks: Iterator[bytes], source: Source, limits: Limits) -> Iterator[Story]:
    """The stories of the standard input: JSON lines where its first sign is `{`, else one plain text."""
    first = next(chunks)
    head = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{") and not head.startswith(b"{\\rtf"):
        yield from iter_object_lines(chain([first], chunks), shown="stdin", limit_bytes=limits.line_bytes)
        return
    data = _gather(chain([first], chunks), limits.file_bytes)
    if data is None:
        yield Story("stdin", source.shown, refusal=f"is longer than {megabytes(limits.file_bytes)}: split it")
    else:
        yield _plain("stdin", data, source.shown)


def _closed(path: Path, kind: str, limits: Limits) -> str | None:
    """Why a file cannot be read, from its size and its first bytes; None where it can."""
    try:
        size = os.stat(path).st_size
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError as error:
        return f"cannot be opened ({error.strerror}): check its permissions"
    if not head.strip():
        if size <= HEAD_BYTES:
            return "is empty"
    elif reason := name_binary(head):
        return reason
    if kind == "lines" and head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "is UTF-16, which is not cut into lines: save it as UTF-8"
    if kind != "lines" and size > limits.file_bytes:
        return f"is {megabytes(size)}, more than the {megabytes(limits.file_bytes)} that one file may have: split it"
    return None


def _file_stories(source: Source, data: bytes) -> Iterable[Story]:
    if source.kind == "page":
        return [read_page(source.report_id, data, shown=source.shown)]
    if source.kind == "text":
        return [_plain(source.report_id, data, source.shown)]
    return iter_objects(decode(data), report_id=source.report_id, shown=source.shown)


def _plain(report_id: str, data: bytes, shown: str) -> Story:
    """A plain text, unchanged; a page under a wrong name is refused rather than read with its tags."""
    reason = name_binary(data[:HEAD_BYTES])
    if reason:
        return Story(report_id, shown, refusal=reason)
    if is_page(data[:HEAD_BYTES]):
        return Story(report_id, shown, refusal="is a web page, not plain text: give it the ending .html")
    raw = decode(data)
    reason = "is empty" if not raw.strip() else name_noise(raw)
    if reason:
        return Story(report_id, shown, refusal=reason)
    return Story(report_id, shown, raw=raw, day=first_line_day(raw), ground="first line")


def _gather(chunks: Iterable[bytes], limit_bytes: int) -> bytes | None:
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > limit_bytes:
            return None
    return bytes(data)
