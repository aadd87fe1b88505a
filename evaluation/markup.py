"""Measures what is left of web pages: those of `webpages/`, our own, where `data-story` marks what tells the story.

What carries `data-either` (headlines, standfirsts, bylines) is neither asked for nor blamed.  Both marks are taken off
before the program sees the page.
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from evaluation.tally import Tally
from fogline.intake.page import read_markup
from fogline.language.sentences import split
from fogline.records import Reading, SpanKind
from fogline.text import Clean

PAGES = Path(__file__).parent / "webpages"
KEPT = (SpanKind.BODY, SpanKind.HEADLINE, SpanKind.STANDFIRST)
_MARKS = re.compile(r' data-(?:story|either)(?:="")?')


def measure(folder: Path = PAGES) -> dict[str, float]:
    """Characters of the story in what is kept: the share of what is kept, of what should be, and both (F1)."""
    tallies = [tally(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.html"))]
    whole = Tally(sum(t.right for t in tallies), sum(t.asked for t in tallies), sum(t.given for t in tallies))
    figures = {"story_f1": whole.f1, "precision": whole.precision, "recall": whole.recall}
    return {"pages": float(len(tallies))} | figures


def tally(markup: str) -> Tally:
    """One page: characters of the story's sentences that were kept, of those told, of all that was kept."""
    tree = html.fromstring(markup)
    story = [text for node in tree.xpath("//*[@data-story]") for text in _sentences(node.text_content())]
    either = [_flat(node.text_content()) for node in tree.xpath("//*[@data-either]")]
    kept = kept_text(_MARKS.sub("", markup))
    right = sum(len(text) for text in story if text in kept)
    for text in either:
        kept = kept.replace(text, "", 1)
    return Tally(right, sum(map(len, story)), sum(map(len, _sentences(kept))))


def kept_text(markup: str) -> str:
    """What is left of a page once it was read and cleaned, in one line."""
    page = read_markup("page", markup, shown="page")
    reading = Clean()(Reading("page", page.raw, outlet=page.outlet, title=page.title))
    return _flat("\n".join(reading.raw[s.start : s.end] for s in reading.spans or () if s.kind in KEPT))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _sentences(text: str) -> list[str]:
    flat = _flat(text)
    return [flat[start:end] for start, end in split(flat)]
