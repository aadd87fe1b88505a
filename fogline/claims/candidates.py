"""Who and where a claim may be about: the names of its sentence, and those that the report told before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from fogline.claims.scene import COUNTRY, Scene
from fogline.language.plain import Sentence
from fogline.records import Mention, MentionKind

EARLIER = 10  # names from before the sentence, the latest first
BACK = 12  # sentences that are looked back over, besides the first of the report
FOCUS = 6  # of those who act, and of the places, that the whole report names most


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may fill a role.

    `first` and `last` are its tokens in the document (both included), `head` the one that the others hang on.
    `sentence` counts the sentences; `times` says how often the report names it up to the end of this sentence, `rank`
    how many others of its kind (places, or those who may act) the whole report names more often.
    """

    mention: Mention
    first: int
    last: int
    head: int
    sentence: int
    times: int
    rank: int

    @property
    def text(self) -> str:
        """The fullest name that the report uses."""
        return self.mention.name.text

    @property
    def may_act(self) -> bool:
        """Whether it can be an actor or target: whoever is no place, and states."""
        return self.mention.kind is not MentionKind.PLACE or self.is_country

    @property
    def is_place(self) -> bool:
        """Whether it can be a place."""
        return self.mention.kind is MentionKind.PLACE

    @property
    def is_country(self) -> bool:
        """Whether it names a country, which may be a place or a state."""
        return (self.mention.name.key or "").startswith(COUNTRY)


@dataclass(frozen=True, slots=True)
class Cast:
    """The candidates of one sentence: `here` in the order of the text, `earlier` the latest first.

    Behind the earlier ones stand the names that the whole report tells most, wherever it does: its parties, and the
    places that it is about.
    """

    sentence: Sentence
    here: tuple[Candidate, ...]
    earlier: tuple[Candidate, ...]


def casts(scene: Scene) -> Iterator[Cast]:
    """The cast of each sentence of a report, in order."""
    named = [list(_named(scene, sentence)) for sentence in scene.doc.sents]
    ranks = _ranks([mention for here in named for mention, _, _ in here])
    told = [
        (sentence, [Candidate(m, a, b, _head(scene, a, b), number, 0, ranks[m.name.text]) for m, a, b in here])
        for number, (sentence, here) in enumerate(zip(scene.doc.sents, named, strict=True))
    ]
    focus = _focus([c for _, here in told for c in here])
    times: Counter[str] = Counter()
    latest: dict[str, Candidate] = {}  # the last mention of each name, in the order of the text
    opening: tuple[Candidate, ...] = ()
    for number, (sentence, found) in enumerate(told):
        times.update({c.text for c in found})
        here = tuple(replace(c, times=times[c.text]) for c in found)
        names = {c.text for c in here}
        before = _before(latest, opening, number, names)
        names |= {c.text for c in before}
        yield Cast(sentence, here, (*before, *(c for c in focus if c.text not in names)))
        for candidate in here:
            latest.pop(candidate.text, None)
            latest[candidate.text] = candidate
        opening = opening if number else here


def _before(
    latest: dict[str, Candidate], opening: Sequence[Candidate], number: int, names: Collection[str]
) -> list[Candidate]:
    """The names told lately, or in the first sentence and not since, the latest first."""
    near = list(takewhile(lambda c: number - c.sentence <= BACK, reversed(latest.values())))
    first = [c for c in opening if number > BACK and latest[c.text] is c]
    found = {c.text: c for c in [*near, *first] if c.text not in names}
    return sorted(found.values(), key=lambda c: (-c.sentence, -c.times, c.first))[:EARLIER]


def _named(scene: Scene, sentence: Sentence) -> Iterator[tuple[Mention, int, int]]:
    """The names of a sentence with their first and last words, each mention once, in the order of their first words."""
    seen: set[int] = set()
    for index in range(sentence.start, sentence.end):
        for mention in scene.at.get(index, ()):
            if id(mention) not in seen and mention.kind is not MentionKind.DATE:
                seen.add(id(mention))
                yield mention, index, min(scene.parse.token_at(mention.anchor.end - 1), sentence.end - 1)


def _focus(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The first mention of each of the names that the report tells most, of those who act and of the places."""
    firsts: dict[str, Candidate] = {}
    for candidate in candidates:
        firsts.setdefault(candidate.text, candidate)
    counts = Counter(c.text for c in candidates)
    order = sorted(firsts.values(), key=lambda c: (-counts[c.text], c.first))
    actors = [c for c in order if c.may_act][:FOCUS]
    places = [c for c in order if c.is_place and c not in actors][:FOCUS]
    return [*actors, *places]


def _ranks(mentions: Sequence[Mention]) -> dict[str, int]:
    """How many names of its kind are told more often than each."""
    found: dict[str, int] = {}
    for place in (True, False):
        counts = Counter(m.name.text for m in mentions if (m.kind is MentionKind.PLACE) == place)
        order = sorted(counts.values(), reverse=True)
        first: dict[int, int] = {}
        for place_, count in enumerate(order):
            first.setdefault(count, place_)
        for name, count in counts.items():
            found[name] = min(first[count], found.get(name, len(order)))
    return found


def _head(scene: Scene, first: int, last: int) -> int:
    for word in scene.doc[first : last + 1]:
        if not first <= word.head.i <= last or word.head is word:
            return word.i
    return last
