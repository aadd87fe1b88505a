"""What a record knows by name."""

from __future__ import annotations

from sqlalchemy import Connection, select

from fogline.ledger import tables
from fogline.ledger.names import ROLES, texts_in
from fogline.ledger.parts import actors_of, places_of
from fogline.records import Corpus, Name, NameUse, Part


def known_names(connection: Connection, kind: str) -> set[str]:
    """Every name of a kind: place, actor or source (cited, medium or outlet); for report, every id."""
    if kind == "place":
        return texts_in(connection, "place") | {place.name for place in places_of(connection).values()}
    if kind == "actor":
        return texts_in(connection, "actor", "target") | {actor.name for actor in actors_of(connection).values()}
    if kind == "source":
        outlets = set(connection.scalars(select(tables.reports.c.outlet).distinct()))
        return {text for text in texts_in(connection, "speaker", "via") | outlets if text}
    return set(connection.scalars(select(tables.reports.c.report_id)))


def name_part(connection: Connection) -> Part:
    """Every name that claims use for who acts, who is acted upon and who is cited, in the order of their first use."""
    names = tables.names.c
    query = select(tables.names).where(names.role.in_(ROLES)).order_by(names.first_report, names.first_rank)
    uses = (NameUse(row.role, Name(row.text, row.key or None), row.uses) for row in connection.execute(query))
    return Part(Corpus((), actors=actors_of(connection)), names=tuple(uses))
