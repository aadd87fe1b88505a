"""Read reports into a record: what is new is read and stored, what is known is left, what cannot be read is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from fogline.intake import iter_readings
from fogline.ledger import SqlLedger, open_ledger
from fogline.ledger.opening import file_of, locate
from fogline.ledger.writing import raw_hash
from fogline.records import Reading, Refusal
from fogline.runs.line import MOST_REPORTS, Progress, batches, pass_together, prepare, reading_line
from fogline.runs.uncollected import uncollected
from fogline.runs.versions import sort_out
from fogline.runs.views import is_stale, refresh

PATIENCE_S = 60.0  # for another run to end, so that what was read is not read in vain


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says of the reports: `outlet` and `published` where the files don't; `jobs` processes.

    With `update` another text under a known id is a new version of that report.  `arrived` is the moment at which
    they come into the record (default: now).
    """

    outlet: str | None = None
    published: date | None = None
    jobs: int = 1
    today: date = field(default_factory=date.today)
    update: bool = False
    arrived: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """What came of it.  read == len(new) + len(known) + len(refused).

    `versions` are those of the new ones that are later versions, each with the report that it is one of.
    """

    read: int
    new: tuple[str, ...]
    known: tuple[str, ...]
    refused: tuple[tuple[str, Refusal], ...]
    versions: tuple[tuple[str, str], ...] = ()


def read_reports(
    record: str,
    paths: Sequence[str | Path],
    *,
    options: ReadOptions | None = None,
    progress: Progress | None = None,
) -> ReadSummary:
    """Read the reports at `paths` into the record at a file path or URL, which is made where there is none.

    Where nothing can be read, or the line cannot be set up, no record is made.
    Raises: PathMissing, NothingToRead, InputError, EngineError, OutputError, RecordError.
    """
    wanted = options or ReadOptions()
    taken = take(paths, wanted)
    path = file_of(locate(record))
    if path is not None and path.parent.is_dir() and not path.exists() and any(r.refusal is None for r in taken):
        prepare(progress)
    with open_ledger(record, create=True, patience_s=PATIENCE_S) as ledger:
        return _read(ledger, taken, wanted, progress)


def read_into(
    ledger: SqlLedger,
    paths: Sequence[str | Path],
    *,
    options: ReadOptions | None = None,
    progress: Progress | None = None,
) -> ReadSummary:
    """Read the reports at `paths` into an open record, in one transaction, and rebuild the views if any is new.

    `progress(stage, done, total)` is told of each report, and of the gazetteer where it has to be built first.
    Raises: PathMissing, NothingToRead, InputError, EngineError, OutputError, RecordError.
    """
    wanted = options or ReadOptions()
    return _read(ledger, take(paths, wanted), wanted, progress)


def take(paths: Sequence[str | Path], options: ReadOptions) -> list[Reading]:
    """The reports at `paths` as intake gives them.  Raises: PathMissing, NothingToRead, InputError."""
    found = iter_readings(
        paths, outlet=options.outlet, published=options.published, today=options.today, versions=options.update
    )
    return list(found)


def _read(ledger: SqlLedger, taken: Sequence[Reading], options: ReadOptions, progress: Progress | None) -> ReadSummary:
    fresh, known, refused = sort_out(taken, ledger, update=options.update)
    read = _pass_all(fresh, options.jobs, progress)
    new = keep(ledger, [*read, *(r for r in taken if r.refusal is not None)], arrived=options.arrived)
    known += _known_meanwhile(read, new, ledger)
    refused += _refused(read, {*new, *known}, ledger)
    later = ((r.report_id, r.version_of) for r in fresh if r.version_of is not None and r.report_id in set(new))
    return ReadSummary(len(taken), new, tuple(known), tuple(refused), tuple(later))


def keep(ledger: SqlLedger, read: Sequence[Reading], *, arrived: datetime | None = None) -> tuple[str, ...]:
    """Store readings and bring the views up to date, in one transaction: killed before its end, it stores nothing.

    `arrived` is the moment at which they come (default: now).  Gives the ids that were new, sorted.  Where there is
    nothing to do, the record is not touched.
    """
    if not read and not is_stale(ledger):
        return ()
    with ledger.transaction():
        new = ledger.add(read, arrived=arrived)
        if new or is_stale(ledger):
            refresh(ledger, new)
    return new


def _pass_all(fresh: Sequence[Reading], jobs: int, progress: Progress | None) -> list[Reading]:
    if not fresh:
        return []
    prepare(progress)
    read: list[Reading] = []
    for reading in _each(fresh, jobs=jobs):
        read.append(reading)
        if progress is not None:
            progress("reading", len(read), len(fresh))
    return read


def _known_meanwhile(read: Sequence[Reading], new: Sequence[str], ledger: SqlLedger) -> list[str]:
    """Those that another process stored while this one was reading them."""
    left = [r for r in read if r.refusal is None and r.report_id not in set(new)]
    held = ledger.known([r.report_id for r in left])
    return [r.report_id for r in left if held.get(r.report_id) == raw_hash(r.raw)]


def _refused(read: Sequence[Reading], stored: Set[str], ledger: SqlLedger) -> list[tuple[str, Refusal]]:
    """Those that a stage refused, or the ledger: every reading that was read and is not stored."""
    said = dict(ledger.refusals())
    lost = [r for r in read if r.report_id not in stored]
    return [(r.report_id, r.refusal or said[r.report_id]) for r in lost]


def _each(readings: Sequence[Reading], *, jobs: int) -> Iterator[Reading]:
    if jobs > 1 and len(readings) > 1:
        share = max(1, len(readings) // (jobs * 4))
        with ProcessPoolExecutor(max_workers=jobs) as pool:
            yield from chain.from_iterable(pool.map(read_together, batches(readings, min(share, MOST_REPORTS))))
    else:
        yield from chain.from_iterable(map(read_together, batches(readings)))


@uncollected()
def read_together(readings: Sequence[Reading]) -> list[Reading]:
    """Reports through the whole line; their parses are dropped, for they are not stored."""
    return [replace(reading, parse=None) for reading in pass_together(readings, reading_line())]


def read_one(reading: Reading) -> Reading:
    """One report through the whole line."""
    return read_together([reading])[0]
