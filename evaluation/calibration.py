"""Whether claims are as often right as they say: the expected calibration error, and the diagram of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.claims import DEPTHS, pairs
from evaluation.gold import GoldSet
from evaluation.score import Answers

BINS = 10
SIDE = 320  # of the diagram's square, in pixels
MARGIN = 44

Judged = tuple[float, bool]  # what a claim's confidence is; whether sentence, type, place and actor are right


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of like confidence: how many, their mean confidence, and the share of them that is right."""

    count: int
    confidence: float
    right: float


def judged(gold: GoldSet, answers: Answers) -> list[Judged]:
    """Each claim of a set's gold reports: its confidence, and whether it is right as far as its place and actor."""
    reports = {row["report"] for row in gold.claims}
    rows = [row for row in answers.claims if row["report"] in reports]
    right = {j for _, j in pairs(gold.claims, rows, gold.names, needs=DEPTHS["core"])}
    return [(float(row["confidence"]), j in right) for j, row in enumerate(rows)]


def bins(told: Iterable[Judged]) -> list[Bin]:
    """The claims in ten bins of equal width; empty ones are left out."""
    found: dict[int, list[Judged]] = {}
    for sure, right in told:
        found.setdefault(min(int(sure * BINS), BINS - 1), []).append((sure, right))
    return [Bin(len(b), sum(s for s, _ in b) / len(b), sum(r for _, r in b) / len(b)) for _, b in sorted(found.items())]


def error(told: Sequence[Judged]) -> float:
    """The expected calibration error: how far confidence and the share of right ones are apart, by claims."""
    return sum(b.count * abs(b.confidence - b.right) for b in bins(told)) / max(1, len(told))


def diagram(told: Sequence[Judged]) -> str:
    """The reliability diagram as SVG: how many are right (up) of those told at a confidence (across)."""
    size = SIDE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{size}" height="{size}" fill="#ffffff"/>',
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#767676"/>',
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#767676" stroke-dasharray="4 4"/>',
    ]
    told_bins = bins(told)
    most = max((b.count for b in told_bins), default=1)
    for b in told_bins:
        radius = 3 + 9 * (b.count / most) ** 0.5
        parts.append(
            f'<circle cx="{_x(b.confidence)}" cy="{_y(b.right)}" r="{radius:.1f}" fill="#0b5394" fill-opacity="0.75">'
            f"<title>{b.count} claims told at {b.confidence:.2f}: {b.right:.2f} right</title></circle>"
        )
    for tick in (0, 0.5, 1):
        parts.append(f'<text x="{_x(tick)}" y="{MARGIN + SIDE + 18}" text-anchor="middle">{tick}</text>')
        parts.append(f'<text x="{MARGIN - 8}" y="{_y(tick) + 4}" text-anchor="end">{tick}</text>')
    middle = MARGIN + SIDE / 2
    parts.append(f'<text x="{middle}" y="{size - 8}" text-anchor="middle">confidence</text>')
    parts.append(
        f'<text x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">share that is right</text>'
    )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _x(value: float) -> float:
    return round(MARGIN + value * SIDE, 1)


def _y(value: float) -> float:
    return round(MARGIN + (1 - value) * SIDE, 1)
