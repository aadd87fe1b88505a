"""The record in the six files that the scorer reads.  Source: evaluation/README.md"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from fogline.products.lookup import latest_day
from fogline.products.rows import claim_rows, control_rows, dispute_rows, lineage_content
from fogline.records import Corpus, SpanKind, Views
from fogline.records.errors import OutputError

_CLAIM_FIELDS = (
    "report",
    "sentence",
    "type",
    "actor",
    "target",
    "place",
    "status",
    "source",
    "via",
    "when",
    "confidence",
)
_HOLDING_FIELDS = ("place", "day", "holder", "status")


def write(corpus: Corpus, views: Views, folder: Path, *, days: Sequence[date] = ()) -> tuple[Path, ...]:
    """Write the six files into a folder, which is made where it is missing; give their paths.

    `days` are the days on which every place's holding is told (default: the latest of a report).
    Raises: OutputError where the folder cannot be written.
    """
    files = {name: folder / name for name in (*_contents(corpus, views, days), "claims.jsonl")}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in _contents(corpus, views, days).items():
            files[name].write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in claims(corpus, views))
        files["claims.jsonl"].write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot be written ({error.strerror}); name a folder that you may write"
        ) from error
    return tuple(sorted(files.values()))


def claims(corpus: Corpus, views: Views) -> list[dict[str, Any]]:
    """The claims as the scorer reads them: one name as text, several as a list, none as null."""
    rows = []
    for row in claim_rows(corpus, views):
        plain = {field: row[field] for field in _CLAIM_FIELDS}
        for field in ("actor", "target", "source"):
            plain[field] = _folded(plain[field])
        rows.append(plain)
    return rows


def holdings(corpus: Corpus, views: Views, days: Sequence[date]) -> list[dict[str, Any]]:
    """Every place's holding on each of these days, under the name that most reports write."""
    rows = [row for day in sorted(set(days)) for row in control_rows(corpus, views, day, written=True)]
    return [{field: row[field] for field in _HOLDING_FIELDS} for row in rows]


def strays(corpus: Corpus) -> dict[str, list[list[int]]]:
    """Per report the stretches of the raw text that are furniture or strays."""
    wanted = (SpanKind.FURNITURE, SpanKind.STRAY)
    return {r.report_id: [[s.start, s.end] for s in sorted(r.spans or ()) if s.kind in wanted] for r in corpus.readings}


def _contents(corpus: Corpus, views: Views, days: Sequence[date]) -> dict[str, Any]:
    latest = latest_day(corpus)
    lineage = lineage_content(corpus, views)
    return {
        "strays.json": strays(corpus),
        "kin.json": {"origins": lineage["origins"], "kin": lineage["kin"]},
        "holdings.json": holdings(corpus, views, days or ([latest] if latest else [])),
        "alterations.json": lineage["alterations"],
        "disputes.json": [
            {
                "attribute": row["attribute"],
                "kind": row["kind"],
                "sides": [{"value": side["value"], "evidence": side["evidence"]} for side in row["sides"]],
            }
            for row in dispute_rows(corpus, views)
        ],
    }


def _folded(names: list[str]) -> str | list[str] | None:
    return None if not names else names[0] if len(names) == 1 else names
