"""The record as rows: the forms that programs read."""

import json
from dataclasses import replace

from fogline.products import rows
from fogline.records import Corpus, Lineage, Origin, Stance, Story, Views
from tests.products.cases import DAY, EVE, GRAIN, TAKEN, hostile, record

CONTROL = ["place", "lat", "lon", "day", "holder", "status", "since", "origins", "grade", "supports", "opposes"]


def test_control_rows_have_the_stable_form():
    found = rows.control_rows(*record())
    assert [[*row][: len(CONTROL)] for row in found] == [CONTROL] * 4
    assert found[0] | {"supports": 0, "opposes": 0, "id": 0} == {
        "place": "Kirkuk", "lat": 35.47, "lon": 44.39, "day": "2014-06-12", "holder": "Peshmerga", "status": "disputed",
        "since": "2014-06-12", "origins": 1, "grade": "C3", "supports": 0, "opposes": 0, "id": 0,
        "reason": None, "inferred": False, "since_told": ["2014-06-12", "2014-06-12"],
    }  # fmt: skip


def test_control_rows_of_another_day_are_of_that_day():
    assert {row["day"] for row in rows.control_rows(*record(), EVE)} == {"2014-06-11"}
    assert len(rows.control_rows(*record(), EVE)) == 5
    assert len(rows.control_rows(*record(), DAY)) == 4


def test_lineage_has_the_stable_form():
    found = rows.lineage_content(*record())
    assert found["origins"] == [["alpha", "beta"], ["gamma"]]
    assert found["kin"][1] == {
        "report": "beta", "from": "alpha", "relation": "copy", "score": 0.97,
        "reasons": ["most sentences are the same"],
    }  # fmt: skip
    assert list(found["alterations"][0]) == [
        "report", "from", "kind", "original", "altered", "sentence", "original_sentence",
    ]  # fmt: skip


def test_reports_that_lineage_left_out_are_origins_of_their_own():
    corpus, _ = record()
    assert rows.lineage_content(corpus, Views())["origins"] == [["alpha"], ["beta"], ["gamma"]]


def test_every_claim_has_a_row_with_its_words():
    corpus, views = record()
    raws = {r.report_id: r.raw for r in corpus.readings}
    found = rows.claim_rows(corpus, views)
    assert len(found) == len(list(corpus.claims()))
    assert all(raws[row["report"]][row["start"] : row["end"]] == row["sentence"] for row in found)


def test_a_row_of_a_claim_says_who_says_so_and_in_which_stance():
    corpus, views = record()
    row = next(row for row in rows.claim_rows(corpus, views) if row["id"] == TAKEN.claim_id)
    assert (row["source"], row["via"], row["stance"]) == (["Health Ministry"], None, None)
    (reading,) = (r for r in corpus.readings if r.report_id == row["report"])
    told = replace(TAKEN, attribution=replace(TAKEN.attribution, stance=Stance.WARN))
    (row,) = rows.claim_rows(replace(corpus, readings=(replace(reading, claims=(told,)),)), views)
    assert row["stance"] == "warn"


def test_the_timeline_tells_dated_happenings_in_order():
    found = rows.timeline_rows(*record())
    assert [(row["first"], row["type"]) for row in found] == [("2014-06-12", "capture"), ("2014-06-12", "withdraw")]
    assert rows.timeline_rows(*record(), EVE) == []


def test_actors_are_counted_by_role_under_one_name():
    found = {row["actor"]: row for row in rows.actor_rows(*record())}
    assert found["Peshmerga"] | {"names": 0} == {
        "actor": "Peshmerga", "kind": "armed group", "country": "IQ", "side": None, "as_actor": 3, "as_target": 0,
        "as_source": 0, "names": 0, "id": "actor-p",
    }  # fmt: skip
    assert (found["Army"]["as_actor"], found["Army"]["as_target"], found["Army"]["as_source"]) == (2, 2, 1)


def test_every_table_is_plain_json_for_any_record():
    for corpus, views in (record(), hostile(), (Corpus(()), Views())):
        for make in (
            rows.claim_rows, rows.event_rows, rows.control_rows, rows.timeline_rows, rows.dispute_rows, rows.actor_rows,
            rows.lineage_content,
        ):  # fmt: skip
            found = make(corpus, views)
            assert json.loads(json.dumps(found)) == found


def test_stories_stand_by_their_size_with_the_origins_that_they_have():
    origins = (Origin(("a", "b")), Origin(("c",)), Origin(("d",)))
    found = (Story(("d",)), Story(("a", "b", "c"), ("Kirkuk",), DAY, DAY))
    first, second = rows.story_rows(Views(Lineage(origins=origins, stories=found)))
    assert (first["reports"], first["origins"], first["about"]) == (["a", "b", "c"], 2, ["Kirkuk"])
    assert (first["first"], second["first"]) == (DAY.isoformat(), None)


def test_a_digest_holds_rows_of_the_timeline_with_the_words_that_tell_them_best():
    whole = {row["id"]: row for row in rows.timeline_rows(*record())}
    (first,) = rows.digest_rows(*record(), days=1, each=1)
    assert first["words"] == GRAIN
    assert first["reports"] == 2
    assert whole[first["id"]].items() <= first.items()
    assert rows.digest_rows(*record(), days=1, each=1, among=lambda found: found[:0]) == []
