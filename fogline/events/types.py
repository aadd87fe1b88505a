"""Which types of claim tell of happenings, and how they are compared: `data/types.toml`, typed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.records import ClaimType


@dataclass(frozen=True, slots=True)
class Types:
    """The tables of this release."""

    happenings: frozenset[ClaimType]
    mutual: frozenset[ClaimType]
    aimed: frozenset[ClaimType]
    slack_days: int
    undated_days: int


@cache
def types() -> Types:
    """The tables, read once."""
    table = tomllib.loads(files("fogline.events").joinpath("data/types.toml").read_text(encoding="utf-8"))
    return Types(
        happenings=frozenset(map(ClaimType, table["happenings"])),
        mutual=frozenset(map(ClaimType, table["mutual"])),
        aimed=frozenset(map(ClaimType, table["aimed"])),
        slack_days=table["time"]["slack_days"],
        undated_days=table["time"]["undated_days"],
    )
