"""The project's own scorer: what a run said against a gold set, as named figures between 0 and 1.

It agrees with the scorer that the field's annotators were given (tests/evaluation/test_score.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from evaluation.claims import CORE_TYPES, FIELDS, score_claims
from evaluation.gold import GoldSet, read_json, read_lines
from evaluation.tally import share
from evaluation.views import score_alterations, score_disputes, score_holdings, score_kin, score_spans

Figures = Mapping[str, float]

FIGURES: Mapping[str, str] = {
    "found_f1": "claims: sentence and type (F1)",
    "core_f1": "and place and actor (F1)",
    "full_f1": "and target, status, source and when (F1)",
    "core_types_found_f1": "the same for territory, force and access alone (F1)",
    "core_types_core_f1": "and place and actor (F1)",
    "core_types_full_f1": "and target, status, source and when (F1)",
    "place": "place right, of the claims found",
    "actor": "actor right, of the claims found",
    "target": "target right, of the claims found",
    "status": "status right, of the claims found",
    "source": "cited source right, of the claims found",
    "when": "days right, of the claims found",
    "strays_f1": "characters of furniture and strays (F1)",
    "origin_pairs_f1": "pairs of reports that share an origin (F1)",
    "kin_f1": "who derives from whom (F1)",
    "relation": "relation right, of the kin found",
    "holdings": "holder right, of the places and days asked",
    "holdings_status": "holder and status right, of the same",
    "alterations_f1": "planted changes of meaning (F1)",
    "alterations": "planted changes found (recall)",
    "disputes": "listed contradictions found (recall)",
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What a run says of one set's reports, as `fogline export evaluation` writes it."""

    claims: Sequence[Mapping[str, Any]]
    strays: Mapping[str, Any]
    kin: Mapping[str, Any]
    holdings: Sequence[Mapping[str, Any]]
    alterations: Sequence[Mapping[str, Any]]
    disputes: Sequence[Mapping[str, Any]]


def read_answers(folder: Path) -> Answers:
    """Read an evaluation export.  Raises: FileNotFoundError where a file of it is missing."""
    return Answers(
        claims=read_lines(folder / "claims.jsonl"),
        strays=read_json(folder / "strays.json"),
        kin=read_json(folder / "kin.json"),
        holdings=read_json(folder / "holdings.json"),
        alterations=read_json(folder / "alterations.json"),
        disputes=read_json(folder / "disputes.json"),
    )


def figures(gold: GoldSet, answers: Answers) -> dict[str, float]:
    """Every figure of `FIGURES`, in its order."""
    every = score_claims(gold.claims, answers.claims, gold.names)
    core = score_claims(gold.claims, answers.claims, gold.names, types=CORE_TYPES)
    kin = score_kin(gold.kin, answers.kin)
    holdings = score_holdings(gold.holdings, answers.holdings, gold.names)
    alterations = score_alterations(gold.alterations, answers.alterations)
    found = {f"{depth}_f1": tally.f1 for depth, tally in every.depths.items()}
    found |= {f"core_types_{depth}_f1": tally.f1 for depth, tally in core.depths.items()}
    found |= {field: every.fields[field] for field in FIELDS}
    return found | {
        "strays_f1": score_spans(gold.strays, answers.strays).f1,
        "origin_pairs_f1": kin.origin_pairs.f1,
        "kin_f1": kin.directed.f1,
        "relation": kin.relation,
        "holdings": share(holdings.holder, holdings.asked),
        "holdings_status": share(holdings.status, holdings.asked),
        "alterations_f1": alterations.f1,
        "alterations": alterations.recall,
        "disputes": score_disputes(gold.disputes, answers.disputes).recall,
    }


def mean(measured: Iterable[Figures]) -> dict[str, float]:
    """The mean of each figure over several sets; empty where there is none."""
    rows = list(measured)
    return {name: round(fmean(row[name] for row in rows), 4) for name in FIGURES} if rows else {}
