"""A stream of bytes, cut into lines without ever holding more than one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

CHUNK_BYTES = 1 << 20


def iter_chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The stream in pieces of about a megabyte, to its end."""
    while chunk := stream.read(CHUNK_BYTES):
        yield chunk


def iter_lines(chunks: Iterable[bytes], *, limit_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Line numbers from 1, and the lines without their end; None for a line of more than `limit_bytes`."""
    line, skipped, number = bytearray(), False, 1
    for chunk in chunks:
        pieces = chunk.split(b"\n")
        for at, piece in enumerate(pieces):
            if not skipped:
                line += piece
                skipped = len(line) > limit_bytes
            if skipped:
                line.clear()
            if at < len(pieces) - 1:
                yield number, None if skipped else bytes(line)
                line.clear()
                skipped, number = False, number + 1
    if line or skipped:
        yield number, None if skipped else bytes(line)
