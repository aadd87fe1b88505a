"""A corpus of any size to search for kin: copies and edits of the examples, and stories of shuffled words.

Nothing of it is news.  A made story has the words of our own stories in another order and names of its own, so that two
stories share no more than chance; around it stand whole copies, edited copies, and rewrites that keep its names and
numbers, sentence by sentence, and none of its other words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from fogline.intake import iter_readings
from fogline.language import split
from fogline.text import Clean
from training.claims.labelled import DATA, read

EXAMPLES = Path(__file__).parent.parent / "examples"
TODAY = date(2026, 1, 1)  # later than every example
SEED = 5
OF_EXAMPLES = 0.1  # share of the corpus that is made of the examples
FAMILY = (1, 1, 1, 1, 2, 3, 4, 8)  # reports of one made story, drawn from these
SENTENCES = (10, 24)  # of a made story
WORDS = (12, 28)  # of a sentence
NAMES = 14  # of a made story
_SYLLABLES = ("ba", "dar", "el", "fu", "gan", "hir", "ka", "lem", "mo", "nur", "or", "qas", "ri", "sul", "ta", "zeb")
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Dress(StrEnum):
    """How a made report tells its story."""

    STORY = "story"
    COPY = "copy"
    EDIT = "edited copy"
    REWRITE = "rewrite"


@dataclass(frozen=True, slots=True)
class Made:
    """One report: its id, the story that it tells, and its text."""

    report_id: str
    story: int
    dress: Dress
    text: str


Words = list[str]


def corpus(count: int, *, seed: int = SEED, of_examples: int | None = None) -> list[Made]:
    """So many reports, in mixed order; the same for the same seed.  Ids tell nothing of the story.

    `of_examples` are made of the examples, a tenth where nothing is said.
    """
    rng = random.Random(seed)
    told = [*_of_examples(int(count * OF_EXAMPLES) if of_examples is None else of_examples, rng)]
    story = len(_examples())
    while len(told) < count:
        told += [(story, dress, text) for dress, text in _family(rng)]
        story += 1
    told = told[:count]
    rng.shuffle(told)
    return [Made(f"made-{at:07}", *row) for at, row in enumerate(told)]


def _of_examples(count: int, rng: random.Random) -> Iterator[tuple[int, Dress, str]]:
    bodies = _examples()
    for at in range(count):
        story = at % len(bodies)
        yield story, Dress.EDIT, _text(_edited(bodies[story], rng))


def _family(rng: random.Random) -> Iterator[tuple[Dress, str]]:
    """A made story and what was made of it."""
    names = ["".join(rng.choices(_SYLLABLES, k=3)).capitalize() for _ in range(NAMES)]
    story = [_sentence(names, rng) for _ in range(rng.randint(*SENTENCES))]
    yield Dress.STORY, _text(story)
    for _ in range(rng.choice(FAMILY) - 1):
        dress = rng.choice((Dress.COPY, Dress.EDIT, Dress.EDIT, Dress.REWRITE))
        made = {Dress.COPY: lambda: story, Dress.EDIT: lambda: _edited(story, rng)}
        yield dress, _text(made.get(dress, lambda: _rewritten(story, rng))())


def _sentence(names: Sequence[str], rng: random.Random) -> Words:
    """Shuffled words, a few of them names of the story, one a number."""
    found = rng.choices(_plain(), k=rng.randint(*WORDS))
    for at in rng.sample(range(1, len(found)), k=rng.randint(1, 4)):
        found[at] = rng.choice(names)
    if rng.random() < 0.5:
        found[rng.randrange(1, len(found))] = str(rng.randint(3, 4000))
    return [found[0].capitalize(), *found[1:]]


def _edited(story: Sequence[Words], rng: random.Random) -> list[Words]:
    """Up to a third of the sentences dropped, up to a tenth of the words changed, one sentence moved."""
    kept = [sentence for sentence in story if rng.random() > rng.uniform(0, 0.33)] or [story[0]]
    rate = rng.uniform(0, 0.1)
    found = [[rng.choice(_plain()) if rng.random() < rate else word for word in sentence] for sentence in kept]
    found.insert(rng.randrange(len(found)), found.pop(rng.randrange(len(found))))
    return found


def _rewritten(story: Sequence[Words], rng: random.Random) -> list[Words]:
    """Every word that is no name and no number changed."""
    return [[w if w[0].isupper() or w.isdigit() else rng.choice(_plain()) for w in sentence] for sentence in story]


def _text(sentences: Sequence[Words]) -> str:
    return " ".join(" ".join(sentence) + "." for sentence in sentences)


@cache
def _examples() -> tuple[tuple[Words, ...], ...]:
    """The bodies of the examples, by sentences and words."""
    clean = Clean()
    folders = sorted(folder for folder in EXAMPLES.iterdir() if folder.is_dir())
    bodies = [clean(reading).body_text() for reading in iter_readings(folders, today=TODAY)]
    return tuple(tuple(_TOKEN.findall(body[a:b].rstrip(".")) for a, b in split(body)) for body in bodies if body)


@cache
def _plain() -> Words:
    """The plain words of our own stories, no names, numbers or signs, as often as they stand there."""
    reports = (report for path in sorted(DATA.glob("*.txt")) for report in read(path))
    text = " ".join(sentence.text for report in reports for sentence in report.sentences)
    return [word for word in _TOKEN.findall(text) if word.isalpha() and word.islower()]
