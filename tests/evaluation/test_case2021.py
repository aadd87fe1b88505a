"""The measure of types of events, on claims and snippets of our own making."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import case2021
from evaluation.case2021 import Snippet, mapped, mean_f1, names, rules, score, snippets, table, types_of
from fogline.claims.modes import modes
from fogline.records import Actor, ActorKind, Anchor, Claim, ClaimType, Name, Reading, Status

RAW = "The army was there."
ACTORS = (
    Actor("military:XN", "the army", ActorKind.MILITARY),
    Actor("group:brigade", "the brigade", ActorKind.ARMED_GROUP),
    Actor("actor:~bases", "two bases", ActorKind.UNNAMED),
    Actor("actor:~protesters", "the protesters", ActorKind.UNNAMED),
)


def reading(*claims: Claim) -> Reading:
    return Reading("r", RAW, claims=claims, actors=ACTORS)


def claim(
    kind: str, mode: str | None = None, *, actor: int | None = None, target: int | None = None, status: str = "asserted"
) -> Claim:
    """A claim by and of those of ACTORS that have these numbers."""

    def named(number: int | None) -> tuple[Name, ...]:
        return () if number is None else (Name(ACTORS[number].name, ACTORS[number].actor_id),)

    anchor = Anchor.find(RAW, RAW, report_id="r")
    return Claim(
        anchor, anchor, ClaimType(kind), named(actor), named(target), status=Status(status), mode=mode
    )  # fmt: skip


@pytest.mark.parametrize(
    ("claims", "types"),
    [
        ([claim("attack", "drone")], {"AIR_STRIKE"}),
        ([claim("attack", "missile")], {"ART_MISS_ATTACK"}),
        ([claim("attack", "suicide"), claim("harm", "killed")], {"SUIC_BOMB"}),
        ([claim("attack", "air", status="denied")], set()),
        ([claim("attack", "air", status="planned")], set()),
        ([claim("capture", actor=0)], {"GOV_REGAINS_TERIT"}),
        ([claim("capture", actor=1)], {"NON_STATE_ACTOR_OVERTAKES_TER"}),
        ([claim("capture")], set()),
        ([claim("clash", actor=0, target=1)], {"ARMED_CLASH"}),
        ([claim("clash", actor=0, target=3)], set()),
        ([claim("clash"), claim("harm", "killed", target=3)], set()),
        ([claim("clash", actor=0, target=1), claim("attack", "grenade")], {"GRENADE"}),
        ([claim("attack", "ground", actor=1)], set()),
        ([claim("harm", "killed", actor=1, target=0)], {"ARMED_CLASH"}),
        ([claim("clash"), claim("capture", actor=1)], {"NON_STATE_ACTOR_OVERTAKES_TER"}),
        ([claim("attack", actor=1, target=2)], {"ARMED_CLASH"}),
        ([claim("attack", actor=1)], set()),
        ([claim("capture", target=1)], {"GOV_REGAINS_TERIT"}),
        ([claim("capture", "handed over", actor=0)], {"NON_VIOL_TERRIT_TRANSFER"}),
        ([claim("withdraw", actor=0), claim("capture", actor=1)], {"NON_VIOL_TERRIT_TRANSFER"}),
        ([claim("withdraw", "forced", actor=0)], set()),
        ([claim("withdraw", actor=0), claim("attack", "air")], {"AIR_STRIKE"}),
        ([claim("attack", "suicide"), claim("attack", "explosive device")], {"SUIC_BOMB"}),
        ([claim("meet", "agreed", actor=0)], {"AGREEMENT"}),
        ([claim("meet", actor=0, target=1)], {"AGREEMENT"}),
        ([claim("meet", actor=0)], set()),
        ([claim("harm", "detained")], set()),
        ([claim("meet"), claim("hold", actor=0)], set()),
    ],
)
def test_claims_map_to_types(claims: list[Claim], types: set[str]) -> None:
    assert mapped(reading(*claims)) == types


def test_eleven_types_are_measured_and_each_by_a_type_and_a_mode_that_there_is() -> None:
    assert len(names()) == 11
    for rule in rules():
        known = modes().get(ClaimType(rule.claim))
        assert rule.modes <= {""} | {entry.mode for entry in known.entries} if rule.modes and known else not rule.modes
        assert rule.actor | rule.target | rule.never <= {"state", "rebel", "post", "unarmed", "nobody"}
        assert rule.without <= set(ClaimType)
        assert rule.unless <= set(names()) - {rule.name}


def test_the_frames_alone_tell_a_type() -> None:
    assert types_of(Snippet(1, "Warplanes bombed Sanaa.", "AIR_STRIKE"), case2021.frames_line()) == {"AIR_STRIKE"}


def test_each_type_is_held_against_the_rest() -> None:
    told = [Snippet(1, "", "GRENADE"), Snippet(2, "", "GRENADE"), Snippet(3, "", "AGREEMENT"), Snippet(4, "", "OTHER")]
    given = {
        1: frozenset({"GRENADE", "AGREEMENT"}),
        2: frozenset[str](),
        3: frozenset({"AGREEMENT"}),
        4: frozenset({"GRENADE"}),
    }
    tallies = score(told, given)
    assert (tallies["GRENADE"].precision, tallies["GRENADE"].recall, tallies["GRENADE"].f1) == (0.5, 0.5, 0.5)
    assert (tallies["AGREEMENT"].precision, tallies["AGREEMENT"].recall) == (0.5, 1.0)
    assert mean_f1(tallies) == pytest.approx((0.5 + tallies["AGREEMENT"].f1) / 11)


def test_every_third_snippet_may_be_read_and_is_not_in_the_measured_part() -> None:
    told = [Snippet(n, "", "GRENADE") for n in range(1, 7)]
    assert [s.number for s in told if s.may_be_read] == [3, 6]
    rows = list(table(told, {n: frozenset({"GRENADE"} if n % 3 else ()) for n in range(1, 7)}, "reader"))
    row = next(r for r in rows if r.startswith("GRENADE")).split()
    assert (float(row[2]), float(row[5])) == (1.0, round(4 / 6, 3))


def test_a_file_is_read_by_its_columns(tmp_path: Path) -> None:
    file = tmp_path / "set.tsv"
    file.write_text('id\tEventSnippet\tSubType\n7\tThey said: "no."\tOTHER\n', encoding="utf-8")
    assert snippets(file) == [Snippet(7, 'They said: "no."', "OTHER")]


def test_the_test_set_missing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FOGLINE_SOURCES", str(tmp_path))
    assert case2021.main() == 2
    assert "missing" in capsys.readouterr().err
