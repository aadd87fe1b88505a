from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fogline.text.paragraphs import cut, has_stop


@given(st.text(alphabet="ab .\n\r\u2028\t\x0b\xa0", max_size=80))
def test_paragraphs_stand_where_they_say(raw):
    end = 0
    for paragraph in cut(raw):
        assert raw[paragraph.start : paragraph.end] == paragraph.text == paragraph.text.strip() != ""
        assert raw[end : paragraph.start].strip() == ""
        end = paragraph.end
    assert raw[end:].strip() == ""


def test_one_line_is_one_paragraph():
    assert [p.text for p in cut("  One line.\nAnother line, which is long enough.\r\n\r\nThird.")] == [
        "One line.",
        "Another line, which is long enough.",
        "Third.",
    ]


def test_short_lines_with_stops_are_not_joined():
    raw = "\n".join(f"Village {n} fell to the rebels in the night, said residents of it." for n in range(8))
    assert len(cut(raw)) == 8


def test_stops():
    assert all(map(has_stop, ["He left.", "“He left.”", "Why?)", "He left…", "They were:"]))
    assert not any(map(has_stop, ["He left the", "Rebels take town", ""]))
