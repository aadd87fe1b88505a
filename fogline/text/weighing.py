"""What speaks for a line being of the story or not: its form, its place on the page, what it shares with the story.

The weights were learnt on pages of our own (training/cleaning); `traits_of` is what they are learnt on.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.language.words import fold, words
from fogline.text.form import HEADLINE_WORDS, traits
from fogline.text.paragraphs import has_stop
from fogline.text.vocabulary import Story, Vocabulary, known_names, vocabulary, word_list

Traits = Mapping[str, float]
NEAR = 2  # lines before and after that are a line's neighbourhood


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not furniture by a known form.

      `after_turn`: the furniture before it turns to other stories; `after_furniture`: there is furniture before it.
    `is_cut`: furniture was cut off its end; `is_rest`: it is what is left of its paragraph behind such a piece.
    """

    text: str
    after_turn: bool = False
    after_furniture: bool = False
    is_cut: bool = False
    is_rest: bool = False


class Sheet:
    """The lines of one report, with what of them does not depend on which are held to be the story."""

    def __init__(self, lines: Sequence[Line], *, title: str = "", outlet: str = "") -> None:
        names = known_names([title, *(line.text for line in lines)])
        self.lines = lines
        self.outlet = fold(outlet.split(" (", maxsplit=1)[0].split(",", maxsplit=1)[0])
        self._own = frozenset(words(self.outlet)) - word_list("outlets") - word_list("grammar")
        self.vocabularies = [vocabulary(line.text, names) for line in lines]
        self.title = vocabulary(title, names)
        self._stops = [has_stop(line.text) for line in lines]
        self._unstopped = self._stops.count(False)
        self._bounds = self._long()
        self._capitals = sum(self._is_in_capitals(line.text) for line in lines)
        self._headings = sum(self._is_heading(line.text) for line in lines)
        self.fixed = [traits(line.text) | self._place(at) for at, line in enumerate(lines)]
        self.familiar = [familiar(one) for one in self.vocabularies]

    def _place(self, at: int) -> dict[str, float]:
        """Where a line stands: before the story's first long sentence, after its last, after furniture."""
        line = self.lines[at]
        before, after = self._bounds
        found = {
            "first": at == 0,
            "in the head": at < before,
            "in the tail": at > after,
            "last": at + 1 == len(self.lines),
            "last but one": at + 2 == len(self.lines),
            "far in the tail": at > after + 1,
            "after a turn": line.after_turn,
            "after furniture": line.after_furniture,
            "furniture at its end": line.is_cut,
            "short, furniture at its end": line.is_cut and len(line.text.split()) <= 20,
            "rest of a line": line.is_rest,
            "last in the head": at + 1 == before,
            "first long sentence": at == before and self._stops[at],
            "a word of its outlet": not self._own.isdisjoint(words(line.text)),
            "names its outlet": self.outlet != "" and self.outlet in fold(line.text),
            "after a line without a stop": at > 0 and not self._stops[at - 1],
            "before a line without a stop": at + 1 < len(self.lines) and not self._stops[at + 1],
            "capitals, like others": self._is_in_capitals(line.text) and self._capitals > 2,
            "heading, like others": self._is_heading(line.text) and self._headings > 2,
            "alone without a stop": not self._stops[at] and self._unstopped <= 0.2 * len(self.lines),
        }
        return {name: float(value) for name, value in found.items() if value}

    @staticmethod
    def _is_in_capitals(text: str) -> bool:
        """Whether a line is in capitals, what it has in brackets aside."""
        return text.partition(" (")[0].isupper()

    @staticmethod
    def _is_heading(text: str) -> bool:
        return not has_stop(text) and len(text.split()) <= 5

    def _long(self) -> tuple[int, int]:
        """The first and the last line that is longer than a headline and ends as a sentence does."""
        long = [at for at, one in enumerate(self.lines) if self._stops[at] and len(one.text.split()) > HEADLINE_WORDS]
        return (long[0], long[-1]) if long else (0, len(self.lines))

    def traits_of(self, stray: Sequence[float]) -> list[dict[str, float]]:
        """All traits of every line, given how likely each is not of the story."""
        members = {at: one for at, one in enumerate(self.vocabularies) if stray[at] < 0.5}
        story = Story({-1: self.title} | members)
        known = sorted(self.familiar[at] for at in members) or [0.0]
        usual = known[len(known) // 2]
        return [
            self.fixed[at] | self._bonds(at, story, usual) | self._voice(at, members) | _round(at, stray)
            for at in range(len(self.lines))
        ]

    def _voice(self, at: int, members: Iterable[int]) -> dict[str, float]:
        """Whether a line says "we", or tells nothing of the past, where the story does otherwise."""
        fixed, every = self.fixed[at], [self.fixed[one] for one in members]
        found = {
            f"{trait}, unlike the story": 1.0
            for trait in ("speaks for the house", "nothing past", "no stop", "one sentence", "no word of war")
            if trait in fixed and sum(trait in one for one in every) < 0.2 * len(every)
        }
        return found

    def _bonds(self, at: int, story: Story, usual: float) -> dict[str, float]:
        """What a line shares with the story."""
        one = self.vocabularies[at]
        shared, strange, terms = story.shared(at, one)
        fixed = self.fixed[at]
        found = {
            "shared names": min(shared, 4) / 4,
            "no shared name": shared == 0,
            "foreign names": min(strange, 4) / 4,
            "shared terms": terms,
            "many shared terms": min(1.0, terms * len(one.terms) / 8),
            "no terms": not one.terms,
            "no bond": shared == 0 and terms < 0.1,
            "near terms": self._near(at),
            "less familiar than usual": usual - self.familiar[at] if one.terms else 0.0,
        }
        found["broken off, few bonds"] = fixed.get("broken off", 0.0) * (shared == 0) * (1 - terms)
        found["broken off, shared name"] = fixed.get("broken off", 0.0) * (shared > 0)
        found["last and broken off, shared name"] = found["broken off, shared name"] * (at + 1 == len(self.lines))
        found["kicker, no shared name"] = fixed.get("kicker in capitals", 0.0) * (shared == 0)
        found["no word of war, no bond"] = fixed.get("no word of war", 0.0) * found["no bond"]
        found["no word of war, no shared name"] = fixed.get("no word of war", 0.0) * (shared == 0)
        found["elsewhere, no shared name"] = fixed.get("word of elsewhere", 0.0) * (shared == 0)
        found["one of many, no shared name"] = fixed.get("opens with one of many", 0.0) * (shared == 0)
        found["goes on, no bond"] = fixed.get("goes on", 0.0) * found["no bond"]
        found["no stop, no bond"] = fixed.get("no stop", 0.0) * found["no bond"]
        found["headline's words, shared name"] = fixed.get("up to a headline's words", 0.0) * (shared > 0)
        alien = found["no bond"] * ("up to five words" not in fixed)
        found["in the tail, no bond"] = alien * fixed.get("in the tail", 0.0)
        found["last, no bond"] = alien * (at + 1 == len(self.lines))
        found["nothing past, no bond"] = alien * fixed.get("nothing past", 0.0)
        found["after furniture, no bond"] = alien * fixed.get("after furniture", 0.0)
        found["word of the page, no shared name"] = fixed.get("word of the page", 0.0) * (shared == 0)
        found["names its outlet, nothing past"] = fixed.get("names its outlet", 0.0) * fixed.get("nothing past", 0.0)
        found["in the head, shared name"] = fixed.get("in the head", 0.0) * (shared > 0)
        found["in the head, shared term"] = fixed.get("in the head", 0.0) * (terms > 0)
        return {name: float(value) for name, value in found.items() if value}

    def _near(self, at: int) -> float:
        """The share of a line's terms that its neighbours have."""
        one = self.vocabularies[at]
        low = max(0, at - NEAR)
        around = [self.vocabularies[i].terms for i in range(low, min(len(self.lines), at + NEAR + 1)) if i != at]
        return len(one.terms & frozenset().union(*around)) / len(one.terms) if one.terms and around else 0.0


def _round(at: int, stray: Sequence[float]) -> dict[str, float]:
    """How likely the lines before and after are not of the story."""
    before = stray[at - 1] if at else 0.0
    after = stray[at + 1] if at + 1 < len(stray) else 0.5
    rest = stray[at + 1 :]
    return {
        "line before": before,
        "line after": after,
        "both": before * after,
        "none of the story after": min(rest, default=1.0),
    }


@cache
def _familiar() -> frozenset[str]:
    return frozenset((files("fogline.text") / "data" / "familiar.txt").read_text(encoding="utf-8").split("\n")[3:])


def familiar(one: Vocabulary) -> float:
    """The share of the terms that reports of wars commonly use."""
    return len(one.terms & _familiar()) / len(one.terms) if one.terms else 0.0


@cache
def weights(name: str) -> Mapping[str, float]:
    """The weights of a round (data/weights.json), in log-odds for "not of the story"."""
    table = json.loads((files("fogline.text") / "data" / "weights.json").read_text(encoding="utf-8"))
    found: Mapping[str, float] = table[name]
    return found


def log_odds(name: str, found: Traits) -> float:
    """How much speaks against the story, as log-odds."""
    known = weights(name)
    return known["always"] + sum(value * known.get(trait, 0.0) for trait, value in found.items())


def likelihood(odds: float) -> float:
    """Log-odds as a likelihood between 0 and 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def first_guess(lines: Sequence[Line]) -> list[float]:
    """Before anything is weighed: the lines that are whole sentences are the story."""
    every = [float(not has_stop(line.text)) for line in lines]
    return every if sum(every) < len(every) / 2 else [0.0] * len(every)
