"""The line of stages, run here and now; the views rebuilt from what it read."""

from fogline.runs.line import check_order, reading_line
from fogline.runs.past import Past, recall
from fogline.runs.reading import ReadOptions, ReadSummary, read_into, read_reports
from fogline.runs.views import derive, foresee, is_stale, rebuild

__all__ = [
    "Past", "ReadOptions", "ReadSummary", "check_order", "derive", "foresee", "is_stale", "read_into", "read_reports",
    "reading_line", "rebuild", "recall",
]  # fmt: skip
