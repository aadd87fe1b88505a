"""The ledger on a SQL database."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select

from fogline.ledger import lookup, tables
from fogline.ledger.adding import add_readings, known_hashes
from fogline.ledger.arriving import read_arrivals
from fogline.ledger.asking import Asking
from fogline.ledger.canonical import canonical_lines
from fogline.ledger.circle_rows import SqlLineage, forget_circles
from fogline.ledger.deriving import missing_keys, put_days, put_lineage, put_periods, put_views
from fogline.ledger.examining import reindex
from fogline.ledger.faults import plain_errors, sound_rows
from fogline.ledger.folding import Folding
from fogline.ledger.lineage_rows import read_origins
from fogline.ledger.opening import (
    ROWS,
    WRITES,
    bring_up_to_date,
    check_file,
    connect,
    file_of,
    find_revision,
    locate,
    settle,
)
from fogline.ledger.rebuilding import commonest_actors, commonest_places, read_claims, read_readings
from fogline.ledger.run import Run
from fogline.ledger.view_rows import read_views
from fogline.ledger.working_rows import put_workings, read_workings
from fogline.ledger.writing import Row, Rows, json_list, storable, unstorable
from fogline.records import (
    Arrival,
    Aside,
    Claim,
    Corpus,
    Judgement,
    Lineage,
    Period,
    Reading,
    Refusal,
    ReportDay,
    Verdict,
    Views,
    set_aside,
    standing,
)
from fogline.records.errors import RecordError, UnknownId
from fogline.records.working import Workings

_KINDS = (
    tables.reports, tables.claims, tables.refusals, tables.kin, tables.origins, tables.alterations, tables.stories,
    tables.events, tables.holdings, tables.disputes, tables.judgements, tables.runs,
)  # fmt: skip
_COUNTED: dict[str, Table] = {table.name: table for table in _KINDS}


def open_ledger(record: str | Path, *, create: bool = True, patience_s: float = 10.0) -> SqlLedger:
    """Open the record at a file path (SQLite) or a SQLAlchemy URL; close it by `with` or `close()`.

    A new or empty file becomes a record where `create` allows it; a record of an older fogline is migrated with its
    data.  `patience_s` is how long to wait for another process that is writing.
    Raises: RecordError (no such record), RecordCorrupt, RecordTooNew, RecordUnwritable.
    """
    url = locate(record)
    path = file_of(url)
    if path is not None:
        check_file(path, create=create)
    name = str(path) if path is not None else url.render_as_string()
    engine = connect(url, patience_s=patience_s)
    try:
        bring_up_to_date(engine, record=name, create=create)
    except RecordError:
        engine.dispose()
        raise
    return SqlLedger(engine, name)


class SqlLedger(Asking, Folding):
    """A record in a SQL database.  Implements `fogline.records.Ledger`; every write is one transaction, or a part of
    the one that `transaction` opened.

    Each method raises RecordError (RecordCorrupt, RecordUnwritable) where the database fails.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**{WRITES: ROWS})
        self._joined: Connection | None = None  # inside of `transaction`
        self._failed = False
        self.name = name

    def __enter__(self) -> SqlLedger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
        if (path := file_of(self._engine.url)) is not None:
            settle(path)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one transaction of all that is done with this ledger inside the block: all of it is stored, or nothing.

        A write that fails inside it ends it, also where the block goes on: whatever it does then is an error.
        Inside of another one it is a part of that.
        """
        if self._joined is not None:
            yield
            return
        with self._writing() as connection:
            self._joined = connection
            try:
                yield
                self._go_on()
            finally:
                self._joined, self._failed = None, False

    def add(self, readings: Iterable[Reading], *, arrived: datetime | None = None) -> tuple[str, ...]:
        """Store the readings that are not there yet, in one transaction; give the ids that were new, sorted.

        `arrived` is the moment at which they come (default: now).  No view depends on it, but for those that are
        asked for as known by it.

        What is stored is never overwritten: a reading with a known id is left out, and where its text is another
        one it is kept among the refusals, as are those with a refusal and those that no database can store.
        """
        with self._writing() as connection:
            return tuple(add_readings(connection, readings, arrived or datetime.now(UTC)))

    def known(self, report_ids: Sequence[str]) -> dict[str, str]:
        """Of these ids, those that the record holds, with the SHA-256 of the raw text that it holds for them.

        Refused reports are not known: they may be read again.
        """
        with self._reading() as connection:
            return known_hashes(connection, report_ids)

    def arrivals(self, of: Collection[str] | None = None) -> tuple[Arrival, ...]:
        """Every report with its day, when it came, and which version of which report it is, in the order of the ids.

        With `of`, only these reports, and those of which there are several versions.
        """
        with self._reading() as connection:
            return read_arrivals(connection, None if of is None else [key for key in of if storable(key)])

    def aside(self, judgements: Iterable[Judgement] | None = None) -> Mapping[str, Aside]:
        """The reports whose claims count for nothing, by id: superseded by a later version, or withdrawn.

        `judgements` stand in place of those that the record holds.
        """
        judged = standing(self.judgements() if judgements is None else judgements)
        withdrawn = [report_id for j in judged if j.verdict is Verdict.WITHDRAW for report_id in j.subjects]
        return set_aside(self.arrivals(of=withdrawn), judged)

    def corpus(self, *, derived: bool = False, without: Collection[str] = ()) -> Corpus:
        """All readings with their claims, places and actors, in the order of their ids; origins as lineage left them.

        With `derived`, inferred days and the periods resolved against them stand in place of what was read.
        The reports of the ids in `without` are left out: the corpus is as if they were not in the record.
        """
        with self._reading() as connection:
            readings = [r for r in read_readings(connection, derived=derived) if r.report_id not in without]
            origins = read_origins(connection)
        return Corpus(tuple(readings), commonest_places(readings), commonest_actors(readings), origins)

    def update_days(self, days: Mapping[str, ReportDay], periods: Mapping[str, Period | None]) -> None:
        """Replace the inferred days (by report id) and the periods resolved against them (by claim id).

        They stand beside what was read, which stays.  Raises: UnknownId.
        """
        with self._writing() as connection:
            unknown = missing_keys(connection, tables.reports, days)
            unknown += missing_keys(connection, tables.claims, periods)
            if unknown:
                raise UnknownId(
                    f"no {unknown[0]!r} in {self.name}: only reports and claims that it holds can be redated"
                )
            put_days(connection, days)
            put_periods(connection, periods)

    def replace_views(self, views: Views, workings: Workings | None = None) -> None:
        """Drop every derived row and store these, in one transaction; how they were worked out is kept, where given.

        Periods that `update_days` stored stay for those reports whose inferred day is the same in `views`.
        Raises: RecordError where the views name claims or reports that the record does not hold, or one id twice.
        """
        with self._writing() as connection:
            if workings is None:
                forget_circles(connection)
            put_days(connection, views.lineage.days, views.lineage.of)
            put_views(connection, views, self._check)
            put_workings(connection, workings)

    def replace_lineage(self, lineage: Lineage) -> None:
        """Make this the lineage; the views that follow from claims stay."""
        with self._writing() as connection:
            put_days(connection, lineage.days, lineage.of)
            put_lineage(connection, lineage, self._check)

    def drop_views(self) -> None:
        """Delete every derived row and how it was worked out, also what can no longer be read."""
        with self._writing() as connection:
            for table in (*tables.MAKING, tables.claim_periods, tables.report_days, *reversed(tables.VIEW_TABLES)):
                connection.execute(delete(table))

    def workings(self) -> Workings:
        """How the views as they stand were worked out, as far as that was kept."""
        with self._reading() as connection:
            return read_workings(connection)

    def kept_lineage(self) -> SqlLineage:
        """What was kept of lineage.  Raises: RecordError outside of `transaction`."""
        if self._joined is None:
            raise RecordError(f"{self.name}: kin are looked for inside of a transaction")
        return SqlLineage(self._joined)

    def reindex(self) -> None:
        """Build the indexes anew from the rows, where the database does not look after them itself."""
        with self._writing() as connection:
            reindex(connection)

    def views(self) -> Views:
        """The derived rows as they stand, equal to what `replace_views` was given."""
        with self._reading() as connection:
            return read_views(connection)

    def judge(self, judgement: Judgement) -> None:
        """Add a person's decision; one that is there already changes nothing."""
        row: Row = {
            "judgement_id": judgement.judgement_id,
            "verdict": str(judgement.verdict),
            "subjects": json_list(judgement.subjects),
            "value": judgement.value,
            "who": judgement.who,
            "decided": judgement.when.isoformat(),
            "why": judgement.why,
        }
        with self._writing() as connection:
            there = select(tables.judgements.c.number).where(tables.judgements.c.judgement_id == row["judgement_id"])
            if connection.execute(there).first() is None:
                self._append(connection, tables.judgements, row)

    def judgements(self) -> tuple[Judgement, ...]:
        """All decisions, oldest first; of the same moment, in the order in which they came."""
        with self._reading() as connection:
            rows = connection.execute(select(tables.judgements).order_by(tables.judgements.c.number))
            found = [
                Judgement(
                    verdict=Verdict(row.verdict),
                    subjects=tuple(json.loads(row.subjects)),
                    value=row.value,
                    who=row.who,
                    when=datetime.fromisoformat(row.decided),
                    why=row.why,
                )
                for row in rows
            ]
        return tuple(sorted(found, key=lambda judgement: judgement.moment))

    def refusals(self) -> tuple[tuple[str, Refusal], ...]:
        """The reports that could not be read or stored, by id, with stage and reason."""
        with self._reading() as connection:
            rows = {(row.report_id, row.stage, row.reason) for row in connection.execute(select(tables.refusals))}
        return tuple((report_id, Refusal(stage, reason)) for report_id, stage, reason in sorted(rows))

    def note_run(self, run: Run) -> None:
        """Remember a run."""
        row: Row = {
            "started": run.started.isoformat(),
            "seconds": float(run.seconds),
            "version": run.version,
            "reports_read": run.read,
            "reports_new": run.new,
            "reports_known": run.known,
            "reports_refused": run.refused,
            "stages": json_list(run.stages),
        }
        with self._writing() as connection:
            self._append(connection, tables.runs, row)

    def runs(self) -> tuple[Run, ...]:
        """The runs that made the record, oldest first."""
        with self._reading() as connection:
            return tuple(
                Run(
                    started=datetime.fromisoformat(row.started),
                    seconds=row.seconds,
                    version=row.version,
                    read=row.reports_read,
                    new=row.reports_new,
                    known=row.reports_known,
                    refused=row.reports_refused,
                    stages=tuple(json.loads(row.stages)),
                )
                for row in connection.execute(select(tables.runs).order_by(tables.runs.c.number))
            )

    def resolve_id(self, prefix: str) -> str:
        """The id of a claim, event, holding, dispute, origin, judgement or report that begins with `prefix`.

        The kind may be left out: `3f9a` finds `claim-3f9a0c2b71de`.
        Raises: UnknownId where none or several begin so; it names the several, or the closest.
        """
        with self._reading() as connection:
            return lookup.resolve(connection, prefix, record=self.name)

    def find_claim(self, claim_id: str, *, derived: bool = False) -> Claim:
        """The claim of this id, or of the one id that begins so.  Raises: UnknownId."""
        with self._reading() as connection:
            found = lookup.resolve(connection, claim_id, record=self.name)
            claims = read_claims(connection, tables.claims.c.claim_id == found, derived=derived)
        if not claims:
            raise UnknownId(f"{found!r} in {self.name} is no claim: fogline claims lists the ids of claims")
        return claims[0]

    def find_report(self, report_id: str, *, derived: bool = False) -> Reading:
        """The reading of this id, or of the one id that begins so.  Raises: UnknownId."""
        with self._reading() as connection:
            found = lookup.resolve(connection, report_id, record=self.name)
            readings = read_readings(connection, report_id=found, derived=derived)
        if not readings:
            raise UnknownId(f"{found!r} in {self.name} is no report: fogline lineage lists the ids of reports")
        return readings[0]

    def counts(self) -> dict[str, int]:
        """How many rows there are of each kind: reports, claims, refusals, origins, events, holdings ..."""
        with self._reading() as connection:
            counts = {
                name: connection.scalar(select(func.count()).select_from(table)) or 0
                for name, table in _COUNTED.items()
            }
            counts["places"] = connection.scalar(select(func.count(tables.places.c.place_id.distinct()))) or 0
            counts["actors"] = connection.scalar(select(func.count(tables.actors.c.actor_id.distinct()))) or 0
        return counts

    def canonical(self) -> str:
        """All that the record holds as sorted JSON lines: the same bytes for the same reports and judgements.

        When and in which order they came is left out.
        """
        with self._reading() as connection:
            return "".join(f"{line}\n" for line in canonical_lines(connection))

    def version(self) -> str:
        """The revision of the record's tables."""
        with self._reading() as connection:
            return find_revision(connection, record=self.name) or ""

    def _append(self, connection: Connection, table: Table, row: Row) -> None:
        self._check(Rows(list, {table: [row]}))
        last = connection.scalar(select(func.max(table.c.number))) or 0
        connection.execute(insert(table), [{"number": last + 1} | row])

    def _check(self, rows: Rows) -> None:
        if reason := unstorable(rows):
            raise RecordError(f"{self.name}: nothing was stored, {reason}: write it without what stands there")

    def _go_on(self) -> None:
        """Raises: RecordError where a write of this transaction failed; SQLite may have taken it all back by then."""
        if self._failed:
            raise RecordError(f"{self.name}: a part could not be stored, so nothing was: run the command again")

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with plain_errors(self.name), sound_rows(self.name):
            if self._joined is not None:
                self._go_on()
                yield self._joined
                return
            with self._engine.begin() as connection:
                yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plain_errors(self.name):
            if self._joined is not None:
                self._go_on()
                done = False
                try:
                    yield self._joined
                    done = True
                finally:
                    self._failed = not done
                return
            with self._writer.begin() as connection:
                yield connection
