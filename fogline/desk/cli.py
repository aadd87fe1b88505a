"""The command `fogline`."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from fogline import __version__
from fogline.desk import export, judge, judge_claims, judge_list, lineage, tables
from fogline.desk.brief import brief
from fogline.desk.changes import changes
from fogline.desk.doctor import doctor
from fogline.desk.read import read
from fogline.desk.whatif import whatif
from fogline.desk.why import why
from fogline.records.errors import FoglineError

WRONG = 2  # the exit code of wrong use, and of a record that cannot be used
INTERRUPTED = 130
COLLECTED_AFTER = 50_000  # objects; by Python's own 700 an eighth of a start goes into looking for cycles

app = typer.Typer(
    name="fogline",
    rich_markup_mode="markdown",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (
    read, brief, tables.claims, tables.events, tables.control, tables.timeline, tables.disputes, lineage.lineage,
    lineage.dates, tables.actors, tables.search, why, changes, whatif,
):  # fmt: skip
    app.command()(_command)
for _judgements in (judge_claims.app, judge_list.app):
    judge.app.add_typer(_judgements)
app.add_typer(judge.app, name="judge")
app.add_typer(export.app, name="export")
app.command()(doctor)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"fogline {__version__}")
        raise typer.Exit


@app.callback()
def fogline(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Reads the reports of a war and keeps the sourced record.

    ```
    fogline read reports/
    fogline brief -o brief.html
    fogline control --as-of 2014-06-12
    fogline why holding-3f9a0c2b71de
    ```

    Exit codes: 0 done, 1 a part was refused, 2 wrong use or a record that cannot be used.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; give the exit code.  No error of fogline's own ends in a traceback."""
    if arguments is None:
        _settle()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(args=given or ["--help"], prog_name="fogline", standalone_mode=False)
    except FoglineError as error:
        _complain(str(error))
        return WRONG
    except TyperException as error:  # what the command line itself cannot make sense of
        _complain(_advice(error))
        return WRONG
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    if code == INTERRUPTED:  # Typer turns the key into this code
        _complain("interrupted: what was not stored yet is not in the record; run the command again")
    return code if isinstance(code, int) else 0


def _settle() -> None:
    """What holds for the whole process: where it is a program of its own, and not called by another."""
    gc.set_threshold(COLLECTED_AFTER)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `fogline claims | head` ends quietly, as other tools do


def _advice(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "fogline"
    message = error.format_message().removesuffix(".").replace("Value error, ", "").replace("%Y-%m-%d", "YYYY-MM-DD")
    return f"{message}: see {command} --help"


def _complain(message: str) -> None:
    with contextlib.suppress(OSError):
        sys.stderr.write(f"fogline: {' '.join(message.split())}\n")


if __name__ == "__main__":
    sys.exit(main())
