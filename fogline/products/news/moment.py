"""A record at one moment, ready to be held against the same record at another; and what differs, as lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fogline.products.lookup import Evidence, Lookup
from fogline.records import Aside, Claim, Corpus, Judgement, Reading, Views

Token = tuple[object, ...]  # what a claim says, by whom, in which report, whichever version of it


class News(StrEnum):
    """In which way something differs from what was known before."""

    NEW = "new"
    SETTLED = "settled"
    REVERSED = "reversed"
    MORE = "more evidence"


@dataclass(frozen=True, slots=True)
class Change:
    """One line: `text` says what is so now, `before` and `after` in a few words what changed.

    `id` is the row's own at the later moment, at the earlier one where it is gone.  `evidence` are the words that
    came since; all of its words where none did.  `retold`: all of these stand in reports of an origin that was known.
    """

    news: News
    what: str  # "holding", "event", "dispute", "report", "day", "judgement"
    text: str
    id: str
    before: str | None = None
    after: str | None = None
    place: str | None = None
    origins: int = 0
    evidence: tuple[Evidence, ...] = ()
    retold: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """What was known at a moment.  `kept` are the reports that count for nothing, `judgements` those that stand."""

    lookup: Lookup
    tokens: Mapping[str, Token]
    kept: tuple[Reading, ...] = ()
    aside: Mapping[str, Aside] | None = None
    judgements: tuple[Judgement, ...] = ()

    @classmethod
    def of(
        cls,
        corpus: Corpus,
        views: Views,
        *,
        kept: Sequence[Reading] = (),
        aside: Mapping[str, Aside] | None = None,
        judgements: Iterable[Judgement] = (),
    ) -> Moment:
        """The moment over what was known."""
        lookup = Lookup.of(corpus, views)
        tokens = {i: _token(c, lookup.readings[c.anchor.report_id]) for i, c in lookup.claims.items()}
        return cls(lookup, tokens, tuple(kept), aside or {}, tuple(judgements))

    def told(self, claim_ids: Iterable[str]) -> frozenset[Token]:
        """What these claims say, whichever version of a report says it."""
        return frozenset(self.tokens[c] for c in claim_ids if c in self.tokens)

    def all_told(self) -> frozenset[Token]:
        """What all claims say."""
        return frozenset(self.tokens.values())

    def fresh(self, claim_ids: Iterable[str], known: frozenset[Token]) -> tuple[Evidence, ...]:
        """The words of these claims that say what was not known; of all of them where there are none."""
        ids = list(claim_ids)
        return self.lookup.evidence([c for c in ids if self.tokens.get(c) not in known] or ids)

    def readings(self) -> dict[str, Reading]:
        """Every report that was there, those that count for nothing too."""
        return {**self.lookup.readings, **{r.report_id: r for r in self.kept}}


def _token(claim: Claim, reading: Reading) -> Token:
    """The same for the same words in two versions of a report, wherever they stand in it."""
    names = tuple(tuple(n.text for n in told) for told in (claim.actors, claim.targets, claim.attribution.speakers))
    place = claim.place.text if claim.place else None
    report = reading.version_of or reading.report_id
    return (report, claim.type, claim.status, names, place, claim.anchor.quote, claim.act.quote)
