"""Bytes -> text.  Nothing is normalised but the byte order mark, which is dropped."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

SAMPLE_BYTES = 64_000
LATIN_SHARE = 0.7
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_TRUSTED = re.compile(
    r"iso-?8859-?\d+|latin-?1|us-ascii|ascii|windows-?125\d|cp125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|"
    r"shift[_-]jis|utf-?8",
    re.I,
)
_LATIN = re.compile(r"iso-?8859-?1$|latin-?1|(?:us-)?ascii|windows-?1252|cp1252", re.I)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CP1252 = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of these bytes; never fails.

    In this order: a byte order mark; UTF-8; UTF-8 with some bytes of Windows-1252 among it; the charset that the
    page declares; Windows-1252 where most bytes are ASCII; else what charset_normalizer finds.  A character that
    cannot be read is U+FFFD.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return whole(data[len(mark) :].decode(name, "replace"))
    mixed = data.decode("utf-8", "surrogateescape")
    broken = len(_SURROGATE.findall(mixed))
    if not broken:
        return mixed
    if broken <= sum(1 for char in mixed if ord(char) > 0x7F) - broken:
        return _mend(mixed)
    if declared and _TRUSTED.fullmatch(declared) and not _LATIN.match(declared):
        return data.decode(declared, "replace")
    if sum(byte < 0x80 for byte in data[:SAMPLE_BYTES]) >= LATIN_SHARE * min(len(data), SAMPLE_BYTES):
        return _windows(data)
    best = from_bytes(data[:SAMPLE_BYTES]).best()
    return data.decode(best.encoding, "replace") if best else _windows(data)


def declared_charset(head: bytes) -> str | None:
    """The charset that the head of a page names, or None."""
    found = _DECLARED.search(head)
    return found.group(1).decode("ascii", "replace") if found else None


def whole(text: str) -> str:
    """The text with every half of a character (a lone surrogate) as U+FFFD: offsets stay."""
    return _SURROGATE.sub("\ufffd", text)


def _windows(data: bytes) -> str:
    """Windows-1252; the five bytes it does not define stay as in Latin-1."""
    return data.decode("latin-1").translate(_CP1252)


def _mend(mixed: str) -> str:
    """Text that is UTF-8 but for some bytes: those are read as Windows-1252; a last character cut short is U+FFFD."""
    kept = mixed.rstrip("".join(map(chr, range(0xDC80, 0xDD00))))
    bytewise = _SURROGATE.sub(lambda found: _windows(bytes([ord(found.group()) - 0xDC00])), kept)
    return bytewise + "\ufffd" * (len(mixed) - len(kept))
