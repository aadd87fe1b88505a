"""Measure claims as types of events on CASE-2021's second task: `python -m evaluation.case2021`.

Its test set is 1,019 snippets of news, each with one of 30 types: ACLED's sub-event types, and five more.  Each snippet
is read as one report by the real line; the types given for it are those of the eleven that the project's issue 4 names
to which its claims map, by case2021.toml.  Each of the eleven is held one against the rest: every snippet of another
type, measured or not, is a negative.  Claims that are denied, planned or conditional give nothing.

The snippets whose number divides by three are the look part: they may be read while the words of modes and the mapping
are chosen.  The others are only measured.  `frames` is the figure of the mapping where the code book's frames alone say
which words tell an act, without the learned reader.

The snippets are measured with and not kept: no text of them is in the project.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.tally import Tally
from fogline.claims.extract import Extract, grammar
from fogline.claims.features import ACTOR, PLACE, TARGET
from fogline.claims.modes import mode_of
from fogline.claims.scene import Scene, scene_of
from fogline.claims.status import status_of
from fogline.records import Actor, ActorKind, Claim, ClaimType, Name, Reading, ReportStage, Status
from fogline.runs.line import pass_through, reading_line

FILE = Path("case-2021-shared-task", "task2", "test_dataset", "test_set_final_release_with_labels.tsv")
ORIGIN = "emerging-welfare/case-2021-shared-task"
MAPPING = Path(__file__).with_name("case2021.toml")
EVERY = 3  # one snippet in so many may be looked at
TOLD = frozenset({Status.ASSERTED, Status.POSSIBLE})
KINDS = {ActorKind.STATE: "state", ActorKind.MILITARY: "state", ActorKind.ARMED_GROUP: "rebel"}

Types = frozenset[str]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A short text with the type of event that careful readers gave it."""

    number: int
    text: str
    type: str

    @property
    def may_be_read(self) -> bool:
        """Whether it is of the look part."""
        return self.number % EVERY == 0


@dataclass(frozen=True, slots=True)
class Rule:
    """Which claims tell a type; an empty field asks for nothing."""

    name: str
    claim: str
    modes: Types = frozenset()
    actor: Types = frozenset()
    target: Types = frozenset()
    never: Types = frozenset()
    unless: Types = frozenset()
    without: Types = frozenset()


def main() -> int:
    """Print the figures; 2 where the test set is missing."""
    if not path().is_file():
        print(f"{path()} is missing: clone {ORIGIN} into the folder that FOGLINE_SOURCES names", file=sys.stderr)
        return 2
    told = snippets(path())
    for way, line in (("reader", reading_line()), ("frames", frames_line())):
        given = {s.number: types_of(s, line) for s in told}
        for row in table(told, given, way):
            print(row, flush=True)
    return 0


def path() -> Path:
    """Where the test set is looked for."""
    return Path(os.environ.get("FOGLINE_SOURCES", "sources")) / FILE


def snippets(path: Path) -> list[Snippet]:
    """The snippets of a file of three columns: number, text, type."""
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]
    return [Snippet(int(number), text, kind) for number, text, kind in (line.split("\t") for line in lines)]


def types_of(snippet: Snippet, line: Sequence[ReportStage]) -> Types:
    """The types that the claims of a snippet map to."""
    return mapped(pass_through(Reading(f"case-{snippet.number}", snippet.text), line))


def mapped(reading: Reading) -> Types:
    """The types of a reading with grounded claims."""
    sides = {actor.actor_id: side_of(actor) for actor in reading.actors or ()}
    claims = [c for c in reading.claims or () if c.status in TOLD]
    told = {claim.type for claim in claims}
    named = {side for claim in claims for side in _sides_of((*claim.actors, *claim.targets), sides)}
    found: set[str] = set()
    for rule in rules():
        barred = rule.unless & found or rule.without & told or rule.never & named
        if not barred and any(_fits(rule, claim, sides) for claim in claims):
            found.add(rule.name)
    return frozenset(found)


def _fits(rule: Rule, claim: Claim, sides: Mapping[str, str]) -> bool:
    actors, targets = _sides_of(claim.actors, sides), _sides_of(claim.targets, sides)
    if claim.place is not None:
        targets |= {_by_words(claim.place.text, ("post",))}
    return (
        claim.type == rule.claim
        and (not rule.modes or (claim.mode or "") in rule.modes)
        and (not rule.actor or bool(actors & rule.actor))
        and (not rule.target or bool(targets & rule.target))
    )


def _sides_of(names: Iterable[Name], sides: Mapping[str, str]) -> Types:
    return frozenset(sides.get(name.key or "", "") for name in names) or frozenset({"nobody"})


def side_of(actor: Actor) -> str:
    """ "state", "rebel", "unarmed" or "post"; empty where neither the roster nor a word of the name tells."""
    for key in (actor.actor_id, actor.side or ""):
        if key.endswith((":government", ":rebels")):
            return "state" if key.endswith(":government") else "rebel"
    return KINDS.get(actor.kind) or _by_words(actor.name, tuple(_sides()))


def _by_words(name: str, sides: Iterable[str]) -> str:
    words = set(name.lower().replace("-", " ").split())
    return next((side for side in sides if words & _sides()[side]), "")


def frames_line() -> tuple[ReportStage, ...]:
    """The line with claims by the code book's frames alone."""
    return tuple(Frames() if isinstance(stage, Extract) else stage for stage in reading_line())


@dataclass(frozen=True, slots=True)
class Frames:
    """A report stage: gives `claims`, one for each act that the frames find and each of its types."""

    name: str = "claims"
    needs: tuple[str, ...] = ("parse", "mentions")
    gives: tuple[str, ...] = ("claims",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its claims; of several places of an act, the first."""
        if reading.refusal is not None:
            return reading
        scene = scene_of(reading)
        roles, types = grammar(scene)
        acts = [(i, kind) for i in sorted(types) for kind in sorted(types[i])]
        return replace(reading, claims=tuple(_framed(scene, i, kind, roles[i]) for i, kind in acts))


def _framed(scene: Scene, i: int, kind: ClaimType, roles: Mapping[str, int]) -> Claim:
    """The claim of a word; `roles` are the names that stand in its frames, with their roles as bits."""
    act = scene.doc[i]
    actors, targets, places = (
        tuple(Name(name) for name, bits in roles.items() if bits & role) for role in (ACTOR, TARGET, PLACE)
    )
    return Claim(
        anchor=scene.parse.sentence(i),
        act=scene.parse.anchor(i, i + 1),
        type=kind,
        actors=actors,
        targets=targets,
        place=next(iter(places), None),
        status=status_of(act),
        mode=mode_of(act, kind),
    )


def table(told: Sequence[Snippet], given: Mapping[int, Types], way: str) -> Iterator[str]:
    """A row for each type, and one for the means: precision, recall and F1 of the measured part, and of the whole."""
    parts = [score(chosen, given) for chosen in ([s for s in told if not s.may_be_read], told)]
    yield f"{way:<32}{'measured p':>12}{'r':>8}{'F1':>8}{'whole p':>12}{'r':>8}{'F1':>8}"
    for name in names():
        figures = "".join(f"{t[name].precision:12.3f}{t[name].recall:8.3f}{t[name].f1:8.3f}" for t in parts)
        yield f"{name:<32}{figures}"
    yield f"{'mean F1':<32}" + "".join(f"{mean_f1(t):28.3f}" for t in parts)


def score(told: Iterable[Snippet], given: Mapping[int, Types]) -> dict[str, Tally]:
    """For each of the eleven types a tally, one against the rest."""
    told = list(told)
    return {
        name: Tally(
            right=sum(s.type == name and name in given[s.number] for s in told),
            asked=sum(s.type == name for s in told),
            given=sum(name in given[s.number] for s in told),
        )
        for name in names()
    }


def mean_f1(tallies: Mapping[str, Tally]) -> float:
    """The mean over the types."""
    return sum(t.f1 for t in tallies.values()) / len(tallies)


def names() -> tuple[str, ...]:
    """The eleven types."""
    return tuple(dict.fromkeys(rule.name for rule in rules()))


@cache
def rules() -> tuple[Rule, ...]:
    """The mapping, in the order of its file."""
    return tuple(_rule(entry) for entry in _table()["type"])


def _rule(entry: Mapping[str, Any]) -> Rule:
    lists = {field: frozenset(values) for field, values in entry.items() if isinstance(values, list)}
    return Rule(entry["name"], entry["claim"], **lists)


@cache
def _sides() -> dict[str, Types]:
    return {side: frozenset(words) for side, words in _table()["sides"].items()}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(MAPPING.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
