"""The command line as a whole: help, exit codes, one line for each error."""

import json
import subprocess
import sys

import pytest
import typer.main

from fogline import __version__
from fogline.desk.cli import app, main
from fogline.records.errors import FoglineError

COMMANDS = [
    "read", "brief", "claims", "events", "control", "timeline", "disputes", "lineage", "dates", "actors", "search", "why",
    "changes", "whatif", "doctor",
]  # fmt: skip
JUDGE = ["kin", "not-kin", "origin", "own-origin", "day", "story", "own-story", "withdraw", "undo", "list"]
GROUPS = [["judge"], *(["judge", name] for name in JUDGE), ["export"], ["export", "evaluation"]]
TABLES = ["claims", "events", "control", "timeline", "disputes", "lineage", "dates", "actors"]


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS), *GROUPS])
def test_every_command_has_help_with_an_example(run, command):
    code, out, _ = run(*command, "--help")
    assert code == 0
    example = " ".join(["fogline", *command])
    assert any(line.strip(" │").startswith(example) or f"| {example}" in line for line in out.splitlines()[3:])


def test_there_are_these_commands_and_no_others():
    assert set(typer.main.get_command(app).commands) == {*COMMANDS, "judge", "export"}


def test_version(run):
    assert run("--version") == (0, f"fogline {__version__}\n", "")


@pytest.mark.parametrize(
    "command",
    [[name] for name in TABLES]
    + [["brief"], ["why", "x"], ["whatif", "x", "--to", "y"], ["export", "evaluation", "-o", "x"]],
)
def test_a_record_that_is_not_there_is_one_line_and_exit_2(run, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*command)
    assert (code, out) == (2, "")
    assert err == "fogline: no record at fogline.db: run fogline read first\n"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_record_is_one_line_and_exit_2(run, tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("these are notes, and no record at all" * 99, encoding="utf-8")
    code, out, err = run("claims", "--record", path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("fogline: ")


@pytest.mark.parametrize(
    "wrong",
    [
        ["claims", "--type", "victory"], ["claims", "--format", "pdf"], ["brief", "--as-of", "yesterday"], ["nonsense"],
        ["claims", "--nonsense"], ["why"], ["read"], ["export", "evaluation"], ["read", "x", "--jobs", "0"],
    ],
)  # fmt: skip
def test_wrong_use_is_exit_2_and_nothing_on_standard_output(run, wrong):
    code, out, err = run(*wrong)
    assert (code, out) == (2, "")
    assert err.startswith("fogline: ")
    assert err.endswith("--help\n")
    assert err.count("\n") == 1


def test_nothing_asked_is_answered_with_the_help(run):
    code, out, err = run()
    assert (code, err) == (0, "")
    assert "Usage: fogline" in out


@pytest.mark.parametrize("error", [FoglineError("two\nlines of it"), KeyboardInterrupt()])
def test_no_error_ends_in_a_traceback(run, monkeypatch, error):
    def fail(*asked):
        raise error

    monkeypatch.setattr("fogline.desk.finding.open_record", fail)
    code, out, err = run("claims")
    assert out == ""
    assert code == (2 if isinstance(error, FoglineError) else 130)
    assert err.startswith("fogline: two lines of it" if code == 2 else "fogline: interrupted")
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", TABLES)
def test_tables_are_json_for_programs(run, record_file, command):
    code, out, err = run(command, "--record", record_file, "--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)


@pytest.mark.parametrize("command", TABLES)
def test_tables_have_no_colour_when_they_are_piped(run, record_file, command):
    code, out, err = run(command, "--record", record_file)
    assert (code, err) == (0, "")
    assert "\x1b" not in out


def test_main_gives_an_exit_code():
    assert main(["--version"]) == 0


def test_help_loads_nothing_heavy():
    asked = "import sys; from fogline.desk.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    ended = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert {"spacy", "numpy", "trafilatura", "alembic", "sqlalchemy"} & set(ended.stderr.split()) == set()
