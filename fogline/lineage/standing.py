"""What was traced of circles before, as far as the rest of the record asks for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from fogline.lineage.days_beside import Known
from fogline.lineage.seeds import Kin
from fogline.lineage.tellings import Tellings
from fogline.records import Basis, Origin, ReportDay


@dataclass(frozen=True, slots=True)
class Traced:
    """What came of a circle: its origins, who derives from whom, the days found, who states its day; its bodies.

    One that is `asking` has a report whose day was asked of others than its kin, so it is traced each time.
    """

    origins: tuple[Origin, ...]
    kin: tuple[Kin, ...]
    days: Mapping[str, ReportDay]
    stated: tuple[Known, ...]
    bodies: tuple[str, ...]
    asking: bool = False

    def to_text(self) -> str:
        """It as text."""
        days = [(key, str(told.day), str(told.basis), told.ground) for key, told in self.days.items()]
        stated = [(str(known.day), known.report_id) for known in self.stated]
        origins = [(origin.report_ids, origin.agency) for origin in self.origins]
        return json.dumps([origins, self.kin, days, stated, self.bodies, self.asking], ensure_ascii=False)

    @classmethod
    def of(cls, text: str) -> Traced:
        """It from its text."""
        origins, kin, days, stated, bodies, asking = json.loads(text)
        return cls(
            tuple(Origin(tuple(ids), agency) for ids, agency in origins),
            tuple((report, source) for report, source in kin),
            {key: ReportDay(date.fromisoformat(day), Basis(basis), ground) for key, day, basis, ground in days},
            tuple(Known(date.fromisoformat(day), report_id) for day, report_id in stated),
            tuple(bodies),
            asking,
        )


@dataclass(frozen=True, slots=True)
class Rest:
    """What was traced of all circles that are not worked out now."""

    origins: tuple[Origin, ...] = ()
    kin: tuple[Kin, ...] = ()
    days: Mapping[str, ReportDay] = field(default_factory=dict)
    stated: Mapping[int, Known] = field(default_factory=dict)

    @classmethod
    def of(cls, traced: Iterable[Traced], tellings: Tellings) -> Rest:
        """All of them together."""
        told = tuple(traced)
        return cls(
            tuple(origin for one in told for origin in one.origins),
            tuple(pair for one in told for pair in one.kin),
            {key: day for one in told for key, day in one.days.items()},
            {tellings.numbers[known.report_id]: known for one in told for known in one.stated},
        )
