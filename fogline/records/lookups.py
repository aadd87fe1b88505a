"""What is looked up in the tables of a whole record while a part of it is worked out.

A part of the record, such as the line of one place, follows from its own claims and from what is looked up for it: on
which side an actor is, who fights whom.  Both are noted.  Where a later record has the same claims for it and gives
the same answers, the same would come of it.  Source: docs/decisions/0040-the-record-grows.md
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import TypeVar, cast

from fogline.records import Claim
from fogline.records.ids import content_id
from fogline.records.release import release
from fogline.records.working import Lookup, Working, Workings

T = TypeVar("T")
V = TypeVar("V")
Asked = dict[Lookup, None]  # what was looked up, each once
RULES = ("control", "events", "records", "language/words.py")  # what the outcome depends on, beside the claims


BEHIND = "~"  # before the name of a table that was asked only for the answer to a question
QUESTIONS = frozenset({"taker"})  # the tables of questions: their answers rest on what was asked behind them


class Tables:
    """Tables of a whole record by their names, to be looked up by a text."""

    def __init__(self, **tables: Mapping[str, object] | Set[str]) -> None:
        self._tables = tables
        self._told: dict[Lookup, str] = {}

    def told(self, lookup: Lookup) -> str:
        """What stands for the answer to a lookup: the same text for the same answer."""
        if lookup not in self._told:
            table, key = self._tables[lookup[0].removeprefix(BEHIND)], lookup[1]
            answer = table.get(key) if isinstance(table, Mapping) else key in table
            self._told[lookup] = _text(answer)
        return self._told[lookup]

    def still(self, working: Working) -> Working | None:
        """A working, with what stands for its answers now, where they are the same; else `None`.

        Questions are not asked where nothing that was asked behind them has another answer.
        """
        plain, answered = working.told.split(" ")
        now = self._plain(working.asked)
        if now == plain:
            return working
        if answered == plain or self._answered(working.asked) != answered:
            return None
        return replace(working, told=f"{now} {answered}")

    def answers(self, asked: Iterable[Lookup]) -> str:
        """What stands for the answers to several lookups: without those to questions, and without what is behind."""
        lookups = tuple(asked)
        plain = self._plain(lookups)
        return f"{plain} {self._answered(lookups) if any(map(_is_behind, lookups)) else plain}"

    def _plain(self, asked: Iterable[Lookup]) -> str:
        return content_id("told", *(self.told(one) for one in asked if one[0] not in QUESTIONS))

    def _answered(self, asked: Iterable[Lookup]) -> str:
        return content_id("told", *(self.told(one) for one in asked if not _is_behind(one)))


class Watched(Mapping[str, V]):
    """A table that notes what it is asked for.  It is never gone through: that would be asking for all of it."""

    def __init__(self, name: str, table: Mapping[str, V], asked: Asked) -> None:
        self._name, self._table, self._asked = name, table, asked

    def __getitem__(self, key: str) -> V:
        self._asked[self._name, key] = None
        return self._table[key]

    def get(self, key: str, default: T = None) -> V | T:  # type: ignore[assignment]
        """The value of a key, or the default."""
        self._asked[self._name, key] = None
        return self._table.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._asked[self._name, str(key)] = None
        return key in self._table

    def __iter__(self) -> Iterator[str]:
        raise TypeError(f"the table of {self._name} is asked for one key at a time")

    def __len__(self) -> int:
        raise TypeError(f"the table of {self._name} is asked for one key at a time")


class WatchedSet(Set[str]):
    """A set that notes what it is asked for."""

    def __init__(self, name: str, members: Set[str], asked: Asked) -> None:
        self._name, self._members, self._asked = name, members, asked

    def __contains__(self, key: object) -> bool:
        self._asked[self._name, str(key)] = None
        return key in self._members

    def __iter__(self) -> Iterator[str]:
        raise TypeError(f"the set of {self._name} is asked for one key at a time")

    def __len__(self) -> int:
        raise TypeError(f"the set of {self._name} is asked for one key at a time")


def recall(workings: Workings, part: str, own: str, tables: Tables, kind: type[T]) -> list[T] | None:
    """What was found of a part, where it has the same claims as then and the same answers; else `None`."""
    before = workings.before.get(part)
    working = tables.still(before) if before is not None and before.own == own else None
    if working is None:
        return None
    found = workings.found(working, kind)
    if found is not None:
        workings.note(working)
    return found


def note(
    workings: Workings, part: str, own: str, *, asked: Iterable[Lookup], tables: Tables, found: Iterable[str]
) -> None:
    """Remember what was found of a part."""
    lookups = tuple(sorted(asked))
    workings.note(Working(part, own, lookups, tables.answers(lookups), tuple(found)))


def told_by(claims: Iterable[Claim], changed: Callable[[str], bool], *more: object) -> str:
    """What stands for some claims, whose words are known by their ids, for `more`, and for the rules.

    `changed` tells by its id whether a person changed what a claim is read as.
    """
    parts = (gist(claim, changed=changed(claim.claim_id)) for claim in claims)
    return content_id("own", release(*RULES), *parts, *map(_text, more))


def gist(claim: Claim, *, changed: bool) -> str:
    """What stands for a claim: its id and its days; all of it where a person changed what it is read as."""
    if changed:
        return repr(claim)
    period = claim.period
    return f"{claim.claim_id} {period.first} {period.last} {period.basis}" if period else claim.claim_id


def _is_behind(lookup: Lookup) -> bool:
    return lookup[0].startswith(BEHIND)


def _text(value: object) -> str:
    if isinstance(value, frozenset):
        return repr(sorted(cast("frozenset[str]", value)))
    return repr(value)
