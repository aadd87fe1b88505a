"""Words about places, from data/placewords.toml: the lists as shipped, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def place_words() -> dict[str, Any]:
    """The tables of the data file by section; see there for what each means."""
    text = files("fogline.grounding").joinpath("data/placewords.toml").read_text("utf-8")
    return tomllib.loads(text)
