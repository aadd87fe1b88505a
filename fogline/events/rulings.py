"""Events as persons judged them: two that are one, and a claim that is no part of its event.

A judgement names claims, for an event's id changes with each report that adds to it.  Events are gathered as without
judgements; then each judgement, the oldest first, joins the events that its claims stand in, or takes a claim out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from fogline.events.gather import event_of
from fogline.records import Claim, Corpus, Event, Judgement, Status, Verdict
from fogline.records.judged import EVENT
from fogline.records.sources import Sources


def regroup(events: tuple[Event, ...], corpus: Corpus, judgements: Iterable[Judgement]) -> tuple[Event, ...]:
    """The events after these judgements, in the order in which `gather` gives them; those left alone as they are."""
    made = [j for j in judgements if is_on_events(j)]
    if not made:
        return events
    claims = {claim.claim_id: claim for claim in corpus.claims()}
    groups = {number: set(event.claim_ids) for number, event in enumerate(events)}
    home = {claim_id: number for number, ids in groups.items() for claim_id in ids}
    for judgement in made:
        _apply(judgement, groups, home, claims)
    sources, found = Sources.of(corpus), []
    for number, ids in groups.items():
        if number < len(events) and ids == set(events[number].claim_ids):
            found.append(events[number])
        elif any(claims[i].status is not Status.DENIED for i in ids):
            found.append(event_of(_commonest_first([claims[i] for i in sorted(ids)]), corpus, sources))
    return tuple(sorted(found, key=lambda event: event.order))


def is_on_events(judgement: Judgement) -> bool:
    """Whether it joins or parts events."""
    if judgement.verdict is Verdict.SPLIT:
        return judgement.value is None
    return judgement.verdict is Verdict.MERGE and judgement.value == EVENT


def _apply(
    judgement: Judgement, groups: dict[int, set[str]], home: dict[str, int], claims: Mapping[str, Claim]
) -> None:
    """Join the groups of its claims, or take its claims out, each into a group of its own."""
    named = [i for i in judgement.subjects if i in home and i in claims]
    if judgement.verdict is Verdict.SPLIT:
        for claim_id in named:
            groups[home[claim_id]].discard(claim_id)
            home[claim_id] = max(groups) + 1
            groups[home[claim_id]] = {claim_id}
        return
    numbers = sorted({home[i] for i in named})
    for number in numbers[1:]:
        groups[numbers[0]] |= groups.pop(number)
    home.update(dict.fromkeys(groups[numbers[0]], numbers[0]) if numbers else {})


def _commonest_first(claims: list[Claim]) -> list[Claim]:
    """The claims of the type that most of them have first: it is the event's."""
    counts = Counter(claim.type for claim in claims if claim.status is not Status.DENIED)
    return sorted(claims, key=lambda c: (-counts[c.type], c.type, c.claim_id))
