"""Who left a place that "was abandoned": who had it."""

from __future__ import annotations

import pytest

from fogline.claims.proposition import Proposition
from fogline.claims.vacated import left_by_holder
from fogline.records import ClaimType, Name
from tests.claims.reports import scene

ARMY, FRONT, KARSIN = Name("Norland army", "military:XX"), Name("White Front", "group:white-front"), Name("Karsin")


def _by(raw: str, had: str, left: str, before: tuple[ClaimType, tuple[Name, ...], tuple[Name, ...]]) -> list[str]:
    """Who left Karsin, which was read as the Front's doing; `before`: the type, actors and targets of what was told."""
    report = scene(raw)
    word = {t.text: t for t in report.doc}
    kind, actors, targets = before
    told = Proposition(word[left], ClaimType.WITHDRAW, actors=(FRONT,), place=KARSIN)
    earlier = Proposition(word[had], kind, actors=actors, targets=targets, place=KARSIN)
    return [n.text for one in left_by_holder([told], [[earlier]], report) for n in one.actors]


@pytest.mark.parametrize(
    ("raw", "had", "left", "before", "who"),
    [
        ("The army holds it. It was abandoned at dawn.", "holds", "abandoned", (ClaimType.HOLD, (ARMY,), ()), [ARMY.text]),
        ("They attacked it. It was vacated at dawn.", "attacked", "vacated", (ClaimType.ATTACK, (FRONT,), (ARMY,)), [ARMY.text]),
        ("They took it on Monday. It was vacated.", "took", "vacated", (ClaimType.CAPTURE, (FRONT,), (ARMY,)), [ARMY.text]),
        ("They took it on Monday. It was given up.", "took", "given", (ClaimType.CAPTURE, (FRONT,), ()), []),
    ],
)  # fmt: skip
def test_a_place_is_left_by_who_had_it(
    raw: str, had: str, left: str, before: tuple[ClaimType, tuple[Name, ...], tuple[Name, ...]], who: list[str]
) -> None:
    assert _by(raw, had, left, before) == who


@pytest.mark.parametrize(
    ("raw", "had", "left", "before"),
    [
        ("They took it on Monday. It was vacated on Friday.", "took", "vacated", (ClaimType.CAPTURE, (FRONT,), ())),
        (
            "The army holds it. It was abandoned by the men at dawn.",
            "holds",
            "abandoned",
            (ClaimType.HOLD, (ARMY,), ()),
        ),
        ("The army holds it. They abandoned it at dawn.", "holds", "abandoned", (ClaimType.HOLD, (ARMY,), ())),
    ],
)
def test_what_tells_its_doer_or_a_later_day_stays(
    raw: str, had: str, left: str, before: tuple[ClaimType, tuple[Name, ...], tuple[Name, ...]]
) -> None:
    assert _by(raw, had, left, before) == [FRONT.text]
