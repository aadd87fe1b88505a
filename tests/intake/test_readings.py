from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from fogline.records import Basis, ReportDay
from fogline.records.errors import InputError, NothingToRead, PathMissing
from tests.intake.conftest import STORY, TODAY


def test_plain_text_is_kept_sign_by_sign(tmp_path, read):
    raw = "  Troops left.\r\n\r\nResidents said so.\rNo more.\t\n"
    (tmp_path / "a.txt").write_bytes(raw.encode())
    [reading] = read(tmp_path / "a.txt")
    assert (reading.report_id, reading.raw, reading.refusal) == ("a", raw, None)
    assert reading.published is None


def test_first_line_date_is_the_reports_day_and_stays_in_raw(tmp_path, read):
    (tmp_path / "a.txt").write_text(" date 2031-05-07 Troops left the town.\n")
    [reading] = read(tmp_path / "a.txt")
    assert reading.published == ReportDay(date(2031, 5, 7), Basis.STATED, "first line")
    assert reading.raw.startswith(" date 2031-05-07 Troops")


def test_a_date_inside_of_the_story_is_no_first_line_date(tmp_path, read):
    (tmp_path / "a.txt").write_text("Troops left.\ndate 2031-05-07\n")
    assert read(tmp_path / "a.txt")[0].published is None


def test_given_outlet_and_day_fill_in_but_do_not_replace(lines_file, read):
    path = lines_file(
        {"id": "a", "text": STORY},
        {
            "id": "b",
            "text": STORY + "b",
            "outlet": "Own",
            "published": "2031-05-01",
            "title": "T",
            "url": "https://x.org",
        },
    )
    a, b = read(path, outlet="Given", published=date(2031, 4, 1))
    assert (a.outlet, a.published) == ("Given", ReportDay(date(2031, 4, 1), Basis.STATED, "given"))
    assert (b.outlet, b.published) == ("Own", ReportDay(date(2031, 5, 1), Basis.STATED, "field"))
    assert (b.title, b.url) == ("T", "https://x.org")


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_no_published_field_is_no_day(lines_file, read, empty):
    assert read(lines_file({"id": "a", "text": STORY, "published": empty}))[0].published is None


def test_a_day_after_today_is_refused_and_says_so(tmp_path, read):
    (tmp_path / "a.txt").write_text(f"date {TODAY.replace(day=2)} {STORY}")
    [reading] = read(tmp_path)
    assert "after today (2031-06-01)" in reading.refusal.reason
    assert reading.raw
    assert reading.published is None


def test_today_itself_is_no_future(tmp_path, read):
    (tmp_path / "a.txt").write_text(f"date {TODAY} {STORY}")
    assert read(tmp_path)[0].refusal is None


def test_a_given_day_after_today_stops_before_reading(tmp_path, read):
    (tmp_path / "a.txt").write_text(STORY)
    with pytest.raises(InputError, match="after today"):
        read(tmp_path, published=date(2032, 1, 1))


@pytest.mark.parametrize("written", ["last week", "2031-13-45", "07/05/2031", "0", "x" * 5000])
def test_a_date_that_cannot_be_read_is_refused(lines_file, read, written):
    [reading] = read(lines_file({"id": "a", "text": STORY, "published": written}))
    assert "YYYY-MM-DD" in reading.refusal.reason
    assert len(reading.refusal.reason) < 400


def test_same_report_twice_comes_out_once(tmp_path, read):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(STORY)
    assert [reading.report_id for reading in read(tmp_path)] == ["a"]


def test_another_report_of_the_same_id_is_refused_under_its_own_id(tmp_path, read):
    for folder, text in (("x", STORY), ("y", STORY + "More.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text)
    first, second = read(tmp_path)
    assert (first.report_id, first.refusal) == ("a", None)
    assert second.report_id.startswith("a~")
    assert "'a'" in second.refusal.reason
    assert "x" in second.refusal.reason


def test_order_of_paths_changes_nothing(tmp_path, read):
    paths = []
    for name in "dcab":
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(STORY + name)
    wanted = read(*paths)
    for seed in range(5):
        random.Random(seed).shuffle(paths)
        assert read(*paths, tmp_path) == wanted


def test_a_missing_path_raises_before_anything_is_read(tmp_path, read):
    (tmp_path / "a.txt").write_text(STORY)
    with pytest.raises(PathMissing, match=r"gone\.txt"):
        read(tmp_path, tmp_path / "gone.txt")


@pytest.mark.parametrize("path", ["", "a\x00b", "x" * 5000])
def test_an_impossible_path_is_missing(read, path):
    with pytest.raises(PathMissing):
        read(path)


def test_a_folder_without_reports_raises(tmp_path, read):
    (tmp_path / ".hidden.txt").write_text(STORY)
    (tmp_path / "table.csv").write_text("a,b")
    with pytest.raises(NothingToRead, match="holds no report"):
        read(tmp_path)


def test_no_path_at_all_raises(read):
    with pytest.raises(NothingToRead):
        read()


def test_nothing_vanishes_from_a_folder_but_hidden_files(tmp_path, read):
    (tmp_path / "sub" / ".git").mkdir(parents=True)
    (tmp_path / "sub" / ".git" / "c.txt").write_text(STORY)
    (tmp_path / "sub" / "A.TXT").write_text(STORY)
    (tmp_path / "notes.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "README").write_text("hello")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    found = {Path(r.report_id).name: r.refusal.reason if r.refusal else None for r in read(tmp_path)}
    assert set(found) == {"A", "notes.docx", "README", "broken.txt"}
    assert found["A"] is None
    assert ".docx" in found["notes.docx"]
    assert "no ending" in found["README"]
    assert "leads nowhere" in found["broken.txt"]


def test_a_named_file_of_another_kind_is_refused(tmp_path, read):
    (tmp_path / "a.csv").write_text("a,b")
    [reading] = read(tmp_path / "a.csv")
    assert reading.refusal.stage == "intake"
    assert ".jsonl" in reading.refusal.reason


def test_a_folder_that_cannot_be_listed_is_refused(tmp_path, read, monkeypatch):
    (tmp_path / "a.txt").write_text(STORY)

    def closed(folder, onerror):
        onerror(PermissionError(13, "Permission denied", str(folder / "sub")))
        yield str(folder), [], ["a.txt"]

    monkeypatch.setattr("fogline.intake.sources.os.walk", closed)
    refused = [r.refusal.reason for r in read(tmp_path) if r.refusal]
    assert len(refused) == 1
    assert "Permission denied" in refused[0]


def test_every_reason_is_one_line_that_names_the_place(tmp_path, read):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "blank.txt").write_text(" \n\n")
    (tmp_path / "bad.jsonl").write_text("{}\nnope\n")
    for reading in read(tmp_path):
        assert "\n" not in reading.refusal.reason
        assert str(tmp_path) in reading.refusal.reason


class TestStandardInput:
    def test_plain_text(self, read, stdin):
        stdin(STORY.encode())
        [reading] = read("-")
        assert (reading.report_id, reading.raw) == ("stdin", STORY)

    def test_json_lines_where_the_first_sign_is_a_brace(self, read, stdin):
        stdin(b'\n  {"id": "a", "text": "Troops left."}\n{"id": "b", "text": "Troops stayed."}\n{"id": ')
        a, b, cut = read("-")
        assert (a.report_id, b.report_id) == ("a", "b")
        assert "stdin:4" in cut.refusal.reason

    @pytest.mark.parametrize("data", [b"", b" \n\n \t"])
    def test_an_empty_stream_raises(self, read, stdin, data):
        stdin(data)
        with pytest.raises(NothingToRead, match="standard input"):
            read("-")

    def test_binary_is_refused(self, read, stdin):
        stdin(b"%PDF-1.7 ...")
        assert "pdftotext" in read("-")[0].refusal.reason

    def test_too_long_is_refused(self, read, stdin):
        stdin(b"a" * 11_000_000)
        assert "10.0 MB" in read("-")[0].refusal.reason

    def test_beside_files_it_comes_last(self, read, stdin, tmp_path):
        (tmp_path / "z.txt").write_text(STORY)
        stdin(b"Troops left.")
        assert [reading.report_id for reading in read("-", tmp_path)] == ["z", "stdin"]
