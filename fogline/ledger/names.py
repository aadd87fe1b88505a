"""A tally of the names that claims use, kept up to date as reports come: what is named, how, how often, where first.

A question after a name looks into the tally, which has a row for each spelling, and not into every claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select, text, update

from fogline.language.words import fold
from fogline.ledger import tables
from fogline.ledger.writing import Row, Rows
from fogline.records.name import shown_text

ROLES = ("actor", "target", "speaker")  # of the names in a list, in the order of the record
_PUT = text(
    "INSERT INTO names (role, key, text, folded, uses, first_report, first_rank) "
    "VALUES (:role, :key, :text, :folded, :uses, :first_report, :first_rank) "
    "ON CONFLICT (role, key, text) DO UPDATE SET uses = names.uses + excluded.uses, "
    "first_report = CASE WHEN (excluded.first_report, excluded.first_rank) < (names.first_report, names.first_rank) "
    "THEN excluded.first_report ELSE names.first_report END, "
    "first_rank = CASE WHEN (excluded.first_report, excluded.first_rank) < (names.first_report, names.first_rank) "
    "THEN excluded.first_rank ELSE names.first_rank END"
)


def tally(connection: Connection, rows: Rows) -> None:
    """Count the names and forms of new readings, given by their rows."""
    tally_claims(connection, rows[tables.claims], rows[tables.claim_names])
    for forms, links in ((tables.places, tables.report_places), (tables.actors, tables.report_actors)):
        _tally_forms(connection, forms, rows[links])


def tally_claims(connection: Connection, claims: Iterable[Row], names: Iterable[Row]) -> None:
    """Count the names of new claims: rows of `claims` and, of theirs, rows of `claim_names`."""
    listed: dict[str, list[Row]] = defaultdict(list)
    for row in names:
        listed[row["claim_id"]].append(row)
    found: dict[tuple[str, str, str], Row] = {}
    ranks: dict[str, int] = defaultdict(int)
    for claim in sorted(claims, key=lambda row: (row["report_id"], row["position"])):
        for role, key, name in _names_of(claim, listed[claim["claim_id"]]):
            report_id, identity = claim["report_id"], (role, key or "", name)
            ranks[report_id] += 1
            if identity in found:
                found[identity]["uses"] += 1
            else:
                found[identity] = _row(identity, report_id, ranks[report_id])
    if found:
        connection.execute(_PUT, [found[identity] for identity in sorted(found)])


def texts_like(connection: Connection, wanted: str, *roles: str) -> dict[str, int]:
    """The texts of names in these roles that hold the wanted words, whole and in a row, with how often they are used.

    A name of signs that fold to nothing is looked for as it is, in any case.
    """
    table, folded = tables.names.c, fold(wanted)
    query = select(table.text, table.uses).where(table.role.in_(roles))
    if folded:
        inside = (" " + table.folded + " ").contains(f" {folded} ")
        rows = connection.execute(query.where(inside)).all()
    else:
        rows = [row for row in connection.execute(query) if wanted.casefold() in row.text.casefold()]
    found: dict[str, int] = defaultdict(int)
    for row in rows:
        found[row.text] += row.uses
    return dict(found)


def texts_in(connection: Connection, *roles: str) -> set[str]:
    """Every text that names something in these roles."""
    names = tables.names.c
    return set(connection.scalars(select(names.text).distinct().where(names.role.in_(roles))))


def commonest_texts(rows: Iterable[Any]) -> dict[str, str]:
    """For each key the text to show."""
    uses: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        if row.key:
            uses[row.key][row.text] += row.uses
    return {key: shown_text(texts) for key, texts in uses.items()}


def _names_of(claim: Mapping[str, Any], listed: Sequence[Row]) -> Iterable[tuple[str, str | None, str]]:
    """Role, key and text of every name of a claim: those in lists first, in the order in which actors are listed."""
    for row in sorted(listed, key=lambda row: (ROLES.index(row["role"]), row["position"])):
        yield row["role"], row["key"], row["text"]
    for role in ("place", "via"):
        if claim[role] is not None:
            yield role, claim[f"{role}_key"], claim[role]


def _row(identity: tuple[str, str, str], report_id: str, rank: int) -> Row:
    role, key, name = identity
    return {
        "role": role,
        "key": key,
        "text": name,
        "folded": fold(name),
        "uses": 1,
        "first_report": report_id,
        "first_rank": rank,
    }


def _tally_forms(connection: Connection, forms: Table, links: Iterable[Row]) -> None:
    counts: dict[str, int] = defaultdict(int)
    for row in links:
        counts[row["form_id"]] += 1
    if counts:
        more = (
            update(forms).where(forms.c.form_id == bindparam("form")).values(reports=forms.c.reports + bindparam("n"))
        )
        connection.execute(more, [{"form": form, "n": counts[form]} for form in sorted(counts)])
