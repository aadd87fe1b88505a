"""The picture of a family: a tree of reports, with the relation and what was altered on each edge.  Plain SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from jinja2 import Template
from markupsafe import Markup

from fogline.products.family import Family, Member
from fogline.products.labels import text_width
from fogline.products.pages import template
from fogline.products.wording import capital, count_words, legible
from fogline.records import Alteration, Relation

# Units: pixels of the drawing.
INDENT, MARGIN, GAP = 150.0, 14.0, 16.0
BOX, PAD = 46.0, 12.0
NAME, SMALL = 14.0, 12.0  # sizes of type
HEADING = 30.0  # of a family's title
LINE = 19.0  # from one line of changes to the next
LEAST_WIDTH, ROOM = 480.0, 430.0  # of the drawing; of a box
MOST = 60  # members that are drawn; the tables have all
LONGEST = 46  # characters of a value that are shown; the picture's titles have it whole
PLAIN = 0.9  # width of plain type against the bold that `text_width` measures


@dataclass(frozen=True, slots=True)
class Change:
    """A line below a box: what was altered, cut to fit."""

    kind: str
    original: str
    altered: str
    whole: Alteration
    y: float


@dataclass(frozen=True, slots=True)
class Node:
    """A report on the page, and the edge that leads to it: from (`from_x`, `from_y`) down, then to its left side."""

    member: Member
    name: str
    facts: str
    x: float
    y: float
    width: float
    changes: tuple[Change, ...]
    from_x: float | None = None
    from_y: float | None = None

    @property
    def middle(self) -> float:
        """The height at which the edge arrives."""
        return self.y + BOX / 2

    @property
    def right(self) -> float:
        """How far it reaches, with what it changed."""
        lines = (text_width(f"{c.kind}: {c.original} → {c.altered}", SMALL + 1) + 3 * PAD for c in self.changes)
        return self.x + max([self.width, *lines])

    @property
    def update(self) -> bool:
        """Whether it only reuses text of the report above it: it is no telling of the same original."""
        return self.member.kin is not None and self.member.kin.relation is Relation.UPDATE


def draw(family: Family, *, number: int = 1) -> str:
    """The family as one SVG element; its text is escaped.  `number` keeps its ids apart from those of others."""
    nodes = tuple(islice(lay_out(family), MOST))
    more = len(family.members) - len(nodes)
    foot = max([nodes[-1].y + BOX, *(c.y + 6 for n in nodes for c in n.changes)]) + (LINE if more else 0)
    width = max(LEAST_WIDTH, *(n.right for n in nodes)) + MARGIN
    return _template().render(
        nodes=nodes, width=width, height=foot + MARGIN, id=f"tree-{number}", title=title(family),
        desc=in_words(family), box=BOX, pad=PAD, more=f"and {count_words(more, 'more report')}" if more else "",
        foot=foot,
    )  # fmt: skip


def draw_all(found: Sequence[Family]) -> str:
    """The families below one another as one SVG file, each under its title; "" for none."""
    parts, y, width = [], MARGIN, LEAST_WIDTH
    for number, family in enumerate(found, start=1):
        drawn = draw(family, number=number)
        size = re.search(r'width="([\d.]+)" height="([\d.]+)"', drawn)
        wide, high = (float(size[1]), float(size[2])) if size else (LEAST_WIDTH, BOX)
        parts.append((title(family), y + NAME, Markup(drawn), y + HEADING))  # escaped in its own template
        y, width = y + HEADING + high + GAP, max(width, wide)
    return _template("trees.svg.j2").render(parts=parts, width=width, height=y + MARGIN, x=MARGIN) if parts else ""


def title(family: Family) -> str:
    """What a family is, in a line."""
    reports = count_words(len(family.reports), "report")
    by = f" by {family.agency}" if family.agency else ""
    if family.origins == 1:
        return f"One original{by}, told in {reports}"
    return f"{count_words(family.origins, 'original')}{by}, told in {reports}"


def in_words(family: Family) -> str:
    """The tree as sentences, for those who do not see it."""
    parts = []
    above: list[Member] = []
    for depth, member in family.members:
        del above[depth:]
        if member.kin is not None:
            parts.append(f"{member.name}: {member.kin.relation} of {above[-1].name}.")
            parts += [f"{capital(c.kind)}: “{c.original}” became “{c.altered}”." for c in member.changes]
        above.append(member)
    return " ".join(parts)


def lay_out(family: Family) -> Iterator[Node]:
    """Every member with its place, from top to bottom; each stands below the one that it derives from."""
    y = MARGIN
    above: list[Node] = []
    for depth, member in family.members:
        del above[depth:]
        x = MARGIN + depth * INDENT
        parent = above[-1] if above else None
        changes = tuple(_changes(member, y + BOX + 16))
        facts = _facts(member)
        wide = max(text_width(member.name, NAME), text_width(facts, SMALL) * PLAIN) + 2 * PAD
        node = Node(
            member, cut(member.name, 48), facts, x, y, min(wide, ROOM), changes,
            parent.x + 24 if parent else None, parent.y + BOX if parent else None,
        )  # fmt: skip
        yield node
        above.append(node)
        y += BOX + GAP + (len(changes) * LINE + 4 if changes else 0)


def _changes(member: Member, top: float) -> Iterator[Change]:
    for change, y in zip(member.changes, count(top, LINE), strict=False):
        yield Change(change.kind, cut(change.original), cut(change.altered), change, y)


def _facts(member: Member) -> str:
    if member.report_id is None:
        return "agency; its own report is not held"
    named = () if member.name == member.report_id else (cut(member.report_id, 36),)
    return " · ".join((*named, member.day, *member.also))


def cut(text: str, longest: int = LONGEST) -> str:
    """A text on one line that is not longer than this, with a sign that it was cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def _template(name: str = "tree.svg.j2") -> Template:
    return template(name, finalize=_finalize)


def _finalize(value: object) -> object:
    """Numbers without needless digits, text that is fit for a page."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else legible(value)
