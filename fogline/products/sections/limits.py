"""What the record does not know, and what fogline cannot tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.products.line import Group, Line, Section
from fogline.products.lookup import Lookup
from fogline.products.why_grade import signed
from fogline.products.wording import capital, count_words, day_words
from fogline.records import Basis, Claim, PlaceKind

UNTOLD = "In no line: of who held a place at other times, or of other days than the brief's"
CANNOT_TELL = (
    "It says what the reports say, not what is so. A claim that many print may be false; one that nobody prints is "
    "not here. Sentences are found by a program: read the evidence before you publish. A place without a line is a "
    "place of which no report of the record speaks, not a place at peace. Reports are English text; photographs and "
    "video are not read. What its publisher withdrew counts until somebody says so (fogline judge withdraw)."
)


def limits(lookup: Lookup) -> Section:
    """Undated and refused reports, places that are not located, claims without a day."""
    groups = (
        Group("Reports without a stated day", tuple(_undated(lookup))),
        Group("Reports that could not be read to the end", tuple(_refused(lookup))),
        Group("Claims that a person distrusts: they count for nothing", tuple(_distrusted(lookup))),
        Group("Places that are not on the map", tuple(_unlocated(lookup))),
    )
    return Section("limits", "What this brief cannot tell", CANNOT_TELL, tuple(g for g in groups if g.lines))


def with_untold(lookup: Lookup, sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, the limits among them with how many claims stand in no line."""
    told = {e.claim_id for s in sections for g in s.groups for line in g.lines for e in line.evidence}
    untold = len(lookup.claims.keys() - told)
    if not untold:
        return tuple(sections)
    text = f"{count_words(untold, 'claim')} of the record: fogline claims lists them all."
    group = Group(UNTOLD, (Line(text, about_record=True),))
    return tuple(replace(s, groups=(*s.groups, group)) if s.key == "limits" else s for s in sections)


def _undated(lookup: Lookup) -> list[Line]:
    lines = []
    for report_id, number in sorted(lookup.numbers.items(), key=lambda row: row[1]):
        day = lookup.readings[report_id].day
        if day is None:
            text = f"Report {number} ({report_id}): no day is known, so its “yesterday” has none either."
        elif day.basis is Basis.JUDGED:
            text = f"Report {number} ({report_id}): of {day_words(day.day)}, as a person judged ({day.ground})."
        elif day.basis is not Basis.STATED and day.basis is not Basis.PUBLISHED:
            text = f"Report {number} ({report_id}): taken to be of {day_words(day.day)}, inferred from {day.ground}."
        else:
            continue
        lines.append(Line(text, subject=report_id, about_record=True))
    return lines


def _refused(lookup: Lookup) -> list[Line]:
    return [
        Line(f"{report_id}: {no.reason} (at the stage “{no.stage}”).", about_record=True)
        for report_id, no in lookup.refused
    ]


def _distrusted(lookup: Lookup) -> list[Line]:
    """A line per judgement that claims count for nothing by."""
    found: dict[str, list[str]] = {}
    said: dict[str, str] = {}
    for claim_id, doubt in lookup.corpus.judged.distrusted.items():
        found.setdefault(doubt.judgement_id, []).append(claim_id)
        said[doubt.judgement_id] = f"distrusted {signed(doubt)}"
    return [
        Line(f"{count_words(len(ids), 'claim')}, {said[key]}.", lookup.evidence(ids), parts=tuple(ids))
        for key, ids in sorted(found.items())
    ]


def _unlocated(lookup: Lookup) -> list[Line]:
    """A line per name that no place with coordinates was found for, those of most claims first."""
    found: dict[str, list[Claim]] = {}
    for claim in lookup.claims.values():
        place = lookup.corpus.places.get(claim.place.key or "") if claim.place else None
        drawn = place is not None and (place.lat is not None or place.kind is PlaceKind.COUNTRY)
        if claim.place is not None and not drawn:
            found.setdefault(claim.place.text, []).append(claim)
    order = sorted(found, key=lambda name: (-len(found[name]), name))
    return [_unplaced(lookup, name, [c.claim_id for c in found[name]]) for name in order]


def _unplaced(lookup: Lookup, name: str, claim_ids: list[str]) -> Line:
    text = f"{capital(name)}: {count_words(len(claim_ids), 'claim')}."
    return Line(text, lookup.evidence(claim_ids), parts=tuple(claim_ids))
