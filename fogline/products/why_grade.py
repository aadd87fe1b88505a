"""How a grade came about: the words that were counted, which were joined, who speaks of itself, whose letter it has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from fogline.control.grading import CREDIBILITY, Account, account, account_of, own_side
from fogline.control.reliability import RELIABILITY, Letters
from fogline.control.sides import weigh
from fogline.products.lookup import Lookup
from fogline.products.wording import count_words, enumerated
from fogline.records import Claim, Event, Grade, Holding, Judgement
from fogline.records.sources import IN_ITS_OWN_VOICE, Sources

Told = tuple[int, str]  # how deep a line stands below the grade, and what it says


def tell_of_holding(lookup: Lookup, holding: Holding) -> tuple[Told, ...]:
    """The grade of a holding in lines."""
    left_out = {*holding.guessed, *holding.fights}
    sources, letters = _weighed(lookup)
    found = account(
        lookup.known(i for i in holding.supports if i not in left_out),
        lookup.known(i for i in holding.opposes if i not in left_out),
        own_side(holding.holder, sources),
        sources,
        letters,
        known=holding.holder is not None,
    )
    return tuple(_tell(_as_stored(found, holding.grade), sources, lookup, guessed=len(holding.guessed)))


def tell_of_event(lookup: Lookup, event: Event) -> tuple[Told, ...]:
    """The grade of an event in lines."""
    sources, letters = _weighed(lookup)
    found = account_of(event, lookup.known(event.claim_ids), sources, letters)
    return tuple(_tell(_as_stored(found, event.grade), sources, lookup))


def signed(judgement: Judgement) -> str:
    """Who judged, when and why."""
    return f"by {judgement.who} on {judgement.when.date()}: {judgement.why}"


def _weighed(lookup: Lookup) -> tuple[Sources, Letters]:
    corpus = replace(lookup.corpus, origins=lookup.views.lineage.origins)
    sources = weigh(corpus)
    return sources, Letters.of(corpus, sources)


def _as_stored(found: Account, grade: Grade) -> Account:
    """A record that an older fogline made may have another grade than its claims get now: the stored one is told."""
    return replace(found, grade=grade)


def _tell(found: Account, sources: Sources, lookup: Lookup, *, guessed: int = 0) -> Iterator[Told]:
    grade = found.grade
    words, rule = CREDIBILITY[grade.credibility]
    yield 0, f"Grade {grade}: source {RELIABILITY[grade.reliability]}, information {words}"
    yield 1, f"{grade.credibility} is given for: {rule}"
    yield (
        1,
        f"{count_words(len(found.pairs), 'independent word')} for it, of {count_words(len(found.supports), 'claim')}",
    )
    yield from _words(found.pairs, found.supports, sources, lookup)
    if found.opposes:
        against = count_words(len(found.against), "independent word")
        yield 1, f"{against} against it, of {count_words(len(found.opposes), 'claim')}"
        yield from _words(found.against, found.opposes, sources, lookup)
    if found.own_words:
        who = enumerated(
            sorted({_named(side, found.own_words, sources, lookup) for side in found.own & _sides(found, sources)})
        )
        yield 1, f"Of itself: {who}, on a success of its own, in {count_words(len(found.own_words), 'claim')}"
    if guessed:
        yield 1, f"Not counted: {count_words(guessed, 'claim')}, for the holder is only inferred from there"
    letter = found.letter
    if letter is None:
        yield 1, f"{grade.reliability}: no source of it was judged"
    else:
        yield 1, f"{letter.letter} is the letter of {letter.source}, judged {signed(letter.judgement)}"


def _sides(found: Account, sources: Sources) -> frozenset[str]:
    return frozenset(side for claim in found.own_words for side in sources.cited(claim))


def _words(
    pairs: Sequence[tuple[str, str]], claims: Collection[Claim], sources: Sources, lookup: Lookup
) -> Iterator[Told]:
    """Every independent word with the claims that are it, and those that were joined to it."""
    by_origin, by_source = dict(pairs), {source: origin for origin, source in pairs}
    telling: dict[str, set[str]] = {}
    for claim in claims:
        telling.setdefault(sources.origin(claim), set()).add(claim.anchor.report_id)
    for number, (origin, source) in enumerate(sorted(pairs, key=lambda pair: min(telling[pair[0]])), start=1):
        copies = sorted(telling[origin])
        yield 2, f"Word {number}: {_named(source, claims, sources, lookup)}, as told by {enumerated(copies)}"
        if len(copies) > 1:
            yield 3, f"joined, one origin: {enumerated(copies)}"
        quoting = {
            c.anchor.report_id for c in claims
            if sources.origin(c) not in by_origin and origin in {by_source.get(s) for s in sources.cited(c)}
        }  # fmt: skip
        if quoting:
            yield 3, f"joined, same cited source: {enumerated(sorted(quoting))}"


def _named(source: str, claims: Collection[Claim], sources: Sources, lookup: Lookup) -> str:
    """A cited source in words: the name of its side, else of who speaks for it; or the report's own voice."""
    if source.startswith(IN_ITS_OWN_VOICE):
        mine = sorted({c.anchor.report_id for c in claims if source in sources.cited(c)})
        return f"{lookup.label(mine[0]) if mine else 'a report'} in its own voice"
    actor = lookup.corpus.actors.get(source)
    spoken = [name.text for c in claims for name in c.attribution.speakers if sources.side(name) == source]
    return actor.name if actor else min(spoken, default=source)
