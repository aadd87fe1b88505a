"""What a person decides of claims, actors, places and sources, as the record has it afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.control import dispute, hold, judged, renamed, shown, trusted
from fogline.control.keys import split_key
from fogline.control.trust import outlet_key
from fogline.events import gather
from fogline.records import Basis, Claim, Corpus, Name, Place, PlaceKind, Verdict, Views
from tests.control.cases import ACTORS, claim, corpus, days
from tests.control.judging import NEW, judge, move
from tests.control.strategies import corpora

TAKEN = claim("capture", "green", "brown", when=days(5), says="watch")
KEPT = claim("hold", "brown", when=days(5), says="brown", report="r2")
FORCES = claim("capture", "brigade", place="bray", when=days(6), report="r2")
BASE = corpus(TAKEN, KEPT, FORCES)


def folded(record: Corpus) -> Views:
    """What control and events make of a record."""
    counted = trusted(record)
    views = Views(events=gather(counted), holdings=hold(counted), disputes=dispute(counted))
    return renamed(views, record.judged.names)


def found(record: Corpus, claim: Claim) -> Claim:
    return next(c for c in record.claims() if c.claim_id == claim.claim_id)


def test_without_judgements_a_corpus_is_left_as_it_is() -> None:
    assert judged(BASE, ()) is BASE
    assert trusted(BASE) is BASE
    assert shown(BASE) is BASE


def test_merged_actors_have_one_key_and_their_groups_one_side() -> None:
    record = judged(BASE, [judge(Verdict.MERGE, "brown", "green", value="actor")])
    assert {name.key for c in record.claims() for name in c.actors + c.targets} == {"brown", "brigade"}
    assert "green" not in record.actors
    assert record.actors["brigade"].side == "brown"
    assert not dispute(trusted(record))
    assert dispute(BASE)


def test_merging_takes_what_it_names_as_it_was_then() -> None:
    pairs = [("green", "brown"), ("others", "brown")]
    record = judged(BASE, [judge(Verdict.MERGE, *pair, value="actor", after_s=s) for s, pair in enumerate(pairs)])
    assert {name.key for name in found(record, TAKEN).actors + found(record, TAKEN).targets} == {"others"}


def test_merged_places_have_one_line_of_holdings() -> None:
    assert {h.place.key for h in hold(BASE)} == {"alder", "bray"}
    record = judged(BASE, [judge(Verdict.MERGE, "bray", "alder", value="place")])
    assert {h.place.key for h in hold(record)} == {"bray"}


def test_a_spelling_can_be_another_actor_and_that_one_be_merged_with_a_third() -> None:
    told = replace(FORCES, actors=(Name("Green Brigade", "brigade"),))
    record = corpus(FORCES, replace(told, anchor=replace(told.anchor, report_id="r3")))
    new = split_key("brigade", "green brigade")
    split = judge(Verdict.SPLIT, "brigade", value="Green Brigade")
    actors = {c.anchor.report_id: c.actors[0].key for c in judged(record, [split]).claims()}
    assert actors == {"r2": "brigade", "r3": new}
    assert judged(record, [split]).actors[new].side is None
    both = judged(record, [split, judge(Verdict.MERGE, "brown", new, value="actor", after_s=1)])
    assert [c.actors[0].key for c in both.claims()] == ["brigade", "brown"]


@pytest.mark.parametrize(
    ("subject", "kind"),
    [(TAKEN.claim_id, "claim"), ("r1", "report"), (outlet_key("OUTLET-R1"), "outlet"), ("watch", "source")],
)
def test_what_is_distrusted_is_kept_and_counts_for_nothing(subject: str, kind: str) -> None:
    doubt = judge(Verdict.DISTRUST, subject, value=kind)
    record = judged(BASE, [doubt])
    assert record.judged.distrusted == {TAKEN.claim_id: doubt}
    assert found(record, TAKEN) == TAKEN
    assert folded(record) == folded(corpus(KEPT, FORCES))


def test_a_claim_of_two_sources_counts_for_the_one_that_is_trusted() -> None:
    two = claim("capture", "green", when=days(5), says="watch monitor")
    record = judged(corpus(two), [judge(Verdict.DISTRUST, "watch", value="source")])
    assert record.judged.distrusted == {}
    alone = corpus(replace(two, attribution=replace(two.attribution, speakers=(Name("Monitor", "monitor"),))))
    assert [h.grade for h in hold(record)] == [h.grade for h in hold(alone)]
    both = [judge(Verdict.DISTRUST, "watch", value="source"), judge(Verdict.DISTRUST, "monitor", value="source")]
    assert set(judged(corpus(two), both).judged.distrusted) == {two.claim_id}


def test_a_source_that_was_merged_is_distrusted_under_either_name() -> None:
    made = [judge(Verdict.DISTRUST, "watch", value="source"), judge(Verdict.MERGE, "monitor", "watch", value="actor")]
    other = claim("hold", "green", when=days(9), says="monitor", report="r4")
    assert set(judged(corpus(TAKEN, other), made).judged.distrusted) == {TAKEN.claim_id, other.claim_id}


def test_a_redated_claim_says_so_and_moves_the_holding() -> None:
    record = judged(BASE, [judge(Verdict.REDATE, TAKEN.claim_id, value="2020-05-08/2020-05-09")])
    period = found(record, TAKEN).period
    assert period == days(8, 9, Basis.JUDGED)
    assert any(h.first == period.last and h.holder == Name("Green Army", "green") for h in hold(record))


def test_a_claim_or_a_place_can_be_put_elsewhere() -> None:
    one = judged(BASE, [move(TAKEN.claim_id)])
    assert (found(one, TAKEN).place.key, found(one, KEPT).place.key) == (NEW.place_id, "alder")
    every = judged(BASE, [move("alder")])
    assert {c.place.key for c in every.claims()} == {NEW.place_id, "bray"}
    assert every.places[NEW.place_id] == NEW


def test_a_place_that_is_moved_again_was_not_moved_before() -> None:
    elsewhere = Place("elm", "Elm", PlaceKind.CITY, 10.0, 10.0, "XA")
    record = judged(BASE, [move("alder", elsewhere), move("alder", after_s=1)])
    assert {c.place.key for c in record.claims()} == {NEW.place_id, "bray"}
    assert "elm" in record.places


def test_a_claim_without_a_place_can_be_given_one_and_keeps_its_id() -> None:
    nowhere = claim("capture", "green", place=None, when=days(5))
    record = judged(corpus(nowhere), [move(nowhere.claim_id)])
    (moved,) = record.claims()
    assert (moved.claim_id, moved.place) == (nowhere.claim_id, Name("Alder", NEW.place_id))
    assert {h.place.key for h in hold(record)} == {NEW.place_id}


def test_the_latest_letter_of_a_source_holds() -> None:
    made = [judge(Verdict.RELIABILITY, "watch", value=letter, after_s=s) for s, letter in enumerate("CB")]
    assert judged(BASE, made).judged.reliability["watch"].value == "B"


def test_each_claim_names_what_changed_it_and_no_other_does() -> None:
    merge, date = (
        judge(Verdict.MERGE, "green", "brown", value="actor"),
        judge(Verdict.REDATE, KEPT.claim_id, value="2020-05-02/2020-05-02", after_s=1),
    )
    record = judged(BASE, [merge, date])
    assert record.judged.changed == {TAKEN.claim_id: (merge,), KEPT.claim_id: (merge, date)}


@pytest.mark.parametrize("verdict", [Verdict.MERGE, Verdict.SPLIT, Verdict.RENAME, Verdict.RELOCATE, Verdict.DISTRUST])
def test_what_names_nothing_of_the_record_changes_no_claim(verdict: Verdict) -> None:
    value = {Verdict.MERGE: "actor", Verdict.DISTRUST: "claim", Verdict.SPLIT: "x", Verdict.RENAME: "x"}.get(verdict)
    made = move("nowhere") if verdict is Verdict.RELOCATE else judge(verdict, "nobody", "no one", value=value)
    record = judged(BASE, [made])
    assert tuple(record.claims()) == tuple(BASE.claims())
    assert record.judged.changed == {}
    assert folded(record) == folded(BASE)


def test_a_new_name_is_shown_everywhere_but_in_quotes() -> None:
    made = [judge(Verdict.RENAME, "green", value="Ivy"), judge(Verdict.RENAME, "alder", value="Ashford")]
    record = judged(BASE, made)
    views = folded(record)
    told = found(shown(record), TAKEN)
    assert (told.actors[0].text, told.place.text, told.anchor) == ("Ivy", "Ashford", TAKEN.anchor)
    assert {h.place.text for h in views.holdings} == {"Ashford", "Bray"}
    assert "Ivy" in {name.text for e in views.events for name in e.actors}
    assert any("Ashford" in d.attribute for d in views.disputes)
    assert shown(record).actors["green"].name == "Ivy"


@given(corpora(), st.sampled_from(sorted(ACTORS)))
def test_a_new_name_changes_nothing_but_names(record: Corpus, key: str) -> None:
    plain, named = folded(record), folded(judged(record, [judge(Verdict.RENAME, key, value="Ivy")]))
    told = [(h.place, h.status, h.first, h.last, h.since, h.supports, h.opposes, h.grade) for h in plain.holdings]
    assert [
        (h.place, h.status, h.first, h.last, h.since, h.supports, h.opposes, h.grade) for h in named.holdings
    ] == told
    assert [e.event_id for e in named.events] == [e.event_id for e in plain.events]
    assert [d.dispute_id for d in named.disputes] == [d.dispute_id for d in plain.disputes]


@given(corpora(), st.data())
def test_to_distrust_claims_is_to_do_without_them(record: Corpus, data: st.DataObject) -> None:
    claims = list(record.claims())
    doubted = data.draw(st.lists(st.sampled_from(claims), unique_by=lambda c: c.claim_id) if claims else st.just([]))
    made = [judge(Verdict.DISTRUST, c.claim_id, value="claim", after_s=s) for s, c in enumerate(doubted)]
    without = replace(
        record,
        readings=tuple(replace(r, claims=tuple(c for c in r.claims if c not in doubted)) for r in record.readings),
    )
    assert folded(judged(record, made)) == folded(without)
