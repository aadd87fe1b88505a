"""Measure what fogline says was changed in meaning, on labelled stories: `python -m evaluation.alterations`.

The stories are those of `training/lineage/data`.  Who derives from whom and what is no part of the story are given, so
that mistakes of kin and of cleaning do not mix in; with `--own` the program finds both itself.  Asked: every labelled
alteration.  Found: an alteration of the same pair of reports, in a sentence that holds the labelled words, of the
labelled kind or of one that is as fair (`FAIR`).  Whatever else is told of a pair is false; so is all that is told of
the full paraphrases, of which nothing is labelled.  Updates alter nothing and are not asked.  The halves "fresh"
and "unread" are the stories of `training/lineage/fresh` and `training/lineage/unread`, whose paraphrases are labelled
too; either was written before the rules that it measured first, and only "unread" was not read since.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from evaluation.floors import hold, read_floors
from evaluation.names import words
from evaluation.tables import markdown
from evaluation.tally import Tally, share
from fogline.intake import iter_readings
from fogline.lineage.alterations import find_alterations
from fogline.lineage.families import Kindred
from fogline.lineage.kinships import derive
from fogline.records import Alteration, Kinship, Reading, Relation, Span, SpanKind
from fogline.text import Clean
from training.lineage.told import FRESH, UNREAD, Change, Family, Told, iter_families, retold

TODAY = date(2026, 1, 1)  # later than every report
HALVES = ("look", "held", "fresh", "unread", "retold")
PARAPHRASE = "paraphrase"  # the base's second report: nothing in it is labelled
ROW = "alterations"
AIM = 2 / 3  # of the alterations of a story, that should be found in it
MOST = 2  # false ones a pair, at most
FAIR: Mapping[str, frozenset[str]] = {
    "number": frozenset({"number", "time", "scope"}),
    "time": frozenset({"time", "number"}),
    "name": frozenset({"name", "place", "source", "wording"}),
    "place": frozenset({"place", "name", "source", "wording"}),
    "source": frozenset({"source", "name", "place", "certainty", "wording"}),
    "qualifier": frozenset({"scope", "certainty", "status", "negation", "number", "wording"}),
    "status": frozenset({"status", "certainty", "negation", "wording"}),
    "negation": frozenset({"negation", "status", "certainty"}),
}


@dataclass(slots=True)
class Result:
    """What was asked and told of some pairs; the labels and the alterations of each pair in order."""

    asked: list[tuple[Told, Change]] = field(default_factory=list)
    missed: list[tuple[Told, Change]] = field(default_factory=list)
    false: list[tuple[str, Alteration]] = field(default_factory=list)  # with the relation of the pair
    pairs: Counter[str] = field(default_factory=Counter)  # by relation
    crowded: int = 0  # reports of which more is false than `MOST` a pair
    stories: list[float] = field(default_factory=list)  # of each story in which something was altered, the share found

    def close(self, asked: int, missed: int) -> None:
        """Count a story that began when so many were asked and missed."""
        if len(self.asked) > asked:
            self.stories.append(1 - share(len(self.missed) - missed, len(self.asked) - asked))

    def take(self, report: Told, relation: str, told: Sequence[Alteration]) -> None:
        """Count one report with what was told of it."""
        left = list(told)
        for change in report.changes:
            self.asked.append((report, change))
            hit = min((a for a in left if is_told(change, a)), key=lambda a: -_overlap(change, a), default=None)
            if hit is None:
                self.missed.append((report, change))
            else:
                left.remove(hit)
        self.false += [(relation, a) for a in left]
        self.pairs[relation] += len(report.sources)
        self.crowded += len(left) > MOST * len(report.sources)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures of both halves, and hold them against the floors."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.alterations", description=__doc__)
    parser.add_argument("--format", choices=["table", "json"], default="table")
    parser.add_argument("--own", action="store_true", help="with the program's own cleaning and kin")
    parser.add_argument("--missed", action="store_true", help="name what went wrong in the half that may be read")
    options = parser.parse_args(argv)
    results = measure_halves(own=options.own)
    measured = {f"{ROW} {half}": figures(result) for half, result in results.items()}
    print(json.dumps(measured, indent=1) if options.format == "json" else table(results))
    if options.missed:
        print("\n".join(wrong(results[HALVES[0]])))
    floors = {row: least for row, least in read_floors().items() if row.startswith(f"{ROW} ")}
    return 0 if options.own else hold(measured, floors)


ABOUT = """\
## What was altered on the way

Alterations on the labelled stories of `training/lineage/data`, with the true kin and bodies given
(`python -m evaluation.alterations`): half of the stories was read while building (`look`), the other half was not. An
alteration counts as found if the sentence and the kind agree; whatever else is told is false, also in full paraphrases,
of which nothing is labelled though some of it is true. `fresh` and `unread` are nine and six stories more, each
written before the rules that it measured first, their paraphrases labelled too; `fresh` was read since, `unread` only
measures. `retold` is every twelfth of the stories that the network for meaning learns from, written by people who had
not seen the program; from these it does not learn, nor from `held` and `unread`. A story is found where two of three of
its alterations are; a report is crowded with more than two false ones.
"""


def section() -> str:
    """The part of the page of quality."""
    measured = {half: figures(result) for half, result in measure_halves().items()}
    return ABOUT + "\n" + markdown(measured, list(next(iter(measured.values()))))


def measure_halves(*, own: bool = False) -> dict[str, Result]:
    """The results of each half."""
    halves: dict[str, list[Family]] = {half: [] for half in HALVES}
    for family in iter_families():
        halves[family.half].append(family)
    halves["fresh"] += iter_families(FRESH)
    halves["unread"] += iter_families(UNREAD)
    halves["retold"] += retold(learnt=False)
    return {half: measure(families, own=own) for half, families in halves.items()}


def measure(families: Iterable[Family], *, own: bool = False) -> Result:
    """The result of some stories."""
    result = Result()
    for family in families:
        asked, missed = len(result.asked), len(result.missed)
        found = told_of(family, own=own)
        for report in family.reports:
            retold = report is family.reports[1] and not report.changes
            relation = PARAPHRASE if retold else report.relation
            told = [a for a in found if a.report_id == report.id]
            if report.sources and report.relation != Relation.UPDATE:
                result.take(report, relation, [a for a in told if a.source in report.sources])
                told = [a for a in told if a.source not in report.sources]
            elif not own:
                continue
            result.false += [("other pair", a) for a in told]
        result.close(asked, missed)
    return result


def told_of(family: Family, *, own: bool) -> tuple[Alteration, ...]:
    """What the program says was altered in the reports of a story."""
    kindred = Kindred(readings(family.reports, own=own))
    families = kindred.families()
    return find_alterations(kindred, families, derive(kindred, families) if own else true_kin(family.reports))


def true_kin(reports: Iterable[Told]) -> tuple[Kinship, ...]:
    """The labelled kin; a report that draws on two has two rows."""
    return tuple(Kinship(r.id, s, Relation(r.relation), 1.0) for r in reports for s in r.sources)


def readings(reports: Sequence[Told], *, own: bool) -> list[Reading]:
    """The reports as lineage reads them, with the labelled body, or with the program's `own`."""
    with tempfile.TemporaryDirectory(prefix="fogline-alterations-") as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(_row(r)) + "\n" for r in reports), encoding="utf-8")
        clean = Clean()
        read = [clean(reading) for reading in iter_readings([path], today=TODAY)]
    read = [replace(r, day=r.day or r.published) for r in read]
    spans = {r.id: tuple(_body(r)) for r in reports}
    return read if own else [replace(r, spans=spans[r.report_id]) for r in read]


def _row(report: Told) -> dict[str, str | None]:
    day = report.day.isoformat() if report.day and report.dated else None
    return {"id": report.id, "outlet": report.outlet, "published": day, "text": report.raw}


def _body(report: Told) -> Iterator[Span]:
    """What is left of a report without its labelled furniture and strays."""
    at = 0
    for start, end in [*report.spans, (len(report.raw), len(report.raw))]:
        if report.raw[at:start].strip():
            yield Span(at, start, SpanKind.BODY)
        at = end


def is_told(change: Change, told: Alteration) -> bool:
    """Whether an alteration is the labelled one: a fair kind, in a sentence that holds the labelled words.

    Where the altered words are a dropped one's, the sentence of the source must hold those that were there.
    """
    if told.kind not in FAIR[change.kind]:
        return False
    if change.altered is None:
        return holds(told.original_sentence, change.original or "")
    return holds(told.sentence, change.altered)


def holds(sentence: str, labelled: str) -> bool:
    return " ".join(words(labelled)) in " ".join(words(sentence))


def _overlap(change: Change, told: Alteration) -> int:
    """Words of the values that are labelled too: to choose between two alterations of one sentence."""
    return len(
        {*words(told.original), *words(told.altered)} & {*words(change.original or ""), *words(change.altered or "")}
    )


def figures(result: Result) -> dict[str, float]:
    """Precision, recall, F1, and how many false ones there are a pair: over all, and of the paraphrases."""
    asked, found = len(result.asked), len(result.asked) - len(result.missed)
    tally = Tally(found, asked, found + len(result.false))
    paraphrased = sum(relation == PARAPHRASE for relation, _ in result.false)
    return {
        "pairs": float(result.pairs.total()),
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "false a pair": share(len(result.false), result.pairs.total()),
        "false a paraphrase": share(paraphrased, result.pairs[PARAPHRASE]),
        "stories": float(len(result.stories)),
        "stories found": share(sum(found >= AIM for found in result.stories), len(result.stories)),
        "crowded": float(result.crowded),
    }


def table(results: Mapping[str, Result]) -> str:
    """Plain text: what was found and missed by kind, what is false by kind and by relation, and the figures."""
    lines = []
    for half, result in results.items():
        lines += [f"{half}", f"  {'kind':<12}{'asked':>7}{'found':>7}{'missed':>7}{'recall':>8}"]
        asked, missed = (Counter(c.kind for _, c in part) for part in (result.asked, result.missed))
        lines += [
            f"  {kind:<12}{n:>7}{n - missed[kind]:>7}{missed[kind]:>7}{share(n - missed[kind], n):>8.2f}"
            for kind, n in sorted(asked.items())
        ]
        false = Counter(a.kind for _, a in result.false)
        lines.append("  false: " + ", ".join(f"{n} {kind}" for kind, n in false.most_common()))
        told = Counter(relation for relation, _ in result.false)
        lines.append(
            "  false a pair: " + ", ".join(f"{r} {share(told[r], n):.2f} of {n}" for r, n in result.pairs.items())
        )
        lines += [f"  {name:<20}{value:>8.3f}" for name, value in figures(result).items()]
    return "\n".join(lines)


def wrong(result: Result) -> Iterator[str]:
    """A line or more for each label that was missed and each alteration that is false."""
    for report, change in result.missed:
        yield f"MISSED {report.id} {change.kind}: {change.original} -> {change.altered}"
    for relation, a in result.false:
        yield f"FALSE {a.report_id} ({relation}) {a.kind}: {a.original} -> {a.altered}"
        yield f"  O {a.original_sentence}\n  A {a.sentence}"


if __name__ == "__main__":
    raise SystemExit(main())
