"""Gold sets: the reports of a conflict, and what a careful reader found in them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.names import Names

HERE = Path(__file__).parent
GOLD = HERE / "gold"
SHARED = HERE.parent.parent / "shared"  # beside the checkout: texts of other people, which never enter the project
SEEDS = "seeds"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The reports to read, and the answers that are asked for."""

    name: str
    reports: Path
    claims: tuple[Mapping[str, Any], ...]
    names: Names
    kin: Mapping[str, Any]
    strays: Mapping[str, Any]
    holdings: tuple[Mapping[str, Any], ...]
    alterations: tuple[Mapping[str, Any], ...]
    disputes: tuple[Mapping[str, Any], ...]

    def days(self) -> tuple[date, ...]:
        """The days for which holdings are asked, in order."""
        return tuple(sorted({date.fromisoformat(row["day"]) for row in self.holdings}))


@dataclass(frozen=True, slots=True)
class Split:
    """Which sets may be read while building, and which only measure: never read, or not read lately."""

    look: tuple[str, ...]
    rested: tuple[str, ...]
    held: tuple[str, ...]

    @property
    def unseen(self) -> tuple[str, ...]:
        """The half that nothing was learnt from."""
        return (*self.rested, *self.held)


def load_sets() -> list[GoldSet]:
    """The seeds, where the checkout has them beside it, then every conflict set, by name."""
    sets = [load(folder, name=folder.name, reports=folder / "reports.jsonl") for folder in sorted(_folders())]
    seeds = [load(SHARED / "gold", name=SEEDS, reports=SHARED / SEEDS)] if (SHARED / "gold").is_dir() else []
    return seeds + sets


def _folders() -> list[Path]:
    return [folder for folder in GOLD.iterdir() if (folder / "claims.jsonl").is_file()]


def load(folder: Path, *, name: str, reports: Path) -> GoldSet:
    """Read the answers of one set."""
    return GoldSet(
        name=name,
        reports=reports,
        claims=tuple(read_lines(folder / "claims.jsonl")),
        names=Names(read_json(folder / "names.json")),
        kin=read_json(folder / "kin.json"),
        strays=read_json(folder / "strays.json"),
        holdings=tuple(read_json(folder / "holdings.json")),
        alterations=tuple(read_json(folder / "alterations.json")),
        disputes=tuple(read_json(folder / "disputes.json")),
    )


def sets_in(root: Path) -> list[GoldSet]:
    """The sets of a folder, by name, that have gold for claims, and for holdings and disputes where it stands there."""
    return [
        GoldSet(
            name=folder.name,
            reports=folder / "reports.jsonl",
            claims=tuple(read_lines(folder / "claims.jsonl")),
            names=Names(read_json(folder / "names.json")),
            kin={},
            strays={},
            holdings=_rows(folder / "holdings.json"),
            alterations=(),
            disputes=_rows(folder / "disputes.json"),
        )
        for folder in sorted(root.iterdir())
        if folder.is_dir()
    ]


def _rows(path: Path) -> tuple[Any, ...]:
    return tuple(read_json(path)) if path.is_file() else ()


def load_split(path: Path = HERE / "split.toml") -> Split:
    """The sets that may be looked at, and those that are held out."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return Split(*(tuple(told[part]) for part in ("look", "rested", "held")))


def read_json(path: Path) -> Any:
    """The value in a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def read_lines(path: Path) -> list[Any]:
    """The values of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
