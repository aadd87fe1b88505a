"""A what-if as one self-contained HTML page: no script, no network, the map and the evidence within."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from fogline import __version__
from fogline.products.html import quotes, weight
from fogline.products.lineage_page import css
from fogline.products.whatif import Answer
from fogline.products.wording import legible


def render(answer: Answer) -> str:
    """The page.  Everything that a report wrote is escaped; nothing is loaded and nothing runs."""
    environment = Environment(
        loader=PackageLoader("fogline.products", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=legible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"quotes": quotes, "weight": weight}
    template = environment.get_template("whatif.html.j2")
    return template.render(a=answer, map=Markup(answer.picture), css=css(), version=__version__)
