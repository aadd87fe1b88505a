"""Named units of armies."""

from __future__ import annotations

from fogline.grounding.roster_units import units


def test_units_are_found_with_their_numbers_and_arms() -> None:
    text = (
        "The 12th Division, the Third Mountain Brigade, 7 Corps and Task Force 9 met on 12 May at a division of labour."
    )
    assert [text[h.start : h.end] for h in units(text)] == [
        "12th Division",
        "Third Mountain Brigade",
        "7 Corps",
        "Task Force 9",
    ]
    assert [h.force.head for h in units(text)] == ["division", "brigade", "corps", "task force"]
