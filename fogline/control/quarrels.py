"""The claims of a record that contradict one another, as a graph, and what hangs together in it as quarrels.

A node is a class of claims that are alike, or what the sentence of such a class tells against it (see `replies`).
Retellings of one sentence are one node.  A quarrel is a component, parted into sides that do not contradict themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fogline.control.alike import Alike, components, part
from fogline.control.contradictions import Bar
from fogline.control.denials import is_denied
from fogline.control.docket import Docket
from fogline.control.matters import Matter, spoken
from fogline.control.minutes import Minutes
from fogline.control.opposites import Edges, Opposites
from fogline.control.retellings import Again, Retellings
from fogline.control.spots import is_located
from fogline.control.stances import Stance
from fogline.control.wording import Word
from fogline.records import Claim, Corpus, DisputeKind, Name, content_id
from fogline.records.keeping import Keeping
from fogline.records.sources import key_of


@dataclass(frozen=True, slots=True)
class Quarrel:
    """One dispute over who is where or who did what: its sides, each with what is said on it."""

    kind: DisputeKind
    place: Name | None
    sides: Sequence[Sequence[Word]]


@dataclass(frozen=True, slots=True)
class Quarrels:
    """All contradictions of a record.  `number` gives each claim's class, `first` each class's first telling."""

    bar: Bar
    alike: Alike
    number: Mapping[str, int]
    first: Mapping[int, int]
    again: Again
    matters: Sequence[Matter]
    answered: Sequence[tuple[Claim, Claim]]  # and what answers it
    docket: Docket
    unsure: frozenset[str]  # the states whose place another claim of their sentence has otherwise
    spoken: dict[str, Word] = field(default_factory=dict)  # by claim id
    digests: dict[int, str] = field(default_factory=dict)  # of what is told again, which stands in many quarrels

    @classmethod
    def of(cls, corpus: Corpus, matters: Sequence[Matter], minutes: Iterable[Minutes], docket: Docket) -> Quarrels:
        """Class the claims of a corpus, and join the classes that are one telling."""
        claims, taken = spoken(corpus.claims()), list(minutes)
        known = {claim.claim_id: claim for claim in claims}
        alike = Alike.known(known, (ids for each in taken for ids in each.alike))
        answered = [(known[said], known[reply]) for each in taken for said, reply in each.answered]
        unsure = frozenset(claim_id for each in taken for claim_id in each.unsure)
        number = {claim.claim_id: i for i, members in enumerate(alike.classes) for claim in members}
        retold = Retellings.of(claims, docket.bar.sources, docket.keeping)
        joined = components((number[a], number[b]) for a, b in retold.first.items())
        first = {i: group[0] for group in joined for i in group}
        return cls(docket.bar, alike, number, first, retold.again, matters, answered, docket, unsure)

    def cases(self) -> Iterator[Case]:
        """Each set of nodes that hang together by contradictions about one place."""
        edges = Opposites(self.alike, self.number, self.unsure).edges(self.matters, self.answered, self.docket)
        places = {self.number[c.claim_id]: m.place for m in self.matters if m.place for c in m.claims}
        classes = self._classes(edges)
        first = {node: one for one, nodes in classes.items() for node in nodes}
        where = {one: _commonest(places[n // 2] for n in nodes if n // 2 in places) for one, nodes in classes.items()}
        of_place: dict[Name | None, Edges] = {}
        for (i, j), kind in edges.items():
            if first[i] != first[j]:
                place = self._place_of(first[i], first[j], where)
                of_place.setdefault(place, {})[first[i], first[j]] = kind
        for place, joined in of_place.items():
            beside = _beside(joined)
            for group in components(joined):
                inner = {(one, other): joined[one, other] for one in group for other in beside[one]}
                yield Case(self, place, group, inner, {one: sorted(classes[one]) for one in group})

    def _place_of(self, one: int, other: int, where: Mapping[int, Name | None]) -> Name | None:
        """Of which place two nodes contradict each other: a located one; that of what is denied before the denial's."""
        if is_denied(self.alike.heads[one // 2]):
            one, other = other, one
        named = [where[one], where[other]]
        return next((name for name in named if name and is_located(name)), named[0] or named[1])

    def told_again(self, claims: tuple[Claim, ...], keeping: Keeping) -> str:
        """What stands for claims that are told again together."""
        if id(claims) not in self.digests:
            self.digests[id(claims)] = content_id("again", keeping.told(claims))
        return self.digests[id(claims)]

    def parted(self, case: Case, bar: Bar) -> Quarrel:
        """A case as its sides."""
        here = replace(self, bar=bar)
        parts = part(case.group, case.edges, here._agree)
        sides = [sorted(n for one in side for n in case.classes[one]) for side in parts]
        return here._quarrel(sides, case.edges, case.place)

    def _agree(self, node: int, side: Counter[int]) -> int:
        """How far a node stands with a side, by what each stands for."""
        mine = self._stance(node)
        return sum(number * mine.agrees(self._stance(other), self.bar.parties) for other, number in side.items())

    def _stance(self, node: int) -> Stance:
        stance = Stance.of(self.alike.heads[node // 2], self.bar.sources)
        return replace(stance, so=not stance.so) if node % 2 else stance

    def _quarrel(self, sides: list[list[int]], edges: Edges, place: Name | None) -> Quarrel:
        kind = DisputeKind.DENIAL if DisputeKind.DENIAL in edges.values() else DisputeKind.RIVAL_HOLDERS
        said = [of_this_place([word for node in side for word in self._words(node)], place) for side in sides]
        return Quarrel(kind, place, self._with_retellings(said))

    def _with_retellings(self, sides: list[list[Word]]) -> list[list[Word]]:
        """The sides with what tells their sentences again, where its own sentence is on no side yet."""
        heard = {word.claim.anchor for side in sides for word in side}
        taken: set[str] = set()
        full = []
        for side in sides:
            more = {c.claim_id: c for c in self._told_again(side) if c.anchor not in heard and c.claim_id not in taken}
            taken |= more.keys()
            full.append(side + [self._word(more[claim_id]) for claim_id in sorted(more)])
        return full

    def _told_again(self, side: Iterable[Word]) -> Iterator[Claim]:
        """What reports tell again of the claims of a side that are others' claims."""
        asked: dict[int, tuple[tuple[Claim, ...], set[str]]] = {}  # many claims have the same told again
        for word in side:
            told = self.again.of(word.claim) if word.as_told else ()
            if told:
                asked.setdefault(id(told), (told, set()))[1].add(word.claim.anchor.report_id)
        for told, reports in asked.values():
            yield from (claim for claim in told if reports - {claim.anchor.report_id})

    def _words(self, node: int) -> list[Word]:
        told = [self._word(claim) for claim in self.alike.classes[node // 2]]
        return [word.turned() for word in told] if node % 2 else told

    def _word(self, claim: Claim) -> Word:
        """A claim's own word, made once: what many tell again stands in many quarrels."""
        if claim.claim_id not in self.spoken:
            self.spoken[claim.claim_id] = Word.of(claim)
        return self.spoken[claim.claim_id]

    def _classes(self, edges: Edges) -> dict[int, set[int]]:
        """The nodes that are one telling, by the first of them."""
        classes: dict[int, set[int]] = {}
        for node in {node for pair in edges for node in pair} | {2 * i for i in self.first}:
            classes.setdefault(2 * self.first.get(node // 2, node // 2) + node % 2, set()).add(node)
        return classes


def of_this_place(words: list[Word], place: Name | None) -> list[Word]:
    """The words of a side without those that only their own sentence tells against, of another place: what a sentence
    tells against the loss of a town is no word about its airport.  All of them where no others are there."""
    if place is None:
        return words
    here = key_of(place)
    return [w for w in words if w.as_told or w.claim.place is None or key_of(w.claim.place) == here] or words


@dataclass(frozen=True, slots=True)
class Case:
    """Nodes that hang together by contradictions about one place; `classes` has the nodes that are one telling."""

    of: Quarrels
    place: Name | None
    group: Sequence[int]
    edges: Edges
    classes: Mapping[int, Sequence[int]]

    def quarrel(self, bar: Bar) -> Quarrel:
        """Its sides, each with what is said on it."""
        return self.of.parted(self, bar)

    def part(self) -> str:
        """What it is known by."""
        head, where = self.of.alike.heads[self.group[0] // 2].claim_id, repr(self.place)
        return f"quarrel {head} {self.group[0] % 2} {where}"

    def own(self, keeping: Keeping) -> Iterator[str]:
        """What stands for all that it has of its own."""
        at = {node: number for number, node in enumerate(self.group)}
        yield repr(self.place)
        yield " ".join(f"{at[one]} {at[other]} {kind}" for (one, other), kind in self.edges.items())
        again: dict[int, tuple[Claim, ...]] = {}
        for one in self.group:
            for node in self.classes[one]:
                claims = self.of.alike.classes[node // 2]
                yield f"{at[one]} {node % 2} {keeping.told(claims)}"
                told = map(self.of.again.of, claims)
                again.update((id(claims), claims) for claims in told)
        yield from (self.of.told_again(claims, keeping) for claims in again.values())


def _beside(edges: Edges) -> dict[int, list[int]]:
    """For each node those that it has an edge to."""
    found: dict[int, list[int]] = {node: [] for pair in edges for node in pair}
    for one, other in edges:
        found[one].append(other)
    return found


def _commonest(names: Iterable[Name]) -> Name | None:
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], name.text), default=None)
