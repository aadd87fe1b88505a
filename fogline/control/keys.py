"""Which key a name has, after all that was judged of actors or of places: merged, split off, moved, renamed.

Judgements are applied one after the other, the oldest first.  What a judgement names is taken as the judgements before
it left it: who merges a third actor into the second of two that are one already merges it into both.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator
from dataclasses import asdict, dataclass, field

from fogline.language.words import fold
from fogline.records import Judgement, Name, Place, PlaceKind, Verdict
from fogline.records.judged import ACTOR, PLACE
from fogline.records.sources import key_of


@dataclass(frozen=True, slots=True)
class Step:
    """Names with one of the keys `gone` (of one spelling, where one is given) have the key `to` from here on."""

    gone: frozenset[str]
    to: str
    judgement: Judgement
    spelling: str | None = None  # folded


@dataclass
class Keys:
    """The steps in order, and what else was judged of the keys of one kind.

    `made` are the keys that judgements brought in, each with the key that it was split from, or its place.
    """

    steps: list[Step] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    split: dict[str, tuple[str, str]] = field(
        default_factory=dict
    )  # a new actor -> the one it was taken from, spelling
    places: dict[str, Place] = field(default_factory=dict)
    _cache: dict[Name, tuple[Name, tuple[Judgement, ...]]] = field(default_factory=dict)

    @classmethod
    def of(cls, kind: str, judgements: Iterable[Judgement], known: Container[str]) -> Keys:
        """Read the judgements of a kind ("actor" or "place"), oldest first.

        `known` are the keys of the record.  What names none of them changes nothing, until a report brings it.
        """
        keys = cls()
        for judgement in judgements:
            keys._read(kind, judgement, known)
        return keys

    def now(self, key: str) -> str:
        """The key that this one has become, whatever its spelling."""
        for step in self.steps:
            if step.spelling is None and key in step.gone:
                key = step.to
        return key

    def name(self, name: Name) -> tuple[Name, tuple[Judgement, ...]]:
        """The name with the key that it has now, and the judgements that changed it."""
        if name not in self._cache:
            self._cache[name] = self._follow(name, self.steps)
        return self._cache[name]

    def after(self, name: Name, judgement: Judgement) -> Name:
        """The name as only the judgements later than this one change it: for what it gave a claim."""
        later = [s for s in self.steps if (s.judgement.moment, s.judgement.judgement_id) > _order(judgement)]
        return self._follow(name, later)[0]

    def _follow(self, name: Name, steps: Iterable[Step]) -> tuple[Name, tuple[Judgement, ...]]:
        key, spelling, by = key_of(name), spelt(name.text), []
        for step in steps:
            if key in step.gone and step.spelling in (None, spelling):
                key = step.to
                by.append(step.judgement)
        return (Name(name.text, key) if by else name), tuple(by)

    def _read(self, kind: str, judgement: Judgement, known: Container[str]) -> None:
        if judgement.verdict is Verdict.RELOCATE:  # a place that is moved again was not moved before
            self.steps = [s for s in self.steps if not _same_move(s.judgement, judgement)]
        here = [now for s in judgement.subjects if (now := self.now(s)) in known or now in self._made()]
        subjects = list(dict.fromkeys(here))
        if judgement.verdict is Verdict.MERGE and judgement.value == kind and len(subjects) > 1:
            self._step(frozenset(subjects[1:]), subjects[0], judgement)
        elif judgement.verdict is Verdict.SPLIT and kind == ACTOR and judgement.value and subjects:
            self._split(subjects[0], judgement)
        elif judgement.verdict is Verdict.RELOCATE and kind == PLACE and subjects and judgement.value:
            place = place_of(judgement.value)
            self.places[place.place_id] = place
            if place.place_id != subjects[0]:
                self._step(frozenset(subjects), place.place_id, judgement)
        elif judgement.verdict is Verdict.RENAME and judgement.value:
            self.names.update(dict.fromkeys(subjects, judgement.value))

    def _split(self, key: str, judgement: Judgement) -> None:
        spelling = judgement.value or ""
        new = split_key(judgement.subjects[0], spelling)
        self.split[new] = (key, spelling)
        self._step(frozenset({key}), new, judgement, spelt(spelling))

    def _step(self, gone: frozenset[str], to: str, judgement: Judgement, spelling: str | None = None) -> None:
        self.steps.append(Step(gone - {to}, to, judgement, spelling))

    def _made(self) -> Iterator[str]:
        yield from self.split
        yield from self.places


def split_key(key: str, spelling: str) -> str:
    """The key of the actor that a spelling is, once it is split from another: the same whenever it is judged."""
    return f"split:{key}:{spelt(spelling)}"


def spelt(text: str) -> str:
    """What a spelling is known by: its folded words; in another script, its signs in lower case."""
    return fold(text) or text.casefold()


def place_text(place: Place) -> str:
    """A place as the value of a judgement: JSON, so that it needs no gazetteer to be applied."""
    return json.dumps({k: v for k, v in asdict(place).items() if v is not None}, ensure_ascii=False, sort_keys=True)


def place_of(value: str) -> Place:
    """The place that `place_text` wrote."""
    told = json.loads(value)
    return Place(**{**told, "kind": PlaceKind(told["kind"])})


def _same_move(earlier: Judgement, later: Judgement) -> bool:
    return earlier.verdict is Verdict.RELOCATE and earlier.subjects == later.subjects


def _order(judgement: Judgement) -> tuple[object, str]:
    return judgement.moment, judgement.judgement_id
