"""How well spellings of places are matched: `python -m evaluation.spellings`.

The alternate names of the gazetteer are the test.  Of each place drawn, one Latin name is left out of an index of the
whole world (and all that folds to the same), then asked for as a report that names the country asks, through
`places.resolve`: likeness, population, kind and country weigh as they do in a reading.  A hit is the same place.

Figures by country, each over one name of each place drawn (seeded; populated places and provinces):

`all`: any Latin name left out, other names altogether, exonyms and transliterations by machine among them.
`spellings`: by the rule of `is_spelling`.
`apart`: those that no namesake in the country makes ambiguous: no other place of the country bears the name left out,
or a name of the place (articles and spaces aside).
`standing`: the share of those spellings that are taken for a place's name when met in a text (`is_place_name`).
`absent`: spellings whose place is not in the index at all, and has no namesake: the share that is taken for another.
`words`, `people`: English words and names of people (capital first) that are taken for a place: standing / resolved.
These two need FOGLINE_SOURCES (UD_English-EWT and GMB; nothing of them is kept).
`speed`: microseconds of a first look-up.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import re
import sqlite3
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from fogline.grounding.gazetteer import Gazetteer, open_gazetteer
from fogline.grounding.gazetteer_file import build
from fogline.grounding.gazetteer_keys import article_free
from fogline.grounding.gazetteer_sources import Entry, iter_entries
from fogline.grounding.places import PlaceHint, resolve
from fogline.language.words import fold
from fogline.records import PlaceKind

COUNTRIES = ("SY", "SD", "UA", "MM", "AF", "IQ")
SIZE, SEED = 300, 1
SHORTEST = 4  # letters of a spelling
SAME_CONSONANTS, SAME_LETTERS = 0.75, 0.5  # least similarity of a spelling to a name that stays
A_WORD = 3  # letters
ABSENT_PART = 4  # at most one place in so many is taken away at once
OTHER_ALPHABETS = frozenset("łąęćńśźżőűöüäßğıčšžřěůđåøæõņļķģėųêîûñðþ")
OTHER_CLUSTERS = re.compile("sz|cz|rz|tsch|dsch|sch")  # Polish, Hungarian, German
_CLUSTERS = (("dzh", "j"), ("kh", "k"), ("gh", "k"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("ts", "s"), ("dj", "j"),
             ("ph", "p"), ("th", "t"), ("dh", "t"))  # fmt: skip
_CLASSES = str.maketrans("bfvwzxcgqhjdnaeiouy", "ppppssskkkstm......")
_RUNS = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Case:
    """A name left out of the index, and the place that it belongs to."""

    place_id: str
    country: str
    name: str
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """The cases of one figure, and the index without them."""

    cases: tuple[Case, ...]
    gazetteer: Gazetteer


def is_spelling(name: str, kept: Iterable[str]) -> bool:
    """Whether a name is another spelling of one of the names that stay, as an English text could have it.

    It begins with a capital (GeoNames' others are transliterations by machine from other scripts), has four letters or
    more, no letter or cluster of another Latin alphabet's own (Polish, Turkish, Hungarian, German, Czech, Baltic,
    Nordic), and is like a name that stays which begins with a capital: .75 of its classes of consonants and .5 of its
    letters by Levenshtein, articles aside.  A name with a word more (three letters at either end) is another name.
    This is wider than any key of the program, so that it is not its own measure.
    """
    folded = fold(name)
    if len(folded) < SHORTEST or not _is_written(name) or _is_of_another_alphabet(name):
        return False
    others = {fold(k) for k in kept if _is_written(k)} - {folded}
    return any(_is_like(folded, other) for other in others)


def _is_written(name: str) -> bool:
    return next((c.isupper() for c in name if c.upper() != c.lower()), False)


def _is_of_another_alphabet(name: str) -> bool:
    composed = unicodedata.normalize("NFC", name.lower())
    return bool(OTHER_ALPHABETS & set(composed) or OTHER_CLUSTERS.search(composed))


def _is_like(one: str, other: str) -> bool:
    free, other_free = article_free(one), article_free(other)
    short, long = sorted((free, other_free), key=len)
    if len(long) - len(short) >= A_WORD and (long.startswith(short) or long.endswith(short)):
        return False
    letters = Levenshtein.normalized_similarity(free, other_free)
    return letters >= SAME_LETTERS and (
        Levenshtein.normalized_similarity(consonants(free), consonants(other_free)) >= SAME_CONSONANTS
    )


def consonants(folded: str) -> str:
    """The consonants of a name by class: lips, teeth, hisses, throat, l, nose, r.

    >>> consonants("karseen") == consonants("qarzin")
    True
    """
    for cluster, letter in _CLUSTERS:
        folded = folded.replace(cluster, letter)
    return _RUNS.sub(r"\1", folded.translate(_CLASSES).replace(".", "").replace(" ", ""))


def draw(entries: Sequence[Entry], country: str, *, size: int, seed: int, spellings: bool) -> list[Case]:
    """One name of each of `size` places of a country, or of all where there are fewer."""
    here = [e for e in entries if e.place.country == country]
    bearers = Counter(bare for e in here for bare in {article_free(fold(n)) for n in e.names})
    places = [e for e in here if e.place.kind in (PlaceKind.CITY, PlaceKind.PROVINCE)]
    chance = random.Random(f"{country} {seed}")
    cases: list[Case] = []
    for entry in chance.sample(places, len(places)):
        names = {fold(n): n for n in reversed(entry.names)}
        names.pop("", None)
        able = [f for f in sorted(names) if len(names) > 1 and (not spellings or _stands_out(names, f))]
        if able and len(cases) < size:
            ambiguous = any(bearers[article_free(f)] > 1 for f in names)
            cases.append(Case(entry.place.place_id, country, names[chance.choice(able)], ambiguous))
    return cases


def _stands_out(names: dict[str, str], folded: str) -> bool:
    return is_spelling(names[folded], (n for f, n in names.items() if f != folded))


def without_names(entries: Iterable[Entry], cases: Iterable[Case]) -> Iterator[Entry]:
    """The entries, each drawn place without its name left out."""
    left = {c.place_id: fold(c.name) for c in cases}
    for entry in entries:
        gone = left.get(entry.place.place_id)
        yield entry if gone is None else replace(entry, names=tuple(n for n in entry.names if fold(n) != gone))


def without_places(entries: Iterable[Entry], cases: Iterable[Case]) -> Iterator[Entry]:
    """The entries but for the drawn places."""
    gone = {c.place_id for c in cases}
    return (e for e in entries if e.place.place_id not in gone)


def index(path: Path, entries: Iterable[Entry]) -> Gazetteer:
    """A gazetteer of these entries."""
    with closing(sqlite3.connect(path)) as db:
        build(db, entries)
    return Gazetteer(path)


def answer(name: str, country: str, gazetteer: Gazetteer) -> str:
    """The place_id that a report on a country would give a name; `place:?...` where unknown."""
    place = gazetteer.country(country)
    hint = PlaceHint(country_words=frozenset({place.name if place else ""}))
    return resolve({name: hint}, gazetteer=gazetteer)[name].place_id


def hits(cases: Sequence[Case], gazetteer: Gazetteer) -> list[bool]:
    """For each case, whether its place is the answer."""
    return [answer(c.name, c.country, gazetteer) == c.place_id for c in cases]


def false_places(names: Sequence[str], country: str, gazetteer: Gazetteer) -> tuple[float, float]:
    """The shares of names that are no places which stand as a place's name in a text, and which resolve to one."""
    of = frozenset({country})
    standing = sum(gazetteer.is_place_name(n, countries=of) for n in names)
    resolved = sum(not answer(n, country, gazetteer).startswith("place:?") for n in names)
    return standing / len(names), resolved / len(names)


def english_words(folder: Path, size: int, seed: int) -> list[str]:
    """Nouns, verbs and adjectives of the English Web Treebank that are never tagged as names, capital first."""
    words: set[str] = set()
    proper: set[str] = set()
    for path in sorted(folder.glob("UD_English-EWT/*.conllu")):
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 3 and cells[1].isalpha() and len(cells[1]) > 2:
                (proper if cells[3] in ("PROPN", "X") else words).add(cells[1].lower())
    return _sample((w.title() for w in words - proper), size, seed)


def people(folder: Path, size: int, seed: int) -> list[str]:
    """The last one or two words of names of people in GMB, where no word is ever part of a place's or a body's name."""
    names: set[tuple[str, ...]] = set()
    places: set[str] = set()
    for path in sorted(folder.glob("GMB/**/ner_dataset.csv")):
        with path.open(encoding="latin-1", newline="") as rows:
            words: list[str] = []
            for row in csv.DictReader(rows):
                sort = row["Tag"][2:]
                if sort == "per" and row["Word"].isalpha() and row["Word"].istitle():
                    words.append(row["Word"])
                    continue
                names |= {tuple(words[-n:]) for n in (1, 2) if len(words) >= n}
                words = []
                if sort in ("geo", "gpe", "org"):
                    places.add(row["Word"])
    return _sample((" ".join(n) for n in names if not places & set(n)), size, seed)


def _sample(names: Iterable[str], size: int, seed: int) -> list[str]:
    ordered = sorted(names)
    return random.Random(seed).sample(ordered, min(size, len(ordered)))


def share(marks: Sequence[bool]) -> float:
    """The share of marks that are true; 0 of none."""
    return sum(marks) / len(marks) if marks else 0.0


def table(countries: Sequence[str], size: int, seed: int, folder: Path) -> Iterator[str]:
    """The lines of the figures over the gazetteer's own names; indices are built in `folder`."""
    entries = list(iter_entries())
    named = [c for code in countries for c in draw(entries, code, size=size, seed=seed, spellings=False)]
    spelt = [c for code in countries for c in draw(entries, code, size=size, seed=seed, spellings=True)]
    absent = [c for code in countries for c in _absent(spelt, code)]
    all_names = Drawn(tuple(named), index(folder / "names.db", without_names(entries, named)))
    spellings = Drawn(tuple(spelt), index(folder / "spellings.db", without_names(entries, spelt)))
    taken_away = Drawn(tuple(absent), index(folder / "absent.db", without_places(entries, absent)))
    yield "country    all (n)      spellings (n)  apart (n)     standing  absent (n)"
    for code in countries:
        yield _line(code, all_names, spellings, taken_away)
    names = [c.name for c in spelt]
    strict = speed(names, all_names.gazetteer.candidates)
    yield f"speed: {strict:.0f} us strict, {speed(names, all_names.gazetteer.loose):.0f} us loose"


def _absent(spelt: Sequence[Case], country: str) -> list[Case]:
    here = [c for c in spelt if c.country == country]
    return [c for c in here[: len(here) // ABSENT_PART] if not c.ambiguous]


def _line(code: str, named: Drawn, spelt: Drawn, absent: Drawn) -> str:
    every = hits([c for c in named.cases if c.country == code], named.gazetteer)
    cases = [c for c in spelt.cases if c.country == code]
    right = hits(cases, spelt.gazetteer)
    apart = [hit for hit, case in zip(right, cases, strict=True) if not case.ambiguous]
    standing = [spelt.gazetteer.is_place_name(c.name, countries=frozenset({code})) for c in cases]
    gone = [c for c in absent.cases if c.country == code]
    taken = [not answer(c.name, code, absent.gazetteer).startswith("place:?") for c in gone]
    return (
        f"{code}         {share(every):.3f} ({len(every)})  {share(right):.3f} ({len(right)})    "
        f"{share(apart):.3f} ({len(apart)})   {share(standing):.3f}     {share(taken):.3f} ({len(gone)})"
    )


def false_table(countries: Sequence[str], size: int, seed: int, sources: Path) -> Iterator[str]:
    """The lines of what is falsely taken for a place, in the whole gazetteer."""
    gazetteer = open_gazetteer()
    lists = {"words": english_words(sources, size, seed), "people": people(sources, size, seed)}
    for kind, names in lists.items():
        if not names:
            yield f"{kind}: not measured, {sources} does not have their source (set FOGLINE_SOURCES)"
            continue
        for code in countries:
            standing, resolved = false_places(names, code, gazetteer)
            yield f"{kind} {code}: {standing:.4f} standing, {resolved:.4f} resolved, of {len(names)}"


def speed(names: Sequence[str], look_up: Callable[[str], object]) -> float:
    """Microseconds that a name takes to be looked up for the first time; the mean, of CPU time."""
    start = time.process_time()
    for name in names:
        look_up(name)
    return (time.process_time() - start) / len(names) * 1e6


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.spellings", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--country", action="append", metavar="ISO", help="only this country (may be repeated)")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--size", type=int, default=SIZE, help="places drawn in a country")
    options = parser.parse_args(argv)
    countries = options.country or COUNTRIES
    with tempfile.TemporaryDirectory(prefix="fogline-spellings-") as folder:
        for line in table(countries, options.size, options.seed, Path(folder)):
            print(line, flush=True)
    sources = Path(os.environ.get("FOGLINE_SOURCES", "sources"))
    for line in false_table(countries, options.size * 4, options.seed, sources):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
