"""A judgement into the record: stored, applied, and what it changed told."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from fogline.desk.options import Format
from fogline.desk.screen import remark, show, show_table
from fogline.desk.tables import fields
from fogline.products.differences import differences
from fogline.records import Judgement, Verdict, undoings
from fogline.records.errors import InputError

if TYPE_CHECKING:
    from fogline.ledger import SqlLedger

SETTING = "FOGLINE_WHO"  # the environment variable that names the person


@dataclass(frozen=True, slots=True)
class Asked:
    """What every judgement is given: the reason, who judges, of which record, and how the result is written."""

    why: str
    who: str | None
    record: str
    form: Format


def row(judgement: Judgement, undone: dict[str, str]) -> dict[str, Any]:
    """A judgement as a row."""
    return {
        "when": judgement.when.isoformat(timespec="seconds"),
        "who": judgement.who,
        "verdict": judgement.verdict,
        "subjects": list(judgement.subjects),
        "value": judgement.value,
        "why": judgement.why,
        "undone_by": undone.get(judgement.judgement_id),
        "id": judgement.judgement_id,
    }


def find_report(ledger: SqlLedger, given: str) -> str:
    """The report's id.  Raises: UnknownId."""
    return ledger.find_report(given).report_id


def decide(
    verdict: Verdict,
    given: Sequence[str],
    value: str | None,
    asked: Asked,
    find: Callable[[SqlLedger, str], str] = find_report,
) -> None:
    """Store the judgement, work out what follows from it, and say what it changed."""
    from fogline.ledger import open_ledger
    from fogline.runs import rebuild

    if not asked.why.strip():
        raise InputError("--why is empty: say in a few words what the judgement rests on")
    with open_ledger(asked.record, create=False) as ledger:
        subjects = tuple(dict.fromkeys(find(ledger, one) for one in given))
        if len(subjects) < len(given):
            raise InputError(f"{subjects[0]} is named twice: name different reports")
        made = Judgement(verdict, subjects, value, _name(asked.who), datetime.now(UTC), asked.why.strip())
        before = ledger.views()
        ledger.judge(made)
        changed = differences(before, rebuild(ledger))
        undone = undoings(ledger.judgements())
    if asked.form is Format.TABLE:
        remark(f"{made.judgement_id} is kept; to take it back: fogline judge undo {made.judgement_id} --why ...")
        show_table(changed, fields("what", "report", "before", "after"), title="Changed in the record")
    else:
        content = {"judgement": row(made, undone), "changed": changed}
        show(changed, {}, form=asked.form, title="Changed", content=content)


def _name(who: str | None) -> str:
    """Who judges.  Raises: InputError where neither an option, nor the environment, nor the machine says."""
    if who and who.strip():
        return who.strip()
    try:
        return os.environ.get("USER") or getpass.getuser()
    except (OSError, KeyError) as error:
        raise InputError(f"nobody is named: give --who, or set {SETTING}") from error
