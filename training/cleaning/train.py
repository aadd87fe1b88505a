"""Learn the weights of cleaning: `python -m training.cleaning.train`; some minutes.

Two rounds over lines: the first guesses which lines are the story, the second knows the first's guess of the lines
around.  A third set of weights is for pieces within a line of the story.  The second round learns from guesses that
were made without the war in question.  The weights of a round are the mean of those of several draws of composed pages,
for one draw alone moves what is measured by two points.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import fogline.text
from fogline.text.weighing import Sheet, Traits, first_guess, likelihood, weights
from training.cleaning.lessons import FIRST_DRAW, Lesson, lessons
from training.cleaning.logistic import fit
from training.cleaning.pieces import piece_rows

FILE = Path(fogline.text.__file__).parent / "data" / "weights.json"
ABOUT = "What each trait of a line speaks against the story, in log-odds; written by python -m training.cleaning.train."
FOLDS = 4
DRAWS = range(FIRST_DRAW, FIRST_DRAW + 6)
RIDGE = 0.5
Rows = list[list[dict[str, float]]]


def main() -> None:
    """Learn, and write the weights."""
    table = json.loads(FILE.read_text(encoding="utf-8"))
    rows, answers, shares = piece_rows()
    table["inside"] = fit(rows, answers, shares, ridge=RIDGE)
    write(table)  # for what is cut out of lines by them is no part of the lines that are weighed next
    drawn = [both_rounds(lessons(draw)) for draw in DRAWS]
    write(table | {name: mean([known[name] for known in drawn]) for name in ("first", "second")})
    print(f"{len(DRAWS)} draws, {len(rows)} pieces ({sum(answers)} furniture)")


def both_rounds(taught: Sequence[Lesson]) -> dict[str, Traits]:
    """The weights of both rounds, from one draw."""
    sheets = [Sheet(lesson.lines, outlet=lesson.outlet) for lesson in taught]
    first = [sheet.traits_of(first_guess(sheet.lines)) for sheet in sheets]
    guesses = apart(taught, first)
    second = [sheet.traits_of(guess) for sheet, guess in zip(sheets, guesses, strict=True)]
    return {"first": learn(taught, first), "second": learn(taught, second)}


def mean(several: Sequence[Traits]) -> dict[str, float]:
    """The mean of the weights of each trait; one that a draw has not counts 0 there."""
    names = ["always", *sorted({name for known in several for name in known} - {"always"})]
    return {name: round(sum(known.get(name, 0.0) for known in several) / len(several), 3) for name in names}


def write(table: Mapping[str, Traits]) -> None:
    """Write the weights, and forget those that were read."""
    FILE.write_text(json.dumps({"about": ABOUT} | dict(table), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    weights.cache_clear()


def learn(taught: Sequence[Lesson], rows: Rows) -> dict[str, float]:
    """Weights from the traits of the lines of some lessons."""
    flat = [row for page in rows for row in page]
    answers = [answer for lesson in taught for answer in lesson.answers]
    shares = [lesson.weight * share(line.text) for lesson in taught for line in lesson.lines]
    return fit(flat, answers, shares, ridge=RIDGE)


def share(text: str) -> float:
    """What a line counts: more if it is long, for what is measured is characters."""
    return (len(text) / 100) ** 0.5


def apart(taught: Sequence[Lesson], rows: Rows) -> list[list[float]]:
    """How likely each line is not of the story, by weights that were learnt from other wars."""
    guesses: list[list[float]] = [[] for _ in taught]
    for fold in range(FOLDS):
        mine = [fold_of(lesson.war) == fold for lesson in taught]
        rest = [at for at, is_mine in enumerate(mine) if not is_mine]
        known = learn([taught[at] for at in rest], [rows[at] for at in rest])
        odds = scorer(known)
        for at, is_mine in enumerate(mine):
            if is_mine:
                guesses[at] = [likelihood(odds(row)) for row in rows[at]]
    return guesses


def scorer(known: Traits) -> Callable[[Traits], float]:
    """The log-odds by some weights."""
    return lambda row: known["always"] + sum(value * known.get(name, 0.0) for name, value in row.items())


def fold_of(war: str) -> int:
    """The part that a war is in."""
    return hashlib.sha256(war.encode()).digest()[1] % FOLDS


if __name__ == "__main__":
    main()
