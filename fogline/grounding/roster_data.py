"""The tables of states, actors and agencies, and the actors that every state has by rule."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fogline.grounding.roster_heads import Heads
from fogline.records import Actor, ActorKind

TABLES = ("groups", "forces", "bodies", "monitors", "people")


@dataclass(frozen=True, slots=True)
class State:
    """A state, or a region or people with forces of its own.  `code` is its ISO code, or one such as "MD-transnistria".

    `polity` tells whether the bare name is an actor; `adjectives` are its demonyms.
    """

    code: str
    country: str
    name: str
    adjectives: tuple[str, ...]
    polity: bool
    aliases: tuple[str, ...]

    @property
    def adjective(self) -> str:
        """The demonym that names are made with; the name itself where there is none."""
        return self.adjectives[0] if self.adjectives else self.name


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor and the names that it is known by.  `doubtful` names count only with support from the text."""

    actor: Actor
    names: tuple[str, ...]
    doubtful: tuple[str, ...] = ()
    state_run: bool = False


def read_states(folder: Path) -> tuple[State, ...]:
    """The rows of `actors_states.csv`, in order."""
    return tuple(
        State(
            row["code"],
            row["country"],
            row["name"],
            _parts(row["adjectives"]),
            row["polity"] == "yes",
            _parts(row["aliases"]),
        )
        for row in _rows(folder / "actors_states.csv")
    )


def made_entries(state: State, heads: Heads) -> Iterator[Entry]:
    """The actors that `state` has by rule: itself, its army, ministries and media, and its two sides."""
    for side, name in heads.side_names.items():
        made = Actor(
            f"side:{state.code}:{side}", name.format(adjective=state.adjective), ActorKind.SIDE, state.country, None
        )
        yield Entry(made, (made.name,))
    for body in heads.bodies:
        pattern = body.name if state.polity or body.role != "state" else "{adjective} government"
        name = pattern.format(adjective=state.adjective, name=state.name)
        belongs = f"side:{state.code}:{body.side}" if body.side else None
        actor = Actor(f"{body.role}:{state.code}", name, body.kind, state.country, belongs)
        yield Entry(actor, (state.name, *state.aliases) if body.role == "state" and state.polity else ())


def read_entries(folder: Path, made: dict[str, Entry]) -> Iterator[Entry]:
    """The rows of the tables of actors and agencies.  A row without a name widens the entry in `made` of its id."""
    for table in TABLES:
        for row in _rows(folder / f"actors_{table}.csv"):
            if row["name"]:
                actor = Actor(
                    row["actor_id"], row["name"], ActorKind(row["kind"]), row["country"] or None, row["side"] or None
                )
                yield _entry(actor, row["aliases"])
            else:
                base = made[row["actor_id"]]
                yield replace(_entry(base.actor, row["aliases"]), names=(*base.names, *_sure(row["aliases"])))
    for row in _rows(folder / "agencies.csv"):
        agency = Actor(row["actor_id"], row["name"], ActorKind.AGENCY, row["country"] or None, None)
        yield replace(_entry(agency, row["aliases"]), state_run=row["state_run"] == "yes")


def _entry(actor: Actor, aliases: str) -> Entry:
    """An entry with its name among the sure names, unless it is marked among the aliases as doubtful."""
    doubtful = tuple(a[1:] for a in _parts(aliases) if a.startswith("?"))
    names = _sure(aliases) if actor.name in doubtful else (actor.name, *_sure(aliases))
    return Entry(actor, names, doubtful)


def _sure(aliases: str) -> tuple[str, ...]:
    return tuple(a for a in _parts(aliases) if not a.startswith("?"))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))
