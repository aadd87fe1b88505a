"""What is learnt from: the lines of pages with the answer for each, marked by hand or put together by rule."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fogline.text.clean import units
from fogline.text.weighing import Line
from training.claims.labelled import Labelled, iter_reports
from training.cleaning.pages import Page, dressed, stories

PEACE = ("peace-news", "plain-news")
FIRST_DRAW = 5
ROUNDS = 3  # how often each report is dressed by chance: what is learnt should not hang on the draw
SHARE_OF_COMPOSED = 0.1  # what a line that was put together by rule counts beside one that was marked by hand
SIZES = (1, 1, 2, 2, 3)
HEADS = Path(__file__).parent / "heads.txt"
LINES = Path(__file__).parent / "lines.txt"


@dataclass(frozen=True, slots=True)
class Lesson:
    """The lines of a page that no known form explains, and for each whether it is not of the story."""

    war: str
    outlet: str
    lines: tuple[Line, ...]
    answers: tuple[bool, ...]
    weight: float


def lessons(draw: int = FIRST_DRAW) -> list[Lesson]:
    """Those of the half that may be looked at, with what one draw of chance puts around plain reports."""
    marked = [lesson(page, 1.0) for page in [*dressed(), *stories()] if page.half == "look"]
    composed_ = [lesson(page, SHARE_OF_COMPOSED) for page in composed(draw)]
    return [one for one in [*marked, *composed_] if len(one.lines) > 1]


def lesson(page: Page, weight: float) -> Lesson:
    """A page's lines and answers; bylines are left out, they are told by rule."""
    stray = {at for start, end in page.spans("stray") for at in range(start, end)}
    byline = {start for start, _ in page.spans("byline")}
    kept = [(line, start, end) for line, start, end in units(page.raw) if start not in byline]
    answers = tuple(len(stray.intersection(range(start, end))) > (end - start) / 2 for _, start, end in kept)
    return Lesson(page.war, page.outlet or "", tuple(line for line, _, _ in kept), answers, weight)


def composed(draw: int = FIRST_DRAW) -> Iterator[Page]:
    """Reports of the wars that may be looked at, half of them with beginnings of other reports put among them."""
    every = list(iter_reports())
    plain = [report for war, report in every if war in PEACE]
    chance = random.Random(draw)
    for war, report in every * ROUNDS:
        page = Page(report.id, war, report.outlet)
        if war in PEACE or page.half != "look" or len(report.sentences) < 5 or chance.random() < 0.2:
            continue
        _fill(page, report, plain, [other for home, other in every if home != war and home not in PEACE], chance)
        yield page


def _fill(
    page: Page, report: Labelled, plain: Sequence[Labelled], wars: Sequence[Labelled], chance: random.Random
) -> None:
    size = chance.choice(SIZES)
    texts = [sentence.text for sentence in report.sentences]
    paragraphs = [" ".join(texts[at : at + size]) for at in range(0, len(texts), size)]
    end = len(paragraphs)
    teasers = [chance.choice((end, chance.randint(1, end))) for _ in range(chance.choice((0, 0, 1, 2, 3)))]
    others = [chance.choice((0, end, chance.randint(0, end))) for _ in range(chance.choice((0, 1, 3, 5, 8)))]
    sections = {chance.randint(1, end) for _ in range(chance.choice((0, 0, 0, 1, 2, 4)))}
    for kind, text in _head(report, chance):
        page.add(text, kind)
    for at in range(end + 1):
        for _ in range(others.count(at)):
            page.add(furniture(report, chance), "stray")
        for number in range(teasers.count(at)):
            if number == 0 and chance.random() < 0.4:
                page.add(_filled(chance.choice(heads("t")), report, chance), "stray")
            page.add(_teaser(chance.choice(plain if chance.random() < 0.7 else wars), chance), "stray")
        if at < end:
            if at in sections:
                page.add(_filled(chance.choice(heads("c")), report, chance), "headline")
            page.add(paragraphs[at], "story")


@cache
def plain_lines() -> tuple[str, ...]:
    """The lines of `lines.txt` that name nothing of a report."""
    return tuple(line for line in _lines() if "{" not in line)


@cache
def _lines() -> tuple[str, ...]:
    return tuple(line for line in LINES.read_text(encoding="utf-8").splitlines() if not line.startswith("# "))


def furniture(report: Labelled, chance: random.Random) -> str:
    """A line of `lines.txt`, with a name out of the report where it has room for one."""
    return _filled(chance.choice(_lines()), report, chance)


def _head(report: Labelled, chance: random.Random) -> Iterator[tuple[str, str]]:
    """What may stand over a report: a headline for two reports in three, under some a standfirst and a byline."""
    for sign, kind, odds in (("h", "headline", 0.65), ("s", "standfirst", 0.35), ("b", "byline", 0.4)):
        if chance.random() >= odds:
            return
        yield kind, _filled(chance.choice(heads(sign)), report, chance)


@cache
def heads(sign: str) -> tuple[str, ...]:
    """The lines of `heads.txt` behind a sign: headline, standfirst, byline, chapter, turn to others."""
    lines = HEADS.read_text(encoding="utf-8").splitlines()
    return tuple(line[2:] for line in lines if line.startswith(f"{sign} "))


def _filled(text: str, report: Labelled, chance: random.Random) -> str:
    words = [word.strip(".,;:") for sentence in report.sentences for word in sentence.text.split()[1:]]
    names = [word for word in words if word[:1].isupper() and word.isalpha() and len(word) > 3] or ["Riverton"]
    name, outlet = chance.choice(names), report.outlet.split(" (")[0].split(", ")[0]
    return text.replace("{n}", name).replace("{N}", name.upper()).replace("{o}", outlet)


def _teaser(report: Labelled, chance: random.Random) -> str:
    """The beginning of a report, mostly broken off in mid-sentence, at times behind a kicker."""
    text = " ".join(sentence.text for sentence in report.sentences[:3])
    words = text.split()
    if chance.random() < 0.8:
        words = words[: chance.randint(12, max(13, min(90, len(words) - 1)))]
    names = [word for word in words[3:] if word[0].isupper() and word.isalpha()] or ["News"]
    kicker = f"{chance.choice(names).upper()}: " if chance.random() < 0.3 else ""
    return kicker + " ".join(words).rstrip(".") + ("" if chance.random() < 0.85 else "...")
