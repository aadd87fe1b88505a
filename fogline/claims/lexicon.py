"""Word lists of speech and of modality, from the data files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def lexicon(name: str) -> Mapping[str, frozenset[str]]:
    """The lists of data/<name>.toml: "speech" or "modality"."""
    text = files("fogline.claims").joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text).items()}
