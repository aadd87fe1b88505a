"""What kind of source a speaker is."""

from __future__ import annotations

import pytest

from fogline.claims.attribution_kinds import SourceKind, kind_of
from fogline.records import Name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (Name("the group", "group:m23"), SourceKind.PARTY),
        (Name("army spokesman"), SourceKind.PARTY),
        (Name("spokesman for the rebels"), SourceKind.PARTY),
        (Name("Syrian Observatory for Human Rights"), SourceKind.MONITOR),
        (Name("rights groups"), SourceKind.MONITOR),
        (Name("interior ministry"), SourceKind.BODY),
        (Name("UN refugee agency"), SourceKind.BODY),
        (Name("nurse at the city's hospital"), SourceKind.BODY),
        (Name("two residents of Hama"), SourceKind.RESIDENT),
        (Name("people living there"), SourceKind.RESIDENT),
        (Name("two security sources"), SourceKind.UNNAMED),
        (Name("army source"), SourceKind.UNNAMED),
        (Name("Western diplomat based in Ankara"), SourceKind.UNNAMED),
        (Name("state television"), SourceKind.MEDIUM),
        (Name("Reuters", "agency:reuters"), SourceKind.MEDIUM),
        (Name("People's Liberation Front spokesman"), SourceKind.UNNAMED),
        (Name("Jane Doe"), None),
        (Name(""), None),
    ],
)
def test_the_kind_of_a_source(name: Name, kind: SourceKind | None) -> None:
    assert kind_of(name) is kind
