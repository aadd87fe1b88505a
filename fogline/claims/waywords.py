"""Where a way leads: its ends by grammar, the named places and the areas that only words tell."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.claims.scene import Scene, case_of
from fogline.language.plain import Word
from fogline.records import Mention, Name

Ends = Sequence[Sequence[Name]]  # the sides of a way: "from K to L and M" has two, of one end and of two
LISTED = frozenset({"as well as", "and", "or"})


@dataclass(frozen=True, slots=True)
class WayWords:
    """The content of data/ways.toml."""

    way: frozenset[str]
    gateway: frozenset[str]
    outlet: frozenset[str]
    join: frozenset[str]
    lie: frozenset[str]
    run: frozenset[str]
    cut: frozenset[str]
    on: frozenset[str]
    only: frozenset[str]
    areas: frozenset[str]
    of_areas: frozenset[str]
    marked: frozenset[str]
    outside: frozenset[str]
    introduces: frozenset[str]


@cache
def way_words() -> WayWords:
    """The words of this release, read once."""
    table = tomllib.loads(files("fogline.claims").joinpath("data/ways.toml").read_text(encoding="utf-8"))
    return WayWords(**{key: frozenset(words) for part in table.values() for key, words in part.items()})


def ends_of_noun(noun: Word, scene: Scene) -> Ends:
    """The sides that a way joins, each with its ends; those without a name or a word for an area are left out."""
    children = [c for c in noun.children if c.dep_ in ("nmod", "obl")]
    for first in (c for c in children if case_of(c) == "between"):
        sides = [places_at(word, scene, joined=False) for word in _with_joined(first)]
        return _told(sides)
    for first in (c for c in children if case_of(c) == "from"):
        ahead = [c for c in (*children, *first.children) if case_of(c) == "to"]
        return _told([places_at(first, scene), _all(ahead, scene)])
    for clause in (c for c in noun.children if c.dep_ in ("acl", "acl:relcl") and c.lemma in way_words().join):
        return ends_of_verb(clause, scene)
    return _told([_all([c for c in children if case_of(c) == "to"], scene) + _behind(noun, scene)])


def ends_of_verb(verb: Word, scene: Scene) -> Ends:
    """The sides of "linking K to L", "linking K and L", "lies between K and L"."""
    children = verb.children
    for first in (c for c in children if c.dep_ in ("obl", "nmod") and case_of(c) == "between"):
        return _told([places_at(word, scene, joined=False) for word in _with_joined(first)])
    things = [c for c in children if c.dep_ == "obj"]
    ahead = [c for c in children if c.dep_ in ("obl", "nmod") and case_of(c) in ("to", "with")]
    ahead += [c for thing in things for c in thing.children if c.dep_ == "nmod" and case_of(c) in ("to", "with")]
    if things and ahead:
        return _told([_all(things, scene), _all(ahead, scene)])
    return _told([places_at(word, scene, joined=False) for thing in things for word in _with_joined(thing)])


def named(word: Word, scene: Scene) -> list[Name]:
    """The named place that a word tells, itself or by what it is introduced with; never by a mere "the town"."""
    return [m.name for m in scene.mentions([word], actor=False) if m.named][:1]


def places_at(word: Word, scene: Scene, *, joined: bool = True) -> list[Name]:
    """The places and areas that a word names, with those joined to it."""
    words = _with_joined(word) if joined else [word]
    return list(dict.fromkeys(name for w in words for name in _one(w, scene)))


def _all(words: Iterable[Word], scene: Scene) -> list[Name]:
    return list(dict.fromkeys(name for word in words for name in places_at(word, scene)))


def _with_joined(word: Word) -> list[Word]:
    return [word, *(c for c in word.conjuncts if c.i > word.i and c.pos_ in ("NOUN", "PROPN"))]


def _one(word: Word, scene: Scene) -> list[Name]:
    place = next((m for m in scene.at.get(word.i, ()) if _is_end(m, word, scene)), None)
    if place is not None:
        return [place.name, *_owned(word, scene)]
    if word.pos_ == "PROPN" and any(_is_road(m) for m in scene.at.get(word.i, ())):
        first = min([word.i, *(c.i for c in word.children if c.dep_ in ("compound", "flat"))])
        return [Name(word.doc.text(first, word.i + 1))]
    area = _area(word)
    if area is not None:
        return [Name(area), *_owned(word, scene)]
    if word.pos_ != "NOUN":
        return []
    inner = [c for c in word.children if c.dep_ in ("appos", "nmod") and case_of(c) in ("", "of")]
    return [name for c in inner for name in places_at(c, scene)] or _behind_comma(word, scene)


def _behind_comma(noun: Word, scene: Scene) -> list[Name]:
    """As in "the capital, Karsin", whatever the parser made of it."""
    if noun.lemma not in way_words().introduces or noun.i + 2 >= noun.sent.end or noun.nbor(1).text != ",":
        return []
    return named(noun.nbor(2), scene)


def _owned(word: Word, scene: Scene) -> list[Name]:
    """The further places of a list that one noun carries: "the provinces of K and L"."""
    inner = [c for c in word.children if c.dep_ == "nmod" and case_of(c) == "of"]
    return [name for c in inner for other in _with_joined(c)[1:] for name in _one(other, scene)]


def _is_end(mention: Mention, word: Word, scene: Scene) -> bool:
    return scene.mention(word.i, actor=False) is not None and mention.kind == "place" and (
        mention.named and not _is_road(mention)
    )  # fmt: skip


def _is_road(mention: Mention) -> bool:
    """Whether it names a way by its ends: "the road between K and L"."""
    words = mention.name.text.lower().split()
    return bool(set(words) & way_words().way) and len(words) > 1


def _area(word: Word) -> str | None:
    """The words of an area that has no name of its own: "coast", "coastal region", "outside world"."""
    words = way_words()
    marks = [c.lower_ for c in word.children if c.dep_ == "amod" and c.lower_ in words.marked]
    if word.lemma in words.areas:
        return word.lemma
    if word.lemma in words.of_areas and marks:
        return f"{marks[0]} {word.lower_}"
    two = f"{word.doc[word.i - 1].lower_} {word.lower_}" if word.i else ""
    return two if two in words.outside else None


def _behind(noun: Word, scene: Scene) -> list[Name]:
    """What the parser joined to a gateway, not to its end: "is a gateway to K, as well as L"."""
    joined = [c for c in noun.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]
    if noun.lemma not in way_words().gateway:
        return []
    late = [c for c in joined if any(w.dep_ == "cc" and w.lower_ == "as" for w in c.children)]
    return [name for c in late for name in places_at(c, scene)]


def _told(sides: Iterable[Sequence[Name]]) -> Ends:
    return [side for side in sides if side]
