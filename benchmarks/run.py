"""Time the reading line on the examples: `python -m benchmarks.run`.

Words a second differ from machine to machine, so each is also given as a ratio to a peer that did the same words
in the same run: spaCy's blank English with its sentencizer, the least that any pipeline does.  Nothing is promised.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

import spacy

from fogline.ledger import open_ledger
from fogline.runs import ReadOptions, read_into, rebuild

EXAMPLES = Path(__file__).parent.parent / "examples"
TODAY = date(2026, 1, 1)
PEER = 'spacy.blank("en") + sentencizer'
PEER_ROUNDS = 20  # the peer is done with the examples in a blink


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was timed, and the median of the rounds in seconds."""

    what: str
    seconds: float
    words: int = 0


def main(argv: Sequence[str] | None = None) -> int:
    """Time everything, print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each thing is timed (default 3)")
    rounds = parser.parse_args(argv).rounds
    texts = example_texts()
    words = sum(len(text.split()) for text in texts)
    peer = Row(PEER, timed(lambda: read_by_peer(texts), rounds=rounds) / PEER_ROUNDS, words)
    with tempfile.TemporaryDirectory(prefix="fogline-bench-") as folder:
        reader = Reader(Path(folder))
        reader.read()  # the engine and the gazetteer are loaded once, and not timed here
        rows = [
            peer,
            Row("read: from the files to the views", timed(reader.read, rounds=rounds), words),
            Row("  of which lineage, events, control", timed(reader.rebuild, rounds=rounds), words),
        ]
    start = [
        Row("start: python alone", timed(lambda: start_up("pass"), rounds=rounds)),
        Row("start: import spacy", timed(lambda: start_up("import spacy"), rounds=rounds)),
        Row("start: fogline --help", timed(lambda: start_up(HELP), rounds=rounds)),
    ]
    print(f"{len(texts)} files, {words} words, median of {rounds}")
    print("\n".join([*speed_lines(rows, peer), *start_lines(start)]))
    return 0


HELP = "import sys; sys.argv = ['fogline', '--help']; from fogline.desk.cli import main; main()"


def example_texts() -> list[str]:
    """The files of the examples as they are: furniture, markup and all, as both sides have to read them."""
    files = sorted(f for folder in EXAMPLES.iterdir() if folder.is_dir() for f in folder.iterdir())
    return [file.read_text(encoding="utf-8") for file in files]


def read_by_peer(texts: Iterable[str]) -> None:
    """What the peer does with the texts, several times over."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    for _ in range(PEER_ROUNDS):
        for doc in nlp.pipe(texts):
            doc.to_bytes()


class Reader:
    """Reads the examples into a fresh record each time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    @property
    def _record(self) -> Path:
        return self._folder / f"{self._count}.db"

    def read(self) -> None:
        """Every stage, for every report."""
        self._count += 1
        with open_ledger(self._record, create=True) as ledger:
            folders = sorted(folder for folder in EXAMPLES.iterdir() if folder.is_dir())
            read_into(ledger, folders, options=ReadOptions(today=TODAY))

    def rebuild(self) -> None:
        """The stages that look at the whole record, once more."""
        with open_ledger(self._record) as ledger:
            rebuild(ledger)


def start_up(code: str) -> None:
    """Run a line of Python in a fresh interpreter."""
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def timed(act: Callable[[], None], *, rounds: int) -> float:
    """The median seconds of several rounds."""
    seconds = []
    for _ in range(rounds):
        before = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - before)
    return median(seconds)


def speed_lines(rows: Iterable[Row], peer: Row) -> list[str]:
    """Words a second, and how many times as long as the peer."""
    lines = [f"{'':36}{'seconds':>9}{'words/s':>10}{'x peer':>9}"]
    for row in rows:
        speed, ratio = row.words / row.seconds, row.seconds / peer.seconds
        lines.append(f"{row.what:36}{row.seconds:9.3f}{speed:10.0f}{ratio:9.1f}")
    return lines


def start_lines(rows: Sequence[Row]) -> list[str]:
    """Seconds to start, and how many times as long as Python alone."""
    return [f"{row.what:36}{row.seconds:9.3f}{'':10}{row.seconds / rows[0].seconds:9.1f}" for row in rows]


if __name__ == "__main__":
    sys.exit(main())
