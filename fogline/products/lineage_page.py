"""Lineage as one self-contained HTML page: a family tree for each origin, and every alteration."""

from __future__ import annotations

from importlib.resources import files

from markupsafe import Markup

from fogline import __version__
from fogline.products import tree
from fogline.products.dates import date_rows, in_words
from fogline.products.family import Family, families
from fogline.products.lookup import Lookup
from fogline.products.pages import template
from fogline.products.rows import story_rows
from fogline.products.wording import count_words
from fogline.records import Corpus, Views


def render(corpus: Corpus, views: Views, *, only: str | None = None) -> str:
    """The page.  `only` keeps to the families of one report, by the beginning of its id.

    Everything that a report wrote is escaped; nothing is loaded and nothing runs.
    """
    lookup = Lookup.of(corpus, views)
    found = [f for f in families(lookup) if only is None or any(r.startswith(only) for r in f.reports)]
    kin = {r for f in found for r in f.reports}
    alone = [row for row in date_rows(corpus, views) if row["report"] not in kin] if only is None else []
    return template("lineage.html.j2", ("count_words", count_words)).render(
        title="Lineage: which reports are one",
        families=[(tree.title(f), Markup(tree.draw(f, number=i)), f) for i, f in enumerate(found, start=1)],
        counts=_counts(lookup, found),
        alone=alone,
        stories=story_rows(views) if only is None and len(views.lineage.stories) > 1 else [],
        in_words=in_words,
        css=css(),
        version=__version__,
    )


def _counts(lookup: Lookup, found: list[Family]) -> list[str]:
    lineage = lookup.views.lineage
    return [
        count_words(len(lookup.readings), "report"),
        count_words(len(lineage.origins), "original"),
        count_words(len(found), "family").replace("familys", "families"),
        count_words(len(lineage.alterations), "alteration"),
        count_words(len(lineage.stories), "story").replace("storys", "stories"),
    ]


def css() -> Markup:
    """The style of the pages, as the brief has it."""
    folder = files("fogline.products") / "templates"
    return Markup("\n".join((folder / name).read_text(encoding="utf-8") for name in ("brief.css", "lineage.css")))
