from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.records import Reading, Span, SpanKind
from fogline.text import Clean

# A story of our own: invented towns, so that nothing depends on a real war.
LEAD = "BRENNA, May 7 (QPA) - Government troops pulled out of Brenna and Colm on Saturday, leaving the Oder road to the Northern Front, residents said."
STORY = [
    LEAD,
    "The withdrawal from Brenna came as the Northern Front sent armoured cars towards Darrow, the last town that the army holds on the Oder road.",
    "An army spokesman denied that Colm had been given up and said its troops were regrouping behind the Oder bridge.",
    "The Northern Front, which took Varna in April, said that the bridge had been blown up by retreating troops.",
    "Twelve civilians were wounded in shelling near Darrow, a nurse at the hospital in Colm said.",
    "If Darrow falls, the army would lose the road from the capital to the coast.",
]
STRAYS = [
    "HARVEST: Growers of hops in the Saaz valley expect their poorest crop since the drought of 2015, and the brewers' guild has asked the Chamber of Commerce for",
    "Goalkeeper Anna Petrova signed for Lokomotiv on Thursday in a deal worth four million, and is expected to play against the champions when",
]


@pytest.fixture
def spans() -> Callable[..., list[tuple[str, str]]]:
    """The kinds and the words of a text's spans."""

    def _spans(raw: str, **fields: str) -> list[tuple[str, str]]:
        reading = Clean()(Reading("a", raw, **fields))
        assert reading.spans is not None
        return [(span.kind.value, raw[span.start : span.end]) for span in reading.spans]

    return _spans


def covers(raw: str, spans: tuple[Span, ...]) -> bool:
    """Whether the spans are in order, apart, trimmed, and hold every sign of raw that is not blank."""
    held = [False] * len(raw)
    end = 0
    for span in spans:
        if not end <= span.start < span.end <= len(raw) or not isinstance(span.kind, SpanKind):
            return False
        if raw[span.start].isspace() or raw[span.end - 1].isspace():
            return False
        held[span.start : span.end] = [True] * (span.end - span.start)
        end = span.end
    return all(inside or sign.isspace() for inside, sign in zip(held, raw, strict=True))
