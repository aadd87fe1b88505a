"""Judging on the command line: said, kept, told what it changed, taken back."""

import json
from datetime import date, timedelta

import pytest

WHY = ("--why", "she was there")


def test_a_judgement_says_what_it_changed_and_what_takes_it_back(judge):
    code, told, _ = judge("not-kin", "wire-1", "wire-2", *WHY)
    assert code == 0
    made = told["judgement"]
    assert (made["verdict"], made["subjects"], made["who"]) == ("not kin", ["wire-1", "wire-2"], "Ann")
    assert {(c["report"], c["after"]) for c in told["changed"] if c["what"] == "origin"} >= {("wire-1", "alone")}
    _, out, err = judge("undo", made["id"][:16], *WHY, form="table")
    assert "fogline judge undo judgement-" in err
    assert "wire-1" in out


def test_undone_everything_is_as_it_was(judge):
    _, told, _ = judge("origin", "wire-1", "own-1", *WHY)
    _, back, _ = judge("undo", told["judgement"]["id"], *WHY)
    assert told["changed"]
    swapped = [{**c, "before": c["after"], "after": c["before"], "ids": c["ids"][::-1]} for c in back["changed"]]
    assert swapped == told["changed"]


def test_the_list_shows_all_judgements_and_which_were_undone(judge):
    _, first, _ = judge("day", "wire-1", "2020-03-03", *WHY)
    _, undo, _ = judge("undo", first["judgement"]["id"], *WHY)
    _, rows, _ = judge("list")
    assert [(r["verdict"], r["value"], r["undone_by"]) for r in rows] == [
        ("re-date", "2020-03-03", undo["judgement"]["id"]),
        ("undo", None, None),
    ]


def test_a_judged_day_is_shown_with_its_basis(judge, run, tmp_path):
    judge("day", "wire-1", "2020-03-03", "--why", "the print edition")
    _, out, _ = run("dates", "--record", tmp_path / "war.db", "--report", "wire-1", "--format", "json")
    (row,) = json.loads(out)
    assert (row["day"], row["basis"]) == ("2020-03-03", "judged")
    assert [c["kind"] for c in row["contradictions"]] == ["data", "dateline"]


def test_the_relation_can_be_said(judge):
    _, told, _ = judge("kin", "own-1", "wire-1", "--relation", "rewrite", *WHY)
    kin = [c for c in told["changed"] if c["what"] == "kin"]
    assert [(c["report"], c["before"], c["after"]) for c in kin] == [("own-1", None, "rewrite of wire-1")]


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        (["kin", "wire-1", "wire-1", *WHY], "name different ones"),
        (["kin", "wire-9", "wire-1", *WHY], "did you mean"),
        (["not-kin", "wire-1", "wire-2", "--why", " "], "--why is empty"),
        (["origin", "wire-1", *WHY], "--agency"),
        (["story", "wire-1", *WHY], "own-story"),
        (["day", "wire-1", (date.today() + timedelta(days=2)).isoformat(), *WHY], "after today"),
        (["day", "wire-1", "Friday", *WHY], "YYYY-MM-DD"),
        (["undo", "wire-1", *WHY], "fogline judge list"),
        (["kin", "wire-1", "wire-2"], "--why"),
    ],
)
def test_what_cannot_be_judged_is_one_line_that_says_what_to_do(judge, command, advice):
    code, out, err = judge(*command)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert advice in err
    assert judge("list")[1] == []


def test_what_is_undone_cannot_be_undone_again(judge):
    _, told, _ = judge("own-origin", "wire-2", *WHY)
    judge("undo", told["judgement"]["id"], *WHY)
    code, _, err = judge("undo", told["judgement"]["id"], *WHY)
    assert code == 2
    assert "undone already" in err
