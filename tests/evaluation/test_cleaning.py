from __future__ import annotations

import pytest

from evaluation import cleaning, markup
from evaluation.floors import read_floors
from fogline.records import Reading, Span, SpanKind
from training.cleaning.pages import Page

STORY = "Troops left the town of Brenna on Friday, residents said, and rebels entered it within the hour."


def page(*parts: tuple[str, str]) -> Page:
    made = Page("p", "a war", credits=frozenset({"AP"}))
    for kind, text in parts:
        made.add(text, kind)
    return made


def test_what_is_thrown_away_is_held_against_what_is_marked():
    marked = page(("story", STORY), ("stray", "Page 3"))
    kept, both = len(STORY), len(STORY) + 1
    reading = Reading("p", marked.raw, spans=(Span(0, kept, SpanKind.STRAY), Span(both, both + 6, SpanKind.FURNITURE)))
    assert cleaning.outside(marked, reading) == [[0, kept], [both, both + 6]]
    assert marked.spans("stray") == [[both, both + 6]]


def test_a_byline_is_not_blamed_for_being_called_furniture():
    marked = page(("byline", "By Jane Roe"), ("story", STORY))
    assert cleaning.outside(marked, Reading("p", marked.raw, spans=(Span(0, 11, SpanKind.FURNITURE),))) == []


def test_the_figures_of_a_page():
    found = cleaning.measure(
        [page(("headline", "Army quits Brenna"), ("story", STORY), ("stray", "Page 3"), ("story", STORY))]
    )
    assert found["strays_f1"] == found["headlines"] == 1.0
    assert found["story_lost"] == found["credits_f1"] == 0.0


def test_what_is_missed_is_named():
    assert cleaning.missed(page(("stray", STORY), ("story", STORY)))[0].startswith("p: taken for body: Troops left")


def test_every_floor_is_of_a_figure():
    rows = {row: least for row, least in read_floors().items() if row.startswith(cleaning.ROW)}
    assert rows
    assert all(name in cleaning.FIGURES for least in rows.values() for name in least)


def test_a_web_page_is_held_against_its_marks():
    body = f"<p data-story>{STORY}</p>" * 3
    found = markup.tally(f"<html><body><article><h1 data-either>Brenna</h1>{body}</article></body></html>")
    assert (found.right, found.asked) == (3 * len(STORY), 3 * len(STORY))


def test_the_program_does_not_see_the_marks(monkeypatch: pytest.MonkeyPatch):
    seen = []
    monkeypatch.setattr(markup, "kept_text", lambda text: seen.append(text) or "")
    markup.tally(f'<html><body><p data-story>{STORY}</p><p data-either="">x</p></body></html>')
    assert "data-" not in seen[0]
