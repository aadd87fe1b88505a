"""A situation as one self-contained HTML page: no script, no network, the map and the evidence within."""

from __future__ import annotations

from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Template
from markupsafe import Markup

from fogline import __version__
from fogline.products import map as maps
from fogline.products import tree
from fogline.products.line import Line
from fogline.products.lookup import Evidence
from fogline.products.pages import template
from fogline.products.situation import Situation
from fogline.products.wording import capital, count_words, day_words

OPEN_TREES = 4  # family trees that are shown at once
OPEN_LINES = 8  # lines of a group that are shown at once; the others open with a click


def render(situation: Situation) -> str:
    """The brief as one HTML page.  Everything that a report wrote is escaped; only report addresses are linked."""
    drawn = maps.draw(situation.spots, title=f"Map. {situation.title}")
    return _template().render(
        s=situation,
        map=Markup(drawn),  # escaped in its own template
        holders=maps.legend(situation.spots),
        css=Markup((files("fogline.products") / "templates" / "brief.css").read_text(encoding="utf-8")),
        version=__version__,
        open_lines=OPEN_LINES,
        trees=[(tree.title(f), Markup(tree.draw(f, number=i))) for i, f in enumerate(situation.families, start=1)],
        open_trees=OPEN_TREES,
    )


def quotes(line: Line) -> list[tuple[Evidence, list[str]]]:
    """The words under a line, each once, with the tags of all claims that rest on them."""
    tags: dict[tuple[str, int, int], tuple[Evidence, list[str]]] = {}
    for e in line.evidence:
        _, said = tags.setdefault((e.anchor.report_id, e.anchor.start, e.anchor.end), (e, []))
        tag = _tag(e)
        if tag and tag not in said:
            said.append(tag)
    return list(tags.values())


def weight(line: Line) -> str:
    """How much evidence a line has: "3 quotes, 2 reports"."""
    found = quotes(line)
    reports = {e.anchor.report_id for e, _ in found}
    return f"{count_words(len(found), 'quote')} from {count_words(len(reports), 'report')}"


def address(url: str | None) -> str | None:
    """A report's address where it is one of the web; `None` for anything else, such as `javascript:`."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _tag(evidence: Evidence) -> str:
    """In which sense and by whom a claim is made, where the report does not simply say it."""
    status = "" if evidence.status == "asserted" else evidence.status
    who = ", ".join(evidence.speakers)
    via = f"through {evidence.via}" if evidence.via else ""
    return " · ".join(part for part in (status, who, via) if part)


def _template() -> Template:
    filters = (quotes, weight, address, day_words, count_words, capital)
    return template("brief.html.j2", *((f.__name__, f) for f in filters))
