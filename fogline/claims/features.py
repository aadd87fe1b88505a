"""What grammar says of a word and a name beside each other, as small numbers for the learned reader.

Each feature has a fixed number of values (`SIZES`); a name from an earlier sentence has features of its own
(`EARLIER_SIZES`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from fogline.claims.arguments import is_passive
from fogline.claims.candidates import Candidate, Cast
from fogline.claims.scene import case_of
from fogline.language.plain import Sentence, Word, Words
from fogline.records import MentionKind

DEPENDENCIES = (
    "none", "self", "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "nmod:desc",
    "amod", "compound", "appos", "flat", "conj", "acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "root",
    "advmod", "nummod", "case", "mark", "dep", "csubj", "other",
)  # fmt: skip
CASES = (
    "", "by", "to", "from", "in", "at", "near", "of", "on", "with", "against", "into", "between", "along", "around",
    "towards", "toward", "outside", "inside", "over", "for", "through", "out of", "off", "onto", "across", "under",
    "behind", "beyond", "as", "than", "including", "like", "within", "until", "after", "before", "km from", "other",
)  # fmt: skip
KINDS = tuple(MentionKind)
DISTANCES = (-20, -12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 12, 20)
STEPS = 8  # in the tree, and more
OFTEN = (1, 2, 3, 5, 8)
PATHS = 1021  # buckets for the ways through the tree from act to name
LONGEST_PATH = 3  # steps on either side
LONGEST_CLIMB = 40  # words on the way up to the root
HEADS = "fogline.heads"  # where a document keeps what is known of its names' heads
RANKS = 5  # of names by how often they are told, and lower
_WIDE = len(DEPENDENCIES)
SELF = 1  # of DEPENDENCIES: the word itself
SIZES = (
    len(DISTANCES) + 1,
    STEPS + 1,
    _WIDE,
    _WIDE,
    len(CASES),
    3,
    8,
    8,
    14,
    len(OFTEN) + 1,
    _WIDE,
    4,
    RANKS + 1,
    PATHS,
)
EARLIER_SIZES = (7, 14, len(OFTEN) + 1, 8, _WIDE, 2, RANKS + 1, 8)
ACTOR, TARGET, PLACE = 1, 2, 4  # bits: the roles that the grammar gave a name
_DEPENDENCY = {name: i for i, name in enumerate(DEPENDENCIES)}
_CASE = {name: i for i, name in enumerate(CASES)}
_KIND = {kind: i for i, kind in enumerate(KINDS)}

Roles = Mapping[int, Mapping[str, int]]  # for each word that the grammar reads: the bits of each name


@dataclass(frozen=True, slots=True)
class _Head:
    """What the features ask of the head of a name, whatever the act: the way up from it and how it hangs there."""

    path: tuple[int, ...]
    labels: tuple[str, ...]
    dependency: int
    case: int
    preposition: str


@dataclass(frozen=True, slots=True)
class _Act:
    """An act as its features need it: the way up the tree, and what the grammar made of it and of the others."""

    token: Word
    labels: tuple[str, ...]  # of the words on the way up
    steps: Mapping[int, int]  # how far up each token stands
    voice: int
    own: Mapping[str, int]
    elsewhere: Mapping[str, int]


def beside(act: Word, cast: Cast, roles: Roles) -> list[list[int]]:
    """The features of a word with each name of its sentence.  Shape: [names][len(SIZES)]."""
    if not cast.here:
        return []
    up = _head(act)
    steps = {i: n for n, i in enumerate(up.path)}
    told = _Act(act, up.labels, steps, _voice(act), roles.get(act.i, {}), _elsewhere(act, roles))
    return [_pair(told, candidate, cast) for candidate in cast.here]


def _elsewhere(act: Word, roles: Roles) -> dict[str, int]:
    """The bits of each name in the other acts of the sentence."""
    found: dict[str, int] = {}
    for i in range(act.sent.start, act.sent.end):
        if i != act.i and i in roles:
            for name, bits in roles[i].items():
                found[name] = found.get(name, 0) | bits
    return found


def _pair(act: _Act, candidate: Candidate, cast: Cast) -> list[int]:
    head = _head(act.token.doc[candidate.head])
    met = next((n for n, i in enumerate(head.path) if i in act.steps), None)
    steps, mine, theirs, way, text = STEPS, 0, 0, 0, candidate.text
    if met is not None:
        up = act.steps[head.path[met]]
        steps = min(STEPS, met + up)
        mine = _dependency(head.labels[met - 1]) if met else SELF
        theirs = _dependency(act.labels[up - 1]) if up else SELF
        way = _way(act.labels[:up], head.labels[:met], head.preposition)
    return [
        _bucket(candidate.head - act.token.i, DISTANCES),
        steps,
        mine,
        theirs,
        head.case,
        act.voice,
        act.own.get(text, 0),
        act.elsewhere.get(text, 0),
        kind_of(candidate),
        _bucket(candidate.times, OFTEN),
        head.dependency,
        _between(act.token.i, candidate, cast),
        min(candidate.rank, RANKS),
        way,
    ]


def earlier(cast: Cast, number: int, doc: Words, roles: Roles) -> list[list[int]]:
    """The features of the names from before a sentence.  Shape: [names][len(EARLIER_SIZES)].

    `number` is the place of the sentence in the report.  How many names of its kind are later counts, too.
    """
    later = [0, 0]
    found = []
    for candidate in cast.earlier:
        found.append(
            [
                min(max(number - candidate.sentence, 0), 6),  # 0: told later
                kind_of(candidate),
                _bucket(candidate.times, OFTEN),
                min(later[candidate.is_place], 7),
                _dependency(doc[candidate.head].dep_),
                int(candidate.sentence == 0),
                min(candidate.rank, RANKS),
                _roles_in(doc[candidate.head].sent, candidate.text, roles),
            ]
        )
        later[candidate.is_place] += 1
    return found


def _roles_in(sentence: Sentence, name: str, roles: Roles) -> int:
    """The bits of a name in all acts that the grammar sees in a sentence."""
    bits = 0
    for i in range(sentence.start, sentence.end):
        if i in roles:
            bits |= roles[i].get(name, 0)
    return bits


def mark_of(cast: Cast) -> list[int]:
    """For each word of a sentence what names it: 0 for nothing, else the kind, apart for a name's first word."""
    marks = [0] * (cast.sentence.end - cast.sentence.start)
    for candidate in sorted(cast.here, key=lambda c: c.first - c.last):
        kind = 6 if candidate.is_country and candidate.is_place else _KIND[candidate.mention.kind]
        for i in range(candidate.first, min(candidate.last + 1, cast.sentence.end)):
            if not marks[i - cast.sentence.start]:
                marks[i - cast.sentence.start] = 1 + kind * 2 + int(i > candidate.first)
    return marks


def kind_of(candidate: Candidate) -> int:
    """The kind of a name: place, state or other; named or described."""
    kind = 6 if candidate.is_country else _KIND[candidate.mention.kind]
    return min(kind, 6) * 2 + int(candidate.mention.named)


def _way(up: Sequence[str], down: Sequence[str], preposition: str) -> int:
    """The bucket of the labels on the way from the act up to where the two meet, and down to the name."""
    way = "/".join(up[:LONGEST_PATH]) + "|" + "/".join(down[:LONGEST_PATH]) + "|" + preposition
    return 1 + crc32(way.encode()) % (PATHS - 1)


def _head(word: Word) -> _Head:
    """Read once a word."""
    kept: dict[int, _Head] = word.doc.kept.setdefault(HEADS, {})
    if word.i not in kept:
        path = _path(word)
        labels = tuple(w.dep_ for w in path)
        case = case_of(word)
        kept[word.i] = _Head(tuple(w.i for w in path), labels, _dependency(labels[0]), _case(case), case)
    return kept[word.i]


def _path(word: Word) -> list[Word]:
    path = [word]
    while path[-1].head is not path[-1] and len(path) < LONGEST_CLIMB:
        path.append(path[-1].head)
    return path


def _voice(act: Word) -> int:
    if act.pos_ not in ("VERB", "AUX"):
        return 0
    return 2 if is_passive(act) else 1


@cache
def _dependency(label: str) -> int:
    label = "root" if label == "ROOT" else label
    return _DEPENDENCY.get(label, _DEPENDENCY.get(label.split(":")[0], _DEPENDENCY["other"]))


def _case(case: str) -> int:
    if case in _CASE:
        return _CASE[case]
    if " from" in case or " of" in case:
        return _CASE["km from"]
    return _CASE.get(case.split(" ", maxsplit=1)[0], _CASE["other"])


def _bucket(value: int, edges: Sequence[int]) -> int:
    return bisect_left(edges, value)


def _between(act: int, candidate: Candidate, cast: Cast) -> int:
    """How many other names stand between: 0 to 2, 3 for more."""
    low, high = sorted((act, candidate.head))
    return min(3, sum(c.text != candidate.text for c in cast.here if low < c.head < high))
