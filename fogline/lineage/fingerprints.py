"""What a telling is known by when its kin are looked for: 64-bit keys of its word sequences, and of its facts.

Word sequences find copies, however edited; of all sequences those are kept whose hash is low, so that two tellings
keep the same ones (Broder 1997, "mod m" sampling).  Pairs of names and numbers that stand in one sentence find
paraphrases, which keep few word sequences but who, where and how many.  A key depends on the telling alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from fogline.lineage.tellings import Telling

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]

SEQUENCE = 3  # words
KEPT = 1 / 8  # share of a telling's sequences that is kept
FEWEST_KEPT = 24  # of a short telling, about so many at least
CROWD = 24  # a key that more tellings share than this is no clue to facts; copies that share it are linked in a line
FEWEST_KEYS = 3  # pairs of names and numbers that two tellings must share
MAX_ANCHORS = 10  # of one sentence
_CHUNK = 128  # texts that are hashed at once: they fit into a processor's cache

_DROPPED = re.compile("['’‘ʼ`´ʿʾ\u0300-\u036f]")  # apostrophes and accents, as `language.words` drops them
_SIGNS = re.compile(r"[\W_]+")
_PRINTED = {
    "’": "",
    "‘": "",
    "“": " ",
    "”": " ",
    "–": " ",
    "—": " ",
    "…": " ",
    "\xa0": " ",
}  # mostly all that is not ASCII
_LETTERS = bytes(c if c >= 128 else ord(chr(c).lower()) if chr(c).isalnum() else 32 for c in range(256))
_SPACE = 32
_WORD_BYTES = 8
_FIRST_BYTES = np.array([(1 << 8 * n) - 1 for n in range(_WORD_BYTES + 1)], dtype=np.uint64)
_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], dtype=np.uint64)
_WHOLE = 1 << 64
_STEP_BITS = 16  # limits of keys are in steps, so that a share of 1 can be told
_STEPS = 1 << 64 - _STEP_BITS


def sequence_keys(texts: Sequence[str]) -> Iterator[tuple[Hashes, Numbers]]:
    """The kept word sequences of the texts, a chunk at a time.

    Shape: keys, and for each the number of its text; the numbers ascend.  A sequence that a text repeats is repeated;
    a text of fewer words than a sequence has none.
    """
    for first in range(0, len(texts), _CHUNK):
        keys, owners = _kept([folded(text) for text in texts[first : first + _CHUNK]])
        yield keys, owners + first


def folded(text: str) -> bytes:
    """A text's words in small letters without accents, with single spaces between or more; other scripts stay."""
    if not text.isascii():
        for sign, plain in _PRINTED.items():
            text = text.replace(sign, plain)
    if not text.isascii():
        text = _SIGNS.sub(" ", _DROPPED.sub("", unicodedata.normalize("NFKD", text))).lower()
    return text.encode("utf-8", "replace").translate(_LETTERS, b"'`")


def _kept(texts: Sequence[bytes]) -> tuple[Hashes, Numbers]:
    """The keys of the kept word sequences of some folded texts, and the number of the text of each."""
    hashes, begins = _words(b" ".join([b"", *texts, b" " * _WORD_BYTES]))
    ends = np.cumsum([len(text) + 1 for text in texts]) + 1
    bounds = np.concatenate([[0], np.searchsorted(begins, ends)])  # of each text, in words
    lengths = np.diff(bounds)
    width = max(0, len(hashes) - SEQUENCE + 1)
    keys: Hashes = hashes[:width] * _ODD[0]
    for n in range(1, SEQUENCE):
        keys += hashes[n : n + width] * _ODD[n]
    keys = _mixed(keys)
    low = np.flatnonzero(keys < np.repeat(_limits(lengths), lengths)[:width])
    owners = np.searchsorted(bounds, low, side="right") - 1
    whole = low + SEQUENCE <= bounds[owners + 1]
    kept: Hashes = keys[low[whole]]
    return kept, owners[whole]


def _limits(lengths: Numbers) -> Hashes:
    """The key below which a sequence is kept, for each text by its length in words."""
    shares = np.maximum(KEPT, FEWEST_KEPT / np.maximum(lengths, 1))
    steps = np.minimum(shares * _STEPS, _STEPS - 1).astype(np.uint64)
    limits: Hashes = steps << np.uint64(_STEP_BITS)
    return limits


def _words(text: bytes) -> tuple[Hashes, Numbers]:
    """The hash of each word and where it begins, in a folded text that begins with a space and ends with eight.

    A word is hashed by its first and its last eight bytes and its length.
    """
    spaces = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == _SPACE)
    lengths = np.diff(spaces) - 1
    words = np.flatnonzero(lengths)
    begins, lengths = spaces[words] + 1, lengths[words]
    eights = np.ndarray((len(text) - _WORD_BYTES + 1,), dtype="<u8", buffer=text, strides=(1,))
    hashes: Hashes = (eights[begins] & _FIRST_BYTES[np.minimum(lengths, _WORD_BYTES)]) * _ODD[3]
    long = np.flatnonzero(lengths > _WORD_BYTES)
    last = eights[begins[long] + lengths[long] - _WORD_BYTES]
    hashes[long] += last * _ODD[1] + lengths[long].astype(np.uint64) * _ODD[2]
    hashes ^= hashes >> np.uint64(32)
    return hashes, begins


def _mixed(hashes: Hashes) -> Hashes:
    """Hashes whose high bits depend on all of theirs."""
    hashes = (hashes ^ (hashes >> np.uint64(32))) * _ODD[3]
    mixed: Hashes = (hashes ^ (hashes >> np.uint64(29))) * _ODD[1]
    return mixed


def fact_keys(telling: Telling) -> set[int]:
    """The keys of the pairs of names and numbers that stand in one sentence."""
    return {(_hash(left) + _hash(right)) % _WHOLE for left, right in name_pairs(telling)}


def name_pairs(telling: Telling) -> dict[tuple[str, str], None]:
    """The pairs of names and numbers that stand in one sentence, each once."""
    return pairs_among(sentence.anchors for sentence in telling.sentences)


def pairs_among(sentences: Iterable[Sequence[str]]) -> dict[tuple[str, str], None]:
    """The same by the names and numbers of each sentence."""
    found: dict[tuple[str, str], None] = {}
    for anchors in sentences:
        for left, right in combinations(anchors[:MAX_ANCHORS], 2):
            found[(left, right) if left < right else (right, left)] = None
    return found


@lru_cache(maxsize=1 << 17)
def _hash(anchor: str) -> int:
    return int.from_bytes(blake2b(anchor.encode(), digest_size=8).digest(), "little")
