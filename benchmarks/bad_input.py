"""Bad input for lineage, in bulk: `python -m benchmarks.bad_input`.

Identical reports, a crowd of editions, one report of a million words, flashes of ten words in one mould, and reports
in many languages.  Printed for each: the time of a report for a fifth of them and for all, which should be the same,
traced at once, and looked for one by one as they are added; and the kin.  Exit 1 where a report is joined to one that
tells of something else.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from benchmarks.kin_adding import reading, telling
from benchmarks.kin_corpus import corpus
from fogline.lineage import trace
from fogline.lineage.prints import Fingerprint
from fogline.lineage.search import KinSearch
from fogline.records import Corpus, Lineage

SEED = 5
CONSONANTS = "bdfglmnprstvz"
WIRES = (
    "قال الجيش إن قواته سيطرت على بلدة {} بعد يومين من القتال العنيف مع المتمردين في شمال البلاد",
    "Армия заявила, что её войска взяли город {} после двух дней тяжёлых боёв с повстанцами на севере страны",
    "L’armée a déclaré que ses forces avaient pris la ville de {} aux rebelles après deux jours de combats acharnés",
    "Ordu, iki gün süren şiddetli çatışmaların ardından {} kasabasını isyancılardan aldığını açıkladı",
    "Rebels captured the northern town of {} from government forces after two days of heavy fighting, residents said",
)
Texts = Callable[[int], Sequence[str]]


def main() -> int:
    """Trace every kind of bad input, print what it took and gave."""
    wrong = 0
    for name, texts, count in kinds():
        traced, added = [], []
        for part in (count // 5, count) if count > 1 else (count,):
            given = texts(part)
            before = time.process_time()
            lineage = trace(Corpus(tuple(reading(f"r{n:06}", text) for n, text in enumerate(given))))
            between = time.process_time()
            add_all(given)
            traced.append((between - before) / part * 1000)
            added.append((time.process_time() - between) / part * 1000)
        joined = strangers(lineage, given) if name in APART else 0
        wrong += joined
        times, single = (" then ".join(f"{each:.2f}" for each in seconds) for seconds in (traced, added))
        print(f"{name}: {count} reports, {times} ms a report; {len(lineage.origins)} origins, {joined} falsely joined")
        print(f"  one by one, {single} ms a report to read it, find its candidates and hold it", flush=True)
    return 1 if wrong else 0


def add_all(texts: Sequence[str]) -> KinSearch:
    """The texts held, one by one, each looked for before."""
    search = KinSearch()
    for number, text in enumerate(texts):
        own = Fingerprint.of(telling(f"r{number:06}", text))
        search.near(own)
        search.add(own)
    return search


APART = {"ten words", "many languages"}  # whose texts tell of different things wherever they differ


def kinds() -> Iterator[tuple[str, Texts, int]]:
    """Each kind of bad input, how its texts are made, and how many."""
    yield "identical", lambda count: [story()] * count, 10_000
    yield "editions", lambda count: [f"{story()} Edition {n}." for n in range(count)], 2_000
    yield "a million words", lambda _: [million()], 1
    yield "a million words in one line", lambda _: [million().replace(".", "")], 1
    yield "ten words", flashes, 10_000
    yield "many languages", wires, 10_000


def story() -> str:
    """One made story."""
    return corpus(10)[0].text


def million(count: int = 1_000_000) -> str:
    """A report of a million words, or of so many."""
    words = " ".join(report.text for report in corpus(count // 250)).split()
    return " ".join(words[:count])


def flashes(count: int) -> list[str]:
    """Flashes of ten words, each of another town."""
    rng = random.Random(SEED)
    return [f"Army shells hit {town} market, {rng.randint(3, 90)} dead, doctors there say." for town in towns(count)]


def wires(count: int) -> list[str]:
    """One sentence in one of many languages, each of another town."""
    return [WIRES[n % len(WIRES)].format(town) for n, town in enumerate(towns(count))]


def towns(count: int) -> list[str]:
    """Names that no romanisation makes alike."""
    rng = random.Random(SEED)
    found: dict[str, None] = {}
    while len(found) < count:
        found["a".join(rng.choices(CONSONANTS, k=8)).capitalize()] = None
    return list(found)


def strangers(lineage: Lineage, texts: Sequence[str]) -> int:
    """How many reports share an origin with one of another text."""
    alone = sum(len({texts[int(name[1:])] for name in origin.report_ids}) == 1 for origin in lineage.origins)
    return len(lineage.origins) - alone


if __name__ == "__main__":
    sys.exit(main())
