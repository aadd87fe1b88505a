"""Who holds what on a day: the rows of holdings that cover it, and for those that are shown what they rest on."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from fogline.language.words import holds_words
from fogline.ledger import tables
from fogline.ledger.names import commonest_texts
from fogline.ledger.parts import latest_day, places_of, sites_of
from fogline.ledger.view_rows import read_holdings
from fogline.records import Corpus, Part, Selection, Views
from fogline.records.name import site_of

_holdings, _names = tables.holdings.c, tables.names.c


def control_part(connection: Connection, wanted: Selection) -> Part:
    """The holdings that cover the day (by default the latest of the record), by place, as far as they are asked for."""
    latest = latest_day(connection)
    standing = _standing(wanted.day or latest)
    rows = connection.execute(select(tables.holdings).where(standing)).all()
    grounded = select(_holdings.place_key).where(standing, _holdings.place_key.is_not(None))
    spelled = select(_names.key, _names.text, _names.uses).where(_names.role == "place", _names.key.in_(grounded))
    names = commonest_texts(connection.execute(spelled))
    sites = {key: name for key, name in sites_of(connection).items() if site_of(name) == names.get(key)}
    shown_as = names | sites
    kept = [row for row in rows if _asked(row, shown_as, wanted)]
    kept.sort(key=lambda row: (_called(row, shown_as), row.first_day, row.holding_id))
    shown = kept if wanted.limit is None else kept[: wanted.limit]
    keys = [row.place_key for row in shown if row.place_key]
    return Part(
        Corpus((), places=places_of(connection, keys)),
        Views(holdings=read_holdings(connection, [row.holding_id for row in shown])),
        place_names={key: names[key] for key in keys if key in names},
        latest=latest,
        more=len(kept) - len(shown),
    )


def _standing(day: date | None) -> ColumnElement[bool]:
    if day is None:
        return _holdings.last_day.is_(None)
    on = day.isoformat()
    return and_(_holdings.first_day <= on, or_(_holdings.last_day.is_(None), _holdings.last_day >= on))


def _called(row: Any, names: dict[str, str]) -> str:
    return names.get(row.place_key or "", str(row.place))


def _asked(row: Any, names: dict[str, str], wanted: Selection) -> bool:
    if wanted.place is not None and not holds_words(_called(row, names), wanted.place):
        return False
    if wanted.actor is not None and not (row.holder is not None and holds_words(row.holder, wanted.actor)):
        return False
    return wanted.status is None or row.status == wanted.status.lower()
