"""A what-if as one self-contained HTML page: no script, no network, the map and the evidence within."""

from __future__ import annotations

from markupsafe import Markup

from fogline import __version__
from fogline.products.html import quotes, weight
from fogline.products.lineage_page import css
from fogline.products.pages import template
from fogline.products.whatif import Answer


def render(answer: Answer) -> str:
    """The page.  Everything that a report wrote is escaped; nothing is loaded and nothing runs."""
    page = template("whatif.html.j2", ("quotes", quotes), ("weight", weight))
    return page.render(a=answer, map=Markup(answer.picture), css=css(), version=__version__)
