"""Readings as rows."""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any

from sqlalchemy import Table

from fogline.ledger import tables
from fogline.records import Actor, Attribution, Claim, Name, Period, Place, Reading, ReportDay, content_id

Row = dict[str, Any]
Rows = defaultdict[Table, list[Row]]

_LARGEST = 2**63 - 1
READ_FIELDS = ("spans", "places", "actors", "claims")


def raw_hash(raw: str) -> str:
    """The SHA-256 of a raw text, as 64 hexadecimal digits."""
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()


def json_list(items: Iterable[str]) -> str:
    """A list of texts as JSON, with its letters as they are."""
    return json.dumps(list(items), ensure_ascii=False)


def reading_rows(reading: Reading) -> Rows:
    """The rows of one reading by table.  `parse` and `mentions` are working memory and are not stored.

    A claim that a reading tells twice, with the same id, is stored once: the first in the order of the text.
    """
    rows: Rows = defaultdict(list)
    rows[tables.reports].append(_report_row(reading))
    for position, span in enumerate(reading.spans or ()):
        rows[tables.spans].append(
            {"report_id": reading.report_id, "position": position, "start_char": span.start, "end_char": span.end}
            | {"kind": str(span.kind)}
        )
    _add_forms(rows, reading.report_id, tables.places, tables.report_places, reading.places or ())
    _add_forms(rows, reading.report_id, tables.actors, tables.report_actors, reading.actors or ())
    told: set[str] = set()
    for claim in reading.claims or ():
        claim_id = claim.claim_id
        if claim_id not in told:
            told.add(claim_id)
            _add_claim(rows, claim, claim_id=claim_id, position=len(told) - 1)
    return rows


def flaw(reading: Reading, rows: Rows) -> str | None:
    """Why a reading cannot be stored, in words; `None` where it can."""
    anchored = {anchor.report_id for claim in reading.claims or () for anchor in (claim.anchor, claim.act)}
    if anchored - {reading.report_id}:
        return "its claims are anchored in another report"
    return unstorable(rows)


def unstorable(rows: Rows) -> str | None:
    """Which value of these rows no database stores, and why, in words; `None` where there is none."""
    for table, table_rows in rows.items():
        for row in table_rows:
            if not _ordinary(row):
                for column, value in row.items():
                    if reason := _oddity(value):
                        return f"{table.name}.{column} {reason}"
    return None


def storable(text: str) -> bool:
    """Whether databases store this text: it has no NUL and no half of a surrogate pair."""
    return _oddity(text) is None


def as_storable(text: str) -> str:
    """The text, with what no database stores written out in ASCII."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\x00")


def name_rows(owner: Row, role: str, names: Sequence[Name]) -> Iterator[Row]:
    """One row for each name in a role, under the columns in `owner`."""
    for position, name in enumerate(names):
        yield owner | {"role": role, "position": position, "text": name.text, "key": name.key}


def _report_row(reading: Reading) -> Row:
    return {
        "report_id": reading.report_id,
        "outlet": reading.outlet,
        "title": reading.title,
        "url": reading.url,
        **day_columns(reading.published, "published_day", "published_basis", "published_ground"),
        **day_columns(reading.day, "day", "day_basis", "day_ground"),
        "credits": None if reading.credits is None else json_list(reading.credits),
        "fields_read": json_list(name for name in READ_FIELDS if getattr(reading, name) is not None),
        "raw_sha256": raw_hash(reading.raw),
        "raw": reading.raw,
    }


def day_columns(day: ReportDay | None, day_name: str, basis_name: str, ground_name: str) -> Row:
    """A report's day under the names of three columns."""
    if day is None:
        return dict.fromkeys((day_name, basis_name, ground_name))
    return {day_name: day.day.isoformat(), basis_name: str(day.basis), ground_name: day.ground}


def period_columns(period: Period | None, basis_name: str = "period_basis") -> Row:
    """A period under the names of three columns."""
    if period is None:
        return dict.fromkeys(("first_day", "last_day", basis_name))
    first, last = period.first.isoformat(), period.last.isoformat()
    return {"first_day": first, "last_day": last, basis_name: str(period.basis)}


def place_columns(name: Name | None, text: str = "place") -> Row:
    """A name under the names of two columns."""
    return {text: name.text if name else None, f"{text}_key": name.key if name else None}


def _add_forms(rows: Rows, report_id: str, table: Table, links: Table, forms: Sequence[Place | Actor]) -> None:
    for position, form in enumerate(forms):
        row = _form_row(form)
        rows[table].append(row)
        rows[links].append({"report_id": report_id, "position": position, "form_id": row["form_id"]})


@lru_cache(maxsize=2**16)
def _form_row(form: Place | Actor) -> Row:
    values = {field.name: _plain(getattr(form, field.name)) for field in fields(form)}
    kind = "place" if isinstance(form, Place) else "actor"
    return {"form_id": content_id(kind, *values.values())} | values


def _add_claim(rows: Rows, claim: Claim, *, claim_id: str, position: int) -> None:
    rows[tables.claims].append(_claim_row(claim, claim_id, position))
    owner: Row = {"claim_id": claim_id}
    names = rows[tables.claim_names]
    names.extend(name_rows(owner, "actor", claim.actors))
    names.extend(name_rows(owner, "target", claim.targets))
    names.extend(name_rows(owner, "speaker", claim.attribution.speakers))
    for rank, quantity in enumerate(claim.quantities):
        rows[tables.claim_quantities].append(
            owner | {"position": rank, "low": quantity.low, "high": quantity.high, "unit": quantity.unit}
        )


def _claim_row(claim: Claim, claim_id: str, position: int) -> Row:
    when = claim.when
    return {
        "claim_id": claim_id,
        "report_id": claim.anchor.report_id,
        "position": position,
        "type": str(claim.type),
        "status": str(claim.status),
        "mode": claim.mode,
        **place_columns(claim.place),
        **period_columns(claim.period),
        "when_text": when.text if when else None,
        "when_tense": str(when.tense) if when else None,
        "when_basis": str(when.basis) if when else None,
        **_attribution_columns(claim.attribution),
        "confidence": float(claim.confidence),
        "origin_stage": claim.origin_stage,
        "version": claim.version,
        "act": claim.act.quote,
        "act_start": claim.act.start,
        "act_end": claim.act.end,
        "sentence": claim.anchor.quote,
        "sentence_start": claim.anchor.start,
        "sentence_end": claim.anchor.end,
    }


def _attribution_columns(attribution: Attribution) -> Row:
    stance = attribution.stance
    return {
        **place_columns(attribution.via, "via"),
        "agency": attribution.agency,
        "outlet": attribution.outlet,
        "stance": str(stance) if stance is not None else None,
    }


def _plain(value: object) -> object:
    """A field's value as SQL stores it: members of enumerations as text, degrees as floats without a minus zero."""
    if isinstance(value, str):
        return str(value)
    return value if value is None else float(value) + 0.0  # type: ignore[arg-type]


def _ordinary(row: Row) -> bool:
    """Whether a row is all plain ASCII and small whole numbers, as most are: the quick way to know it storable."""
    texts = "".join([value for value in row.values() if value.__class__ is str])
    others = [value for value in row.values() if value.__class__ is not str and value is not None]
    return texts.isascii() and "\0" not in texts and all(0 <= value < _LARGEST for value in others)


def _oddity(value: object) -> str | None:
    if isinstance(value, str):
        if "\0" in value:
            return "holds a NUL character, which databases do not store"
        if not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
            return "holds half of a surrogate pair, which databases do not store"
    elif isinstance(value, int) and abs(value) > _LARGEST:
        return "is a number beyond 64 bits"
    elif isinstance(value, float) and math.isnan(value):
        return "is not a number"
    return None
