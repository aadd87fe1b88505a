"""Dates in a list, where the verb is told once: "Karsin fell in May, Osk in June", "since May" and "since June" too."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.lexicon import lexicon
from fogline.claims.scene import Scene
from fogline.claims.when_before import DateSpan
from fogline.records import Name


def beside_place(date: DateSpan, dates: Sequence[DateSpan], place: Name, scene: Scene) -> DateSpan:
    """The date that follows a place in a list, where its own stands there; else the date as it is.

    `dates` are those of the sentence, in order.
    """
    at = _last_named(date, place, scene)
    after = next((d for d in dates if at is not None and d[0] > at > date[0]), None)
    if after is None or (_opens(after) in lexicon("when")["standing"] and _opens(after) != _opens(date)):
        return date
    between = scene.doc[date[1] : after[0]]
    return date if any(t.pos_ in ("VERB", "AUX") for t in between) else after


def _opens(date: DateSpan) -> str:
    """The first word of a date: "since January" opens as "since Sunday" does."""
    return date[2].lower().split()[0]


def _last_named(date: DateSpan, place: Name, scene: Scene) -> int | None:
    """The last word of the place where it is named last in the sentence of a date; `None` where it is not."""
    sentence = scene.doc[date[0]].sent
    ends = (i for i in range(sentence.start, sentence.end) for m in scene.at.get(i, ()) if m.name == place)
    return max(ends, default=None)
