"""Which group "the jihadists", "the rebels", "the militiamen" and "the alliance" mean."""

from __future__ import annotations

import pytest

from fogline.grounding.called import sorts
from fogline.grounding.roster import Roster
from tests.grounding.naming import actors


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("Islamic State lost Raqqa. The jihadists fled to Mayadin.", "jihadists", "Islamic State"),
        ("Islamic State lost Raqqa. Militants fled to Mayadin.", "Militants", "Islamic State"),
        ("The Houthi rebels left Aden. The rebels hold Sanaa.", "rebels", "Houthi rebels"),
        ("The rebel group M23 left Goma. The rebels hold Bukavu.", "rebels", "M23"),
        ("Anti-balaka militiamen left Bangassou. The militia was calm.", "militia", "Anti-balaka"),
        (
            "The Northern Homs Front (NHF), a league of villages, took Rastan. The alliance was calm.",
            "alliance",
            "Northern Homs Front",
        ),
    ],
)
def test_the_one_group_of_its_sort(raw: str, words: str, name: str) -> None:
    assert (words, name) in actors(raw)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Islamic State and al-Qaeda fought in Idlib. The jihadists fled.", "jihadists"),  # two of them
        ("The Syrian army left Hama. The jihadists took it.", "jihadists"),  # none
        ("M23 left Goma. The militia took it.", "militia"),  # of another sort
        ("Seleka rebels left Bangui in 2013. Juba and Malakal were calm. Rebels took Bor.", "Rebels"),  # elsewhere
        ("The Taliban took Kunduz. In Nigeria, militants attacked Baga.", "militants"),  # in another country
    ],
)
def test_nobody_in_particular(raw: str, words: str) -> None:
    assert not [name for said, name in actors(raw) if said == words and name.lower() != words.lower()]


def test_the_groups_of_a_sort_are_in_the_roster() -> None:
    assert [key for key in sorts().of_group if Roster.load().get(key) is None] == []
