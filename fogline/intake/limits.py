"""How much of a source is read."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes.  A longer file (.txt, .html, .json) or line (.jsonl, standard input) is refused, not read."""

    file_bytes: int = 10 * MEGABYTE
    line_bytes: int = 10 * MEGABYTE


def megabytes(size_bytes: int) -> str:
    """A size for people: `52.4 MB`."""
    return f"{size_bytes / MEGABYTE:.1f} MB"
