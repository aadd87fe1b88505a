"""Judging claims, events, actors, places and sources on the command line."""

import json

import pytest

WHY = ("--why", "she was there")


@pytest.fixture
def ask(run, tmp_path):
    """Ask the judged record: the rows of a table as JSON."""

    def command(*arguments):
        code, out, err = run(*arguments, "--record", tmp_path / "war.db", "--format", "json")
        assert code == 0, err
        return json.loads(out)

    return command


@pytest.fixture
def claim(ask):
    """The id of the claim of this type, report and status."""

    def find(kind, report, status="asserted"):
        rows = ask("claims", "--type", kind, "--report", report, "--status", status)
        return rows[0]["id"]

    return find


@pytest.fixture
def event(ask):
    """The row of the event of this type."""
    return lambda kind, place="Sirwah": ask("events", "--type", kind, "--place", place)[0]


def changed(told, what):
    return [(row["of"], row["before"], row["after"]) for row in told["changed"] if row["what"] == what]


def test_two_names_are_one_actor_from_then_on(judge, ask):
    _, told, _ = judge("merge", "Yemeni army", "Houthi", *WHY)
    assert told["judgement"]["subjects"] == ["military:YE", "group:houthis"]
    assert "Sirwah" in {of for of, _, _ in changed(told, "holding")}
    names = {row["actor"]: row["names"] for row in ask("actors")}
    assert set(names["Yemeni army"]) == {"Yemeni army", "Houthi"}
    assert "Houthi" not in names


def test_a_dry_run_says_the_same_and_writes_nothing(judge, tmp_path):
    before = (tmp_path / "war.db").read_bytes()
    _, dry, _ = judge("merge", "Yemeni army", "Houthi", *WHY, "--dry-run")
    assert (tmp_path / "war.db").read_bytes() == before
    assert judge("list")[1] == []
    _, told, _ = judge("merge", "Yemeni army", "Houthi", *WHY)
    assert dry["changed"] == told["changed"] != []
    assert (dry["kept"], told["kept"]) == (False, True)
    _, _, err = judge("undo", told["judgement"]["id"], *WHY, "--dry-run", form="table")
    assert "nothing was written" in err


def test_a_spelling_can_be_split_from_an_actor(judge, ask):
    judge("merge", "Yemeni army", "Houthi", *WHY)
    _, told, _ = judge("split", "Yemeni army", "Houthi", *WHY)
    assert told["judgement"]["value"] == "Houthi"
    assert {row["actor"] for row in ask("actors")} >= {"Houthi", "Yemeni army"}


def test_events_are_merged_by_their_claims_and_a_claim_is_split_from_its_event(judge, event):
    took, fought = event("capture"), event("clash")
    _, told, _ = judge("merge", took["id"], fought["id"][:14], *WHY)
    asserted = told["judgement"]["subjects"]
    assert set(asserted) < {*took["claims"], *fought["claims"]}  # the denial is not named: it goes with its event
    both = event("capture")
    assert set(both["claims"]) == {*took["claims"], *fought["claims"]}
    _, told, _ = judge("split", fought["claims"][0], *WHY)
    assert [after for _, _, after in changed(told, "event") if after and "clash" in after]


@pytest.mark.parametrize("named", [["--report", "wire-1"], ["--outlet", "harbour post"], ["--source", "residents"]])
def test_what_is_distrusted_stays_and_is_marked(judge, ask, named, run, tmp_path):
    count = len(ask("claims"))
    _, told, _ = judge("distrust", *named, "--why", "a forged page")
    assert told["changed"]
    rows = ask("claims")
    assert len(rows) == count
    doubted = {row["id"] for row in rows if row["distrusted"]}
    assert doubted
    assert all(
        "by Ann" in row["distrusted"] and "a forged page" in row["distrusted"] for row in rows if row["distrusted"]
    )
    listed = {i for row in ask("events") for i in row["claims"]}
    listed |= {i for row in ask("control") for i in row["supports"] + row["opposes"]}
    listed |= {i for row in ask("disputes") for side in row["sides"] for i in side["claims"]}
    assert not listed & doubted
    brief = run("brief", "--record", tmp_path / "war.db")[1]
    assert "a forged page" in brief


def test_one_claim_can_be_distrusted(judge, ask, claim):
    judge("distrust", claim("capture", "wire-1"), *WHY)
    assert [row["id"] for row in ask("claims") if row["distrusted"]] == [claim("capture", "wire-1")]


def test_a_claim_is_dated_anew(judge, ask, claim):
    which = claim("withdraw", "wire-1")
    judge("re-date", which, "2020-03-01", "2020-03-02", *WHY)
    (row,) = [row for row in ask("claims") if row["id"] == which]
    assert (row["when"], row["basis"]) == (["2020-03-01", "2020-03-02"], "judged")
    assert len(row["judged"]) == 1


def test_a_place_is_put_elsewhere_by_coordinates_or_by_the_gazetteer(judge, ask, claim):
    judge("relocate", "Sirwah", "--to", "15.45, 45.0", *WHY)
    (row,) = ask("control", "--place", "Sirwah")
    assert (row["lat"], row["lon"]) == (15.45, 45.0)
    before = len(ask("control"))
    judge("relocate", claim("hold", "own-1"), "--to", "place:gn71137", *WHY)
    assert {round(row["lat"]) for row in ask("control")} == {15}
    assert len(ask("control")) == before + 1


def test_a_name_is_shown_and_the_words_stay(judge, ask, run, tmp_path):
    _, told, _ = judge("rename", "Sirwah", "Serwah", *WHY)
    assert {of for of, _, _ in changed(told, "holding")} == {"Serwah"}
    assert "Serwah" in {row["place"] for row in ask("control")}
    rows = ask("claims", "--type", "hold")
    assert (rows[0]["place"], "Sirwah" in rows[0]["sentence"]) == ("Serwah", True)
    assert judge("rename", "Sirwah", "Sirwah town", *WHY)[0] == 0  # the name of the reports still finds it
    assert "Sirwah town" in run("brief", "--record", tmp_path / "war.db")[1]


def test_a_source_has_the_letter_that_a_person_gave_it(judge, ask):
    _, told, _ = judge("source", "security source", "--reliability", "b", *WHY)
    assert told["judgement"]["value"] == "B"
    assert [row["grade"] for row in ask("events", "--type", "withdraw")] == ["B3"]
    rows = judge("sources")[1]
    assert (rows[0]["source"], rows[0]["reliability"], rows[0]["why"]) == ("security source", "B", "she was there")
    assert {row["reliability"] for row in rows[1:]} == {"F"}
    judge("undo", told["judgement"]["id"], *WHY)
    assert {row["reliability"] for row in judge("sources")[1]} == {"F"}


def test_an_outlet_has_a_letter_too(judge, ask):
    judge("source", "Lantern", "--reliability", "C", *WHY)
    assert [row["grade"] for row in ask("events", "--type", "deploy")] == ["C3"]


@pytest.mark.parametrize(
    "command",
    [
        ["merge", "Yemeni army", "Houthi"],
        ["distrust", "--report", "wire-1"],
        ["relocate", "Sirwah", "--to", "15.45,45.0"],
        ["rename", "Sirwah", "Serwah"],
        ["source", "security source", "--reliability", "B"],
    ],
    ids=lambda command: command[0],
)
def test_undone_everything_is_as_it_was(judge, ask, command):
    asked = [(table,) for table in ("claims", "events", "control", "disputes", "actors")]
    before = [ask(*table) for table in asked]
    _, told, _ = judge(*command, *WHY)
    assert [ask(*table) for table in asked] != before
    _, back, _ = judge("undo", told["judgement"]["id"], *WHY)
    assert [ask(*table) for table in asked] == before
    assert len(back["changed"]) == len(told["changed"])


def test_a_judgement_whose_subject_is_gone_waits(judge, run, tmp_path):
    from datetime import UTC, datetime

    from fogline.ledger import open_ledger
    from fogline.records import Judgement, Verdict

    moment = datetime(2030, 1, 1, tzinfo=UTC)
    with open_ledger(tmp_path / "war.db") as ledger:
        ledger.judge(Judgement(Verdict.DISTRUST, ("claim-0",), "claim", "Ann", moment, "she was there"))
        ledger.judge(Judgement(Verdict.DISTRUST, ("wire-1",), "report", "Ann", moment, "she was there"))
    _, rows, _ = judge("list")
    assert [(row["state"], row["missing"]) for row in rows] == [("waiting", ["claim-0"]), ("stands", [])]


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        (["merge", "Houthi", *WHY], "name two events"),
        (["merge", "Houthi", "Sirwah", *WHY], "merge like with like"),
        (["merge", "Yemeni armi", "Houthi", *WHY], "did you mean Yemeni army"),
        (["split", "Yemeni army", "Houthi", *WHY], "the spellings are Yemeni army"),
        (["distrust", *WHY], "name one thing"),
        (["distrust", "--outlet", "Harbor Post", *WHY], "did you mean Harbour Post"),
        (["source", "Lantern", "--reliability", "G", *WHY], "A, B, C, D, E, F"),
        (["source", "Lamp", "--reliability", "A", *WHY], "outlet, agency or cited source"),
        (["relocate", "Sirwah", "--to", "99,200", *WHY], "no point on earth"),
        (["relocate", "Sirwah", "--to", "place:gn0", *WHY], "no place of the gazetteer"),
        (["relocate", "Sirwah", "--to", "Qqqqqq", *WHY], "LAT,LON"),
        (["rename", "Sirwah", " ", *WHY], "the name is empty"),
    ],
)
def test_what_cannot_be_judged_is_one_line_that_says_what_to_do(judge, command, advice):
    code, out, err = judge(*command)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert advice in err
    assert judge("list")[1] == []


def test_a_claim_cannot_end_before_it_begins(judge, claim):
    code, _, err = judge("re-date", claim("withdraw", "wire-1"), "2020-03-04", "2020-03-01", *WHY)
    assert (code, "give the first day first" in err) == (2, True)
