"""Reports of our own writing, read by the real line as far as their claims."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from hypothesis import strategies as st

from fogline.claims.extract import Extract
from fogline.claims.scene import Scene, scene_of
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.mentions import Mentions
from fogline.grounding.roster import Roster
from fogline.language.engine import load
from fogline.records import Claim, Reading, Span, SpanKind


class Told(NamedTuple):
    """What a claim says, in a line: names by their text, several joined by "+", `None` where there are none."""

    type: str
    actor: str | None
    target: str | None
    place: str | None
    status: str = "asserted"


@cache
def naming() -> Mentions:
    """The stage before extraction; its gazetteer is built once and kept in the user's cache folder."""
    return Mentions(open_gazetteer(), Roster.load())


def report(raw: str, *, outlet: str | None = None, credits: tuple[str, ...] = ()) -> Reading:
    """A report whose whole text is story."""
    spans = (Span(0, len(raw), SpanKind.BODY),) if raw else ()
    return Reading("r", raw, outlet=outlet, spans=spans, credits=credits)


@cache
def named(raw: str) -> Reading:
    """The report with its parse and its mentions."""
    return naming()(load()(report(raw)))


@cache
def read(raw: str) -> Reading:
    """The report with its claims."""
    return Extract()(named(raw))


def claims(raw: str) -> tuple[Claim, ...]:
    """The claims of a report."""
    return read(raw).claims or ()


def scene(raw: str) -> Scene:
    """The report as extraction sees it."""
    return scene_of(named(raw))


def told(raw: str) -> list[Told]:
    """What the claims of a report say."""
    return [in_line(claim) for claim in claims(raw)]


def in_line(claim: Claim) -> Told:
    """What one claim says."""
    place = claim.place.text if claim.place else None
    return Told(str(claim.type), _joined(claim.actors), _joined(claim.targets), place, str(claim.status))


def the(raw: str, kind: str) -> Claim:
    """The one claim of a type; a report with none, or with two, fails."""
    found = [claim for claim in claims(raw) if claim.type == kind]
    assert len(found) == 1, [in_line(c) for c in claims(raw)]
    return found[0]


def _joined(names) -> str | None:
    return "+".join(name.text for name in names) or None


# Text such as a report might hold, cut up and put together anyhow.
WORDS = st.sampled_from(
    [
        "Homs", "Goma", "the rebels", "the army", "M23", "Hayat Tahrir al-Sham", "(HTS)", "Russia", "Syrian", "troops",
        "captured", "withdrew from", "was seized by", "denied", "said", "told Reuters", "according to", "killed",
        "clashes between", "control of", "in the hands of", "-held", "-backed", "rebel", "the airport of", "the border with",
        "and", "or", "that", "not", "if", "to", "of", "in", "on Friday", "since May", "two", "14", "2,000", "dozens of",
        "it", "its", "they", "the group", "the city", "there", "which", "who", ",", ".", "\n", "“", "”", "'s", "-", "—",
        "(", ")", "!", "İ", "Ḥ", "\u0301", "🛑", "U.S.", "a.m.",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=12).map("".join))
