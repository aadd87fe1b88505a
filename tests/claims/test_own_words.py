"""Who does an act, by his own words, where no list knows him."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


@pytest.mark.parametrize(
    ("raw", "kind", "actor"),
    [
        ("Patriotic youths stormed the barracks at Homs on Sunday.", "attack", "patriotic youths"),
        ("Youths barricaded the road to Homs on Tuesday.", "close", "youths"),
        ("The road to Homs was barricaded by youths on Tuesday.", "close", "youths"),
        ("Elders met Taliban commanders in Kunduz on Friday.", "meet", "elders"),
        ("Men in uniform shot a journalist in Aleppo on Monday.", "harm", "men in uniform"),
        ("Workers reopened the bridge at Homs on Sunday.", "reopen", "workers"),
    ],
)
def test_people_whom_no_list_knows_go_by_their_own_words(raw: str, kind: str, actor: str) -> None:
    assert [line.actor for line in told(raw) if line.type == kind] == [actor]


@pytest.mark.parametrize(
    ("raw", "kind", "actor"),
    [
        ("Two men shot a journalist in Aleppo on Monday.", "harm", None),
        ("Youths died in Aleppo on Monday.", "harm", None),
        ("Students were killed in Homs on Sunday.", "harm", None),
        ("Residents left Homs on Sunday.", "harm", None),
        ("The army and villagers seized Homs.", "capture", "army"),
        ("Hunters captured Homs from the rebels.", "capture", "hunters"),
    ],
)
def test_who_only_suffers_or_is_known_stays(raw: str, kind: str, actor: str | None) -> None:
    assert [line.actor for line in told(raw) if line.type == kind] == [actor]
