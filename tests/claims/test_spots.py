"""Who holds or shuts a checkpoint near a town does not hold or shut the town."""

from __future__ import annotations

import pytest

from tests.claims.reports import told


def places(raw: str, kind: str) -> list[str | None]:
    return [line.place for line in told(raw) if line.type == kind]


@pytest.mark.parametrize(
    ("raw", "kind", "place"),
    [
        ("The rebels hold a checkpoint near Homs.", "hold", "checkpoint near Homs"),
        ("The rebels hold an army outpost south of Homs.", "hold", "outpost south of Homs"),
        ("The checkpoint at Tadef was closed on Monday.", "close", "checkpoint at Tadef"),
        ("Two soldiers were killed at a checkpoint near Homs.", "harm", "Homs"),
        ("The rebels hold the checkpoints at Homs and Tadef.", "hold", "Homs"),
        ("The rebels hold Homs near the border.", "hold", "Homs"),
    ],
)
def test_a_site_goes_by_its_own_words(raw: str, kind: str, place: str) -> None:
    assert place in places(raw, kind)
