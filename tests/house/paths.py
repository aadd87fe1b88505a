"""Where things are, for the tests of the house."""

import ast
import os
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CODE = ("fogline", "evaluation", "benchmarks", "training", "docs", "scripts")
NOT_OURS = {".git", ".venv", ".venv-train", "build", "dist", "demo", "__pycache__", "node_modules", "model"}


@cache
def tree() -> tuple[Path, ...]:
    """Every file of the project; what is built and what tools cache is left out."""
    found = []
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if not _apart(name)]
        found += [Path(folder) / name for name in names]
    return tuple(sorted(found))


def _apart(name: str) -> bool:
    return name in NOT_OURS or name.endswith(("_cache", ".egg-info")) or name == ".hypothesis"


def sources(*folders: str) -> list[Path]:
    """The Python files of these folders, those of `CODE` where none is named."""
    return [f for f in tree() if f.suffix == ".py" and f.relative_to(ROOT).parts[0] in (folders or CODE)]


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    """A path as it reads in a message."""
    return str(path.relative_to(ROOT))
