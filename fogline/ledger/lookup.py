"""From the beginning of an id to the id, as git does it."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from sqlalchemy import Column, Connection, select

from fogline.ledger import tables
from fogline.ledger.writing import storable
from fogline.records.errors import UnknownId

# Where ids are kept.  All but reports' are a kind, a hyphen and hexadecimal digits.
HASHED: dict[str, Column[str]] = {
    "claim": tables.claims.c.claim_id,
    "event": tables.events.c.event_id,
    "holding": tables.holdings.c.holding_id,
    "dispute": tables.disputes.c.dispute_id,
    "origin": tables.origins.c.origin_id,
    "story": tables.stories.c.story_id,
    "judgement": tables.judgements.c.judgement_id,
}
REPORTS: Column[str] = tables.reports.c.report_id
SHORTEST = 4  # digits of a hash given without its kind
_NEAR = 60  # how alike an id must be to be suggested, of 100


def resolve(connection: Connection, prefix: str, *, record: str) -> str:
    """The one id that is `prefix` or begins with it; the kind of a hashed id may be left out.

    Raises: UnknownId where none or several do; it names the several, or the closest.
    """
    if not storable(prefix):
        raise UnknownId(f"{prefix!r} is no id of {record}: ids are plain text")
    columns = [REPORTS, *HASHED.values()]
    for column in columns:
        if connection.execute(select(column).where(column == prefix)).first():
            return prefix
    found = sorted({found for wanted, column in _searches(prefix) for found in _beginning(connection, column, wanted)})
    if len(found) == 1:
        return found[0]
    if found:
        more = f" and {len(found) - 5} more" if len(found) > 5 else ""
        raise UnknownId(f"{prefix!r} is the beginning of several ids: {', '.join(found[:5])}{more}; write more of it")
    raise UnknownId(missing(connection, prefix, columns, record=record))


def missing(connection: Connection, wanted: str, columns: Iterable[Column[str]], *, record: str) -> str:
    """The line that says that there is no such id, with the closest ones that there are."""
    candidates = [found for column in columns for found in _neighbours(connection, column, wanted)]
    close = process.extract(wanted, sorted(candidates), scorer=fuzz.ratio, limit=3, score_cutoff=_NEAR)
    hint = f": did you mean {' or '.join(name for name, *_ in close)}?" if close else ": fogline claims lists ids"
    return f"no {wanted!r} in {record}{hint}"


def _searches(prefix: str) -> list[tuple[str, Column[str]]]:
    if not prefix:
        return []
    searches = [(prefix, REPORTS)]
    for kind, column in HASHED.items():
        if prefix.startswith(f"{kind}-") or f"{kind}-".startswith(prefix):
            searches.append((prefix, column))
        elif len(prefix) >= SHORTEST:
            searches.append((f"{kind}-{prefix}", column))
    return searches


def _beginning(connection: Connection, column: Column[str], prefix: str) -> list[str]:
    query = select(column).where(column.startswith(prefix, autoescape=True))
    return [found for found in connection.scalars(query) if found.startswith(prefix)]


def _neighbours(connection: Connection, column: Column[str], wanted: str) -> list[str]:
    """The ids worth comparing: every report's, and the hashed ones that share kind and first digit."""
    if column is REPORTS:
        return list(connection.scalars(select(column)))
    kind, _, digits = wanted.rpartition("-")
    if not digits or kind not in (column.name.removesuffix("_id"), ""):
        return []
    return _beginning(connection, column, f"{column.name.removesuffix('_id')}-{digits[0]}")
