from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.intake.page import read_markup, stated_day
from fogline.records import Basis, ReportDay

BODY = "".join(
    f"<p>Company {n} of the rebels entered village {n} on Friday, two of its residents said.</p>" for n in range(6)
)
PAGE = """<html lang="en"><head><title>Rebels take villages</title>
<meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2031-05-07T22:00:00Z">
<link rel="canonical" href="https://example.org/villages"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Rebels take villages</h1>{}</article></body></html>"""


def test_a_page_gives_its_text_title_site_address_and_day(tmp_path, read):
    (tmp_path / "a.html").write_text(PAGE.format(BODY))
    [reading] = read(tmp_path)
    assert "Company 3 of the rebels entered village 3" in reading.raw
    assert "Sport" not in reading.raw
    assert "<p>" not in reading.raw
    assert (reading.title, reading.outlet, reading.url) == (
        "Rebels take villages",
        "The Paper",
        "https://example.org/villages",
    )
    assert reading.published == ReportDay(date(2031, 5, 7), Basis.STATED, "page")


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<html><body><script>var a = 'Troops left the town today.';</script></body></html>",
        "<html><body><nav><a href=/>Home</a> <a href=/b>About us</a></nav></body></html>",
        "no page at all",
        "<html><head><title>Troops leave</title></head><body></body></html>",
    ],
)
def test_a_page_without_a_story_has_no_body_text(tmp_path, read, markup):
    (tmp_path / "a.htm").write_text(markup)
    [reading] = read(tmp_path)
    assert "no body text" in reading.refusal.reason


def test_a_day_in_the_prose_is_not_the_pages_day():
    assert stated_day(f"<html><body><article><p>On 2019-05-01 the war began.</p>{BODY}</article></body></html>") is None


def test_a_time_stamp_is_the_pages_day():
    assert stated_day(f"<html><body><time datetime='2031-05-07'>7 May</time>{BODY}</body></html>") == "2031-05-07"


def test_the_head_goes_before_the_stamps_of_teasers():
    page = PAGE.format("<time datetime='2030-01-01'>old</time>" + BODY)
    assert stated_day(page) == "2031-05-07"


def test_a_page_of_the_future_is_refused(tmp_path, read):
    (tmp_path / "a.html").write_text(PAGE.format(BODY).replace("2031-05-07", "2035-05-07"))
    assert "after today" in read(tmp_path)[0].refusal.reason


@pytest.mark.parametrize("charset", ["iso-8859-2", "windows-1251"])
def test_the_declared_charset_is_used(tmp_path, read, charset):
    word = "Zażółć gęślą" if charset == "iso-8859-2" else "Министерство обороны"
    page = PAGE.format(f"<p>{word} reported that the villages were quiet.</p>" + BODY)
    page = page.replace("<head>", f'<head><meta charset="{charset}">')
    (tmp_path / "a.html").write_bytes(page.encode(charset))
    assert word in read(tmp_path)[0].raw


@pytest.mark.parametrize(
    "markup",
    [
        "<" * 1_000_000,
        "<div>" * 50_000 + BODY + "</div>" * 50_000,
        "<html><body " + 'a="b" ' * 50_000 + ">" + BODY,
        "<html><body><p>" + "&lt;" * 100_000 + "</p></body></html>",
        "<html><body><p>" + "&amp;" * 100_000,
        "<!--" * 100_000,
        "<table><tr><td>" * 5_000 + "Troops left.",
        '<?xml version="1.0" encoding="utf-16"?><html><body><p>Troops left the town on Friday.</p></body></html>',
        "<html><body><p>Troops\x00left the \ud800 town on Friday, residents said.</p></body></html>",
    ],
    ids=["brackets", "deep", "attributes", "entities", "amp", "comments", "tables", "xml", "halves"],
)
def test_hostile_pages_come_to_an_end(markup):
    story = read_markup("a", markup, shown="a.html")
    assert story.refusal or story.raw.strip()


@settings(max_examples=40)
@given(st.text(alphabet="<>/=\"'&;! abphtml-\n\x00é", max_size=200))
def test_any_markup_is_a_story_or_a_refusal(markup):
    story = read_markup("a", markup, shown="a.html")
    assert story.refusal or story.raw.strip()
