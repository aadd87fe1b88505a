"""The questions that are timed: as fogline answers them, from the whole record, and by a plain scan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from benchmarks.retelling import respelled
from fogline.desk.filters import keep
from fogline.desk.options import ROWS, Format, Query
from fogline.ledger import SqlLedger
from fogline.products import rows as made
from fogline.products.passages import passage_rows
from fogline.products.why import trace
from fogline.records import ClaimType, Corpus, Part, Selection, Views

Found = Mapping[str, str]
Rows = list[Any]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: asked of a ledger, answered from the whole, and as SQL that scans; words in braces are `chosen`."""

    ask: Callable[[SqlLedger, Found], Rows]
    filter: Callable[[Corpus, Views, Found], Rows]
    scan: str | None = None


def chosen(ledger: SqlLedger) -> dict[str, str]:
    """What is asked for: a place that is told of often and one that is seldom, and ids of every kind."""
    claims = ledger.find_claims(Selection(limit=1)).corpus
    event = ledger.find_events(Selection(limit=1)).views.events[0]
    holding = ledger.find_holdings(Selection(limit=1)).views.holdings[0]
    dispute = ledger.find_disputes(Selection(limit=1)).views.disputes[0]
    return {
        "often": respelled("Homs", 0),
        "seldom": respelled("Homs", 100),
        "report": claims.readings[0].report_id,
        "claim": next(claims.claims()).claim_id,
        "event": event.event_id,
        "holding": holding.holding_id,
        "dispute": dispute.dispute_id,
    }


def _claims(scan: str | None = None, **wanted: Any) -> Question:
    def ask(ledger: SqlLedger, found: Found) -> Rows:
        part = ledger.find_claims(_selection(wanted, found))
        return made.claim_rows(part.corpus, part.views)

    def whole(corpus: Corpus, views: Views, found: Found) -> Rows:
        return keep(made.claim_rows(corpus, views), _query(wanted, found))

    return Question(ask, whole, scan and f"SELECT claim_id FROM claims c WHERE {scan} ORDER BY report_id LIMIT {ROWS}")


def _rows(
    find: Callable[[SqlLedger, Selection], Part], make: Callable[..., Rows], scan: str | None = None, **wanted: Any
) -> Question:
    days = [wanted.get("day")] if make in (made.control_rows, made.timeline_rows) else []

    def ask(ledger: SqlLedger, found: Found) -> Rows:
        part = find(ledger, _selection(wanted, found))
        return make(part.corpus, part.views, *days, part=part)

    def whole(corpus: Corpus, views: Views, found: Found) -> Rows:
        return keep(make(corpus, views, *days), _query(wanted, found))

    return Question(ask, whole, scan)


def _why(kind: str) -> Question:
    def ask(ledger: SqlLedger, found: Found) -> Rows:
        ids, _ = ledger.rows_beginning(found[kind][:-2])
        part = ledger.part_under(ids[0])
        return list(trace(part.corpus, part.views, ids[0], part=part))

    return Question(ask, lambda corpus, views, found: list(trace(corpus, views, found[kind])))


def _search(words: str) -> Question:
    def ask(ledger: SqlLedger, found: Found) -> Rows:
        told = words.format(**found)
        return passage_rows(ledger.find_passages(Selection(text=told, limit=ROWS)), told, {})

    def whole(corpus: Corpus, _: Views, found: Found) -> Rows:
        return [r for r in corpus.readings if words.format(**found).lower() in r.raw.lower()]

    return Question(ask, whole, f"SELECT report_id FROM reports WHERE lower(raw) LIKE lower('%%{words}%%')")


def _selection(wanted: Mapping[str, Any], found: Found) -> Selection:
    told = {key: value.format(**found) if type(value) is str else value for key, value in wanted.items()}
    return replace(Selection(limit=ROWS), **told)


def _query(wanted: Mapping[str, Any], found: Found) -> Query:
    told = {key: value.format(**found) if type(value) is str else value for key, value in wanted.items()}
    told.pop("text", None)
    day: date | None = told.pop("day", None)
    return Query(format=Format.JSON, as_of=datetime(day.year, day.month, day.day) if day else None, **told)


def _actors(ledger: SqlLedger, _: Found) -> Rows:
    return made.tallied_actor_rows(ledger.find_names())


_AT = "lower(place) LIKE lower('%%{often}%%')"
_SPEAKS = "claim_id IN (SELECT claim_id FROM claim_names WHERE role = 'speaker' AND text LIKE '%%{}%%')"
_ACTS = "claim_id IN (SELECT claim_id FROM claim_names WHERE role <> 'speaker' AND lower(text) LIKE '%%{}%%')"
EARLY, MIDDLE = date(2014, 6, 1), date(2022, 1, 1)
QUESTIONS = {
    "claims": _claims(),
    "claims --place (told of often)": _claims(_AT, place="{often}"),
    "claims --place (told of seldom)": _claims("lower(place) LIKE lower('%%{seldom}%%')", place="{seldom}"),
    "claims --actor army": _claims(_ACTS.format("army"), actor="army"),
    "claims --actor army --place (often)": _claims(f"{_AT} AND {_ACTS.format('army')}", actor="army", place="{often}"),
    "claims --source ministry": _claims(_SPEAKS.format("ministry"), source="ministry"),
    "claims --type capture": _claims("type = 'capture'", type=ClaimType.CAPTURE),
    "claims --status denied": _claims("status = 'denied'", status="denied"),
    "claims --type designate --status denied": _claims(type=ClaimType.DESIGNATE, status="denied"),
    "claims --report": _claims("report_id LIKE '{report}%%'", report="{report}"),
    "claims --as-of (early)": _claims("first_day <= '2014-06-01'", day=EARLY),
    "claims --as-of (middle)": _claims("first_day <= '2022-01-01'", day=MIDDLE),
    "claims --text (seldom)": _claims("lower(sentence) LIKE lower('%%{seldom}%%')", text="{seldom}"),
    "claims --text withdrawal (often)": _claims("lower(sentence) LIKE '%%withdrawal%%'", text="withdrawal"),
    "control": _rows(SqlLedger.find_holdings, made.control_rows),
    "control --as-of": _rows(SqlLedger.find_holdings, made.control_rows, day=MIDDLE),
    "control --place --as-of": _rows(SqlLedger.find_holdings, made.control_rows, place="{often}", day=MIDDLE),
    "why a claim": _why("claim"),
    "why an event": _why("event"),
    "why a holding": _why("holding"),
    "why a dispute": _why("dispute"),
    "why a report": _why("report"),
    "events": _rows(SqlLedger.find_events, made.event_rows),
    "events --place (often)": _rows(SqlLedger.find_events, made.event_rows, place="{often}"),
    "timeline": _rows(SqlLedger.find_happenings, made.timeline_rows),
    "timeline --place (seldom)": _rows(SqlLedger.find_happenings, made.timeline_rows, place="{seldom}"),
    "disputes": _rows(SqlLedger.find_disputes, made.dispute_rows),
    "disputes --place (often)": _rows(SqlLedger.find_disputes, made.dispute_rows, place="{often}"),
    "actors": Question(_actors, lambda corpus, views, _: made.actor_rows(corpus, views)),
    "search (seldom)": _search("{seldom}"),
    "search withdrawal (often)": _search("withdrawal"),
}
