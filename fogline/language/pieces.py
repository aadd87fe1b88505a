"""Word pieces: words cut into the pieces that the encoder knows, the longest first."""

from __future__ import annotations

import unicodedata
from pathlib import Path

LONGEST = 40  # letters; what is longer is unknown as a whole
MOST = 8  # pieces a word; the encoder reads a word at its first piece, so the rest of a long one tells little


class Pieces:
    """A vocabulary of word pieces, as BERT's: lower-cased, without accents, `##` before what goes on.

    Source: Wu et al. 2016; the vocabulary is that of the model that the encoder was trained from.
    """

    def __init__(self, vocabulary: Path) -> None:
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        self._ids = {piece: i for i, piece in enumerate(lines) if piece}
        self._known: dict[str, tuple[int, ...]] = {}
        self.unknown, self.first, self.last = (self._ids[name] for name in ("[UNK]", "[CLS]", "[SEP]"))

    def of(self, word: str) -> tuple[int, ...]:
        """The pieces of one word, at least one and at most `MOST`."""
        known = self._known.get(word)
        if known is None:
            known = tuple(self._cut(word))[:MOST] or (self.unknown,)
            if len(self._known) < 200_000:
                self._known[word] = known
        return known

    def _cut(self, word: str) -> list[int]:
        return [piece for part in _parts(word) for piece in self._longest_first(part)]

    def _longest_first(self, part: str) -> list[int]:
        if len(part) > LONGEST:
            return [self.unknown]
        found, start = [], 0
        while start < len(part):
            mark = "##" if start else ""
            sizes = range(len(part), start, -1)
            end = next((e for e in sizes if mark + part[start:e] in self._ids), None)
            if end is None:
                return [self.unknown]
            found.append(self._ids[mark + part[start:end]])
            start = end
        return found


def _parts(word: str) -> list[str]:
    """A word without accents in lower case, each sign that is no letter or digit on its own."""
    plain = unicodedata.normalize("NFD", word.lower())
    parts: list[str] = []
    open_part = False
    for sign in plain:
        kind = unicodedata.category(sign)
        if kind in ("Mn", "Cc", "Cf", "Zs"):
            continue
        if sign.isalnum() and not "\u3400" <= sign <= "\u9fff":
            if open_part:
                parts[-1] += sign
            else:
                parts.append(sign)
            open_part = True
        else:
            parts.append(sign)
            open_part = False
    return parts
