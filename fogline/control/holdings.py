"""Who holds which place, and since when: the line of each place, day by day, from the testimony of its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from fogline.control.grading import account, own_side
from fogline.control.ground import Ground, Kept, Passed
from fogline.control.hearing import Reader
from fogline.control.places import Line
from fogline.control.reliability import Letters
from fogline.control.rules import rules
from fogline.control.state import Bench, State
from fogline.control.takers import Takers
from fogline.control.testimony import ONE_DAY, Says, Testimony
from fogline.control.watching import World
from fogline.control.windows import Answers, Windows
from fogline.records import Claim, Corpus, Holding
from fogline.records.sources import Sources
from fogline.records.working import Workings


def hold(corpus: Corpus, workings: Workings | None = None, world: World | None = None) -> tuple[Holding, ...]:
    """The holdings of every place, ordered by place and first day.  Those of one place never overlap.

    A day of which nothing is said of a place has no holding.  The last holding of a place is open (`last` is `None`).
    With `workings` a line is worked out only where something that it follows from is not as it was; `world` is that
    of the corpus, where it is known.
    """
    world = world or World.of(corpus)
    sources, parties, holders, lines = world.sources, world.parties, world.holders, world.lines
    takers = Takers.of(lines, holders, sources, parties)
    windows, letters = Windows.of(takers), Letters.of(corpus, sources)
    answers = Answers(windows, world, {line.key: line.place for line in lines})
    ground = Ground(sources, parties, holders, takers, windows, letters, Passed(sources), answers)
    if workings is None or not ground.may_be_kept():
        return tuple(h for line in lines for h in _hold_line(line, ground, ground.takers_for_a_line(ground, {})))
    kept = Kept(ground, workings, corpus.judged.changed, ground.tables())
    return tuple(holding for line in lines for holding in kept.of(line, _hold_line))


def _hold_line(line: Line, ground: Ground, takers: Takers) -> list[Holding]:
    """The holdings of a line, by the tables of the record and by the takers as it asks them."""
    sources = ground.sources
    reader = Reader(line, sources, ground.parties, ground.holders, takers)
    bench = Bench.of(reader.testify(), sources, reader.parties)
    days = _turns(bench.testimonies, ground.has_passed)
    runs: list[tuple[date, date | None, State]] = []
    for first, following in zip(days, [*days[1:], None], strict=False):
        state = bench.state_on(first)
        last = following - ONE_DAY if following else None
        if state is None:
            continue
        if runs and _continues(runs[-1], first, state, sources):
            runs[-1] = (runs[-1][0], last, _joined(runs[-1][2], state, runs[-1][0]))
        else:
            runs.append((first, last, state))
    return [_holding(reader, ground.letters, run) for run in runs]


def _turns(testimonies: Sequence[Testimony], has_passed: Callable[[date], bool]) -> list[date]:
    """The days on which the state may change, in order; `has_passed` tells which the record's last report has seen."""
    days: set[date] = set()
    for t in testimonies:
        aged = {day + timedelta(days=rules().age_days + 1) for day in (t.told, t.first)}
        days |= {t.first, max(t.first, t.told), *filter(has_passed, aged)}
        if t.last is not None:
            days.add(t.last + ONE_DAY)
            if t.says is Says.CONTESTS:
                days.add(t.last + timedelta(days=rules().contest_days + 1))
    return sorted(days)


def _continues(run: tuple[date, date | None, State], first: date, state: State, sources: Sources) -> bool:
    _, last, before = run
    same_holder = (before.holder is None) == (state.holder is None) and (
        before.holder is None or state.holder is None or sources.side(before.holder) == sources.side(state.holder)
    )
    return (
        last == first - ONE_DAY
        and same_holder
        and (before.status, before.inferred, before.stale) == (state.status, state.inferred, state.stale)
    )


def _joined(before: State, after: State, first: date) -> State:
    """One run of the same holder and status: the earlier name and reason, the claims of both.

    Who tells of the beginning later may bound it better.
    """
    supports = _union(before.supports, after.supports)
    opposes, fights = _union(before.opposes, after.opposes), _union(before.fights, after.fights)
    begun = [s for s in (before.since, after.since) if s]
    since = max((s for s in begun if s <= first), default=min(begun, default=None))
    return replace(
        before,
        supports=supports,
        opposes=opposes,
        fights=fights,
        outweighed=_union(before.outweighed, after.outweighed),
        since=since,
        guessed=_union(before.guessed, after.guessed),
    )


def _union(left: tuple[Claim, ...], right: tuple[Claim, ...]) -> tuple[Claim, ...]:
    found = {claim.claim_id: claim for claim in (*left, *right)}
    return tuple(found[claim_id] for claim_id in sorted(found))


def _holding(reader: Reader, letters: Letters, run: tuple[date, date | None, State]) -> Holding:
    (first, last, state), sources = run, reader.sources
    for_it, guesses = _ids(state.supports), _ids(state.guessed)
    said = [claim for claim in state.supports if claim.claim_id not in guesses]
    outright = [] if state.inferred else said
    holder = reader.holders.called(state.holder, sources) if state.holder else None
    own = own_side(holder, sources)
    mark = account(outright, state.opposes, own, sources, letters, known=holder is not None).grade
    beside = _ids(state.opposes) | for_it
    uncounted = _union(state.fights, state.outweighed)
    against = _union(state.opposes, uncounted)
    return Holding(
        place=reader.line.name,
        holder=holder,
        status=state.status,
        first=first,
        last=last,
        since=state.since,
        supports=tuple(c.claim_id for c in state.supports),
        opposes=tuple(c.claim_id for c in against if c.claim_id not in for_it),
        origins=sources.independent(state.supports),
        grade=mark,
        reason=state.reason,
        guessed=tuple(c.claim_id for c in (state.supports if state.inferred else state.guessed)),
        fights=tuple(c.claim_id for c in uncounted if c.claim_id not in beside),
    )


def _ids(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(claim.claim_id for claim in claims)
