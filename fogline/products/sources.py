"""The sources of a record with their reliability: who is cited, and who speaks in a voice of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fogline.control.reliability import BEST_FIRST, RELIABILITY, UNJUDGED
from fogline.control.trust import outlet_key
from fogline.records import Corpus
from fogline.records.sources import key_of

Row = dict[str, Any]


def source_rows(corpus: Corpus) -> list[Row]:
    """A row per source: its kind, its letter, how many claims rest on it, and who judged it why.

    Shape: the best letter first, then the most claims.
    """
    told: dict[str, Row] = {}
    for key, name, kind in _vouching(corpus):
        row = told.setdefault(key, _row(corpus, key, name, kind))
        row["claims"] += 1
    return sorted(told.values(), key=lambda r: (BEST_FIRST.index(r["reliability"]), -r["claims"], r["source"], r["id"]))


def _vouching(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """For every claim its cited sources, else its outlet: key, name and kind."""
    for reading in corpus.readings:
        for claim in reading.claims or ():
            for name in claim.attribution.speakers:
                actor = corpus.actors.get(name.key or "")
                yield key_of(name), actor.name if actor else name.text, str(actor.kind) if actor else "cited source"
            if not claim.attribution.speakers and reading.outlet:
                yield outlet_key(reading.outlet), reading.outlet, "outlet"


def _row(corpus: Corpus, key: str, name: str, kind: str) -> Row:
    judgement = corpus.judged.reliability.get(key)
    letter = judgement.value if judgement is not None and judgement.value else UNJUDGED
    return {
        "source": name,
        "kind": kind,
        "reliability": letter,
        "meaning": RELIABILITY[letter],
        "claims": 0,
        "who": judgement.who if judgement else None,
        "why": judgement.why if judgement else None,
        "judgement": judgement.judgement_id if judgement else None,
        "id": key,
    }
