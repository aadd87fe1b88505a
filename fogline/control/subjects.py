"""What a judgement names, and whether the record holds it: what it does not hold is waited for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogline.control.keys import place_of, split_key
from fogline.control.rulings import names_of
from fogline.control.trust import CLAIM, REPORT, outlet_key
from fogline.records import Corpus, Judgement, Verdict

_OF_TWO = frozenset({Verdict.MERGE, Verdict.KIN, Verdict.NOT_KIN, Verdict.STORY})
_OF_KEYS = frozenset({Verdict.MERGE, Verdict.SPLIT, Verdict.RELOCATE, Verdict.RENAME, Verdict.RELIABILITY})


@dataclass(frozen=True, slots=True)
class Subjects:
    """The ids of everything in a record that can be judged."""

    reports: frozenset[str]
    claims: frozenset[str]
    keys: frozenset[str]  # of actors, places, outlets and agencies
    judgements: frozenset[str]

    @classmethod
    def of(cls, corpus: Corpus, judgements: Iterable[Judgement]) -> Subjects:
        """Read them off a corpus as it was read, and off the judgements: they bring in actors and places."""
        made = tuple(judgements)
        actors, places = names_of(corpus)
        publishers = {r.outlet for r in corpus.readings} | {o.agency for o in corpus.origins}
        new = {split_key(j.subjects[0], j.value) for j in made if j.verdict is Verdict.SPLIT and j.value and j.subjects}
        moved = {place_of(j.value).place_id for j in made if j.verdict is Verdict.RELOCATE and j.value}
        return cls(
            frozenset(reading.report_id for reading in corpus.readings),
            frozenset(claim.claim_id for claim in corpus.claims()),
            actors | places | new | moved | {outlet_key(name) for name in publishers if name},
            frozenset(j.judgement_id for j in made),
        )

    def missing(self, judgement: Judgement) -> tuple[str, ...]:
        """The subjects that the record does not hold, where the judgement can change nothing without them, else none.

        It waits for them: it is applied as soon as a report brings them.
        """
        known = self._known(judgement)
        absent = tuple(s for s in judgement.subjects if s not in known)
        pair = judgement.verdict in _OF_TWO or (judgement.verdict is Verdict.ORIGIN and judgement.value is None)
        return absent if len(judgement.subjects) - len(absent) < (2 if pair else 1) else ()

    def _known(self, judgement: Judgement) -> frozenset[str]:
        if judgement.verdict is Verdict.UNDO:
            return self.judgements
        if judgement.verdict is Verdict.DISTRUST:
            return {CLAIM: self.claims, REPORT: self.reports}.get(judgement.value or "", self.keys)
        if judgement.verdict in _OF_KEYS:
            return self.keys | self.claims
        return self.claims if judgement.verdict is Verdict.REDATE and "/" in (judgement.value or "") else self.reports
