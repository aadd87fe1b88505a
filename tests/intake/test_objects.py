from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.intake.objects import iter_object_lines, read_object
from fogline.records.errors import FoglineError
from tests.intake.conftest import STORY


def test_a_file_of_one_object_takes_the_files_name_where_it_has_no_id(tmp_path, read):
    (tmp_path / "a.json").write_text(json.dumps({"text": STORY}))
    assert read(tmp_path)[0].report_id == "a"


def test_a_list_gives_each_of_its_reports(tmp_path, read):
    (tmp_path / "a.json").write_text(json.dumps([{"id": 7, "text": STORY}, {"text": STORY + "x"}, 3]))
    first, second, third = read(tmp_path)
    assert (first.report_id, second.report_id) == ("7", "a.json:2")
    assert "no JSON object" in third.refusal.reason


def test_a_line_cut_short_is_refused_alone_with_its_place(lines_file, read):
    path = lines_file({"id": "a", "text": STORY}, '{"id": "b", "text": "Troops', "", {"id": "c", "text": STORY + "c"})
    a, cut, c = read(path)
    assert (a.report_id, c.report_id) == ("a", "c")
    assert "feed.jsonl:2" in cut.refusal.reason
    assert "cut short" in cut.refusal.reason


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("[1, 2]", "no JSON object"),
        ("nonsense", "is not JSON"),
        ({"id": "a"}, 'neither "text" nor "html"'),
        ({"id": "a", "text": 5}, "is not text"),
        ({"id": "a", "html": ["x"]}, "is not text"),
        ({"id": ["a"], "text": STORY}, '"id"'),
        ({"id": True, "text": STORY}, '"id"'),
        ({"id": "a", "text": STORY, "published": 20310507}, '"published" is not text'),
        ({"id": "a", "text": STORY, "outlet": {}}, '"outlet" is not text'),
        ({"id": "a", "text": "  \n"}, "is empty"),
        ({"id": "a", "text": "Troops\u0000left"}, "NUL"),
        ("[" * 100_000, "nested too deeply"),
        ('{"id": ' + "9" * 5000 + "}", "is not JSON"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(lines_file, read, row, reason):
    good = {"id": "good", "text": STORY}
    bad, fine = read(lines_file(row, good))
    assert reason in bad.refusal.reason
    assert fine.refusal is None


def test_html_in_an_object_is_read_and_the_objects_own_fields_go_first(lines_file, read):
    html = "<html><head><title>Page</title></head><body><article><p>" + STORY * 5 + "</p></article></body></html>"
    [reading] = read(lines_file({"id": "a", "html": html, "title": "Own", "published": "2031-05-01"}))
    assert "Rebels entered the town" in reading.raw
    assert (reading.title, reading.published.ground) == ("Own", "field")


def test_halves_of_characters_do_not_reach_the_record(lines_file, read):
    [reading] = read(lines_file('{"id": "a\\ud800", "text": "Troops \\ud83d left."}'))
    assert reading.raw == "Troops \ufffd left."
    reading.report_id.encode()


def test_objects_one_a_line_in_a_json_file_are_told_their_ending(tmp_path, read):
    (tmp_path / "a.json").write_text('{"text": "x"}\n{"text": "y"}\n')
    assert ".jsonl" in read(tmp_path)[0].refusal.reason


@pytest.mark.parametrize("content", ["[]", "null", "", "{", '"text"'])
def test_a_json_file_without_a_report_is_refused(tmp_path, read, content):
    (tmp_path / "a.json").write_text(content)
    [reading] = read(tmp_path)
    assert reading.refusal


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "html", "url"]), inner),
    max_leaves=6,
)


@given(JSON)
def test_any_json_becomes_a_story(value):
    story = read_object(value, shown="f.json:1")
    assert story.report_id
    assert story.refusal or isinstance(story.raw, str)


@given(st.binary(max_size=200), st.integers(1, 50), st.integers(1, 40))
def test_any_bytes_in_any_chunks_raise_nothing_but_our_own(data, size, limit):
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    try:
        once = list(iter_object_lines(chunks, shown="f.jsonl", limit_bytes=limit))
    except FoglineError:
        return
    assert once == list(iter_object_lines([data], shown="f.jsonl", limit_bytes=limit))
