"""To whom a place would fall: not to who is told to have it."""

from __future__ import annotations

import pytest

from fogline.claims.proposition import Proposition
from fogline.claims.would_fall import not_to_holder
from fogline.records import ClaimType, Name
from tests.claims.reports import scene

ARMY, FRONT = Name("Norland army", "military:XX"), Name("White Front", "group:white-front")
KARSIN = Name("Karsin")


def _by(raw: str, had: str, falls: str, kind: ClaimType, targets: tuple[Name, ...] = ()) -> tuple[list[str], list[str]]:
    """By whom and from whom Karsin would be taken, which was read as the army's."""
    report = scene(raw)
    word = {t.text: t for t in report.doc}
    before = [Proposition(word[had], kind, actors=(ARMY,), targets=targets, place=KARSIN)]
    told = Proposition(word[falls], ClaimType.CAPTURE, actors=(ARMY,), place=KARSIN)
    (one,) = not_to_holder([told], [before], report)
    return [n.text for n in one.actors], [n.text for n in one.targets]


@pytest.mark.parametrize(
    ("raw", "had", "falls", "kind"),
    [
        ("The army holds Karsin. If Karsin falls, the road would be cut.", "holds", "falls", ClaimType.HOLD),
        ("The army took Karsin. Karsin might be lost within days.", "took", "lost", ClaimType.CAPTURE),
        (
            "The army sent troops to Karsin. Should Karsin fall, the road would be cut.",
            "sent",
            "fall",
            ClaimType.DEPLOY,
        ),
    ],
)
def test_a_place_does_not_fall_to_who_has_it(raw: str, had: str, falls: str, kind: ClaimType) -> None:
    assert _by(raw, had, falls, kind) == ([], ["Norland army"])


def test_it_falls_to_those_from_whom_it_was_taken() -> None:
    raw = "The army took Karsin from the front. If Karsin falls, the road would be cut."
    assert _by(raw, "took", "falls", ClaimType.CAPTURE, (FRONT,)) == (["White Front"], ["Norland army"])


@pytest.mark.parametrize(
    ("raw", "had", "falls", "kind"),
    [
        ("The army attacked Karsin. If Karsin falls, the road would be cut.", "attacked", "falls", ClaimType.ATTACK),
        ("The army said it took Karsin. If Karsin falls, the road would be cut.", "took", "falls", ClaimType.CAPTURE),
        ("The army took Karsin. Karsin fell on Sunday.", "took", "fell", ClaimType.CAPTURE),
    ],
)
def test_who_comes_for_it_or_only_says_so_or_took_it_stays(raw: str, had: str, falls: str, kind: ClaimType) -> None:
    assert _by(raw, had, falls, kind)[0] == ["Norland army"]
