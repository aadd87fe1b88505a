from __future__ import annotations

import pytest

from training.cleaning.logistic import fit
from training.cleaning.pages import Page, Wrong, dressed, stories


def test_every_dress_fits_its_report():
    pages = dressed()
    assert len({page.id for page in pages}) == len(pages) >= 60
    for page in pages:
        assert all(0 <= start < end <= len(page.raw) for start, end, _ in page.marks)


def test_both_halves_have_pages():
    assert {page.half for page in dressed()} == {"look", "held"}


@pytest.mark.parametrize("line", ["99 ! too far down", "0 ? no such kind", "x ! no such place", "0 !"])
def test_a_line_in_no_form_is_named(tmp_path, line):
    (tmp_path / "a.txt").write_text(f"# p | tri-b | 2 | -\n{line}\n", encoding="utf-8")
    with pytest.raises(Wrong, match=r"a\.txt"):
        dressed(tmp_path)


def test_a_story_carries_its_marks_itself(tmp_path):
    (tmp_path / "war.txt").write_text(
        "= war\n# a-1 | Post | 2031-01-01 | rewrite | a-0\nThey left. [[Page 3]]\n~ number | 2 | 3\n! Share\n"
    )
    [page] = stories(tmp_path)
    assert page.raw == "They left. Page 3\nShare"
    assert [page.raw[start:end] for start, end in page.spans("stray")] == ["Page 3", "Share"]


def test_the_half_hangs_on_the_war_alone():
    assert Page("a", "one war").half == Page("b", "one war").half


def test_what_tells_is_weighed():
    rows = [{"a": 1.0}, {"a": 1.0, "b": 1.0}, {"b": 1.0}, {}] * 20
    found = fit(rows, [True, True, False, False] * 20, [1.0] * 80, ridge=0.1)
    assert found["a"] > 2
    assert abs(found["b"]) < 0.5
