"""Names as persons want them shown: in claims, events, holdings and disputes.

It is done last, so that a name never changes who holds a place, what is one event or what contradicts what.  What a
report is quoted with stays its own words, and so does what a dispute's sides say of actors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from fogline.records import Claim, Corpus, Dispute, Event, Holding, Name, Side, Views
from fogline.records.sources import key_of


def shown(corpus: Corpus) -> Corpus:
    """The corpus with the names of claims, actors and places as judged.  Every claim keeps its id."""
    names = corpus.judged.names
    if not names:
        return corpus
    return replace(
        corpus,
        readings=tuple(
            replace(r, claims=tuple(_claim(c, names) for c in r.claims)) if r.claims else r for r in corpus.readings
        ),
        actors={key: replace(a, name=names.get(key, a.name)) for key, a in corpus.actors.items()},
        places={key: replace(p, name=names.get(key, p.name)) for key, p in corpus.places.items()},
    )


def renamed(views: Views, names: Mapping[str, str]) -> Views:
    """The views with the names of actors and places as judged."""
    if not names:
        return views
    return replace(
        views,
        events=tuple(_event(event, names) for event in views.events),
        holdings=tuple(_holding(holding, names) for holding in views.holdings),
        disputes=tuple(_dispute(dispute, names) for dispute in views.disputes),
    )


def _claim(claim: Claim, names: Mapping[str, str]) -> Claim:
    said = claim.attribution
    made = replace(
        claim,
        actors=_all(claim.actors, names),
        targets=_all(claim.targets, names),
        place=_one(claim.place, names),
        attribution=replace(said, speakers=_all(said.speakers, names)),
    )
    return claim if made == claim else replace(made, read_id=claim.claim_id)


def _event(event: Event, names: Mapping[str, str]) -> Event:
    actors, targets = _all(event.actors, names), _all(event.targets, names)
    return replace(event, actors=actors, targets=targets, place=_one(event.place, names))


def _holding(holding: Holding, names: Mapping[str, str]) -> Holding:
    return replace(holding, place=_name(holding.place, names), holder=_one(holding.holder, names))


def _dispute(dispute: Dispute, names: Mapping[str, str]) -> Dispute:
    place = _one(dispute.place, names)
    if place is None or dispute.place is None or place == dispute.place:
        return dispute
    old, new = dispute.place.text, place.text
    sides = tuple(_side(side, old, new) for side in dispute.sides)
    return replace(dispute, attribute=dispute.attribute.replace(old, new), place=place, sides=sides)


def _side(side: Side, old: str, new: str) -> Side:
    return replace(side, value=side.value.replace(old, new))


def _all(given: Iterable[Name], names: Mapping[str, str]) -> tuple[Name, ...]:
    return tuple(_name(name, names) for name in given)


def _one(name: Name | None, names: Mapping[str, str]) -> Name | None:
    return None if name is None else _name(name, names)


def _name(name: Name, names: Mapping[str, str]) -> Name:
    text = names.get(key_of(name))
    return name if text is None else Name(text, name.key)
