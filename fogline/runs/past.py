"""A record as it was known at a moment: folded anew from the reports and judgements of then, and stored nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fogline.ledger import SqlLedger
from fogline.records import Aside, Clock, Corpus, Judgement, Known, Views, set_aside, standing
from fogline.runs.views import derive


@dataclass(frozen=True, slots=True)
class Past:
    """A record as it was known at a moment.

    `corpus` and `views` are of the reports that counted, as `derive` gives them; `aside` are those that were
    superseded or withdrawn by then.
    `judgements` are those that counted.  `untimed` are the reports of which the clock says nothing.
    """

    corpus: Corpus
    views: Views
    aside: Mapping[str, Aside]
    judgements: tuple[Judgement, ...] = ()
    untimed: tuple[str, ...] = ()


def recall(ledger: SqlLedger, known: Known) -> Past:
    """The record as it was known: equal to a record into which only what was known then was read."""
    arrivals, heard = ledger.arrivals(), tuple(j for j in ledger.judgements() if known.hears(j))
    there = [a for a in arrivals if known.has(a)]
    aside = set_aside(there, standing(heard))
    unknown = {a.report_id for a in arrivals}.difference(a.report_id for a in there)
    derived = derive(ledger.corpus(without=unknown | aside.keys()), heard)
    untimed = (a.report_id for a in arrivals if (a.day if known.by is Clock.PUBLISHED else a.arrived) is None)
    return Past(derived.corpus, derived.views, aside, heard, tuple(untimed))
