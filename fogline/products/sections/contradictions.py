"""What the sources contradict one another about: both sides, neither dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from fogline.products.articles import with_article
from fogline.products.line import Group, Line, Section
from fogline.products.lookup import Lookup
from fogline.products.shown import same_name
from fogline.products.wording import capital, count_words, enumerated, period_words
from fogline.records import Claim, Dispute, DisputeKind, Period, Side, Status

MOST_NAMED = 8  # of those who take a side
_DAYS = re.compile(r"\((\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d))?\)$")
_NOTES = {
    DisputeKind.DENIAL: "one denies what another says",
    DisputeKind.RIVAL_HOLDERS: "rival holders",
    DisputeKind.FIGURE: "figures differ",
    DisputeKind.TIME: "days differ",
    DisputeKind.ACTOR: "actors differ",
    DisputeKind.ATTRIBUTE: "accounts differ",
}


def contradictions(lookup: Lookup) -> Section:
    """A group per dispute, denials and rival holders first, then by independent origins; a line per side."""
    ranked = sorted(lookup.views.disputes, key=_order)
    groups = tuple(
        Group(heading(lookup, d), tuple(_side(lookup, d, s) for s in d.sides), key=d.dispute_id, note=_NOTES[d.kind])
        for d in ranked
    )
    intro = "Every side is kept with its evidence. fogline does not decide between them."
    return Section("disputes", "Disputed", intro if groups else "The record holds no contradiction.", groups)


def heading(lookup: Lookup, dispute: Dispute) -> str:
    """What a dispute is about, with its days in words: "Who held Ramadi, on 12 June 2014"."""
    about = _with_articles(dispute.attribute, lookup.known(c for side in dispute.sides for c in side.claim_ids))
    found = _DAYS.search(about)
    if not found:
        return capital(about)
    first, last = (date.fromisoformat(day) for day in (found[1], found[2] or found[1]))
    return capital(f"{about[: found.start()].rstrip()}, {period_words(Period(first, last))}")


def _with_articles(words: str, claims: Iterable[Claim]) -> str:
    """The record's short words for what a side says, with the articles that the names of its claims take."""
    names = {n.text for c in claims for n in (*c.actors, *c.targets)}
    if not names:
        return words
    any_name = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
    return re.sub(rf"(?<![\w-])(?:the |an? )?({any_name})(?![\w-])", lambda m: with_article(m[1]), words)


def _order(dispute: Dispute) -> tuple[int, int, str, str]:
    weight = -sum(side.origins for side in dispute.sides)
    return (list(DisputeKind).index(dispute.kind), weight, dispute.attribute, dispute.dispute_id)


def _side(lookup: Lookup, dispute: Dispute, side: Side) -> Line:
    """A side's line.  A claim that stands on another side too is here only as what its sentence answers or tells."""
    claims = lookup.known(side.claim_ids)
    elsewhere = {c for other in dispute.sides if other is not side for c in other.claim_ids}
    told = set(side.speakers)
    own = [c for c in claims if c.claim_id not in elsewhere or told & {n.text for n in c.attribution.speakers}]
    who = _several(_speakers(lookup, side, own)) or _as_told(lookup, claims)
    value = _with_articles(side.value, claims)
    text = capital(f"{who}: {value}." if who else f"{value}.")
    return Line(
        text.replace("..", "."),
        lookup.evidence(side.claim_ids),
        subject=dispute.dispute_id,
        status="disputed",
        origins=side.origins,
    )


def _speakers(lookup: Lookup, side: Side, claims: Iterable[Claim]) -> list[str]:
    """Those who take a side, each by one name, the longest that its claims have; then reports that speak themselves."""
    held, told = list(claims), set(side.speakers)
    cited: dict[str, str] = {}
    for name in (n for c in held for n in c.attribution.speakers if n.text in told):
        key = same_name(name)
        cited[key] = min(cited.get(key, name.text), name.text, key=lambda text: (-len(text), text))
    voices = {lookup.label(c.anchor.report_id) for c in held if not c.attribution.speakers}
    return [*sorted({with_article(name) for name in cited.values()}), *sorted(voices)]


def _as_told(lookup: Lookup, claims: Iterable[Claim]) -> str:
    """Which reports tell a side of which no claim was read, because their sentences tell the other one."""
    held = list(claims)
    reports = _several(sorted({lookup.label(c.anchor.report_id) for c in held}))
    answered = all(c.status is Status.DENIED for c in held)
    return f"{'what is answered, ' if answered else ''}as told by {reports}" if reports else ""


def _several(names: list[str]) -> str:
    if len(names) <= MOST_NAMED:
        return enumerated(names)
    return enumerated([*names[:MOST_NAMED], f"{count_words(len(names) - MOST_NAMED, 'other')}"])
