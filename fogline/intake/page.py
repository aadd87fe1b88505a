"""Web pages: the story's text and what the page says of itself.  By trafilatura.

Offsets of such a report refer to the extracted text, not to the markup (docs/decisions: the raw text of a page).
"""

from __future__ import annotations

import logging
import re
from typing import Any

from fogline.intake.contents import HEAD_BYTES
from fogline.intake.encoding import declared_charset, decode
from fogline.intake.story import Story

MOST_STAMPS = 8
NO_BODY = "no body text: the page holds no story; save the article itself, or give its text"
_LAST_DAY = "9999-12-30"  # else htmldate compares with the clock: what a page says would depend on when it is read
_STOP = re.compile("[.!?…。؟]")
FEWEST_WORDS = 5
_STAMPS = (
    "//time|//*[@itemprop='datePublished' or contains(@class,'publish') or contains(@class,'date')"
    " or contains(@id,'date')][string-length(normalize-space(.)) < 60]"
)


def read_page(report_id: str, data: bytes, *, shown: str) -> Story:
    """The story of a page in bytes."""
    markup = decode(data, declared=declared_charset(data[:HEAD_BYTES]))
    return read_markup(report_id, markup, shown=shown)


def read_markup(report_id: str, markup: str, *, shown: str) -> Story:
    """The story of a page: title, site and address as it states them; refused where it holds no sentence."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it warns of is our refusal
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found = bare_extraction(
        markup.replace("\x00", "\ufffd"),
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _LAST_DAY},
    )
    text = (found.text or "") if found is not None else ""
    if found is None or not _has_sentence(text):
        return Story(report_id, shown, refusal=NO_BODY)
    return Story(
        report_id,
        shown,
        raw=text,
        outlet=found.sitename or None,
        title=found.title or None,
        url=found.url or None,
        day=stated_day(markup),
        ground="page",
    )


def _has_sentence(text: str) -> bool:
    """Whether a line is more than the label of a link: menus and front pages hold nothing else."""
    return any(_STOP.search(line) and len(line.split()) >= FEWEST_WORDS for line in text.splitlines())


def stated_day(markup: str) -> str | None:
    """The day that a page states in its head, its data or a time stamp; never one found in the story's prose."""
    from htmldate import find_date
    from trafilatura import load_html

    tree: Any = load_html(markup)
    if tree is None:
        return None
    keep = [*tree.xpath("//head|//script[@type='application/ld+json']"), *tree.xpath(_STAMPS)]
    # One at a time, the head first: a page's own word about itself goes before the stamps of its teasers.
    for node in keep[:MOST_STAMPS]:
        day = find_date(_alone(node), extensive_search=False, original_date=True, max_date=_LAST_DAY)
        if day:
            return str(day)
    return None


def _alone(node: Any) -> str:
    """A page of nothing but this element."""
    from lxml.etree import tostring  # type: ignore[import-untyped]

    markup = tostring(node, encoding="unicode", with_tail=False)
    return f"<html>{markup}</html>" if node.tag == "head" else f"<html><body>{markup}</body></html>"
