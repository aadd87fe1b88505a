"""What is public says what it is."""

import ast
import inspect

import pytest

from fogline import records
from tests.house.paths import ROOT, parsed, shown, sources

# Words of the code that the terms give under another name.
TERMS = {
    "Actor": "actor", "Alteration": "alteration", "Anchor": "anchor", "Attribution": "attribution", "Basis": "basis",
    "Claim": "claim", "Dispute": "dispute", "Event": "event", "Figure": "figures", "Grade": "grade",
    "Holding": "holding", "Judgement": "judgement", "Kinship": "kin", "Origin": "origin", "Period": "period",
    "Place": "place", "Reading": "reading", "Refusal": "refusal", "ReportStage": "stage", "Status": "status",
    "Views": "views",
}  # fmt: skip


@pytest.mark.parametrize("name", records.__all__)
def test_every_record_says_what_it_is(name):
    thing = getattr(records, name)
    documented = inspect.getdoc(thing) or ""
    assert documented
    assert not documented.startswith(f"{name}("), f"{name} has only the text that dataclasses write"


def test_the_public_records_are_sorted_and_named_once():
    words = [name for name in records.__all__ if name[0].isupper()]
    assert words == sorted(set(words), key=str.lower)


@pytest.mark.parametrize(("name", "term"), TERMS.items())
def test_records_are_named_by_terms(name, term):
    assert name in records.__all__
    assert f"**{term}**" in (ROOT / "docs" / "terms.md").read_text(encoding="utf-8")


def public(path):
    """The public functions, classes and methods of a file; what a class overrides needs no second text."""
    tree = parsed(path)
    for node in [*tree.body, *(n for c in tree.body if isinstance(c, ast.ClassDef) for n in c.body)]:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node


def test_public_names_have_a_docstring():
    silent = {
        f"{shown(path)}:{node.lineno} {node.name}"
        for path in sources("fogline")
        if "migrations" not in path.parts
        for node in public(path)
        if not ast.get_docstring(node)
    }
    assert silent == set()


def test_modules_have_a_docstring():
    silent = {shown(p) for p in sources() if not ast.get_docstring(parsed(p))}
    assert silent == set()
