"""The measure of lineage on labelled stories: what it asks, and what it counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from evaluation.families import Story, gold, has_shape, iter_shaped, iter_stories, readings
from evaluation.kin import confusion, figures, missed
from fogline.lineage import trace
from fogline.records import Corpus, Kinship, Lineage, Origin, Relation
from training.claims.labelled import Labelled, Sentence
from training.lineage.told import HALVES, Family, Told

DAY = date(2024, 3, 6)
TEXT = (
    "Government troops retook the port of Talvek on Wednesday after a battle with the Orlan Front, officials said.\n"
    "Soldiers of the 14th Brigade reached the customs house by noon, Colonel Ismet Daren said.\n"
    "At least 18 fighters and five soldiers were killed, a doctor at the Saint Mara clinic said.\n"
    "Some 3,200 people have fled to Kostrad since Monday, two harbour workers said."
)
OTHER = "Rain fell on Norrland. The parliament of Havn rose at nine. Mill Street was closed to all but trams."


def told(name: str, relation: str, *sources: str, text: str = OTHER, dated: bool = True, later: int = 0) -> Told:
    return Told(name, f"Paper {name}", DAY + timedelta(days=later), dated, relation, sources, f"{text}\nNow {name}.")


def seven() -> list[Told]:
    return [
        told("a", "independent", text=TEXT),
        told("b", "rewrite", "a"),
        told("c", "independent"),
        told("ec", "edited copy", "a", text=TEXT, dated=False),
        told("up", "update", "a", later=2),
        told("mx", "rewrite", "a", "c"),
        told("late", "independent", later=9),
    ]


def story(reports: list[Told], name: str = "war") -> Story:
    return next(iter_stories([Family(name, tuple(reports))]))


def pairs(*names: str) -> set[frozenset[str]]:
    return {frozenset(name.split()) for name in names}


def test_retellings_are_of_one_origin_and_an_update_is_its_own() -> None:
    assert gold(seven()).origins == pairs("a b", "a ec", "b ec")


def test_a_report_of_two_origins_may_be_counted_with_either() -> None:
    found = gold(seven())
    assert found.open == pairs("mx a", "mx b", "mx ec", "mx c")
    assert found.kin["mx", "a"] == found.kin["mx", "c"] == "rewrite"
    assert found.kinds["mx", "a"] == "of two origins"


def test_independent_reports_are_apart_from_all_that_they_have_nothing_to_do_with() -> None:
    found = gold(seven())
    assert pairs("c a", "c b", "c up", "late c", "late mx") <= found.apart
    assert not found.apart & (found.open | found.origins | pairs("a up"))
    assert pairs("c a") <= found.heard
    assert not pairs("late c") & found.heard


def test_readings_have_the_day_that_the_page_tells_and_none_else() -> None:
    days = {r.report_id: r.day.day if r.day else None for r in readings(seven())}
    assert (days["a"], days["ec"]) == (DAY, None)


def test_a_lineage_that_is_right_has_full_marks() -> None:
    one = story(seven())
    kin = tuple(Kinship(report, source, Relation(relation), 1.0) for (report, source), relation in one.gold.kin.items())
    alone = Origin(("late",)), Origin(("c",)), Origin(("up",))
    found = Lineage(kin, (Origin(("a", "b", "ec", "mx")), *alone))
    assert list(missed([(one, found)])) == []
    rows = [line.split() for line in confusion([(one, found)]).splitlines()]
    assert [
        "paraphrase",
        *("0" if c != "rewrite" else "1" for c in ("edited copy", "rewrite", "update", "x", "y")),
    ] in rows


def test_what_is_wrong_is_counted_and_named() -> None:
    one = story([told("a", "independent", text=TEXT), told("b", "rewrite", "a"), told("c", "independent", text=TEXT)])
    found = figures([(one, trace(Corpus(one.readings)))])
    assert found["alone, origin pairs, F1"] == found["alone, kin, F1"] == 0.0
    assert found["alone, independent taken for kin"] == 0.5
    lines = list(missed([(one, trace(Corpus(one.readings)))]))
    assert "war: b from a is paraphrase, was taken for no kin" in lines
    assert "war: a and c do not share an origin" in lines


def test_kin_of_different_wars_are_counted() -> None:
    names = {"a": "z", "ec": "y"}
    other = [told(names[r.id], r.relation or "", text=TEXT) for r in seven() if r.id in names]
    both = [story(seven()), story(other, "peace")]
    found = figures([(s, trace(Corpus(s.readings))) for s in both])
    assert found["together, pairs of different wars taken for kin"] > 0


def labelled(style: str, day: date | None = DAY) -> Labelled:
    return Labelled(style, "Paper", day, style, {}, [Sentence("Rain fell.", True)])


SHAPE = [
    labelled("agency"), labelled("rewrite", None), labelled("independent"),
    labelled("follow-up", DAY + timedelta(days=2)), labelled("analysis"),
]  # fmt: skip


def test_five_reports_in_order_have_the_shape() -> None:
    assert has_shape(SHAPE)
    assert not has_shape(SHAPE[:4])


@pytest.mark.parametrize(
    ("place", "style", "day"),
    [
        (0, "tabloid", DAY),
        (1, "broadcast script", DAY),
        (1, "rewrite", DAY + timedelta(days=2)),
        (2, "rewrite", DAY),
        (3, "follow-up", None),
    ],
)
def test_any_other_file_is_passed_over(place: int, style: str, day: date | None) -> None:
    assert not has_shape([labelled(style, day) if n == place else report for n, report in enumerate(SHAPE)])


def test_both_halves_have_stories_of_ten_reports() -> None:
    tens = [family.half for family in iter_shaped() if len(family.reports) == 10]
    assert min(tens.count(half) for half in HALVES) >= 30
