"""Who and where a claim may be about: the names of its sentence, and those that the report told before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
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

    What follows from its mention is found once: `text` is the fullest name that the report uses; `may_act`, whether it
    can be an actor or target (whoever is no place, and states); `is_place`, whether it can be a place; `is_country`,
    whether it names a country, which may be a place or a state.
    """

    mention: Mention
    first: int
    last: int
    head: int
    sentence: int
    times: int
    rank: int
    text: str = field(init=False)
    may_act: bool = field(init=False)
    is_place: bool = field(init=False)
    is_country: bool = field(init=False)

    def __post_init__(self) -> None:
        """Read the mention."""
        name, is_place = self.mention.name, self.mention.kind is MentionKind.PLACE
        is_country = name.key is not None and name.key.startswith(COUNTRY)
        told = {"text": name.text, "may_act": not is_place or is_country}
        for field_, value in (told | {"is_place": is_place, "is_country": is_country}).items():
            object.__setattr__(self, field_, value)


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
    times: Counter[str] = Counter()
    told: list[tuple[Candidate, ...]] = []
    for number, here in enumerate(named):
        times.update({m.name.text for m, _, _ in here})
        told.append(
            tuple(
                Candidate(m, a, b, _head(scene, a, b), number, times[m.name.text], ranks[m.name.text])
                for m, a, b in here
            )
        )
    focus = _focus([c for here in told for c in here])
    latest: dict[str, Candidate] = {}  # the last mention of each name, in the order of the text
    for number, (sentence, found) in enumerate(zip(scene.doc.sents, told, strict=True)):
        names = {c.text for c in found}
        before = _before(latest, told[0] if number else (), number, names)
        names |= {c.text for c in before}
        yield Cast(sentence, found, (*before, *(c for c in focus if c.text not in names)))
        for candidate in found:
            latest.pop(candidate.text, None)
            latest[candidate.text] = candidate


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
    return [replace(c, times=0) for c in (*actors, *places)]  # wherever they are told


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
