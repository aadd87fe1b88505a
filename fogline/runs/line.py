"""The line of stages that a report passes, and the check that each finds what it needs."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial

from fogline.claims.extract import Extract
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.ground import Ground
from fogline.grounding.mentions import Mentions
from fogline.grounding.roster import Roster
from fogline.language.engine import load
from fogline.records import BatchStage, Reading, ReportStage
from fogline.records.errors import StageOrder
from fogline.text import Clean

Progress = Callable[[str, int, int], None]  # what is being done, how much of it is done, of how much
BUILDING = "building the gazetteer"
MOST_REPORTS, MOST_SIGNS = 16, 200_000  # that are read together
FROM_INTAKE = frozenset({"raw", "outlet", "title", "url", "published", "day"})


def prepare(progress: Progress | None = None) -> None:
    """Load the engine, and build the gazetteer's file where it is not there yet: once, before any process reads.

    Raises: EngineError where the engine is not there, OutputError where the gazetteer cannot be written.
    """
    load()
    told = None if progress is None else partial(progress, BUILDING)
    open_gazetteer(progress=told).close()


@cache
def reading_line() -> tuple[ReportStage, ...]:
    """[clean, parse, name, extract, ground]: what each report passes, in this order."""
    gazetteer, roster = open_gazetteer(), Roster.load()
    stages: tuple[ReportStage, ...] = (
        Clean(),
        load(),
        Mentions(gazetteer, roster),
        Extract(),
        Ground(gazetteer, roster),
    )
    check_order(stages)
    gc.freeze()  # all this stays for good: the collector of cycles need not go through it again and again
    return stages


def check_order(stages: Sequence[ReportStage]) -> None:
    """Raises: StageOrder where a stage needs a field that neither intake nor an earlier stage gives."""
    given = set(FROM_INTAKE)
    for stage in stages:
        missing = sorted(set(stage.needs) - given)
        if missing:
            raise StageOrder(f"stage {stage.name} needs {', '.join(missing)}, which no stage before it gives")
        given |= set(stage.gives)


def batches(readings: Iterable[Reading], most: int = MOST_REPORTS) -> Iterator[list[Reading]]:
    """The readings, in their order, by so many at most as are read together."""
    batch: list[Reading] = []
    size = 0
    for reading in readings:
        if batch and (len(batch) == most or size + len(reading.raw) > MOST_SIGNS):
            yield batch
            batch, size = [], 0
        batch.append(reading)
        size += len(reading.raw)
    if batch:
        yield batch


def pass_together(readings: Sequence[Reading], stages: Iterable[ReportStage]) -> list[Reading]:
    """Each reading after all stages, or as it stood where one refused it: as by `pass_through`, and quicker."""
    passed = list(readings)
    for stage in stages:
        on = [reading for reading in passed if reading.refusal is None]
        after = iter(stage.pipe(on) if isinstance(stage, BatchStage) else map(stage, on))
        passed = [reading if reading.refusal is not None else next(after) for reading in passed]
    return passed


def pass_through(reading: Reading, stages: Iterable[ReportStage]) -> Reading:
    """The reading after all stages, or as it stood where one refused it."""
    for stage in stages:
        if reading.refusal is not None:
            break
        reading = stage(reading)
    return reading
