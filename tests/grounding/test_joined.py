"""Names of places that are cut short."""

from __future__ import annotations

import pytest

from tests.grounding.naming import places


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("The army took Kasrat Faraj, a village, from the rebels.", "Kasrat Faraj"),
        ("Sudan lets his movement buy weapons at Am Dafok, on the border.", "Am Dafok"),
    ],
)
def test_all_words_of_a_name(raw: str, name: str) -> None:
    assert name in {given for _, given in places(raw)}


@pytest.mark.parametrize(
    "raw", ["The army took Goma on Monday.", "Rebels left Goma Bridge.", "In Goma, Felix Dorn spoke."]
)
def test_what_is_no_part_of_it(raw: str) -> None:
    assert not {"Goma Bridge bridge", "Goma Felix", "Goma Monday"} & {given for _, given in places(raw)}
