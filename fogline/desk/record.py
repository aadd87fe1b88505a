"""Opening a record for a command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fogline.control import changes_claims, judged, shown
from fogline.desk.screen import remark
from fogline.records import Aside, Clock, Corpus, Judged, Judgement, Known, Reading, Refusal, Views, standing

if TYPE_CHECKING:
    from fogline.ledger import SqlLedger


@dataclass(frozen=True, slots=True)
class Held:
    """What a record holds, read at once: readings as re-dated and judged, views, judgements, and what was refused.

    The corpus and the views are of the reports that count; `kept` are those that are superseded or withdrawn, and
    `aside` says why.  `kept_judged` is what persons decided of their claims.
    """

    corpus: Corpus
    views: Views
    refused: tuple[tuple[str, Refusal], ...] = ()
    judgements: tuple[Judgement, ...] = ()
    kept: tuple[Reading, ...] = ()
    kept_judged: Judged = field(default_factory=Judged)
    aside: Mapping[str, Aside] = field(default_factory=dict)

    def whole(self) -> Corpus:
        """The corpus with the reports that count for nothing."""
        if not self.kept:
            return self.corpus
        readings = sorted((*self.corpus.readings, *self.kept), key=lambda reading: reading.report_id)
        known, more = self.corpus.judged, self.kept_judged
        both = replace(
            known,
            distrusted={**known.distrusted, **more.distrusted},
            changed={**known.changed, **more.changed},
        )
        return replace(self.corpus, readings=tuple(readings), judged=both)


def look(record: str, known: Known | None = None) -> Held:
    """Read a whole record, as it is or as it was known.  Raises: RecordError where there is none, or none to be read.

    What the clock says nothing of is told in a remark.
    """
    with open_record(record) as ledger:
        return hold_up(ledger) if known is None else _as_known(ledger, known)


def open_record(record: str) -> SqlLedger:
    """Open a record that is there, to be closed by `with`.  Raises: RecordError where there is none."""
    from fogline.ledger import open_ledger

    return open_ledger(record, create=False)


def is_plain(ledger: SqlLedger) -> bool:
    """Whether all that is stored counts and is shown as it is stored: then rows can be made of a part of it.

    Otherwise a report is set aside, or a judgement changes what claims say.
    """
    return not ledger.aside() and not any(changes_claims(j) for j in standing(ledger.judgements()))


def hold_up(ledger: SqlLedger) -> Held:
    """Read the whole of an open record, as persons judged it and with the names that they chose."""
    made, aside = ledger.judgements(), ledger.aside()
    corpus = judged(ledger.corpus(derived=True, without=aside), standing(made))
    kept = _kept(ledger, corpus, made, aside)
    return Held(shown(corpus), ledger.views(), ledger.refusals(), made, kept.readings, kept.judged, aside)


def look_at_texts(record: str, known: Known | None = None) -> Held:
    """Read of a record the reports and their lineage: no claims, and of the views nothing that is made of claims."""
    if known is not None:
        return look(record, known)
    with open_record(record) as ledger:
        aside = ledger.aside()
        part = ledger.find_texts(without=aside)
        kept = tuple(ledger.find_report(report_id) for report_id in aside)
        return Held(part.corpus, part.views, kept=kept, aside=aside)


def _as_known(ledger: SqlLedger, known: Known) -> Held:
    from fogline.runs.past import recall  # folds anew: loads what the fold needs

    past = recall(ledger, known)
    _tell(known, past.untimed)
    if not past.corpus.readings and not past.aside:
        _tell_empty(ledger, known)
    kept = _kept(ledger, past.corpus, past.judgements, past.aside)
    refused, made = ledger.refusals(), past.judgements
    return Held(shown(past.corpus), past.views, refused, made, kept.readings, kept.judged, past.aside)


def _kept(ledger: SqlLedger, corpus: Corpus, judgements: tuple[Judgement, ...], aside: Mapping[str, Aside]) -> Corpus:
    """The reports that count for nothing, judged and named as the others are."""
    found = tuple(ledger.find_report(report_id) for report_id in aside)
    return shown(judged(replace(corpus, readings=found, judged=Judged()), standing(judgements)))


def _tell(known: Known, untimed: tuple[str, ...]) -> None:
    if not untimed:
        return
    some = f"{', '.join(untimed[:3])}{' ...' if len(untimed) > 3 else ''}"
    if known.by is Clock.PUBLISHED:
        remark(f"reports without a known day are left out ({len(untimed)}: {some}): give them one by fogline judge day")
    else:
        remark(f"reports from before the record kept moments count as known ({len(untimed)}: {some})")


def _tell_empty(ledger: SqlLedger, known: Known) -> None:
    """From when on something was known."""
    rows = ledger.arrivals()
    if known.by is Clock.PUBLISHED:
        first = min((str(a.day) for a in rows if a.day), default=None)
        told = f"the first report is of {first}" if first else "no report has a known day; --by read asks by reading"
    else:
        moments = [a.arrived for a in rows if a.arrived]
        told = (
            f"the first report was read at {min(moments).isoformat(timespec='seconds')}" if moments else "it is empty"
        )
        told += "; --by published asks by publication"
    remark(f"nothing was known then: {told}")
