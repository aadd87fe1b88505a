"""Measure lineage on stories of our own: `python -m evaluation.kin` (a minute).

Each story is read alone, then all stories of a half as one record.  Asked: which reports tell one original, who derives
from whom and how; that independent reports are kin to nobody, and that reports of different wars are no kin.  The half
`look` may be read and learned from, `held` only measures.  `evaluation/families.py` says what gold means.  Exit 1 where
a figure is below its floor.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from evaluation.families import Derivation, Pair, Story, iter_stories
from evaluation.floors import hold, read_floors
from evaluation.tally import Tally, share
from fogline.lineage import trace
from fogline.records import Corpus, Lineage
from training.lineage.told import HALVES

NONE = "no kin"
ELSEWHERE = "of another"  # kin of a report that it does not derive from
PREFIX = "kin "  # of these rows in floors.json
Traced = Sequence[tuple[Story, Lineage]]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures of both halves, and hold them against the floors."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.kin", description=__doc__)
    parser.add_argument("--format", choices=["table", "json"], default="table")
    parser.add_argument("--missed", action="store_true", help="name what went wrong in the half that may be read")
    options = parser.parse_args(argv)
    alone = trace_alone()
    measured = {half: figures(traced) for half, traced in alone.items()}
    print(json.dumps(measured, indent=1) if options.format == "json" else table(measured))
    if options.format == "table":
        print("\n".join(f"\n{half}, each story alone\n{confusion(traced)}" for half, traced in alone.items()))
    if options.missed:
        print("\n".join(missed(alone[HALVES[0]])))
    floors = {row: least for row, least in read_floors().items() if row.startswith(PREFIX)}
    return hold({PREFIX + half: found for half, found in measured.items()}, floors)


def trace_alone() -> dict[str, Traced]:
    """The lineage of each story read alone, by half."""
    told = list(iter_stories())
    return {half: [(s, trace(Corpus(s.readings))) for s in told if s.half == half] for half in HALVES}


def figures(alone: Traced) -> dict[str, float]:
    """The figures over some stories, each read alone, then all of them as one record."""
    told = [story for story, _ in alone]
    one = trace(Corpus(tuple(r for story in told for r in story.readings)))
    together = [(story, one) for story in told]
    found = {"stories": float(len(told)), "of ten reports": float(sum(len(s.ids) > 5 for s in told))}
    found |= {f"alone, {name}": value for name, value in _figures(alone).items()}
    found |= {f"together, {name}": value for name, value in _figures(together).items()}
    return found | {"together, pairs of different wars taken for kin": float(_strangers(told, one))}


def _figures(traced: Traced) -> dict[str, float]:
    """What became of the reports within their stories."""
    origins, directed = Tally(0, 0, 0), Tally(0, 0, 0)
    relations = apart = taken = heard = confused = both = named = 0
    for story, lineage in traced:
        gold, own = story.gold, set(story.ids)
        pairs = {p for p in origin_pairs(lineage) if p <= own} - gold.open
        kin = derivations(lineage, own)
        right = gold.kin.keys() & kin.keys()
        origins = _add(origins, Tally(len(pairs & gold.origins), len(gold.origins), len(pairs)))
        directed = _add(directed, Tally(len(right), len(gold.kin), len(kin)))
        relations += sum(kin[d] == gold.kin[d] for d in right)
        joined = origin_pairs(lineage) | {frozenset(d) for d in kin}
        apart, taken = apart + len(gold.apart), taken + len(gold.apart & joined)
        heard, confused = heard + len(gold.heard), confused + len(gold.heard & joined)
        double = [d for d, kind in gold.kinds.items() if kind == "of two origins"]
        both, named = both + len(double), named + len(right & set(double))
    return {
        "origin pairs, precision": origins.precision,
        "origin pairs, recall": origins.recall,
        "origin pairs, F1": origins.f1,
        "kin, precision": directed.precision,
        "kin, recall": directed.recall,
        "kin, F1": directed.f1,
        "relation right": share(relations, directed.right),
        "independent taken for kin": share(taken, apart),
        "of one day, taken for kin": share(confused, heard),
        "sources named, of two": share(named, both),
    }


def _add(one: Tally, other: Tally) -> Tally:
    return Tally(one.right + other.right, one.asked + other.asked, one.given + other.given)


def _strangers(told: Sequence[Story], lineage: Lineage) -> int:
    """How many pairs of reports of different wars were taken for kin."""
    home = {report: story.name for story in told for report in story.ids}
    given = [sorted(p) for p in origin_pairs(lineage) | {frozenset(d) for d in derivations(lineage, home)}]
    return sum(home[a] != home[b] for a, b in (p for p in given if len(p) == 2) if b in home)


def origin_pairs(lineage: Lineage) -> set[Pair]:
    """The pairs of reports that share an origin."""
    return {frozenset(pair) for origin in lineage.origins for pair in combinations(origin.report_ids, 2)}


def derivations(lineage: Lineage, own: Iterable[str]) -> dict[Derivation, str]:
    """What each of these reports derives from, a report or an agency, and how."""
    asked = set(own)
    return {(row.report_id, row.source): str(row.relation) for row in lineage.kin if row.report_id in asked}


def confusion(traced: Traced) -> str:
    """How derivations were told: a row for each that there is, a column for each answer."""
    counts: dict[str, Counter[str]] = {}
    for story, lineage in traced:
        given = derivations(lineage, story.ids)
        kin = {report for report, _ in given}
        for derivation, kind in story.gold.kinds.items():
            missing = ELSEWHERE if derivation[0] in kin else NONE
            counts.setdefault(kind, Counter())[given.get(derivation, missing)] += 1
    answers = {answer for row in counts.values() for answer in row} - {NONE, ELSEWHERE}
    columns = [*sorted(answers), ELSEWHERE, NONE]
    lines = [" " * 16 + "".join(f"{c:>13}" for c in columns)]
    lines += [f"{kind:<16}" + "".join(f"{row[c]:>13}" for c in columns) for kind, row in sorted(counts.items())]
    return "\n".join(lines)


def missed(traced: Traced) -> Iterator[str]:
    """One line for every answer that is wrong where a story is read alone."""
    for story, lineage in traced:
        gold, given = story.gold, derivations(lineage, story.ids)
        for derivation in sorted(gold.kin.keys() | given.keys()):
            asked, told = gold.kinds.get(derivation, NONE), given.get(derivation, NONE)
            if gold.kin.get(derivation, NONE) != told:
                yield f"{story.name}: {' from '.join(derivation)} is {asked}, was taken for {told}"
        pairs = origin_pairs(lineage)
        for pair in sorted(map(sorted, (gold.origins - pairs) | (pairs - gold.origins - gold.open))):
            yield f"{story.name}: {' and '.join(pair)} {'do not' if frozenset(pair) in pairs else 'do'} share an origin"


ABOUT = """\
Stories of our own (`training/lineage/data`): reports with their edited copies, paraphrases, rewrites, summaries and
updates, reports that draw on two origins, and independent ones of the same day. Each story is read alone, then all of a
half as one record. The judge of kin learned from the half `look`; **`held` only measures.** Kin are directed: right is
the report and the one it derives from. Written from `python -m evaluation.kin`, which also holds the floors below.
"""


def section() -> str:
    """The part of the page of quality: the figures, how derivations of the half held were told, and the floors."""
    alone = trace_alone()
    measured = {half: figures(traced) for half, traced in alone.items()}
    rows = [
        f"| {name} | " + " | ".join(f"{f[name]:.4g}" for f in measured.values()) + " |" for name in measured["held"]
    ]
    floors = [(n, f) for row, least in read_floors().items() if row == f"{PREFIX}held" for n, f in least.items()]
    return "\n".join(
        [
            "## Kin, on stories of our own\n",
            ABOUT,
            "| figure | " + " | ".join(measured) + " |\n| --- | " + " | ".join("---:" for _ in measured) + " |",
            *rows,
            "\nOf the half held, what derives (rows) and how it was told (columns), each story alone:\n",
            "```",
            confusion(alone["held"]),
            "```",
            "\nFloors: " + ", ".join(f"{name} {floor:.3f}" for name, floor in floors) + ".",
        ]
    )


def table(measured: Mapping[str, Mapping[str, float]]) -> str:
    """A line for each figure, a column for each half."""
    rows = next(iter(measured.values()))
    lines = [" " * 50 + "".join(f"{half:>10}" for half in measured)]
    lines += [f"{name:<50}" + "".join(f"{f[name]:>10.4g}" for f in measured.values()) for name in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
