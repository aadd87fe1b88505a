"""How fast the whole engine reads the reports of the gold sets, beside a peer that reads the same in the same run.

Words are what blanks part.  Absolute figures differ from machine to machine; the ratio to the peer less so.
"""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from statistics import median

import spacy

from evaluation.gold import GOLD
from fogline.language.engine import Engine, load
from fogline.records import Reading, Span, SpanKind

ROUNDS = 3
PROCESSES = 2


def measure(engine: Engine) -> dict[str, float]:
    """Words a second of the engine and of the peer, one core each; how much two processes gain; loading, memory."""
    texts = bodies()
    words = sum(len(text.split()) for text in texts)
    list(engine.pipe(readings(texts[:8])))
    own = _seconds(lambda: list(engine.pipe(readings(texts))))
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    list(blank.pipe(texts[:8]))
    peer = _seconds(lambda: list(blank.pipe(texts)))
    loading, megabytes = _loading()
    return {
        "words_s": words / own,
        "peer_words_s": words / peer,
        "times_peer": own / peer,
        "two_processes": PROCESSES * _slowest(1) / _slowest(PROCESSES),
        "loading_s": loading,
        "memory_mb": megabytes,
    }


def bodies() -> list[str]:
    """The texts of all reports of the sets."""
    files = sorted(GOLD.glob("*/reports.jsonl"))
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def readings(texts: Sequence[str]) -> list[Reading]:
    """The texts as readings whose whole text is the story."""
    return [Reading(str(i), text, spans=(Span(0, len(text), SpanKind.BODY),)) for i, text in enumerate(texts)]


def _seconds(act: Callable[[], object]) -> float:
    rounds = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        act()
        rounds.append(time.perf_counter() - before)
    return median(rounds)


def _read_all(_: int) -> float:
    """In a process of its own: read all texts, and say how long it took."""
    before = time.perf_counter()
    list(load().pipe(readings(bodies())))
    return time.perf_counter() - before


def _slowest(processes: int) -> float:
    """The slowest process's seconds, where each reads all texts at the same time as the others."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=spawn) as pool:
        list(pool.map(_read_all, range(processes)))  # load, and warm up
        return max(pool.map(_read_all, range(processes)))


LOADING = (
    "import resource, time; t = time.perf_counter(); from fogline.language.engine import load; load(); "
    "print(time.perf_counter() - t); from evaluation.engine.speed import bodies, readings; "
    "list(load().pipe(readings(bodies()))); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
)


def _loading() -> tuple[float, float]:
    """Seconds to import and load the engine in a fresh interpreter, and the MB that reading all texts took there."""
    rounds = []
    for _ in range(ROUNDS):
        told = subprocess.run([sys.executable, "-c", LOADING], check=True, capture_output=True, text=True).stdout
        rounds.append([float(value) for value in told.split()])
    return median(seconds for seconds, _ in rounds), median(megabytes for _, megabytes in rounds)
