"""The reports that the laws are tried on, of our own writing, read once a session; and judgements on them."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from fogline.records import Judgement, Reading, Verdict
from fogline.runs import ReadOptions
from fogline.runs.reading import read_one, take
from tests.house.paths import ROOT
from tests.runs.conftest import REPORTS, TODAY

_COPY = REPORTS[0]["text"].removeprefix("MARIB, March 4 (Reuters) - ").replace("on Tuesday", "yesterday")
SHORT = [
    *REPORTS,
    {"id": "undated", "outlet": "Tide", "text": _COPY},
    {
        "id": "denial",
        "outlet": "Beacon",
        "published": "2020-03-05",
        "text": "A Houthi spokesman denied that his fighters had entered Sirwah.\n",
    },
    {
        "id": "toll",
        "outlet": "Beacon",
        "published": "2020-03-06",
        "text": "At least 60 people were killed in the fighting over Sirwah on Tuesday, the governor of Marib said.\n",
    },
    {
        "id": "road",
        "outlet": "Mole Gazette",
        "published": "2020-03-09",
        "text": "The Yemeni army closed the road from Marib to Sirwah on Sunday, and may withdraw from Harib.\n",
    },
    {"id": "late", "outlet": "Tide", "text": "Houthi fighters left Sirwah on March 8, 2020, a resident said.\n"},
]  # fmt: skip


def _judged(verdict: Verdict, *subjects: str, value: str | None = None, minute: int) -> Judgement:
    return Judgement(verdict, subjects, value, "Ann", datetime(2030, 1, 1, 12, minute, tzinfo=UTC), "she was there")


_FIRST = (
    _judged(Verdict.NOT_KIN, "wire-2", "wire-1", minute=1),
    _judged(Verdict.REDATE, "wire-1", value="2020-03-11", minute=2),
    _judged(Verdict.ORIGIN, "own-1", "denial", minute=3),
    _judged(Verdict.OWN_STORY, "own-2", minute=4),
    _judged(Verdict.KIN, "undated", "wire-2", value="rewrite", minute=5),
)
JUDGEMENTS = (*_FIRST, *(_judged(Verdict.UNDO, j.judgement_id, minute=10 + n) for n, j in enumerate(_FIRST[:2])))


def write(folder: Path) -> list[Path]:
    """The short reports as files, in the order in which they stand here."""
    paths = [folder / f"{row['id']}.json" for row in SHORT]
    for path, row in zip(paths, SHORT, strict=True):
        path.write_text(json.dumps(row), encoding="utf-8")
    return paths


@cache
def short() -> dict[str, Reading]:
    """The short reports by id, read."""
    with tempfile.TemporaryDirectory() as folder:
        taken = take(write(Path(folder)), ReadOptions(today=TODAY))
    return {reading.report_id: read_one(reading) for reading in taken}


@cache
def whole() -> dict[str, Reading]:
    """The reports of the examples by id, read."""
    taken = take([ROOT / "examples" / "syria", ROOT / "examples" / "congo"], ReadOptions(today=TODAY))
    return {reading.report_id: read_one(reading) for reading in taken}
