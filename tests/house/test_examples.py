"""The examples are there, are short, and are what their page says."""

import json
import re

from tests.house.paths import ROOT

EXAMPLES = ROOT / "examples"
WORDS = range(100, 380)  # with the furniture of the pages


def reports():
    """The reports by id, as text."""
    found = {}
    for path in sorted(EXAMPLES.glob("*/*")):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            found |= {row["id"]: row["text"] for row in map(json.loads, text.splitlines())}
        else:
            found[path.stem] = re.sub(r"<[^>]+>", " ", text)
    return found


def test_there_is_an_example_of_each_format():
    assert {path.suffix for path in EXAMPLES.glob("*/*")} == {".txt", ".html", ".jsonl"}


def test_examples_are_short():
    assert {name: n for name, text in reports().items() if (n := len(text.split())) not in WORDS} == {}


def test_the_page_lists_every_example_and_no_other():
    listed = re.findall(r"^\| `([^`]+)` \|", (EXAMPLES / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert sorted(listed) == sorted(reports())


def test_no_example_is_a_gold_set():
    """The examples are read while building; a shared sentence would make the sets worth less."""
    gold = " ".join(p.read_text(encoding="utf-8") for p in (ROOT / "evaluation" / "gold").glob("*/reports.jsonl"))
    sentences = {s.strip() for text in reports().values() for s in re.split(r"(?<=[.?!])\s", text) if len(s) > 40}
    assert [s for s in sentences if s in gold] == []
