"""The templates of pages and pictures: everything that a report wrote is escaped, and a missing value is an error."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from fogline.products.wording import legible


@lru_cache(maxsize=16)
def template(name: str, *filters: tuple[str, Callable[..., Any]], finalize: Callable[..., Any] = legible) -> Template:
    """A template of this room, with the filters that it uses; `finalize` makes each value fit for a page."""
    environment = Environment(
        loader=PackageLoader("fogline.products", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= dict(filters)
    return environment.get_template(name)
