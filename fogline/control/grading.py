"""The grade of a holding: the Admiralty code, in two fields that are never mixed.

Reliability of the source, A to F.  Nobody has judged the sources yet: F, cannot be judged.

Credibility of the information:

| | where |
| --- | --- |
| 1 | two or more independent words, none of them the holder's own, and nothing against it |
| 2 | two or more independent words, the holder's own among them, and nothing against it |
| 3 | one word, or only the holder's own, and nothing against it |
| 4 | contradicted by no more independent words than speak for it |
| 5 | contradicted by more independent words than speak for it |
| 6 | nobody says it outright: the holder is unknown, or follows only from a later loss or from what else is told |

A word is a pair of an origin and a cited source; see `sources`.  That a place is fought over says nothing against its
holder.  Claims that only the rest of the record makes speak for the holder (see `takers`) count for nothing here.
"""

from __future__ import annotations

from collections.abc import Collection

from fogline.records import Claim, Grade, Name
from fogline.records.sources import Sources

UNJUDGED = "F"


def grade(supports: Collection[Claim], opposes: Collection[Claim], holder: Name | None, sources: Sources) -> Grade:
    """Grade what `supports` say against what `opposes` say, by the table above."""
    return Grade(UNJUDGED, _credibility(supports, opposes, holder, sources))


def _credibility(supports: Collection[Claim], opposes: Collection[Claim], holder: Name | None, sources: Sources) -> int:
    if holder is None or not supports:
        return 6
    words = sources.independent(supports)
    if opposes:
        return 4 if sources.independent(opposes) <= words else 5
    outside = [claim for claim in supports if sources.side(holder) not in sources.cited(claim)]
    if sources.independent(outside) >= 2:
        return 1
    return 2 if words >= 2 else 3
