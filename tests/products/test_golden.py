"""The briefs of the examples: exactly as they are meant to be, and every line of them ends at words in the files."""

import html
import json
import re

import pytest

from fogline.products import brief_json, markdown
from fogline.products.situation import situate
from fogline.products.why import trace
from tests.products.golden import EXAMPLES, WARS, golden_file, read_war


@pytest.fixture(scope="session", params=WARS)
def war(request, tmp_path_factory):
    """A war of the examples: its name, its corpus and its views."""
    return request.param, *read_war(request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="session")
def lines(war):
    """Every line of the war's brief, as its JSON has it, with the section that it stands in."""
    _, corpus, views = war
    content = brief_json.content(situate(corpus, views))
    found = [("lead", line) for line in content["lead"]]
    for section in content["sections"]:
        found += [(section["key"], line) for group in section["groups"] for line in group["lines"]]
    return found


def texts_on_disk(war):
    """The texts of a war's reports, read from the files themselves, by id."""
    found = {}
    for path in (EXAMPLES / war).iterdir():
        written = path.read_bytes().decode("utf-8")
        if path.suffix == ".jsonl":
            found |= {row["id"]: row["text"] for row in map(json.loads, written.splitlines())}
        else:
            found[path.stem] = written
    return found


def words_of_page(markup):
    """The words of a page, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_the_brief_is_the_golden_one(war):
    name, corpus, views = war
    assert markdown.render(situate(corpus, views)) == golden_file(name).read_text(encoding="utf-8"), (
        "the brief has changed: if it is meant to, `make golden` writes it anew"
    )


def test_the_record_holds_every_text_as_it_stands_on_disk(war):
    name, corpus, _ = war
    texts = texts_on_disk(name)
    raws = {reading.report_id: reading.raw for reading in corpus.readings}
    assert set(raws) == set(texts)
    for report_id, text in texts.items():
        if (EXAMPLES / name / f"{report_id}.html").exists():  # offsets of a page count in the text taken from it
            page = words_of_page(text)
            assert [line for line in raws[report_id].splitlines() if " ".join(line.split()) not in page] == []
        else:
            assert raws[report_id] == text


def test_why_of_every_line_ends_at_words_that_stand_there(war, lines):
    name, corpus, views = war
    raws = {reading.report_id: reading.raw for reading in corpus.readings} | {
        report_id: text for report_id, text in texts_on_disk(name).items() if not text.lstrip().startswith("<")
    }
    asked = {row_id for _, line in lines for row_id in line["ids"]}
    assert asked
    for row_id in sorted(asked):
        anchors = [step.anchor for step in trace(corpus, views, row_id) if step.anchor]
        assert anchors, row_id
        assert [a for a in anchors if raws[a.report_id][a.start : a.end] != a.quote] == []


def test_every_line_rests_on_words_or_says_that_it_is_about_the_record(war, lines):
    _, corpus, _ = war
    raws = {reading.report_id: reading.raw for reading in corpus.readings}
    for section, line in lines:
        if line["rests_on"] == "the record":
            assert section == "limits", line["text"]
            assert line["claims"] == []
            continue
        assert line["ids"], line["text"]
        assert line["evidence"], line["text"]
        for words in line["evidence"]:
            assert words["quote"].strip()
            assert raws[words["report"]][words["start"] : words["end"]] == words["quote"]


def test_why_ends_at_the_words_that_the_line_shows(war, lines):
    _, corpus, views = war
    for _, line in lines:
        reached = {
            (step.anchor.report_id, step.anchor.start, step.anchor.end)
            for row_id in line["ids"]
            for step in trace(corpus, views, row_id)
            if step.anchor
        }
        shown = {(words["report"], words["start"], words["end"]) for words in line["evidence"]}
        assert shown <= reached, line["text"]


def test_no_holding_is_without_evidence(war):
    _, corpus, views = war
    claims = {claim.claim_id for claim in corpus.claims()}
    assert views.holdings
    assert [h for h in views.holdings if not h.supports or not set(h.supports) <= claims] == []


def test_no_line_is_told_twice_in_one_group(war):
    _, corpus, views = war
    for section in situate(corpus, views).sections:
        for group in section.groups:
            told = [line.text for line in group.lines]
            assert len(told) == len(set(told)), (section.key, group.title)
