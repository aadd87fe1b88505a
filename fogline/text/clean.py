"""The stage: raw -> spans and credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.records import Reading, Refusal, Span, SpanKind
from fogline.text.credits import find_credits
from fogline.text.furniture import Pattern, find_line, find_parts
from fogline.text.paragraphs import Paragraph, cut, has_stop
from fogline.text.strays import HEADLINE_WORDS, Candidate, find_strays


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a part of one, with its kind.  `credit`: it may say who supplied the story."""

    start: int
    end: int
    text: str
    kind: SpanKind
    credit: bool = True
    turns: bool = False


class Clean:
    """Part a report's text into body, headlines, furniture and strays; find the agencies that it credits.

    Shape: the spans are sorted, do not overlap, and hold every character of raw that is not blank; one span is at
    most one paragraph.  A text without a body is refused.
    """

    name = "text"
    needs: tuple[str, ...] = ()
    gives: tuple[str, ...] = ("spans", "credits")

    def __call__(self, reading: Reading) -> Reading:
        """The reading with `spans` and `credits`; one that was refused passes through as it is."""
        if reading.refusal:
            return reading
        blocks = divide(reading.raw, title=reading.title or "")
        spans = tuple(Span(block.start, block.end, block.kind) for block in blocks)
        texts = [b.text for b in blocks if b.kind is not SpanKind.STRAY and b.credit]
        cleaned = replace(reading, spans=spans, credits=find_credits(texts, outlet=reading.outlet))
        if not cleaned.body():
            reason = "no body text: nothing is left of it but page furniture; give the story itself"
            return replace(cleaned, refusal=Refusal(self.name, reason))
        return cleaned


def divide(raw: str, *, title: str = "") -> list[Block]:
    """The blocks of a text, in order, with their kinds."""
    blocks = [block for at, paragraph in enumerate(cut(raw)) for block in _parts(paragraph, is_first=at == 0)]
    story = [at for at, block in enumerate(blocks) if block.kind is SpanKind.BODY]
    candidates = [Candidate(blocks[at].text, _follows_turn(blocks, at)) for at in story]
    strays = {story[at] for at in find_strays(candidates, title=title)}
    kept = [replace(block, kind=SpanKind.STRAY) if at in strays else block for at, block in enumerate(blocks)]
    return list(_with_headlines(kept))


def _parts(paragraph: Paragraph, *, is_first: bool) -> Iterator[Block]:
    """A paragraph as furniture, or as story with the furniture inside of it cut out."""
    line = find_line(paragraph.text)
    if line:
        yield _furniture(paragraph.start, paragraph.end, paragraph.text, line)
        return
    at = 0
    for part in find_parts(paragraph.text, is_first=is_first):
        yield from _story(paragraph, at, part.start)
        text = paragraph.text[part.start : part.end]
        start = paragraph.start + part.start
        yield Block(start, start + len(text), text, SpanKind.FURNITURE, credit=part.credit)
        at = part.end
    yield from _story(paragraph, at, len(paragraph.text))


def _furniture(start: int, end: int, text: str, line: Pattern) -> Block:
    return Block(start, end, text, SpanKind.FURNITURE, credit=line.credit, turns=line.turns)


def _story(paragraph: Paragraph, start: int, end: int) -> Iterator[Block]:
    """The stretch of a paragraph between two pieces of furniture, without the blanks around it."""
    text = paragraph.text[start:end]
    bare = text.strip()
    if bare:
        begin = paragraph.start + start + len(text) - len(text.lstrip())
        kind = SpanKind.BODY if any(sign.isalnum() for sign in bare) else SpanKind.FURNITURE
        yield Block(begin, begin + len(bare), bare, kind)


def _follows_turn(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block before this one is furniture after which other stories begin."""
    return at > 0 and blocks[at - 1].turns


def _with_headlines(blocks: Sequence[Block]) -> Iterator[Block]:
    """Short lines of the story that are no sentences, as headlines: where they are few among its paragraphs."""
    story = [block for block in blocks if block.kind is SpanKind.BODY]
    short = [b for b in story if not has_stop(b.text) and len(b.text.split()) <= HEADLINE_WORDS]
    few = len(short) <= len(story) / 2 and len(short) < len(story)
    heads = {block.start for block in short} if few else set()
    for block in blocks:
        is_head = block.kind is SpanKind.BODY and block.start in heads
        yield replace(block, kind=SpanKind.HEADLINE) if is_head else block
