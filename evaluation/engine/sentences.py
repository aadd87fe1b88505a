"""Where the sentences end: `fogline.language.split` against our own marked passages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.tally import Tally
from fogline.language import split

GOLD = Path(__file__).parent / "gold" / "sentences.txt"
MARK = "¦"
PARTS = ("dev", "held")
_HEAD = re.compile(r"^== (dev|held) (.+)\n", re.MULTILINE)
_CONTEXT = 30  # characters shown on each side of a mistake


@dataclass(frozen=True, slots=True)
class Passage:
    """Raw text, and where its sentences end.  Units: code points, half-open."""

    part: str
    name: str
    raw: str
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """An end that was missed, or given where there is none; `around` has the mark at the place."""

    part: str
    passage: str
    kind: str
    around: str


def iter_passages(marked: str) -> Iterator[Passage]:
    """The passages of a marked text: raw text and ends, restored exactly.

    Raises: ValueError where a passage does not close with a mark.
    """
    _, *fields = _HEAD.split(marked)
    for part, name, block in zip(fields[0::3], fields[1::3], fields[2::3], strict=True):
        body = block.rstrip("\n")
        if not body.endswith(MARK):
            raise ValueError(f"the passage {name!r} does not close with {MARK}: mark its last sentence")
        places = [i for i, sign in enumerate(body) if sign == MARK]
        yield Passage(part, name, body.replace(MARK, ""), tuple(at - n for n, at in enumerate(places)))


def passages() -> list[Passage]:
    """The passages of the gold file."""
    return list(iter_passages(GOLD.read_text(encoding="utf-8")))


def found(passage: Passage) -> set[int]:
    """The ends that the program gives, but for the passage's own end."""
    return {end for _, end in split(passage.raw)} - {len(passage.raw)}


def tally(part: list[Passage]) -> Tally:
    """Counts of boundaries.

    A boundary is the end of a sentence in the raw text.  A passage's own end cannot be missed, and is not counted.
    """
    pairs = [(found(p), set(p.ends) - {len(p.raw)}) for p in part]
    return Tally(
        right=sum(len(given & asked) for given, asked in pairs),
        asked=sum(len(asked) for _, asked in pairs),
        given=sum(len(given) for given, _ in pairs),
    )


def measure() -> dict[str, float]:
    """Precision, recall and F1 of the boundaries: of `dev`, of `held` and of `all`; and how many sentences there are.

    Shape: {"dev_precision": ..., "dev_recall": ..., "dev_f1": ..., "dev_sentences": ..., "held_...", "all_..."}.
    """
    every = passages()
    groups = {part: [p for p in every if p.part == part] for part in PARTS} | {"all": every}
    figures: dict[str, float] = {}
    for name, group in groups.items():
        counts = tally(group)
        figures |= {f"{name}_precision": counts.precision, f"{name}_recall": counts.recall, f"{name}_f1": counts.f1}
        figures[f"{name}_sentences"] = sum(len(p.ends) for p in group)
    return figures


def mistakes(part: str = "dev") -> list[Mistake]:
    """What a developer looks at; leave "held" alone while you tune."""
    return [
        Mistake(p.part, p.name, kind, f"{p.raw[max(0, at - _CONTEXT) : at]}{MARK}{p.raw[at : at + _CONTEXT]}")
        for p in passages()
        if p.part == part
        for kind, places in (("missed", set(p.ends) - found(p)), ("added", found(p) - set(p.ends)))
        for at in sorted(places - {len(p.raw)})
    ]
