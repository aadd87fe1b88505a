"""Other names in a report: each name becomes one of its kind from another war, so that no name is learnt by heart."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from training.claims.examples import Example, Name, Story

NAMED, DESCRIBED = 0.85, 0.35  # how often a name, a description ("rebels") becomes another


class Pool:
    """The words of names by kind, from all stories and from the world's cities."""

    def __init__(self, stories: Iterable[Story]) -> None:
        self.by_kind: dict[tuple[int, bool, str], dict[str, list[tuple[str, ...]]]] = {}
        for story in stories:
            for example in story.sentences:
                for name in example.here:
                    told = self.by_kind.setdefault(_kind(name), {}).setdefault(story.conflict, [])
                    told.append(name.surface)

    def draw(self, name: Name, conflict: str, draw: random.Random) -> tuple[str, ...]:
        told = self.by_kind.get(_kind(name), {})
        others = [c for c in told if c != conflict] or list(told)
        return draw.choice(told[draw.choice(others)]) if others else name.surface


def _kind(name: Name) -> tuple[int, bool, str]:
    last = name.surface[-1]
    if name.named:
        country = name.may_act and name.is_place
        return (
            name.kind,
            True,
            "country"
            if country
            else ("letters" if last.isupper() and len(last) > 1 and len(name.surface) == 1 else ""),
        )
    form = last.lower()
    return (
        name.kind,
        False,
        form
        if len(name.surface) == 1 and form in PRONOUNS
        else ("many" if form.endswith("s") or form in ("men", "people") else "one"),
    )


PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "them",
        "him",
        "her",
        "we",
        "us",
        "i",
        "its",
        "their",
        "his",
        "who",
        "which",
        "that",
        "there",
        "here",
    ]
)


def swapped(story: Story, pool: Pool, draw: random.Random) -> Story:
    """The story with other names; one surface becomes the same other one throughout."""
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    sentences = []
    for example in story.sentences:
        for name in example.here:
            if name.surface in table:
                continue
            if name.surface[-1].lower() in PRONOUNS:
                table[name.surface] = name.surface
                continue
            share = NAMED if name.named else DESCRIBED
            table[name.surface] = pool.draw(name, story.conflict, draw) if draw.random() < share else name.surface
    moves = []
    for example in story.sentences:
        new, move = _swap(example, table)
        sentences.append(new)
        moves.append(move)
    for n, example in enumerate(sentences):
        before = [_moved(name, moves[name.sentence]) for name in example.before]
        sentences[n] = replace(example, before=before)
    return replace(story, sentences=sentences)


def _moved(name: Name, at: list[int]) -> Name:
    """A name whose words have other places."""
    first, last, head = (at[min(k, len(at) - 1)] for k in (name.first, name.last, name.head))
    return replace(name, first=first, last=last, head=head)


def _swap(example: Example, table: dict[tuple[str, ...], tuple[str, ...]]) -> tuple[Example, list[int]]:
    """Overlapping names are left; the others are replaced, and all places move along."""
    spans: list[tuple[int, int, tuple[str, ...]]] = []
    taken = -1
    for name in sorted(example.here, key=lambda n: (n.first, -n.last)):
        if name.first > taken:
            new = table.get(name.surface, name.surface)
            if new != name.surface:
                spans.append((name.first, name.last, new))
            taken = max(taken, name.last)
        else:  # one inside another: leave the outer as it stands
            spans = [s for s in spans if s[1] < name.first or s[0] > name.last]
            taken = max(taken, name.last)
    words: list[str] = []
    at: list[int] = []
    i = 0
    for first, last, new in [*spans, (len(example.words), len(example.words), ())]:
        while i < first:
            at.append(len(words))
            words.append(example.words[i])
            i += 1
        if first >= len(example.words):
            break
        size = last - first + 1
        for k in range(size):
            at.append(len(words) + (min(k, len(new) - 1) if k < size - 1 else len(new) - 1))
        words += list(new)
        i = last + 1
    return (
        replace(
            example,
            words=words,
            here=[_moved(n, at) for n in example.here],
            beside={at[k]: v for k, v in example.beside.items()},
            grammar={at[k]: v for k, v in example.grammar.items()},
            statuses={at[k]: v for k, v in example.statuses.items()},
            acts=[replace(a, word=at[a.word]) for a in example.acts],
        ),
        at,
    )
