"""Whether bytes are text at all, and if not, what they look like."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

HEAD_BYTES = 4096
NOISE_SHARE = 0.02
NOISE_COUNT = 4
_NOISE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_PAGE = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html)\b", re.I | re.S)


@cache
def signatures() -> tuple[tuple[int, bytes, str], ...]:
    """The known file heads: offset, bytes, and the reason for the refusal."""
    rows = tomllib.loads((files("fogline.intake") / "data" / "signatures.toml").read_text(encoding="utf-8"))
    return tuple(
        (row.get("offset", 0), bytes.fromhex(row["hex"]), f"is {row['is']}, not text: {row['do']}")
        for row in rows["signature"]
    )


def name_binary(head: bytes) -> str | None:
    """Why these first bytes are no text ("is a PDF, not text: ..."), or None where they may be text."""
    for offset, mark, reason in signatures():
        if head[offset : offset + len(mark)] == mark:
            return reason
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" not in head:
        return None
    odd, even = head[1::2].count(0), head[::2].count(0)
    if max(odd, even) > 0.3 * len(head) / 2 and min(odd, even) * 10 < max(odd, even):
        return "looks like UTF-16 without its byte order mark: save it as UTF-8"
    return "is binary data (it holds NUL bytes), not text: give the text instead"


def name_noise(text: str) -> str | None:
    """Why this decoded text is none: NULs, or too many control characters; None where it is clean."""
    if "\x00" in text:
        return "is binary data (it holds NUL characters), not text: give the text instead"
    noise = sum(1 for _ in _NOISE.finditer(text))
    if noise >= NOISE_COUNT and noise > NOISE_SHARE * len(text):
        return f"looks like binary data, not text ({noise} control characters in {len(text)}): give the text instead"
    return None


def is_page(head: bytes) -> bool:
    """Whether a file begins as a web page does."""
    return _PAGE.match(head) is not None
