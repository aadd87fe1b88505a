"""`make soak`: the laws and the kills, many times over.  Prints what it did and every figure; fails at the first wrong.

`python -m tests.soak.run --shuffles 10000 --kills 300`
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tests import postgres
from tests.soak import laws
from tests.soak.kills import Killer
from tests.soak.reports import JUDGEMENTS, short, whole, write


def main() -> int:
    """Exit code 1 where a law or a kill went wrong."""
    parser = argparse.ArgumentParser(prog="make soak")
    parser.add_argument("--shuffles", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        programs = postgres.find_programs()
        server = stack.enter_context(postgres.running(programs)) if programs else None
        print(f"PostgreSQL: {programs or 'NONE HERE: nothing of what follows runs on it'}", flush=True)
        shuffle(folder, server, asked.shuffles)
        return kill(folder, server, asked.kills, asked.seed)


def shuffle(folder: Path, server: str | None, wanted: int) -> None:
    """The laws, on that many courses.  Raises: AssertionError, with the shortest course that breaks one."""
    on_server, in_files, of_examples = wanted // 50 if server else 0, wanted // 10, wanted // 50
    of_undoing = wanted // 20
    in_memory = wanted - on_server - in_files - of_examples
    _told("short reports in memory", lambda: _any(short(), "sqlite://", in_memory, 5))
    _told("short reports in a file, with restarts", lambda: _any(short(), folder / "laws.db", in_files, 5))
    _told("whole reports of the examples in memory", lambda: _any(whole(), "sqlite://", of_examples, 6))
    if server:
        with postgres.schema(server) as record:
            _told("short reports on PostgreSQL, with restarts", lambda: _any(short(), record, on_server, 5))
    _told("as of a day, against a replay", lambda: laws.as_of_agrees_with_a_replay(short(), "sqlite://", of_undoing))
    _told("judged and undone", lambda: laws.undoing_leaves_nothing(short(), "sqlite://", of_undoing))


def kill(folder: Path, server: str | None, wanted: int, seed: int) -> int:
    """Kill that many reads, one in four on PostgreSQL where there is one."""
    killer, started = Killer(write(folder), seed), time.monotonic()
    for number in range(wanted):
        if server and number % 4 == 0:
            with postgres.schema(server) as record:
                killer.kill(record)
        else:
            killer.kill(str(folder / f"{number}.db"))
    tally = killer.tally
    points = ", ".join(f"{count} at a random {point}" for point, count in sorted(tally.points.items()))
    print(
        f"{tally.kills} reads killed by SIGKILL (seed {seed}; {points}; {(wanted + 3) // 4 if server else 0} on "
        f"PostgreSQL): {tally.before} had stored nothing, {tally.after} all, {len(tally.wrong)} went wrong; "
        f"{time.monotonic() - started:.0f} s"
    )
    print(*tally.wrong, sep="\n", end="")
    return 1 if tally.wrong else 0


def _any(read: dict, address: str | Path, examples: int, most: int) -> int:
    return laws.hold_for_any_course(read, address, examples, most=most, judgements=JUDGEMENTS)


def _told(what: str, law: Callable[[], int]) -> None:
    started = time.monotonic()
    played = law()
    print(f"{played:,} courses, {what}: the same record each time; {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
