"""Who holds which place, and since when: the line of each place, day by day, from the testimony of its claims."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from fogline.control.grading import grade
from fogline.control.parties import Parties
from fogline.control.places import Line, draw_lines
from fogline.control.rules import rules
from fogline.control.state import Bench, State
from fogline.control.testimony import ONE_DAY, Says, Testimony, testify
from fogline.records import Claim, Corpus, Grade, Holding, Name
from fogline.records.sources import Sources


def hold(corpus: Corpus) -> tuple[Holding, ...]:
    """The holdings of every place, ordered by place and first day.  Those of one place never overlap.

    A day of which nothing is said of a place has no holding.  The last holding of a place is open (`last` is `None`).
    """
    sources = Sources.of(corpus)
    parties = Parties.of(corpus, sources)
    return tuple(h for line in draw_lines(corpus) for h in _hold_line(line, sources, parties))


def _hold_line(line: Line, sources: Sources, parties: Parties) -> list[Holding]:
    bench = Bench(testify(line.claims, sources), sources, parties)
    days = _turns(bench.testimonies)
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
    return [_holding(line.name, run, sources) for run in runs]


def _turns(testimonies: Sequence[Testimony]) -> list[date]:
    """The days on which the state may change, in order."""
    days: set[date] = set()
    for t in testimonies:
        days |= {t.first, max(t.first, t.told)}
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
        last == first - ONE_DAY and same_holder and before.status is state.status and before.inferred == state.inferred
    )


def _joined(before: State, after: State, first: date) -> State:
    """One run of the same holder and status: the earlier name and reason, the claims of both.

    Who tells of the beginning later may bound it better.
    """
    supports = _union(before.supports, after.supports)
    opposes, fights = _union(before.opposes, after.opposes), _union(before.fights, after.fights)
    begun = [s for s in (before.since, after.since) if s]
    since = max((s for s in begun if s <= first), default=min(begun, default=None))
    return State(before.holder, before.status, supports, opposes, fights, since, before.reason, before.inferred)


def _union(left: tuple[Claim, ...], right: tuple[Claim, ...]) -> tuple[Claim, ...]:
    found = {claim.claim_id: claim for claim in (*left, *right)}
    return tuple(found[claim_id] for claim_id in sorted(found))


def _holding(place: Name, run: tuple[date, date | None, State], sources: Sources) -> Holding:
    first, last, state = run
    mark = grade(state.supports, state.opposes, state.holder, sources)
    if state.inferred:
        mark = Grade(mark.reliability, 6)
    return Holding(
        place=place,
        holder=state.holder,
        status=state.status,
        first=first,
        last=last,
        since=state.since,
        supports=tuple(c.claim_id for c in state.supports),
        opposes=tuple(c.claim_id for c in _union(state.opposes, state.fights)),
        origins=sources.independent(state.supports),
        grade=mark,
        reason=state.reason,
    )
