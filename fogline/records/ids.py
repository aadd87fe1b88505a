"""Ids that hash content: the same report read twice gives the same ids."""

from __future__ import annotations

import hashlib

LENGTH = 16


def content_id(kind: str, *parts: object) -> str:
    """An id such as `claim-3f9a0c2b71de84d0`, the same for the same parts in the same order.

    Shape: kind, a hyphen, 16 hexadecimal digits.  `None` and the empty string differ.
    """
    text = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return f"{kind}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:LENGTH]}"
