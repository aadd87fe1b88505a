"""The pages are true: links lead somewhere, commands exist, terms are defined."""

import re

import pytest
import typer.main

from docs.generate import PAGES, commands, stale_pages
from fogline.desk.cli import app
from fogline.records import ClaimType, Control, Relation, Stance, Status
from tests.house.paths import ROOT, shown, tree

HAND_WRITTEN = [p for p in tree() if p.suffix == ".md" and "gold" not in p.parts]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
TERMS = [
    "report",
    "outlet",
    "agency",
    "origin",
    "kin",
    "claim",
    "attribution",
    "stance",
    "status",
    "period",
    "place",
    "actor",
    "event",
    "holding",
    "dispute",
    "alteration",
    "grade",
    "judgement",
    "record",
    "anchor",
    "refusal",
    "stage",
]


def text_of(path):
    """A page without its code blocks."""
    return re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def anchors(path):
    """What can be linked to in a page: its headings, as the usual viewers write them."""
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", HAND_WRITTEN, ids=shown)
def test_links_lead_somewhere(page):
    broken = []
    for target in LINK.findall(text_of(page)):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            broken.append(target)
    assert broken == []


def test_every_page_can_be_reached_from_the_readme():
    seen, todo = set(), [ROOT / "README.md"]
    while todo:
        page = todo.pop()
        if page in seen or page.suffix != ".md" or not page.is_file():
            continue
        seen.add(page)
        links = (target.partition("#")[0] for target in LINK.findall(text_of(page)))
        todo += [(page.parent / link).resolve() for link in links if link and "://" not in link]
    assert {shown(p) for p in (ROOT / "docs").rglob("*.md")} - {shown(p) for p in seen} == set()


@pytest.mark.parametrize("term", TERMS)
def test_terms_are_defined(term):
    assert f"**{term}**" in (ROOT / "docs" / "terms.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("value", [*ClaimType, *Status, *Stance, *Control, *Relation])
def test_every_value_of_the_record_is_explained(value):
    page = (ROOT / "docs" / "terms.md").read_text(encoding="utf-8")
    assert f"`{value}`" in page or f"*{value}*" in page


def test_generated_pages_are_up_to_date():
    assert stale_pages() == []


def test_every_command_is_documented():
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    known = [name for name, _ in commands(typer.main.get_command(app))]
    assert known
    assert [name for name in known if f"## fogline {name}\n" not in page] == []


def test_generated_pages_say_that_they_are():
    silent = [n for n in PAGES if "do not edit" not in (ROOT / "docs" / "reference" / n).read_text(encoding="utf-8")]
    assert silent == []


def blocks(page):
    """The lines of the shell blocks of a page."""
    for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL):
        yield from block.splitlines()


def told():
    """Every command line that a page tells its reader to type, with its page."""
    return [(page, line.split("#")[0].strip()) for page in HAND_WRITTEN for line in blocks(page)]


def test_fogline_commands_in_the_pages_exist():
    known = {name.split()[0] for name, _ in commands(typer.main.get_command(app))}
    words = [(shown(page), m[1]) for page, line in told() for m in re.finditer(r"(?:^|[/ ])fogline ([a-z]+)", line)]
    assert words
    assert [(page, word) for page, word in words if word not in known] == []


def test_options_in_the_pages_exist():
    options = {}
    for name, command in commands(typer.main.get_command(app)):
        options.setdefault(name.split()[0], set()).update(word for p in command.params for word in p.opts)
    wrong = []
    for page, line in told():
        if found := re.search(r"(?:^|[/ ])fogline ([a-z]+)(.*)", line):
            given = re.findall(r"(?<!\S)--?[a-z][a-z-]*", found[2])
            wrong += [(shown(page), line) for word in given if word not in options.get(found[1], set())]
    assert wrong == []


def test_make_targets_in_the_pages_exist():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    words = [
        (shown(p), m) for p in HAND_WRITTEN for m in re.findall(r"\bmake ([a-z]+)\b(?=`|$| +#)", p.read_text("utf-8"))
    ]
    assert words
    assert [(page, word) for page, word in words if word not in targets] == []


def test_decisions_are_numbered_and_listed():
    notes = sorted(p.name for p in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [name[:4] for name in notes] == [f"{n:04}" for n in range(1, len(notes) + 1)]
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert [name for name in notes if f"({name})" not in listed] == []
