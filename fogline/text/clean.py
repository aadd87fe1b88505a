"""The stage: raw -> spans and credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.language.words import words
from fogline.records import Reading, Refusal, Span, SpanKind
from fogline.text.credits import find_credits
from fogline.text.form import HEADLINE_WORDS, is_broken_off
from fogline.text.furniture import find_line, find_parts
from fogline.text.heads import find_bylines, find_headlines, find_labels, find_mastheads
from fogline.text.paragraphs import Paragraph, cut, has_stop
from fogline.text.pieces import find_inside
from fogline.text.strays import find_strays
from fogline.text.vocabulary import word_list
from fogline.text.weighing import Line

BYLINES = ("byline", "byline with pictures")  # forms of lines that are no furniture, though they are known


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a part of one, with its kind.  `credit`: it may say who supplied the story.

    `ends`: the story is over before it.  `inside`: furniture that was cut out of a paragraph.
    """

    start: int
    end: int
    text: str
    kind: SpanKind
    credit: bool = True
    turns: bool = False
    ends: bool = False
    inside: bool = False


class Clean:
    """Part a report's text into body, what stands over it, furniture and strays; find the agencies that it credits.

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
        blocks = divide(reading.raw, title=reading.title or "", outlet=reading.outlet or "")
        spans = tuple(Span(block.start, block.end, block.kind) for block in blocks)
        texts = [b.text for b in blocks if b.kind is not SpanKind.STRAY and b.credit]
        beside = (SpanKind.FURNITURE, SpanKind.BYLINE)
        signed = [b.text for b in blocks if b.kind in beside and b.credit and not _is_picture(b.text)]
        credits_ = find_credits(texts, outlet=reading.outlet, signed=signed)
        cleaned = replace(reading, spans=spans, credits=credits_)
        if not cleaned.body():
            reason = "no body text: nothing is left of it but page furniture; give the story itself"
            return replace(cleaned, refusal=Refusal(self.name, reason))
        return cleaned


def divide(raw: str, *, title: str = "", outlet: str = "") -> list[Block]:
    """The blocks of a text, in order, with their kinds."""
    blocks = _without_rest(_known(raw))
    for kind, find in ((SpanKind.FURNITURE, find_mastheads), (SpanKind.BYLINE, find_bylines)):
        story = [at for at, block in enumerate(blocks) if block.kind is SpanKind.BODY]
        for at in find([blocks[at].text for at in story], outlet=outlet):
            blocks[story[at]] = replace(blocks[story[at]], kind=kind)
    blocks = _cut_inside(blocks)
    weighed = [at for at, block in enumerate(blocks) if block.kind is SpanKind.BODY]
    for at in find_strays([_line(blocks, at) for at in weighed], title=title, outlet=outlet):
        blocks[weighed[at]] = _outside(blocks[weighed[at]])
    return _with_heads(blocks)


def known_units(raw: str) -> list[tuple[Line, int, int]]:
    """The lines that are learnt from: those that no known form explains, or one that is taught; where they stand."""
    return _units(_known(raw, learning=True))


def units(raw: str) -> list[tuple[Line, int, int]]:
    """The same once furniture was cut out of them."""
    return _units(_cut_inside(_known(raw, learning=True)))


def _units(blocks: Sequence[Block]) -> list[tuple[Line, int, int]]:
    return [(_line(blocks, at), b.start, b.end) for at, b in enumerate(blocks) if b.kind is SpanKind.BODY]


def _known(raw: str, *, learning: bool = False) -> list[Block]:
    """The blocks of a text, parted by the known forms of furniture alone; `learning`: by those that are not taught."""
    paragraphs = enumerate(cut(raw))
    return [block for at, one in paragraphs for block in _parts(one, is_first=at == 0, learning=learning)]


def _parts(paragraph: Paragraph, *, is_first: bool, learning: bool) -> Iterator[Block]:
    """A paragraph as furniture, or as story with the furniture inside of it cut out."""
    line = find_line(paragraph.text, learning=learning)
    if line:
        kind = SpanKind.BYLINE if line.name in BYLINES else SpanKind.FURNITURE
        whole = Block(paragraph.start, paragraph.end, paragraph.text, kind)
        yield replace(whole, credit=line.credit, turns=line.turns, ends=line.ends)
        return
    at = 0
    for part in find_parts(paragraph.text, is_first=is_first, learning=learning):
        yield from _story(paragraph, at, part.start)
        text = paragraph.text[part.start : part.end]
        start = paragraph.start + part.start
        yield Block(start, start + len(text), text, SpanKind.FURNITURE, credit=part.credit, inside=True)
        at = part.end
    yield from _story(paragraph, at, len(paragraph.text))


def _story(paragraph: Paragraph, start: int, end: int) -> Iterator[Block]:
    """The stretch of a paragraph between two pieces of furniture, without the blanks around it."""
    text = paragraph.text[start:end]
    bare = text.strip()
    if bare:
        begin = paragraph.start + start + len(text) - len(text.lstrip())
        kind = SpanKind.BODY if any(sign.isalnum() for sign in bare) else SpanKind.FURNITURE
        yield Block(begin, begin + len(bare), bare, kind)


def _without_rest(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with all that stands behind the end of the story put outside: what readers wrote below it."""
    told = next((at for at, block in enumerate(blocks) if block.kind is SpanKind.BODY and has_stop(block.text)), None)
    end = next((at for at, block in enumerate(blocks) if block.ends and told is not None and at > told), len(blocks))
    return [
        replace(block, kind=SpanKind.FURNITURE, credit=False) if at > end else block for at, block in enumerate(blocks)
    ]


def _line(blocks: Sequence[Block], at: int) -> Line:
    """A block as it is weighed."""
    before = blocks[at - 1] if at and blocks[at - 1].kind is SpanKind.FURNITURE else None
    after = blocks[at + 1] if at + 1 < len(blocks) and blocks[at + 1].kind is SpanKind.FURNITURE else None
    return Line(
        blocks[at].text,
        after_turn=before is not None and before.turns,
        after_furniture=before is not None,
        is_cut=after is not None and after.inside,
        is_rest=before is not None and before.inside,
    )


def _outside(block: Block) -> Block:
    """A block that is not of the story: of another one where it reads like one, else furniture."""
    other = is_broken_off(block.text) or len(block.text.split()) > 2 * HEADLINE_WORDS
    return replace(block, kind=SpanKind.STRAY if other else SpanKind.FURNITURE, credit=not _is_picture(block.text))


def _is_picture(text: str) -> bool:
    """Whether a line speaks of pictures: whom it names supplied these, not the story."""
    return not word_list("pictures").isdisjoint(words(text))


def _cut_inside(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the pieces of furniture inside of the story's cut out."""
    found = find_inside([block.text if block.kind is SpanKind.BODY else "" for block in blocks])
    return [part for block, inside in zip(blocks, found, strict=True) for part in _without(block, inside)]


def _without(block: Block, inside: Sequence[tuple[int, int]]) -> Iterator[Block]:
    whole = Paragraph(block.start, block.end, block.text)
    if not inside:
        yield block
        return
    at = 0
    for start, end in inside:
        yield from _story(whole, at, start)
        text = block.text[start:end]
        credit = not _is_picture(text)
        yield Block(block.start + start, block.start + end, text, SpanKind.FURNITURE, credit=credit, inside=True)
        at = end
    yield from _story(whole, at, len(block.text))


def _with_heads(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the headlines and standfirsts of the story named as such, and labels within it put outside."""
    story = [at for at, block in enumerate(blocks) if block.kind in (SpanKind.BODY, SpanKind.BYLINE)]
    bylines = {place for place, at in enumerate(story) if blocks[at].kind is SpanKind.BYLINE}
    texts = [blocks[at].text for at in story]
    headlines, standfirsts = find_headlines(texts, bylines)
    kinds = {story[at]: SpanKind.HEADLINE for at in headlines} | {story[at]: SpanKind.STANDFIRST for at in standfirsts}
    labels = {story[at] for at in find_labels(texts, headlines)}
    return [
        _outside(block) if at in labels else replace(block, kind=kinds.get(at, block.kind))
        for at, block in enumerate(blocks)
    ]
