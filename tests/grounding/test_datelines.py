from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.datelines import Dateline, find_dateline, infer_day


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("KARSIN, Aug 14 (XYZ) - Troops left.", Dateline("KARSIN", 8, 14, None)),
        ("PORT KARSIN, Norland, Jan. 27, 2019 (XYZ) — Troops left.", Dateline("PORT KARSIN, Norland", 1, 27, 2019)),
        ("Published: 14 August 2019\nTroops left.", Dateline(None, 8, 14, 2019)),
        ("date 2019-08-14\nTroops left.", Dateline(None, 8, 14, 2019)),
    ],
)
def test_datelines_are_read(head: str, line: Dateline) -> None:
    assert find_dateline(head) == line


@pytest.mark.parametrize(
    "head",
    [
        "KARSIN — Troops left on Aug 14.",
        "On Aug 14 - a Friday - troops left.",
        "",
        "KARSIN, Feb 31 (XYZ) - Troops left.",
    ],
)
def test_what_is_no_dateline_gives_none(head: str) -> None:
    assert find_dateline(head) is None


def test_a_day_without_a_year_is_not_certain() -> None:
    head = "KARSIN, Dec 30 (XYZ) - Troops left."
    assert infer_day(head) is None
    assert infer_day(head, near=date(2020, 1, 2)) == date(2019, 12, 30)


def test_a_day_with_its_year_is() -> None:
    assert infer_day("KARSIN, Dec 30, 2019 (XYZ) - Troops left.") == date(2019, 12, 30)


@given(st.text(max_size=300))
def test_any_text_may_be_read(text: str) -> None:
    line = find_dateline(text)
    assert line is None or 1 <= line.month <= 12
    infer_day(text, near=date(2020, 2, 29))
