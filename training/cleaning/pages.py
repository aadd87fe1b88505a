"""Pages of our own, with what is furniture or of another story marked: read, composed, checked.

A dress of `data/` puts lines around one of our own reports (`training/claims/data`); a story of
`training/lineage/data` carries its marks itself.  `README.md` gives both forms.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.claims.labelled import Labelled, iter_reports

DATA = Path(__file__).parent / "data"
TRIAL = Path(__file__).parent / "trial"  # pages that may be read and are not learnt from
STORIES = Path(__file__).parent.parent / "lineage" / "data"
HALVES = ("look", "held")
KINDS = {"!": "stray", "+": "stray", "h": "headline", "s": "standfirst", "b": "byline", "=": "story"}
_INLINE = re.compile(r"\[\[(.*?)\]\]")


class Wrong(ValueError):
    """A line that does not follow the form."""


@dataclass(slots=True)
class Page:
    """A page as text, and what its parts are.

    `marks`: (start, end, kind) of every part that is not plain story; units: code points.  `stray` stands for
    furniture and strays alike.  `credits`: the agencies that it credits, None where that is not told.
    """

    id: str
    war: str
    outlet: str | None = None
    raw: str = ""
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    credits: frozenset[str] | None = None

    @property
    def half(self) -> str:
        """ "look", which may be read while building, or "held", which only measures: fixed by the war's name alone."""
        return HALVES[hashlib.sha256(self.war.encode()).digest()[0] % 2]

    def spans(self, kind: str) -> list[list[int]]:
        """Where the parts of a kind stand."""
        return [[start, end] for start, end, what in self.marks if what == kind]

    def add(self, text: str, kind: str) -> None:
        """Put a line under what is there; `[[...]]` in a line of the story is furniture."""
        self.raw += "\n" if self.raw else ""
        if kind != "story":
            self.marks.append((len(self.raw), len(self.raw) + len(text), kind))
            self.raw += text
            return
        done = 0
        for found in _INLINE.finditer(text):
            self.raw += text[done : found.start()]
            self.marks.append((len(self.raw), len(self.raw) + len(found[1]), "stray"))
            self.raw += found[1]
            done = found.end()
        self.raw += text[done:]


def dressed(folder: Path = DATA) -> list[Page]:
    """The dresses of `data/` upon their reports.  Raises: Wrong, with the file and the line."""
    reports = {report.id: (war, report) for war, report in iter_reports()}
    pages: list[Page] = []
    for path in sorted(folder.glob("*.txt")):
        blocks = re.split(r"(?m)^(?=# )", path.read_text(encoding="utf-8"))
        pages += [_dressed(path.name, block.splitlines(), reports) for block in blocks if block.strip()]
    return pages


def _dressed(file: str, lines: list[str], reports: dict[str, tuple[str, Labelled]]) -> Page:
    head = [part.strip() for part in lines[0][2:].split("|")]
    if len(head) != 4 or head[1] not in reports or not head[2].isdigit():
        raise Wrong(f"{file}: page | report | sentences a paragraph | credits: {lines[0]}")
    war, report = reports[head[1]]
    credits_ = frozenset() if head[3] == "-" else frozenset(name.strip() for name in head[3].split(","))
    page = Page(head[0], war, report.outlet, credits=credits_)
    body = [sentence.text for sentence in report.sentences]
    size = int(head[2])
    paragraphs = [body[at : at + size] for at in range(0, len(body), size)]
    marks = [_mark(file, line, len(paragraphs)) for line in lines[1:] if line.strip()]
    for at in range(len(paragraphs) + 1):
        for place, kind, text in marks:
            if place == at and kind != "+":
                page.add(text, KINDS[kind])
        if at < len(paragraphs):
            inside = [
                f"[[{text}]]" for place, kind, text in marks if kind == "+" and min(place, len(paragraphs) - 1) == at
            ]
            last = [place for place, kind, _ in marks if kind == "+" and place == len(paragraphs)]
            cut = len(paragraphs[at]) if last else 1
            page.add(" ".join([*paragraphs[at][:cut], *inside, *paragraphs[at][cut:]]), "story")
    return page


def _mark(file: str, line: str, count: int) -> tuple[int, str, str]:
    place, kind, text = [*line.split(" ", 2), "", ""][:3]
    at = count if place == "$" else int(place) if place.isdigit() else count + 1
    if at > count or kind not in KINDS or not text.strip():
        raise Wrong(f"{file}: place (0 to {count}, $), kind, text: {line}")
    return at, kind, text.strip()


def stories(folder: Path = STORIES) -> list[Page]:
    """The reports of the stories told in several dresses, as pages; whom they credit is not told there."""
    pages: list[Page] = []
    for path in sorted(folder.glob("*.txt")):
        pages += _story(path.stem, path.read_text(encoding="utf-8").splitlines())
    return pages


def _story(war: str, lines: Iterable[str]) -> Iterator[Page]:
    page: Page | None = None
    for line in (line.strip() for line in lines):
        if line.startswith("# "):
            if page:
                yield page
            name, outlet, *_ = (part.strip() for part in line[2:].split("|"))
            page = Page(name, war, outlet)
        elif page and line.startswith("! "):
            page.add(line[2:], "stray")
        elif page and line and not line.startswith(("= ", "~ ")):
            page.add(line, "story")
    if page:
        yield page
