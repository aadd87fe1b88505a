"""Disputes that began, that ended, that more sources take part in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fogline.products.news.moment import Change, Moment, News
from fogline.products.wording import capital, enumerated
from fogline.records import Dispute


def disputes(before: Moment, after: Moment) -> Iterator[Change]:
    """A line per dispute that is new, has more evidence, or has ended."""
    known, still = before.all_told(), after.all_told()
    was, now = before.lookup.views.disputes, after.lookup.views.disputes
    for dispute in now:
        if not any(_same(before, old, after, dispute) for old in was):
            yield _line(after, dispute, News.NEW, None, "disputed", known)
        elif after.told(_claims(dispute)) - known:
            yield _line(after, dispute, News.MORE, "disputed", "disputed", known)
    for dispute in was:
        if any(_same(before, dispute, after, new) for new in now):
            continue
        stands = before.told(_claims(dispute)) <= still
        ended = "no longer disputed" if stands else "no longer disputed: a side of it counts for nothing now"
        yield _line(before, dispute, News.SETTLED, "disputed", ended, frozenset())


def _same(before: Moment, old: Dispute, after: Moment, new: Dispute) -> bool:
    """Whether two disputes are about one thing: the same words for it, or claims of both on two sides."""
    if old.kind is not new.kind:
        return False
    if old.attribute == new.attribute:
        return True
    sides = [after.told(side.claim_ids) for side in new.sides]
    return sum(any(before.told(side.claim_ids) & told for told in sides) for side in old.sides) > 1


def _line(
    moment: Moment, dispute: Dispute, news: News, was: str | None, now: str, known: frozenset[tuple[object, ...]]
) -> Change:
    sides = "; ".join(f"{enumerated(list(s.speakers)) or 'reports'}: {s.value}" for s in dispute.sides)
    proof = moment.fresh(_claims(dispute), known)
    return Change(
        news,
        "dispute",
        f"{capital(dispute.attribute)} ({dispute.kind}). {capital(sides)}.",
        dispute.dispute_id,
        was,
        now,
        moment.lookup.place(dispute.place) if dispute.place else None,
        sum(s.origins for s in dispute.sides),
        proof,
    )


def _claims(dispute: Dispute) -> Iterable[str]:
    return [c for side in dispute.sides for c in side.claim_ids]
