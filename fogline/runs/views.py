"""Rebuild the views of a record from its claims and judgements: lineage, days, events, holdings, disputes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fogline.control import Grader, World, dispute, grade_events, hold, judged, renamed, trusted
from fogline.events import gather, gather_kept, is_on_events, regroup
from fogline.grounding.ground import resolve_periods
from fogline.ledger import SqlLedger
from fogline.lineage import trace
from fogline.records import Basis, Corpus, Event, Judgement, Lineage, Period, Reading, Status, Views, standing
from fogline.records.working import Workings
from fogline.runs import basis
from fogline.runs.additions import Settled, settle
from fogline.runs.uncollected import uncollected

UNGRADED = 6  # of what is told outright no grade is as low
UNTOUCHED = Lineage(retold=frozenset(), of=frozenset())  # tells of no report: all are as the record holds them


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from reports and judgements: the views, and the periods of claims that are not as they were read.

    `corpus` is that of the reports, re-dated and judged, with the names that reports use and with distrusted claims.
    """

    corpus: Corpus
    views: Views
    periods: Mapping[str, Period | None]


@uncollected()
def rebuild(ledger: SqlLedger) -> Views:
    """Bring the views up to date, and give all of them.

    The same set of reports and judgements gives the same views.
    """
    refresh(ledger)
    return ledger.views()


@uncollected()
def refresh(ledger: SqlLedger, new: Collection[str] = ()) -> None:
    """Bring the views up to date by all readings that count; those that nothing bears on stay as they are stored.

    `new` are the reports that came since they were up to date, where that is known.
    """
    with ledger.transaction():
        made = ledger.judgements()
        settled = settle(ledger, new, made)
        if settled is Settled.LINEAGE:
            _refresh_claims(ledger, made)
        elif settled is Settled.NOTHING:
            _refresh(ledger, made)


def _refresh(ledger: SqlLedger, made: Sequence[Judgement]) -> None:
    """Bring all views up to date, by all reports that count."""
    stand = standing(made)
    outline = ledger.outline(without=ledger.aside(made))
    lineage = trace(outline, stand, ledger.kept_lineage())
    dated = _with_days(outline, lineage)
    told, latest = basis.of(dated, stand), basis.latest_day(dated)
    if basis.is_as_it_was(ledger.working(basis.PART), ledger.count_views(), told, latest):
        ledger.replace_lineage(lineage)
        return
    known = _tell(ledger.with_claims(outline), lineage, stand)
    ledger.update_days(lineage.days, known.periods)
    _follow(ledger, known, stand, told, latest)


def _refresh_claims(ledger: SqlLedger, made: Sequence[Judgement]) -> None:
    """Bring the views of claims up to date with lineage as it stands; no text is read for it."""
    stand = standing(made)
    corpus, lineage = ledger.claimed(without=ledger.aside(made)), ledger.found_lineage()
    dated = _with_days(corpus, lineage)
    known = _tell(corpus, lineage, stand)
    ledger.update_days(lineage.days, known.periods)
    as_it_stands = replace(known, views=Views(UNTOUCHED))
    _follow(ledger, as_it_stands, stand, basis.of(dated, stand), basis.latest_day(dated))


def _follow(ledger: SqlLedger, known: Derived, stand: Sequence[Judgement], told: str, latest: date) -> None:
    """Store what follows from the claims; `told` is what stands for all of it, `latest` the day of the last report."""
    workings = ledger.workings()
    views = _conclude(known, stand, workings)
    basis.note(workings, told, latest, views)
    ledger.replace_views(views, workings)


@uncollected()
def foresee(ledger: SqlLedger, *more: Judgement) -> Derived:
    """What follows from a record, and from judgements that it does not hold yet; nothing is stored."""
    made = (*ledger.judgements(), *more)
    return derive(ledger.corpus(without=ledger.aside(made)), made)


def derive(corpus: Corpus, judgements: Iterable[Judgement]) -> Derived:
    """What follows from a corpus as it was read, and from all judgements.  A pure function of the two.

    The corpus has only what counts: reports that are superseded or withdrawn are left out of it before.
    """
    stand = standing(judgements)
    known = _tell(corpus, trace(corpus, stand), stand)
    return replace(known, views=_conclude(known, stand))


def _tell(corpus: Corpus, lineage: Lineage, stand: Sequence[Judgement]) -> Derived:
    """What lineage and judgements make of the claims: their days, and who counts; no other view yet."""
    whole = judged(_dated(corpus, lineage), stand)
    return Derived(whole, Views(lineage), periods_of(corpus, lineage) | _judged_periods(whole))


def _conclude(known: Derived, stand: Sequence[Judgement], workings: Workings | None = None) -> Views:
    """What follows from the claims.

    `workings` are those of an earlier record: what follows is the same with and without them, but for views that stand
    there already, of which there is a `Stored`.
    """
    counted, names = trusted(known.corpus), known.corpus.judged.names
    kept = None if names else workings  # views are kept by the names that they are shown by
    world = World.of(counted)
    events, holdings = _events(counted, stand, kept), hold(counted, kept, world)
    return renamed(
        replace(known.views, events=events, holdings=holdings, disputes=dispute(counted, kept, world)), names
    )


def _events(corpus: Corpus, stand: Sequence[Judgement], workings: Workings | None) -> tuple[Event, ...]:
    """The events with their grades; those of `workings` are taken where nobody judged events or sources."""
    grader = Grader.of(corpus)
    if workings is None or not grader.may_be_kept() or any(map(is_on_events, stand)):
        return grade_events(regroup(gather(corpus), corpus, stand), corpus)
    return gather_kept(corpus, workings, grader)


def fold(corpus: Corpus, judgements: Iterable[Judgement]) -> tuple[Corpus, Views]:
    """The corpus as re-dated, and the views over it.  A pure function of the two: nothing is stored.

    The corpus has only what counts: reports that are superseded or withdrawn are left out of it before.
    """
    lineage = trace(corpus, standing(judgements))
    dated = _dated(corpus, lineage)
    return dated, Views(lineage=lineage, events=gather(dated), holdings=hold(dated), disputes=dispute(dated))


def is_stale(ledger: SqlLedger) -> bool:
    """Whether a report that counts stands in no origin or no story, or what an event tells outright has no grade.

    So it is where a run was cut off after it had stored reports, and in a record of a fogline that knew no stories
    or graded no events.
    """
    views, reports = ledger.views(), ledger.counts()["reports"] - len(ledger.aside())
    lineage = views.lineage
    if any(e.status is Status.ASSERTED and e.grade.credibility == UNGRADED for e in views.events):
        return True
    return any(sum(len(one.report_ids) for one in found) != reports for found in (lineage.origins, lineage.stories))


def periods_of(corpus: Corpus, lineage: Lineage) -> dict[str, Period | None]:
    """The periods of the claims whose report was dated by lineage, by claim id."""
    redated = (_with_day(reading, lineage) for reading in corpus.readings if reading.report_id in lineage.days)
    return {claim.claim_id: claim.period for reading in redated for claim in reading.claims or ()}


def _dated(corpus: Corpus, lineage: Lineage) -> Corpus:
    """The corpus with the days and origins that lineage gives, and its claims' periods resolved against the days."""
    readings = (_with_day(r, lineage) if r.report_id in lineage.days else r for r in corpus.readings)
    return replace(corpus, readings=tuple(readings), origins=lineage.origins)


def _with_days(corpus: Corpus, lineage: Lineage) -> Corpus:
    """The corpus with the days and origins that lineage gives; what is told of claims stays as it is."""
    readings = (replace(r, day=lineage.days.get(r.report_id, r.day)) for r in corpus.readings)
    return replace(corpus, readings=tuple(readings), origins=lineage.origins)


def _judged_periods(corpus: Corpus) -> dict[str, Period | None]:
    changed = corpus.judged.changed
    return (
        {c.claim_id: c.period for c in corpus.claims() if c.period and c.period.basis is Basis.JUDGED}
        if changed
        else {}
    )


def _with_day(reading: Reading, lineage: Lineage) -> Reading:
    return resolve_periods(replace(reading, day=lineage.days[reading.report_id]))
