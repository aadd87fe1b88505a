"""Random small records, for the laws that hold of every record."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from fogline.records import Claim, Corpus
from tests.control.cases import claim, corpus, days

ACTS = ("capture", "hold", "withdraw", "clash", "advance", "besiege", "attack", "harm")
REPORTS = ("r1", "r2", "r3", "r4")
SIDES = st.sampled_from((None, "green", "brown", "brigade", "green brown", "gunmen", "watch", "others"))
PERIODS = st.none() | st.builds(
    lambda first, length: days(first, min(31, first + length)), st.integers(1, 28), st.integers(0, 9)
)


@st.composite
def claims(draw: st.DrawFn, *, statuses: tuple[str, ...] = ("asserted", "denied", "planned", "possible")) -> Claim:
    """A claim about one of two towns or the province of one."""
    return claim(
        draw(st.sampled_from(ACTS)),
        draw(SIDES),
        draw(SIDES),
        place=draw(st.sampled_from(("alder", "bray", "alder-province", "elm", "fir", "land", None))),
        when=draw(PERIODS),
        status=draw(st.sampled_from(statuses)),
        says=draw(st.sampled_from((None, "green", "brown", "monitor"))),
        report=draw(st.sampled_from(REPORTS)),
        at=draw(st.integers(1, 10**6)),
    )


def corpora(**options: tuple[str, ...]) -> st.SearchStrategy[Corpus]:
    """A record of up to a dozen claims, two of its reports of one origin."""
    told = st.fixed_dictionaries({report: st.integers(0, 28) for report in REPORTS})
    return st.builds(
        lambda found, day: corpus(*found, told=day, origins=(("r1", "r2"), ("r3",))),
        st.lists(claims(**options), max_size=12, unique_by=lambda c: c.claim_id),
        told,
    )


def shuffled(record: Corpus, order: list[int]) -> Corpus:
    """The same record, with its readings, and the claims within them, in another order."""
    readings = [
        replace(r, claims=tuple(sorted(r.claims or (), key=lambda c: (c.anchor.start * 7919) % 101)))
        for r in record.readings
    ]
    mixed = sorted(range(len(readings)), key=lambda i: order[i % len(order)] if order else 0)
    places = dict(sorted(record.places.items(), reverse=True))
    actors = dict(sorted(record.actors.items(), reverse=True))
    return Corpus(tuple(readings[i] for i in mixed), places, actors, tuple(reversed(record.origins)))
