"""What the rows that were asked for rest on: claims, readings, names and days, and nothing else of the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, and_, case, func, or_, select

from fogline.language.words import holds_words
from fogline.ledger import tables
from fogline.ledger.lineage_rows import read_origins
from fogline.ledger.names import commonest_texts
from fogline.ledger.rebuilding import make_actor, make_place, read_claims, report_day
from fogline.ledger.scope import chunks, rows_of
from fogline.records import Actor, Claim, Corpus, Origin, Place, Reading
from fogline.records.name import SITE, site_of

Form = TypeVar("Form", Place, Actor)
_reports, _days = tables.reports.c, tables.report_days.c
_WINDOW = 20  # reports: for more, all are numbered at once
_DATED = tables.reports.outerjoin(tables.report_days, _days.report_id == _reports.report_id)
_BARE = (
    _reports.report_id, _reports.outlet, _reports.title, _reports.url, _reports.day, _reports.day_basis,
    _reports.day_ground, _days.day.label("new_day"), _days.basis.label("new_basis"), _days.ground.label("new_ground"),
)  # fmt: skip


def claims_of(connection: Connection, claim_ids: Iterable[str]) -> list[Claim]:
    """The claims of these ids, report by report in the order of the text, with the periods resolved again."""
    found: list[Claim] = []
    for chunk in chunks(dict.fromkeys(claim_ids)):
        found += read_claims(connection, tables.claims.c.claim_id.in_(chunk), derived=True)
    return found


def readings_of(connection: Connection, claims: Iterable[Claim], report_ids: Iterable[str] = ()) -> tuple[Reading, ...]:
    """The readings of these claims and of these reports, by their ids, with these claims and without their text."""
    told: dict[str, list[Claim]] = {report_id: [] for report_id in report_ids}
    for claim in claims:
        told.setdefault(claim.anchor.report_id, []).append(claim)
    rows = rows_of(connection, select(*_BARE).select_from(_DATED), _reports.report_id, told)
    return tuple(sorted((_bare(row, told[row.report_id]) for row in rows), key=lambda reading: reading.report_id))


def numbers_of_unnamed(connection: Connection, readings: Iterable[Reading]) -> dict[str, int]:
    """The numbers of readings without an outlet: the others are shown by theirs."""
    return numbers_of(connection, [reading for reading in readings if not reading.outlet])


def numbers_of(connection: Connection, readings: Sequence[Reading]) -> dict[str, int]:
    """The numbers of readings among all reports: by day, those without one last, then by id; the first is 1."""
    day = func.coalesce(_days.day, _reports.day)
    wanted = {reading.report_id: reading for reading in readings}
    if len(wanted) > _WINDOW:
        order = (case((day.is_(None), 1), else_=0), day, _reports.report_id)
        query = select(_reports.report_id).select_from(_DATED).order_by(*order)
        return {key: i for i, key in enumerate(connection.scalars(query), start=1) if key in wanted}
    return {key: _number(connection, reading) for key, reading in wanted.items()}


def latest_day(connection: Connection) -> date | None:
    """The latest day of a report; else the latest day of a claim; `None` in a record without dates."""
    again = select(_days.report_id)
    days = [
        connection.scalar(select(func.max(_days.day))),
        connection.scalar(
            select(_reports.day).where(_reports.day.is_not(None), _reports.report_id.not_in(again))
            .order_by(_reports.day.desc()).limit(1)
        ),
    ]  # fmt: skip
    if not any(days):
        claims, periods = tables.claims.c, tables.claim_periods.c
        anew = select(periods.claim_id)
        days = [connection.scalar(select(func.max(periods.last_day)))]
        days += [connection.scalar(select(func.max(claims.last_day)).where(claims.claim_id.not_in(anew)))]
    return max((date.fromisoformat(day) for day in days if day), default=None)


def place_names(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """For each of these place ids the text that claims use most often for it."""
    names = tables.names.c
    query = select(names.key, names.text, names.uses).where(names.role == "place")
    return commonest_texts(rows_of(connection, query, names.key, keys))


def places_of(connection: Connection, keys: Collection[str] | None = None) -> dict[str, Place]:
    """For each place id, or each of these, the form that most readings give; of equals, the first in order."""
    return _forms(connection, tables.places, "place_id", keys, make_place)


def sites_of(connection: Connection, wanted: str | None = None) -> dict[str, str]:
    """The names of the sites that go by their town, "hospital in Karsin", by place id; those that hold these words."""
    named = connection.scalars(select(tables.places.c.place_id).where(tables.places.c.name.contains(SITE)))
    names = {key: place.name for key, place in places_of(connection, set(named)).items() if site_of(place.name)}
    return {key: name for key, name in names.items() if wanted is None or holds_words(name, wanted)}


def actors_of(connection: Connection, keys: Collection[str] | None = None) -> dict[str, Actor]:
    """For each actor id, or each of these, the form that most readings give; of equals, the first in order."""
    return _forms(connection, tables.actors, "actor_id", keys, make_actor)


def origins_of(connection: Connection, report_ids: Iterable[str]) -> tuple[Origin, ...]:
    """The origins of these reports, whole, in their order."""
    links = tables.origin_reports.c
    rows = rows_of(connection, select(links.origin_id), links.report_id, report_ids)
    return read_origins(connection, {row.origin_id for row in rows})


def corpus_of(connection: Connection, claims: Sequence[Claim], report_ids: Iterable[str] = ()) -> Corpus:
    """The corpus of these claims, with the origins of their reports."""
    readings = readings_of(connection, claims, report_ids)
    return Corpus(readings, origins=origins_of(connection, (reading.report_id for reading in readings)))


def _bare(row: Any, claims: Sequence[Claim]) -> Reading:
    day = report_day(row.new_day, row.new_basis, row.new_ground) or report_day(row.day, row.day_basis, row.day_ground)
    return Reading(row.report_id, "", row.outlet, row.title, row.url, day=day, claims=tuple(claims))


def _number(connection: Connection, reading: Reading) -> int:
    """One more than the reports before this one, counted by indexes: those with a day of their own, then the others."""
    again = select(_days.report_id).where(_days.report_id == _reports.report_id).exists()
    if reading.day is None:
        dated = connection.scalar(select(func.count(_reports.day)).where(~again)) or 0
        undated = and_(_reports.day.is_(None), _reports.report_id < reading.report_id)
        before = connection.scalar(select(func.count()).select_from(tables.reports).where(undated, ~again)) or 0
        return 1 + dated + before + (connection.scalar(select(func.count()).select_from(tables.report_days)) or 0)
    day = reading.day.day.isoformat()
    counts = []
    for table, more in ((tables.reports, (~again,)), (tables.report_days, ())):
        sooner = or_(table.c.day < day, and_(table.c.day == day, table.c.report_id < reading.report_id))
        counts.append(connection.scalar(select(func.count()).select_from(table).where(sooner, *more)) or 0)
    return 1 + sum(counts)


def _forms(
    connection: Connection, table: Table, key: str, keys: Collection[str] | None, make: Callable[[Any], Form]
) -> dict[str, Form]:
    told: dict[str, dict[Form, int]] = defaultdict(dict)
    rows: Iterable[Any]
    if keys is None:
        rows = connection.execute(select(table)).all()
    else:
        rows = rows_of(connection, select(table), table.c[key], keys)
    for row in rows:
        told[getattr(row, key)][make(row)] = row.reports
    return {k: _first(told[k]) for k in sorted(told)}


def _first(told: Mapping[Form, int]) -> Form:
    return min(told, key=lambda form: (-told[form], repr(form)))
