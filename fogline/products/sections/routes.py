"""Routes and crossings: what the reports say of the ground, which ways out they call the only one, what is shut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from fogline.control.network import Network
from fogline.control.nodes import NodeKind
from fogline.products.articles import with_article
from fogline.products.line import Group, Line, Section
from fogline.products.lookup import Lookup
from fogline.products.sections.changes import ground
from fogline.products.telling import ranked
from fogline.products.ways import called
from fogline.products.wording import attribution, capital, day_words
from fogline.records import Claim, ClaimType

HINT = "What the reports say of the ground itself. What a change of hands would cut: fogline whatif PLACE --to ACTOR."


def routes(lookup: Lookup) -> Section:
    """A line per place that is told to lead somewhere, then the crossings: called the only one, closed, reopened."""
    told = ground(lookup)
    network = Network.of(lookup.corpus)
    lines = ranked([*_outlets(lookup, network), *_doors(lookup, network)])
    crossings = (Group("Ways out and crossings", lines),) if lines else ()
    groups = (*told.groups, *crossings)
    return replace(told, title="Routes and crossings", intro=HINT if groups else "", groups=groups)


def _outlets(lookup: Lookup, network: Network) -> Iterator[Line]:
    """Places that somebody is said to have for their only way out, a line for each of them."""
    for key, claims in sorted(network.outlets().items()):
        whose: dict[str, list[Claim]] = {}
        for claim in claims:
            if lookup.as_of is None or claim.period is None or claim.period.first <= lookup.as_of:
                whose.setdefault(claim.actors[0].text, []).append(claim)
        for actor, said in sorted(whose.items()):
            head = f"{capital(called(network, key))}: called the only way out of {with_article(actor)}"
            yield _line(lookup, f"{head}, {attribution(said, lookup.labels)}.", said)


def _doors(lookup: Lookup, network: Network) -> Iterator[Line]:
    """The last word on each crossing that was closed or reopened by the day."""
    for key, told in sorted((k, v) for k, v in network.shut.items() if isinstance(k, str)):
        if network.named[key].kind is not NodeKind.CROSSING:
            continue
        known = [c for c in told if c.period and (lookup.as_of is None or c.period.first <= lookup.as_of)]
        if known:
            last: date = known[-1].period.last if known[-1].period else date.min
            said = [c for c in known if c.type is known[-1].type and c.period and c.period.last == last]
            state = "closed" if known[-1].type is ClaimType.CLOSE else "reopened"
            head = f"{capital(called(network, key))}: {state}, last told of {day_words(last)}"
            yield _line(lookup, f"{head}, {attribution(said, lookup.labels)}.", said)


def _line(lookup: Lookup, text: str, claims: list[Claim]) -> Line:
    ids = [c.claim_id for c in claims]
    origins = len({lookup.origins[c.anchor.report_id] for c in claims})
    return Line(text, lookup.evidence(ids), origins=origins, parts=tuple(ids))
