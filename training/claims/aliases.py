"""Names that the labels of a file do not list, but the program gives to those who are labelled: "Norland troops".

A writer lists the names that came to mind; the program may call the same army by another.  Where a label says which
words stand for its filler, and the program has a name for these words, that name is another of the filler's, in the
whole file; and so is every name that the program takes for the same one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from evaluation.names import Names
from fogline.claims.candidates import Candidate, Cast
from training.claims.labelled import Label, Role

MOST = 0.7  # the least share of the labels of a name that must say the same
STATE = "country:"

Told = Sequence[tuple[Cast, Sequence[Label]]]  # the sentences of a file's reports with their labels


def with_aliases(listed: Mapping[str, Sequence[str]], told: Told) -> dict[str, list[str]]:
    """The names of a file with those that its labels tell besides."""
    known = Names(listed)
    canonical = {key for name in listed for key in known.keys(name)}
    texts, keys = _votes(told)
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for cast, _ in told:
        for candidate in cast.here:
            key = candidate.mention.name.key
            if key is not None and not key.startswith(STATE):
                alike[key].add(candidate.text)
    more: defaultdict[str, set[str]] = defaultdict(set)
    for text, name in _settled(texts):
        more[name].add(text)
    for key, name in _settled(keys):
        more[name] |= alike[key]
    return {
        name: [*listed.get(name, ()), *sorted(t for t in more[name] if not known.keys(t) & canonical and not _bare(t))]
        for name in dict.fromkeys([*listed, *more])
    }


def _votes(told: Told) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """How often each text, and each key, of a candidate stands for each filler."""
    texts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    keys: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for cast, labels in told:
        for label in labels:
            for role, filler in _fillers(label):
                candidate = covered(filler, cast, place=role == "place")
                if candidate is not None and _says(candidate):
                    key = candidate.mention.name.key
                    texts[candidate.text][filler.name] += 1
                    if key is not None and not key.startswith(STATE):
                        keys[key][filler.name] += 1
    return texts, keys


def _fillers(label: Label) -> Iterable[tuple[str, Role]]:
    for role in ("actor", "target", "place"):
        ways = label.roles.get(role, [])
        if ways and len(ways[0]) == 1:
            yield role, ways[0][0]


def covered(filler: Role, cast: Cast, *, place: bool) -> Candidate | None:
    """The last candidate of a sentence whose head is one of the words that stand for a filler."""
    at = cast.sentence.text.find(filler.words) if filler.words else -1
    if at < 0 or not filler.words:
        return None
    starts = cast.sentence.doc.starts
    begin = starts[cast.sentence.start] + at
    fits = [c for c in cast.here if (c.is_place if place else c.may_act and not c.is_place)]
    return next((c for c in reversed(fits) if begin <= starts[c.head] < begin + len(filler.words)), None)


def _settled(votes: Mapping[str, Counter[str]]) -> Iterable[tuple[str, str]]:
    for told, names in sorted(votes.items()):
        name, count = min(names.items(), key=lambda item: (-item[1], item[0]))
        if count >= MOST * names.total():
            yield told, name


def _says(candidate: Candidate) -> bool:
    """Whether the words of a mention say its name, or a part of it: "the town" may mean another one than the program
    takes it for."""
    said = candidate.mention.anchor.quote.lower().split()
    return any(word in said for word in candidate.text.lower().split())


def _bare(text: str) -> bool:
    """Whether a name says of nobody in particular: "troops"."""
    return text == text.lower() and len(text.split()) == 1
