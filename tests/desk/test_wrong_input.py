"""Wrong input, through the command line: one clear line that says what to do, and nothing half-written."""

import json
import os
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from fogline.ledger import open_ledger

STORY = "KIRKUK, June 12 - The army withdrew from Kirkuk on Thursday, the Health Ministry said.\n"
TOMORROW = (date.today() + timedelta(days=1)).isoformat()
NEEDS_RIGHTS = pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
NEEDS_PROC = pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def state(folder):
    """Every file below a folder with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def assert_one_line(found, *, code, words):
    """The exit code, nothing on standard output, and one line on standard error that holds these words."""
    ended, out, err = found
    assert (ended, out) == (code, "")
    assert err.startswith("fogline: ")
    assert err.count("\n") == 1
    for word in words:
        assert word in err


def write(path, content):
    """A file of bytes or text, in a folder that is made for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# What cannot be used at all: exit code 2, and no record is made.


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], ["'nowhere' does not exist", "check the path"]),
        (["story.txt", "nowhere"], ["'nowhere' does not exist", "check the path"]),
        (["empty"], ["'empty' holds no report", "fogline reads .txt"]),
        (["notes"], ["'notes' holds no report", "fogline reads .txt"]),
        (["story.txt", "--published", TOMORROW], [TOMORROW, "after today", "correct it"]),
        (["story.txt", "--published", "soon"], ["--published", "'soon'", "YYYY-MM-DD", "fogline read --help"]),
        (["story.txt", "--published", "2024-02-30"], ["--published", "'2024-02-30'", "fogline read --help"]),
        (["story.txt", "--jobs", "none"], ["--jobs", "fogline read --help"]),
        ([], ["PATH", "fogline read --help"]),
    ],
)
def test_a_read_that_cannot_begin_leaves_no_record(run, here, arguments, words):
    write(here / "story.txt", STORY)
    write(here / "notes" / "notes.odt", "no report")
    (here / "empty").mkdir()
    before = state(here)
    assert_one_line(run("read", *arguments), code=2, words=words)
    assert state(here) == before


def test_an_empty_standard_input(run, here, monkeypatch):
    with open(os.devnull) as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        assert_one_line(run("read", "-"), code=2, words=["standard input is empty", "pipe a report into it"])
    assert state(here) == {}


def test_a_line_that_cannot_be_set_up_leaves_no_record(run, here, monkeypatch):
    write(here / "story.txt", STORY)
    write(here / "cache", "a file where the cache folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "cache"))
    before = state(here)
    assert_one_line(run("read", "story.txt"), code=2, words=["gazetteer", "cannot be written", "XDG_CACHE_HOME"])
    assert state(here) == before


# Reports that cannot be read: exit code 1, a line for each, and the rest is read.

REFUSED = [
    ("renamed.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n", ["is a PDF, not text"]),
    ("cut.jsonl", '{"id": "cut", "text": "The army withdr', [":1", "the JSON is cut short", "fetch it again"]),
    ("page.html", "<html><head><title>News</title></head><body></body></html>", ["no body text", "save the article"]),
    ("ahead.txt", f"date {TOMORROW}\n{STORY}", [TOMORROW, "after today", "correct it"]),
    ("day.txt", f"date 2024-02-31\n{STORY}", ["2024-02-31", "cannot be read", "YYYY-MM-DD"]),
    ("blank.txt", " \n", ["is empty"]),
    ("noise.txt", bytes(range(256)) * 8, ["binary data", "give the text instead"]),
    ("other.json", '{"id": "other", "words": "none"}', ['neither "text" nor "html"']),
    ("notes.odt", "no report", ["the ending .odt", "fogline reads .txt"]),
]


@pytest.mark.parametrize(("name", "content", "words"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_a_report_that_cannot_be_read_is_refused_alone(run, here, name, content, words):
    write(here / "in" / name, content)
    write(here / "in" / "story.txt", STORY)
    code, out, err = run("read", "in", "--format", "json")
    found = json.loads(out)
    assert (code, found["read"], found["new"], len(found["refused"])) == (1, 2, ["story"], 1)
    assert err.startswith(f"fogline: refused {Path('in') / name}")
    assert err.count("\n") == 1
    for word in words:
        assert word in err
    assert run("claims", "--format", "json")[0] == 0


def test_a_day_in_the_future_in_one_line_of_many(run, here):
    rows = [{"id": "a", "text": STORY, "published": TOMORROW}, {"id": "b", "text": STORY, "published": "2014-06-12"}]
    write(here / "feed.jsonl", "\n".join(map(json.dumps, rows)))
    code, _, err = run("read", "feed.jsonl", "-q")
    assert code == 1
    assert err == f"fogline: refused feed.jsonl:1: its date {TOMORROW} is after today ({date.today()}): correct it\n"


def test_another_text_under_a_known_id_is_refused_and_the_first_one_stays(run, here):
    story = write(here / "story.txt", STORY)
    assert run("read", "story.txt", "-q")[0] == 0
    before = run("claims", "--format", "json")
    story.write_text(STORY.replace("withdrew from", "captured"), encoding="utf-8")
    code, _, err = run("read", "story.txt", "-q")
    assert (code, err.count("\n")) == (1, 1)
    assert "another text under this id" in err
    assert "rename the file" in err
    assert run("claims", "--format", "json") == before


# Records that cannot be used: exit code 2, and the file stays as it is, byte for byte.


def damaged(content):
    """A maker of a record with these bytes."""
    return lambda path: path.write_bytes(content)


def newer(path):
    """A record of this program that says it was written by one of the next century."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE fogline_version SET version_num = '9999'")


def cut(path):
    """A record without its second half."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def other(path):
    """A database of another program."""
    path.unlink()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE recipes (name TEXT)")


BROKEN = {
    "text": (damaged(b"these are notes, and no record at all\n" * 99), ["no record of fogline", "name another file"]),
    "cut": (cut, ["was cut short", "restore a copy"]),
    "other": (other, ["no record of fogline", "name another file"]),
    "newer": (newer, ["a newer fogline", "9999", "update fogline"]),
}
COMMANDS = [["read", "story.txt"], ["brief"], ["control"], ["why", "claim-1"], ["export", "evaluation", "-o", "out"]]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize("kind", BROKEN)
def test_a_record_that_cannot_be_used_stays_as_it_is(run, here, kind, command):
    write(here / "story.txt", STORY)
    with new_record(here / "war.db"):
        pass
    spoil, words = BROKEN[kind]
    spoil(here / "war.db")
    before = state(here)
    assert_one_line(run(*command, "--record", "war.db"), code=2, words=["war.db", *words])
    assert state(here) == before


def new_record(path):
    """A new, empty record."""
    return open_ledger(str(path), create=True)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("none/war.db", ["there is no folder none", "make it first"]),
        ("folder", ["is a folder", "name a file"]),
        ("story.txt/war.db", ["story.txt/war.db"]),
        ("mysql://host/war", ["SQLite or PostgreSQL"]),
        ("", ["no name", "give a file path"]),
        pytest.param("/proc/war.db", ["cannot be opened or written", "check the file"], marks=NEEDS_PROC),
    ],
)
def test_a_record_that_cannot_be_made(run, here, record, words):
    write(here / "story.txt", STORY)
    (here / "folder").mkdir()
    before = state(here)
    assert_one_line(run("read", "story.txt", "--record", record), code=2, words=words)
    assert state(here) == before


@NEEDS_RIGHTS
def test_a_record_that_may_not_be_written(run, here):
    write(here / "story.txt", STORY)
    with new_record(here / "war.db"):
        pass
    (here / "war.db").chmod(0o400)
    before = state(here)
    assert_one_line(run("read", "story.txt", "--record", "war.db"), code=2, words=["war.db", "check the file"])
    assert state(here) == before


@NEEDS_RIGHTS
def test_a_record_in_a_folder_that_may_not_be_written(run, here):
    write(here / "story.txt", STORY)
    (here / "shut").mkdir(mode=0o500)
    assert_one_line(run("read", "story.txt", "--record", "shut/war.db"), code=2, words=["shut/war.db", "check"])
    assert list((here / "shut").iterdir()) == []


# Questions that the record has no answer to, and products that cannot be written.


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["why", "holding-0"], ["no row of the record has the id 'holding-0'", "fogline claims"]),
        (["why", "claim"], ["begins", "give more of it"]),
        (["claims", "--place", "Nowhere-on-Sea"], ["no place 'Nowhere-on-Sea'"]),
        (["control", "--place", "Kirkukk"], ["no place 'Kirkukk'", "did you mean Kirkuk?"]),
        (["events", "--actor", "Peshmerger"], ["no actor 'Peshmerger'", "did you mean Peshmerga?"]),
        (["timeline", "--report", "omega"], ["no report 'omega'"]),
        (["claims", "--type", "victory"], ["'victory'", "'capture'", "fogline claims --help"]),
        (["brief", "--as-of", "yesterday"], ["--as-of", "'yesterday'", "YYYY-MM-DD"]),
        (["brief", "-o", "none/brief.html"], ["none/brief.html cannot be written", "name another file"]),
        (["brief", "-o", "folder.html"], ["folder.html cannot be written", "name another file"]),
        (["brief", "-o", "brief.docx"], ["brief.docx", "end it in .md, .html or .json"]),
        (["export", "evaluation", "-o", "file"], ["file: cannot be written", "name a folder"]),
        pytest.param(["brief", "-o", "/proc/b.html"], ["/proc/b.html cannot be written"], marks=NEEDS_PROC),
    ],
    ids=" ".join,
)
def test_a_question_without_an_answer_is_one_line(run, here, record_file, command, words):
    (here / "folder.html").mkdir()
    write(here / "file", "a file")
    before, record = state(here), Path(record_file).read_bytes()
    assert_one_line(run(*command, "--record", record_file), code=2, words=words)
    assert state(here) == before
    assert Path(record_file).read_bytes() == record


def test_a_product_that_cannot_be_written_leaves_the_old_one(run, here, record_file, monkeypatch):
    write(here / "brief.html", "yesterday's brief")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    found = run("brief", "-o", "brief.html", "--record", record_file)
    assert_one_line(found, code=2, words=["brief.html cannot be written (No space left on device)"])
    assert state(here) == {"brief.html": b"yesterday's brief"}


def test_a_run_that_is_cut_off_is_made_whole_by_the_next(run, here, monkeypatch):
    write(here / "story.txt", STORY)

    def cut_off(ledger, new):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("fogline.runs.reading.refresh", cut_off)
        code, _, err = run("read", "story.txt")
        assert (code, err.count("\n")) == (130, 1)
    assert json.loads(run("events", "--format", "json")[1]) == []
    assert run("read", "story.txt", "-q") == (0, "", "")
    assert json.loads(run("events", "--format", "json")[1])
