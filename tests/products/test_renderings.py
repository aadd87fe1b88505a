"""The brief as a page, as Markdown, as JSON."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from fogline.products import brief_json, html, markdown
from fogline.products.situation import situate
from fogline.records import Corpus, Views
from tests.products.cases import GRAIN, HOSTILE, hostile, record

VOID = {"meta", "br", "link", "img", "input", "hr"}
RECORDS = {"small": record, "hostile": hostile, "empty": lambda: (Corpus(()), Views())}


class Page(HTMLParser):
    """The tags of a page with their attributes, its text, and whatever is not closed in order."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.text, self.open, self.crossed = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def handle_data(self, data):
        self.text.append(data)


def page_of(name):
    """One of the records as a page."""
    return Page(html.render(situate(*RECORDS[name]())))


@pytest.mark.parametrize("name", RECORDS)
def test_a_page_is_well_formed(name):
    page = page_of(name)
    assert page.crossed == []
    assert page.open == []


@pytest.mark.parametrize("name", RECORDS)
def test_a_page_loads_nothing_and_runs_nothing(name):
    page = page_of(name)
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert [a for _, attrs in page.tags for a in attrs if a.startswith("on")] == []
    assert not re.search(r"url\((?!#)|@import", html.render(situate(*RECORDS[name]())))
    links = [attrs["href"] for _, attrs in page.tags if "href" in attrs]
    allowed = {f"https://example.org/{r}" for r in ("alpha", "beta", "gamma")}
    assert [link for link in links if not link.startswith("#") and link not in allowed] == []
    assert [attrs for _, attrs in page.tags if "src" in attrs] == []


@pytest.mark.parametrize("name", RECORDS)
def test_links_within_a_page_lead_somewhere(name):
    page = page_of(name)
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = {attrs["href"][1:] for _, attrs in page.tags if attrs.get("href", "").startswith("#")}
    labels = {w for _, attrs in page.tags for w in attrs.get("aria-labelledby", "").split()}
    assert links | labels <= set(ids)


def test_hostile_texts_stay_texts():
    page = page_of("hostile")
    assert "<script>alert(1)</script>" in " ".join(page.text)
    assert not any("javascript" in str(attrs.get("href")) for _, attrs in page.tags)


def test_a_page_has_headings_in_order_and_says_its_language():
    page = page_of("small")
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert ("html", {"lang": "en"}) in page.tags


def test_a_page_follows_the_readers_colours_and_prints():
    text = html.render(situate(*record()))
    assert "prefers-color-scheme:dark" in text
    assert "@media print" in text


def test_a_page_shows_every_quote_with_its_place():
    text = " ".join(" ".join(page_of("small").text).split())
    situation = situate(*record())
    for line in situation.lines():
        for e in line.evidence:
            assert e.anchor.quote in text
            assert f"{e.anchor.report_id} · characters {e.anchor.start}–{e.anchor.end}" in text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "http://[", "", None, "x y"]
)
def test_only_addresses_of_the_web_are_linked(url):
    assert html.address(url) is None


def test_addresses_of_the_web_are_linked():
    assert html.address("https://example.org/a?b=c") == "https://example.org/a?b=c"


def test_markdown_holds_every_line_and_quote():
    situation = situate(*record())
    text = markdown.render(situation)
    assert text.startswith("# Iraq: the situation on 12 June 2014\n")
    plain = text.replace("\\", "")
    assert all(line.text in plain for line in situation.lines())
    assert f"“{GRAIN}” (Harbour Post, alpha, 0–{len(GRAIN)})" in plain


def test_hostile_texts_form_no_markdown():
    text = markdown.render(situate(*hostile()))
    assert "<script" not in text.replace("\\<script", "")
    assert "](javascript" not in text.replace("\\](javascript", "")
    assert not re.search(r"^# x", text, flags=re.MULTILINE)


def test_markdown_of_an_empty_record_is_a_text():
    assert markdown.render(situate(Corpus(()), Views())).startswith("# The situation\n")


LINE = {
    "text", "status", "place", "origins", "grade", "note", "day", "rests_on", "id", "ids", "disputes", "claims", "evidence",
}  # fmt: skip
EVIDENCE = {"claim", "report", "outlet", "start", "end", "quote", "status", "speakers", "via", "stance"}


@pytest.mark.parametrize("name", RECORDS)
def test_json_has_its_form(name):
    found = json.loads(brief_json.render(situate(*RECORDS[name]())))
    assert set(found) == {"title", "as_of", "since", "counts", "lead", "sections", "places", "sources"}
    lines = [*found["lead"], *(n for s in found["sections"] for g in s["groups"] for n in g["lines"])]
    assert all(set(line) == LINE for line in lines)
    assert all(set(e) == EVIDENCE for line in lines for e in line["evidence"])
    raws = {r.report_id: r.raw for r in RECORDS[name]()[0].readings}
    assert all(raws[e["report"]][e["start"] : e["end"]] == e["quote"] for line in lines for e in line["evidence"])


def test_json_keeps_texts_as_they_are():
    assert HOSTILE in {s["report"] for s in json.loads(brief_json.render(situate(*hostile())))["sources"]}
