"""A situation as JSON, for programs.  The form is stable: fields may be added, none is renamed."""

from __future__ import annotations

import json
from typing import Any

from fogline.products.line import Group, Line, Section, Source, Spot
from fogline.products.lookup import Evidence
from fogline.products.situation import Situation


def render(situation: Situation) -> str:
    """The brief as one JSON object."""
    return json.dumps(content(situation), ensure_ascii=False, indent=1) + "\n"


def content(situation: Situation) -> dict[str, Any]:
    """The brief as plain values: dates ISO, offsets in code points of the report's raw text, half-open."""
    return {
        "title": situation.title,
        "as_of": situation.as_of.isoformat() if situation.as_of else None,
        "since": situation.since.isoformat() if situation.since else None,
        "counts": dict(situation.counts),
        "lead": [_line(line) for line in situation.lead],
        "sections": [_section(section) for section in situation.sections],
        "places": [_spot(spot) for spot in situation.spots],
        "sources": [_source(source) for source in situation.sources],
    }


def _section(section: Section) -> dict[str, Any]:
    groups = [_group(group) for group in section.groups]
    return {"key": section.key, "title": section.title, "intro": section.intro, "groups": groups}


def _group(group: Group) -> dict[str, Any]:
    lines = [_line(line) for line in group.lines]
    return {"title": group.title, "key": group.key, "note": group.note, "lines": lines}


def _line(line: Line) -> dict[str, Any]:
    return {
        "text": line.text,
        "status": line.status,
        "place": line.place,
        "origins": line.origins,
        "grade": line.grade or None,
        "note": line.note or None,
        "day": line.day or None,
        "rests_on": "the record" if line.about_record else "words",
        "id": line.subject,
        "ids": list(line.ids),
        "disputes": list(line.disputes),
        "claims": list(line.claim_ids),
        "evidence": [_evidence(evidence) for evidence in line.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "claim": evidence.claim_id,
        "report": evidence.anchor.report_id,
        "outlet": evidence.outlet,
        "start": evidence.anchor.start,
        "end": evidence.anchor.end,
        "quote": evidence.anchor.quote,
        "status": evidence.status,
        "speakers": list(evidence.speakers),
        "via": evidence.via,
        "stance": evidence.stance,
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {
        "place": spot.place,
        "lat": spot.lat,
        "lon": spot.lon,
        "kind": spot.kind,
        "holder": spot.holder,
        "status": spot.status,
        "origins": spot.origins,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "number": source.number,
        "report": source.report_id,
        "outlet": source.outlet,
        "title": source.title,
        "url": source.url,
        "day": source.day.day.isoformat() if source.day else None,
        "day_basis": source.day.basis if source.day else None,
        "origin": source.group,
        "claims": source.claims,
    }
