"""What a report costs that is added to many: to read it, to find its candidates, to lay it beside each and hold it.

The same reports are added to few and to many in turns, and taken out again.  Their kin are among the few, so that both
have as many to find; what then grows is the search alone.  A third time copies of the examples are among the many, as
in the corpus of `benchmarks.kin`: there is more to judge there.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from benchmarks.kin_corpus import OF_EXAMPLES, SEED, Made, corpus
from fogline.lineage.alignment import compare
from fogline.lineage.prints import Fingerprint
from fogline.lineage.search import KinSearch
from fogline.lineage.tellings import Telling, read_tellings
from fogline.records import Reading, Span, SpanKind

FEW = 1000  # reports that reports are added to, and that are added
WARM = 20  # reports that are added before anything is timed


@dataclass
class Held:
    """The reports held, and what it took to add others: seconds of the processor."""

    search: KinSearch = field(default_factory=KinSearch)
    texts: dict[str, str] = field(default_factory=dict)
    finding: list[float] = field(default_factory=list)  # candidates found, and held
    whole: list[float] = field(default_factory=list)  # read and judged as well
    removing: list[float] = field(default_factory=list)
    holding: list[float] = field(default_factory=list)  # of every report that was held, taken in alone
    candidates: int = 0

    def hold(self, reports: Iterable[Made], prefix: str) -> None:
        """Hold reports, and time nothing but that."""
        for report in reports:
            name = f"{prefix}-{report.report_id}"
            fingerprint = Fingerprint.of(telling(name, report.text))
            begun = time.process_time()
            self.search.add(fingerprint)
            self.holding.append(time.process_time() - begun)
            self.texts[name] = report.text

    def add(self, report: Made) -> None:
        """Add a report, judge it and take it out again, all timed."""
        begun = time.process_time()
        own = telling("added", report.text)
        read = time.process_time()
        fingerprint = Fingerprint.of(own)
        found = self.search.near(fingerprint)
        self.search.add(fingerprint)
        held = time.process_time()
        for name in found:
            compare(own, telling(name, self.texts[name]))
        judged = time.process_time()
        self.search.remove(fingerprint)
        self.removing.append(time.process_time() - judged)
        self.finding.append(held - read)
        self.whole.append(judged - begun)
        self.candidates += len(found)

    def forget(self) -> None:
        """Begin to time anew."""
        self.finding, self.whole, self.removing, self.candidates = [], [], [], 0

    def __str__(self) -> str:
        mean, slow, worst = (1000 * f(self.whole) for f in (np.mean, _slowest, max))
        return (
            f"a report added to {len(self.search)}: {mean:.2f} ms in the mean, {slow:.1f} ms the slowest of 1,000 but "
            f"one, {worst:.1f} ms at worst; of it {1000 * np.mean(self.finding):.2f} ms to find and hold it "
            f"({1000 * max(self.finding):.1f} at worst); {self.candidates / len(self.whole):.1f} candidates; "
            f"taken out in {1000 * np.mean(self.removing):.2f} ms"
        )


def _slowest(seconds: Sequence[float]) -> float:
    return float(np.quantile(seconds, 0.999))


def adding(count: int) -> Iterator[str]:
    """What it takes to add a report to a few and to so many, in lines."""
    told, others = corpus(2 * FEW), corpus(count - FEW, seed=SEED + 1, of_examples=0)
    _freeze()  # what is made for the measurement, lest it be looked through for garbage while others are timed
    few, many = Held(), Held()
    for held in (few, many):
        held.hold(told[:FEW], "few")
    many.hold(others, "other")
    _freeze()
    for report in told[:WARM]:
        few.add(report)
        many.add(report)
    few.forget()
    many.forget()
    for report in told[FEW:]:
        few.add(report)
        many.add(report)
    yield from (str(few), str(many))
    growth, finding = (sum(b) / sum(a) for a, b in ((few.whole, many.whole), (few.finding, many.finding)))
    yield f"  costs {growth:.2f} times as much among many, to find and hold it alone {finding:.2f} times"
    slow, worst = 1000 * _slowest(many.holding), 1000 * max(many.holding)
    yield f"  to hold each of {len(many.holding)} took {slow:.1f} ms with one in a thousand, {worst:.1f} ms at worst"
    many.hold(corpus(int(count * OF_EXAMPLES), seed=SEED + 2, of_examples=int(count * OF_EXAMPLES)), "crowd")
    _freeze()
    many.forget()
    for report in told[FEW:]:
        many.add(report)
    yield f"with {int(count * OF_EXAMPLES)} copies of the examples, {many}"


def _freeze() -> None:
    gc.collect()
    gc.freeze()


def telling(name: str, text: str) -> Telling:
    """One text, read alone."""
    return read_tellings([reading(name, text)])[0]


def reading(name: str, text: str) -> Reading:
    """A report that is all body."""
    return Reading(name, text, spans=(Span(0, len(text), SpanKind.BODY),))
