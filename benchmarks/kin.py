"""Time the search for kin against datasketch: `python -m benchmarks.kin`.

Both sides get the same texts and search by the same word sequences; datasketch's are made for it, at a cost that is
given apart.  Seconds are of the processor, in one process each.  A pair is asked for if its two share half of all
their word sequences.  As fogline ties a crowd of copies together by links, a second figure asks only whether the two
are in one group by what was found; of datasketch too.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import sys
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from statistics import median
from typing import TypeVar

from benchmarks.kin_adding import adding, reading
from benchmarks.kin_corpus import OF_EXAMPLES, Dress, Made, corpus
from fogline.lineage.candidates import near_copies
from fogline.lineage.families import Kindred
from fogline.lineage.fingerprints import CROWD, SEQUENCE, folded
from fogline.lineage.groups import Groups

T = TypeVar("T")
Pair = tuple[int, int]

ASKED = 0.5  # likeness of two sets of word sequences; what datasketch is asked for
PERMUTATIONS = 128  # datasketch's default
DRAWN, SEED = 1000, 1  # reports whose pairs are asked for
TURNS = 9  # in which few and many are searched
SMALL = 1000  # reports; the cost of one is compared with that among so many
MAKING = "sequences made"


@dataclass
class Side:
    """What one side found, in how many seconds of the processor and with how much more memory."""

    pairs: list[Pair] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    megabytes: float = 0.0

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """Time a step."""
        before = time.process_time()
        yield
        self.seconds[what] = time.process_time() - before

    def __str__(self) -> str:
        times = ", ".join(f"{what} {seconds:.2f} s" for what, seconds in self.seconds.items())
        return f"{times}; +{self.megabytes:.0f} MB; {len(self.pairs)} pairs"


def main(argv: Sequence[str] | None = None) -> int:
    """Search with both, print what they took and found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kin", description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000, help="(default 100000)")
    parser.add_argument("--judged", type=int, default=10_000, help="reports that are judged as well (default 10000)")
    options = parser.parse_args(argv)
    made = corpus(options.reports)
    print(f"{len(made)} reports, {sum(len(m.text.split()) for m in made) // len(made)} words each, seconds of one core")
    theirs, ours = apart(by_datasketch, made), apart(by_fogline, made)
    asked = asked_pairs(made)
    for name, side in (("datasketch", theirs), ("fogline", ours)):
        direct, joined = recall(side.pairs, asked, made)
        print(f"{name}: {side}")
        print(f"  recall {direct:.4f} in families of up to {CROWD} reports, {joined:.4f} by groups in all")
    own, every = sum(ours.seconds.values()), sum(theirs.seconds.values())
    print(f"datasketch / fogline: {every / own:.1f}, without {MAKING} {(every - theirs.seconds[MAKING]) / own:.1f}")
    for kind, given in (("", made), (", as many kin each", corpus(len(made), of_examples=int(SMALL * OF_EXAMPLES)))):
        print(f"a report among {len(made)} / a report among {SMALL}{kind}: {apart(growth, given):.2f}")
    print("\n".join(apart(added, made)))
    for count in (SMALL, options.judged):
        print(apart(judging, made[:count]))
    return 0


def apart(act: Callable[[Sequence[Made]], T], made: Sequence[Made]) -> T:
    """Do it in a process of its own, so that one side's memory is not the other's."""
    gc.collect()
    gc.freeze()  # the corpus, so that neither side's time is spent on looking through it for garbage
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        return pool.submit(act, made).result()


def by_fogline(made: Sequence[Made]) -> Side:
    """The pairs that fogline would judge, from the texts."""
    side = Side()
    texts = [report.text for report in made]
    with side.timed("search"):
        found = near_copies(texts)
    tracemalloc.start()  # exact, where a process that is no larger may use what another step left
    near_copies(texts)
    side.megabytes = tracemalloc.get_traced_memory()[1] / 1024**2
    tracemalloc.stop()
    side.pairs = [*found.pairs, *found.links]
    return side


def growth(made: Sequence[Made]) -> float:
    """How many times as much a report costs among all as among few, searched in turns; the middle of several."""
    every, few = [report.text for report in made], [report.text for report in corpus(SMALL)]
    found = []
    for _ in range(TURNS):
        spent = Side()
        for texts, times in ((few, 20), (every, 1)):
            with spent.timed(str(len(texts))):
                for _ in range(times):
                    near_copies(texts)
            spent.seconds[str(len(texts))] /= times * len(texts)
        found.append(spent.seconds[str(len(every))] / spent.seconds[str(len(few))])
    return median(found)


def added(made: Sequence[Made]) -> list[str]:
    """What it takes to add a report to as many."""
    return list(adding(len(made)))


def by_datasketch(made: Sequence[Made]) -> Side:
    """The pairs that its index gives for every report, from ready word sequences, in its fastest way."""
    from datasketch import MinHash, MinHashLSH

    side, before = Side(), memory()
    hashes: list[MinHash] = []
    side.seconds = {MAKING: 0.0, "signed": 0.0}
    for begin in range(0, len(made), SMALL):
        step = Side()
        with step.timed(MAKING):
            ready = [[s.encode() for s in sequences(report.text)] for report in made[begin : begin + SMALL]]
        with step.timed("signed"):
            hashes += MinHash.generator(ready, num_perm=PERMUTATIONS)
        for what, seconds in step.seconds.items():
            side.seconds[what] += seconds
    index = MinHashLSH(threshold=ASKED, num_perm=PERMUTATIONS)
    with side.timed("inserted"):
        for number, signature in enumerate(hashes):
            index.insert(number, signature)
    with side.timed("queried"):
        found = {(o, n) for n, signature in enumerate(hashes) for o in index.query(signature) if o < n}
    side.megabytes = memory() - before
    side.pairs = sorted(found)
    return side


def sequences(text: str) -> list[str]:
    """The word sequences of a text."""
    own = folded(text).decode().split()
    return [" ".join(own[at : at + SEQUENCE]) for at in range(len(own) - SEQUENCE + 1)]


def memory() -> float:
    """The most memory that this process had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def asked_pairs(made: Sequence[Made]) -> list[Pair]:
    """The pairs of some reports, drawn, with the reports of their story that share half of their word sequences."""
    families: dict[int, list[int]] = defaultdict(list)
    for number, report in enumerate(made):
        families[report.story].append(number)
    drawn = random.Random(SEED).sample(range(len(made)), min(DRAWN, len(made)))
    found: set[Pair] = set()
    for one in drawn:
        own = set(sequences(made[one].text))
        for other in families[made[one].story]:
            theirs = set(sequences(made[other].text)) if other != one else set()
            if len(own & theirs) >= ASKED * len(own | theirs):
                found.add((min(one, other), max(one, other)))
    return sorted(found)


def recall(found: Sequence[Pair], asked: Sequence[Pair], made: Sequence[Made]) -> tuple[float, float]:
    """The share of the asked pairs that was found, in small families; and of all, that ended up in one group."""
    sizes: dict[int, int] = defaultdict(int)
    for report in made:
        sizes[report.story] += 1
    groups, given = Groups(range(len(made))), set(found)
    for pair in found:
        groups.tie(*pair)
    small = [pair for pair in asked if sizes[made[pair[0]].story] <= CROWD]
    joined = sum(groups.find(one) == groups.find(other) for one, other in asked)
    return sum(pair in given for pair in small) / max(1, len(small)), joined / max(1, len(asked))


def judging(made: Sequence[Made]) -> str:
    """What the whole costs, with facts searched and candidates judged, and how many of the rewrites it finds."""
    before = time.process_time()
    kindred = Kindred([reading(report.report_id, report.text) for report in made])
    families = kindred.families()
    seconds = time.process_time() - before
    home = {name: at for at, f in enumerate(families) for i in f.members for name in kindred.tellings[i].report_ids}
    stories = {report.story: report.report_id for report in made if report.dress is Dress.STORY}
    asked = [(r.report_id, stories[r.story]) for r in made if r.dress is Dress.REWRITE and r.story in stories]
    found = sum(home[one] == home[other] for one, other in asked)
    return (
        f"all judged, {len(made)} reports: {seconds / len(made) * 1000:.2f} ms a report, {memory():.0f} MB in all; "
        f"{found} of {len(asked)} rewrites found"
    )


if __name__ == "__main__":
    sys.exit(main())
