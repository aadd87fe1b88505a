"""A judgement into the record: stored, applied, and what it changed told.  Or only told, by --dry-run."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from inspect import Parameter, signature
from typing import Annotated, Any

import typer

from fogline.desk.options import DEFAULT_RECORD, Format, FormatOption, RecordOption
from fogline.desk.screen import remark, show, show_table
from fogline.desk.sitting import Sitting
from fogline.desk.tables import fields
from fogline.products.differences import differences
from fogline.records import Judgement, Verdict, undoings
from fogline.records.errors import InputError

SETTING = "FOGLINE_WHO"  # the environment variable that names the person


@dataclass(frozen=True, slots=True)
class Asked:
    """What every judgement is given: the reason, who judges, of which record, and how the result is written."""

    why: str
    who: str | None
    dry_run: bool
    record: str
    form: Format


_OPTIONS: dict[str, tuple[Any, Any]] = {
    "why": (
        Annotated[str, typer.Option("--why", help="The reason, in a few words. It is kept.")],
        Parameter.empty,
    ),
    "who": (
        Annotated[
            str | None, typer.Option("--who", envvar=SETTING, help="Who judges; by default the name on this machine.")
        ],
        None,
    ),
    "dry_run": (
        Annotated[bool, typer.Option("--dry-run", help="Say what it would change, and write nothing.")],
        False,
    ),
    "record": (RecordOption, DEFAULT_RECORD),
    "form": (FormatOption, Format.TABLE),
}


def judges(run: Callable[..., None]) -> Callable[..., None]:
    """Give a command that takes an `Asked` first the options that every judgement has.

    Typer reads a command's options from its signature: this writes one, so that each option is worded once.
    """

    def command(**given: Any) -> None:
        run(Asked(**{name: given.pop(name) for name in _OPTIONS}), **given)

    told = signature(run, eval_str=True)
    own = [p.replace(kind=Parameter.KEYWORD_ONLY) for p in list(told.parameters.values())[1:]]
    shared = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in _OPTIONS.items()
    ]
    command.__name__, command.__doc__, command.__module__ = run.__name__, run.__doc__, run.__module__
    command.__annotations__ = {p.name: p.annotation for p in (*own, *shared)} | {"return": None}
    command.__signature__ = told.replace(parameters=[*own, *shared])  # type: ignore[attr-defined]
    return command


@dataclass(frozen=True, slots=True)
class Draft:
    """What is decided of which rows, before it is signed."""

    verdict: Verdict
    subjects: Sequence[str]
    value: str | None = None


def row(judgement: Judgement, undone: dict[str, str], missing: Sequence[str] = ()) -> dict[str, Any]:
    """A judgement as a row.  `state` is "waiting" where nothing of the record is named by it (any more, or yet)."""
    undone_by = undone.get(judgement.judgement_id)
    return {
        "when": judgement.when.isoformat(timespec="seconds"),
        "who": judgement.who,
        "verdict": judgement.verdict,
        "subjects": list(judgement.subjects),
        "value": judgement.value,
        "why": judgement.why,
        "undone_by": undone_by,
        "state": "undone" if undone_by else "waiting" if missing else "stands",
        "missing": list(missing),
        "id": judgement.judgement_id,
    }


def decide(asked: Asked, draft: Callable[[Sitting], Draft]) -> None:
    """Store the judgement, work out what follows from it, and say what it changed."""
    from fogline.ledger import open_ledger
    from fogline.runs import foresee, is_stale, rebuild

    if not asked.why.strip():
        raise InputError("--why is empty: say in a few words what the judgement rests on")
    with open_ledger(asked.record, create=False) as ledger:
        found = draft(Sitting(ledger))
        subjects = tuple(dict.fromkeys(found.subjects))
        if len(subjects) < len(found.subjects):
            raise InputError(f"{subjects[0]} is named twice: name different ones")
        made = Judgement(found.verdict, subjects, found.value, _name(asked.who), datetime.now(UTC), asked.why.strip())
        before = foresee(ledger).views if is_stale(ledger) else ledger.views()
        if asked.dry_run:
            after = foresee(ledger, made).views
        else:
            with ledger.transaction():
                ledger.judge(made)
                after = rebuild(ledger)
        undone = undoings((*ledger.judgements(), made))
    _tell(made, asked, differences(before, after), undone)


def _tell(made: Judgement, asked: Asked, changed: list[dict[str, Any]], undone: dict[str, str]) -> None:
    if asked.form is not Format.TABLE:
        content = {"judgement": row(made, undone), "kept": not asked.dry_run, "changed": changed}
        show(changed, {}, form=asked.form, title="Changed", content=content)
        return
    if asked.dry_run:
        remark("nothing was written: without --dry-run the judgement is kept, and this changes")
    else:
        remark(f"{made.judgement_id} is kept; to take it back: fogline judge undo {made.judgement_id} --why ...")
    show_table(changed, fields("what", "of", "before", "after"), title="Changed in the record")


def _name(who: str | None) -> str:
    """Who judges.  Raises: InputError where neither an option, nor the environment, nor the machine says."""
    if who and who.strip():
        return who.strip()
    try:
        return os.environ.get("USER") or getpass.getuser()
    except (OSError, KeyError) as error:
        raise InputError(f"nobody is named: give --who, or set {SETTING}") from error
