"""The tense of the words around a date, where no parsed act tells it."""

from __future__ import annotations

import re
from functools import cache

from fogline.grounding.dates_words import date_words
from fogline.records import Tense

REACH = 300  # characters of the sentence on either side that are looked at
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")


def tense_near(text: str, start: int, end: int) -> Tense:
    """Future or past, from the nearest word before text[start:end] in its sentence that tells it, else after.

    Past where none does.  Units: code points.
    """
    begun = max(0, start - REACH)
    for sentence_end in _SENTENCE_END.finditer(text, begun, start + 1):
        begun = sentence_end.end()
    before = list(_cues().finditer(text, begun, start))
    stop = _SENTENCE_END.search(text, end, end + REACH)
    cue = before[-1] if before else _cues().search(text, end, stop.start() if stop else end + REACH)
    return Tense.FUTURE if cue is not None and cue["future"] else Tense.PAST


@cache
def _cues() -> re.Pattern[str]:
    future, past = ("|".join(map(re.escape, date_words()["tense"][name])) for name in ("future", "past"))
    return re.compile(
        rf"(?<![\w-])(?:(?P<past>{past})(?!\w)|(?P<future>{future})|(?!need)(?<!be )[a-z]{{2,}}[^e\W]ed)(?!\w)",
        re.IGNORECASE,
    )
