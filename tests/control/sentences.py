"""Claims that rest on sentences of our own wording, one after the other in their report."""

from __future__ import annotations

from dataclasses import replace

from fogline.records import Anchor, Claim
from tests.control.cases import claim


def say(sentence: str, word: str, act: str, actor: str | None = None, target: str | None = None, *, at: int = 0, **said) -> Claim:  # type: ignore[no-untyped-def]  # fmt: skip
    """A claim whose sentence and word of the act are these; `at` is where the sentence begins in its report."""
    made = claim(act, actor, target, **said)
    report, start = made.anchor.report_id, at + sentence.index(word)
    return replace(
        made,
        anchor=Anchor(report, at, at + len(sentence), sentence),
        act=Anchor(report, start, start + len(word), word),
    )
