"""Who only tells of the war."""

from __future__ import annotations

import pytest

from fogline.records import MentionKind
from tests.grounding.naming import actors, mentions


@pytest.mark.parametrize(
    ("raw", "words", "key"),
    [
        (
            "Homs was shelled, said the Lakeside Observatory, a war monitor.",
            "Lakeside Observatory",
            "monitor:~lakeside observatory",
        ),
        (
            "Homs was shelled, said Lakeside Today, the movement's mouthpiece.",
            "Lakeside Today",
            "agency:~lakeside today",
        ),
        ("Analysts of the Lakeside Group say Homs may be next.", "Lakeside Group", "monitor:~lakeside group"),
        ("HOMS, Syria, May 3 (LPA) - Rebels left Hama. A doctor told LPA so.", "LPA", "agency:~lpa"),
    ],
)
def test_onlookers_have_the_key_of_their_sort(raw: str, words: str, key: str) -> None:
    assert key in {m.name.key for m in mentions(raw) if m.anchor.quote == words}


def test_a_monitor_that_the_report_introduces_is_not_the_group() -> None:
    raw = "M23 lost Goma, said the Lakeside Observatory, a war monitor. The group holds Sake."
    assert ("group", "M23") in actors(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Homs was shelled, said the Lakeside Brigade, a group that monitors call large.",
        "The Lakeside Front, the daily said, attacked Homs.",
        "The Night Watch, an armed group, attacked Homs.",
    ],
)
def test_a_group_of_which_onlookers_tell_is_none(raw: str) -> None:
    assert not [m for m in mentions(raw, MentionKind.ACTOR) if (m.name.key or "").startswith("monitor:")]


def test_the_town_of_a_dateline_is_no_government() -> None:
    assert "Lebanon" not in {name for _, name in actors("BEIRUT, June 29 (LPA) - Rebels left Hama on Friday.")}
    assert ("Beirut", "Lebanon") in actors("Beirut, which owns the port, closed it.")
