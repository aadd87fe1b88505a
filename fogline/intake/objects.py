"""JSON: one object, a list of them, or one a line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any

from fogline.intake.chunks import iter_lines
from fogline.intake.encoding import decode, whole
from fogline.intake.limits import megabytes
from fogline.intake.page import read_markup
from fogline.intake.story import Story

_FIELDS = ("outlet", "title", "url", "published")


def iter_object_lines(chunks: Iterable[bytes], *, shown: str, limit_bytes: int) -> Iterator[Story]:
    """The stories of JSON lines, one line in memory at a time; a line that cannot be read is refused alone."""
    for number, line in iter_lines(chunks, limit_bytes=limit_bytes):
        where = f"{shown}:{number}"
        if line is None:
            yield Story(
                place_id(where), where, refusal=f"the line is longer than {megabytes(limit_bytes)}: split the report"
            )
        elif text := decode(line).strip():
            found = parse(text)
            if isinstance(found, str):
                yield Story(place_id(where), where, refusal=found)
            else:
                yield read_object(found[0], shown=where)


def place_id(shown: str) -> str:
    """The id of a report that has none: the file's name and the place in it, wherever the file lies."""
    return os.path.basename(shown)


def iter_objects(text: str, *, report_id: str, shown: str) -> Iterator[Story]:
    """The stories of a JSON file: one object, or a list of them."""
    found = parse(text)
    if isinstance(found, str):
        yield Story(report_id, shown, refusal=found)
    elif isinstance(found[0], list):
        for number, item in enumerate(found[0], 1):
            yield read_object(item, shown=f"{shown}:{number}")
        if not found[0]:
            yield Story(report_id, shown, refusal="the list is empty: nothing to read in it")
    else:
        yield read_object(found[0], shown=shown, default_id=report_id)


def parse(text: str) -> str | tuple[Any]:
    """What the JSON holds, in a tuple of one, or in a line why it cannot be read."""
    try:
        return (json.loads(text),)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            return "more than one JSON value: give a file of one object a line the ending .jsonl"
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
            return "the JSON is cut short: fetch it again"
        return f"is not JSON ({error.msg}, character {error.pos + 1}): mend it"
    except RecursionError:
        return "the JSON is nested too deeply to be a report"
    except ValueError as error:
        return f"is not JSON that can be read ({error}): mend it"


def read_object(found: Any, *, shown: str, default_id: str | None = None) -> Story:
    """The story of one object with the keys `id, outlet, title, published, url, text|html`."""
    if not isinstance(found, dict):
        return Story(default_id or place_id(shown), shown, refusal='is no JSON object with "id" and "text"')
    given = found.get("id")
    known = isinstance(given, str | int) and not isinstance(given, bool)
    report_id = whole(str(given)).strip() if known else ""
    report_id = report_id or default_id or place_id(shown)
    if given is not None and not known:
        return Story(report_id, shown, refusal='its "id" is neither text nor a number')
    wrong = [key for key in _FIELDS if not isinstance(found.get(key), str | None)]
    if wrong:
        return Story(report_id, shown, refusal=f'its "{wrong[0]}" is not text')
    return _with_fields(_content(found, report_id, shown), found)


def _content(found: dict[str, Any], report_id: str, shown: str) -> Story:
    text, markup = found.get("text"), found.get("html")
    if isinstance(text, str) and (text.strip() or not markup):
        return Story(report_id, shown, raw=whole(text))
    if text is None and markup is None:
        return Story(report_id, shown, refusal='has neither "text" nor "html"')
    if isinstance(markup, str) and not (text and not isinstance(text, str)):
        return read_markup(report_id, whole(markup), shown=shown)
    return Story(report_id, shown, refusal='its "text" or "html" is not text')


def _with_fields(story: Story, found: dict[str, Any]) -> Story:
    """The story with what the object itself states; that goes before what a page inside it states."""

    def field(key: str) -> str | None:
        return whole(found.get(key) or "").strip() or None

    day = field("published")
    return Story(
        story.report_id,
        story.shown,
        raw=story.raw,
        outlet=field("outlet") or story.outlet,
        title=field("title") or story.title,
        url=field("url") or story.url,
        day=day or story.day,
        ground="field" if day else story.ground,
        refusal=story.refusal,
    )
