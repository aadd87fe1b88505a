"""Which reports are new, which are known, and which are later versions of one that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from fogline.ledger import SqlLedger
from fogline.ledger.writing import raw_hash
from fogline.records import Reading, Refusal

MARK = "@"  # between a report's id and the number of a version: wire-1@2
CONFLICT = (
    "the record holds another text under this id: read it with --update if it is a later version of the same report, "
    "else rename the file"
)


@dataclass
class _Texts:
    """The texts of each report that are there already, or come in this run: hash and id, by the report's id."""

    held: Mapping[str, str]
    by_report: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, taken: Sequence[Reading], ledger: SqlLedger) -> _Texts:
        """Those of the record; a report without a later version is looked up by its id alone."""
        wanted = {reading.report_id for reading in taken}
        later = {a.report_id: a.report for a in ledger.arrivals(of=()) if a.version_of in wanted}
        held = ledger.known([*wanted, *later])
        texts = cls(held)
        for report_id, digest in held.items():
            texts.by_report.setdefault(later.get(report_id, report_id), {})[digest] = report_id
        return texts

    def next_id(self, report_id: str) -> str:
        """The first id of a version of this report that is free."""
        used = set(self.by_report[report_id].values()) | self.held.keys()
        return next(free for free in _numbered(report_id) if free not in used)


def sort_out(
    taken: Sequence[Reading], ledger: SqlLedger, *, update: bool
) -> tuple[list[Reading], list[str], list[tuple[str, Refusal]]]:
    """New ones, the ids of known ones, and the refused: those that intake refused, or whose id has another text.

    With `update` another text is a later version instead: it comes out as new under an id of its own.  Of several in
    one run, that of the earlier day comes first.
    """
    texts = _Texts.of(taken, ledger)
    fresh: list[Reading] = []
    known: list[str] = []
    refused: list[tuple[str, Refusal]] = []
    for reading in _by_day(taken) if update else taken:
        digest = raw_hash(reading.raw)
        before = texts.by_report.get(reading.report_id, {})
        if reading.refusal is not None:
            refused.append((reading.report_id, reading.refusal))
        elif digest in before:
            known.append(before[digest])
        elif not before or update:
            new_id = texts.next_id(reading.report_id) if before else reading.report_id
            version_of = reading.report_id if before else None
            fresh.append(replace(reading, report_id=new_id, version_of=version_of))
            texts.by_report.setdefault(reading.report_id, {})[digest] = new_id
        else:
            refused.append((reading.report_id, Refusal("ledger", CONFLICT)))
    return fresh, known, refused


def _by_day(taken: Iterable[Reading]) -> list[Reading]:
    return sorted(taken, key=lambda r: r.published.day if r.published else date.max)


def _numbered(report_id: str) -> Iterator[str]:
    number = 2
    while True:
        yield f"{report_id}{MARK}{number}"
        number += 1
