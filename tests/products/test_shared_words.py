"""The words that two reports share: the first of the longest runs that are looked for."""

from hypothesis import given
from hypothesis import strategies as st

from fogline.products.sections.lineage import RUN_LENGTHS, shared_words
from fogline.records import Reading, Span, SpanKind

TEXTS = st.lists(st.sampled_from(["Karsin", "fell", "to", "rebels"]), max_size=60).map(" ".join)


def reading(report_id: str, text: str) -> Reading:
    return Reading(report_id, text, spans=(Span(0, len(text), SpanKind.BODY),) if text else ())


def looked_for(mine: list[str], theirs: list[str]) -> list[str] | None:
    """The same, by looking at every run of both."""
    for length in RUN_LENGTHS:
        held = {tuple(theirs[i : i + length]) for i in range(len(theirs) - length + 1)}
        for i in range(len(mine) - length + 1):
            if tuple(mine[i : i + length]) in held:
                return mine[i : i + length]
    return None


@given(TEXTS, TEXTS, st.sampled_from(["", "away from the town by night"]))
def test_the_first_of_the_longest_runs_is_found(one, other, shared):
    mine, theirs = f"{one} {shared}", f"{shared} {other}"
    found = shared_words(reading("a", mine), reading("b", theirs))
    assert (mine[slice(*found)].split() if found else None) == looked_for(mine.split(), theirs.split())
