"""What a judgement changed, told row by row."""

from dataclasses import replace

from fogline.products.differences import differences
from fogline.records import Control, Grade, Views
from tests.products.cases import ARMY, DAY, KIRKUK, LEFT, PESHMERGA, RAMADI, SINJAR, TAKEN, event, holding, record


def told(rows):
    return [(row["what"], row["of"], row["before"], row["after"]) for row in rows]


def test_views_that_are_alike_differ_in_nothing():
    _, views = record()
    assert differences(views, views) == []


def test_a_holding_is_told_beside_the_one_in_its_place():
    was = holding(KIRKUK, PESHMERGA, Control.DISPUTED, supports=(TAKEN,))
    now = replace(was, holder=ARMY, status=Control.HELD, grade=Grade("B", 2), last=DAY)
    new = holding(SINJAR, ARMY, Control.HELD)
    rows = differences(Views(holdings=(was,)), Views(holdings=(now, new)))
    assert told(rows) == [
        (
            "holding", "Kirkuk",
            "Kirkuk disputed by Peshmerga, from 2014-06-11, C3, origins 1, 1 for, 0 against",
            "Kirkuk held by army, 2014-06-11 to 2014-06-12, B2, origins 1, 1 for, 0 against",
        ),
        ("holding", "Sinjar", None, "Sinjar held by army, from 2014-06-11, C3, origins 1, 0 for, 0 against"),
        ("holdings", None, "1", "2"),
    ]  # fmt: skip
    assert rows[0]["ids"] == [was.holding_id, now.holding_id]


def test_events_that_became_one_are_each_told_beside_it_and_turned_round_when_it_is_undone():
    one, other, both = event(TAKEN), event(LEFT), event(TAKEN, LEFT)
    apart, joined = Views(events=(one, other)), Views(events=(both,))
    rows = [row for row in differences(apart, joined) if row["what"] == "event"]
    assert {row["ids"][0] for row in rows} == {one.event_id, other.event_id}
    assert {row["ids"][1] for row in rows} == {both.event_id}
    back = [row for row in differences(joined, apart) if row["what"] == "event"]
    assert {(r["before"], r["after"]) for r in back} == {(r["after"], r["before"]) for r in rows}


def test_a_dispute_that_is_gone_is_told():
    _, views = record()
    rows = differences(views, replace(views, disputes=()))
    assert [(what, of, after) for what, of, _, after in told(rows)] == [
        ("dispute", "Kirkuk", None),
        ("disputes", None, "0"),
    ]
    assert "Health Ministry: it left" in rows[0]["before"]


def test_what_differs_only_in_keys_is_left_out():
    was = holding(RAMADI, PESHMERGA, Control.HELD)
    now = replace(was, holder=replace(PESHMERGA, key="another"))
    assert differences(Views(holdings=(was,)), Views(holdings=(now,))) == []
