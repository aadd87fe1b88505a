"""The whole of lineage: what it says of a small story, and the laws it keeps."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.lineage import trace
from fogline.records import Basis, Corpus, Lineage, Reading, Relation, Span, SpanKind

from .conftest import PARAPHRASE, Make

SLOW = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def relations(lineage: Lineage) -> dict[str, tuple[str, Relation]]:
    return {row.report_id: (row.source, row.relation) for row in lineage.kin}


def groups(lineage: Lineage) -> list[tuple[str, ...]]:
    return [origin.report_ids for origin in lineage.origins]


def test_each_dress_of_the_story_is_told_by_its_relation(corpus: Corpus) -> None:
    assert relations(trace(corpus)) == {
        "copy": ("agency", Relation.EDITED_COPY),
        "rewrite": ("agency", Relation.REWRITE),
        "digest": ("agency", Relation.SUMMARY),
        "update": ("agency", Relation.UPDATE),
    }


def test_one_origin_holds_all_dresses_and_an_update_is_its_own(corpus: Corpus) -> None:
    assert groups(trace(corpus)) == [
        ("agency", "copy", "digest", "rewrite"),
        ("independent",),
        ("statement",),
        ("unrelated",),
        ("update",),
    ]


def test_the_agency_of_a_held_original_is_named(corpus: Corpus) -> None:
    assert trace(corpus).origins[0].agency == "QPA"


def test_the_agency_is_the_source_where_its_report_is_not_held(story: tuple[Reading, ...]) -> None:
    lineage = trace(Corpus(tuple(r for r in story if r.report_id in {"copy", "digest", "rewrite"})))
    assert {row.source for row in lineage.kin} == {"QPA"}
    assert [origin.agency for origin in lineage.origins] == ["QPA"]
    assert relations(lineage)["digest"][1] is Relation.SUMMARY


def test_kin_are_found_without_credits_outlets_and_days(story: tuple[Reading, ...]) -> None:
    bare = tuple(replace(r, outlet=None, credits=None, day=None) for r in story)
    assert ("agency", "copy", "digest", "rewrite") in groups(trace(Corpus(bare)))


def test_what_was_changed_is_found_and_nothing_else(corpus: Corpus) -> None:
    found = {(a.report_id, a.kind, a.original, a.altered) for a in trace(corpus).alterations}
    assert found == {
        ("rewrite", "number", "18 fighters and", "81 fighters and"),
        ("rewrite", "source", "two harbour workers", "an officer of the river police"),
        ("rewrite", "scope", "parts of Brenik, a village", "the whole"),
        ("rewrite", "certainty", 'might counter-attack "before', "not held back"),
        ("digest", "certainty", "At least 18 fighters", "-"),
    }


def test_undated_kin_are_dated_from_their_day_words(corpus: Corpus) -> None:
    days = trace(corpus).days
    assert days["copy"].day == date(2030, 3, 7)  # its "yesterday" is the agency's Wednesday
    assert days["rewrite"].day == date(2030, 3, 6)
    assert {(day.basis, day.ground) for day in days.values()} == {(Basis.INFERRED, "agency")}


def test_known_days_are_never_inferred_anew(corpus: Corpus) -> None:
    assert set(trace(corpus).days) == {r.report_id for r in corpus.readings if r.day is None}


def test_an_empty_corpus_has_no_lineage() -> None:
    assert trace(Corpus(())) == Lineage()


@pytest.mark.parametrize("text", ["", " \n ", "Shots were heard.", "!?", "軍は街を奪還した。"])
def test_a_report_alone_is_its_own_origin(make: Make, text: str) -> None:
    lineage = trace(Corpus((make("only", text),)))
    assert groups(lineage) == [("only",)]
    assert (lineage.kin, lineage.alterations, lineage.days) == ((), (), {})


def test_a_report_that_stands_alone_owes_its_text_to_its_dateline(make: Make) -> None:
    text = "KOSTRAD, May 2 (AP) - Nine boats were seized by the coast guard on Friday, officials said."
    lineage = trace(Corpus((make("only", text, outlet="Delta Times", credits=("AP",)),)))
    assert relations(lineage) == {"only": ("AP", Relation.COPY)}


def test_a_report_that_cites_an_agency_for_one_sentence_is_its_own(make: Make) -> None:
    text = "Nine boats were seized by the coast guard on Friday. Two officers told Reuters that nobody was hurt."
    assert trace(Corpus((make("only", text, outlet="Delta Times", credits=("Reuters",)),))).kin == ()


def test_the_same_words_are_a_copy_however_many_carry_them(make: Make, story: tuple[Reading, ...]) -> None:
    reprints = tuple(make(f"reprint-{n:03}", story[0].raw, outlet=f"Paper {n}") for n in range(200))
    lineage = trace(Corpus((story[0], *reprints)))
    assert len(lineage.origins) == 1
    assert {(row.source, row.relation) for row in lineage.kin} == {("agency", Relation.COPY)}


def test_short_reports_of_common_words_are_no_kin(make: Make) -> None:
    reports = tuple(make(f"r{n}", f"There was no word of losses from sector {n} on the road.") for n in range(30))
    assert trace(Corpus(reports)).kin == ()


WEDNESDAY = date(2030, 3, 6)


@pytest.mark.parametrize(
    ("outlet", "later", "kin"),
    [
        ("Evening Lamp", 0, True),
        ("Evening Lamp", 1, True),
        ("Evening Lamp", 9, False),
        ("Quillon Press Agency", 1, False),
    ],
)
def test_a_paraphrase_follows_within_days_and_in_another_house(
    make: Make, story: tuple[Reading, ...], outlet: str, later: int, kin: bool
) -> None:
    loose = make("loose", PARAPHRASE, WEDNESDAY + timedelta(days=later), outlet=outlet)
    found = relations(trace(Corpus((story[0], loose))))
    assert (found.get("loose") == ("agency", Relation.REWRITE)) is kin


def test_a_paraphrase_joins_the_other_dresses_of_its_story(make: Make, story: tuple[Reading, ...]) -> None:
    lineage = trace(Corpus((*story, make("loose", PARAPHRASE, WEDNESDAY, outlet="Evening Lamp"))))
    assert ("agency", "copy", "digest", "loose", "rewrite") in groups(lineage)


def test_a_report_of_two_origins_says_so_and_joins_them_not(make: Make, story: tuple[Reading, ...]) -> None:
    by_id = {r.report_id: r.raw.splitlines() for r in story}
    mixed = [line for pair in zip(by_id["agency"][1:6], by_id["independent"][1:6], strict=True) for line in pair]
    lineage = trace(Corpus((*story, make("mixed", "\n".join(mixed), WEDNESDAY, outlet="Evening Lamp"))))
    assert {row.source for row in lineage.kin if row.report_id == "mixed"} == {"agency", "independent"}
    assert not any({"agency", "independent"} <= set(group) for group in groups(lineage))
    told = [row.reasons[0] for row in lineage.kin if row.report_id == "mixed"]
    assert [reason.split(" too, ")[0] for reason in sorted(told)] == ["draws on agency", "draws on independent"]


@pytest.mark.parametrize("name", ["a-later", "z-later"])
def test_an_undated_update_is_known_by_where_its_background_stands(
    make: Make, story: tuple[Reading, ...], name: str
) -> None:
    by_id = {r.report_id: r.raw.splitlines() for r in story}
    later = make(name, "\n".join([*by_id["update"][:7], *by_id["agency"][:4]]), outlet="Evening Lamp")
    found = trace(Corpus((replace(story[0], day=None), later)))
    assert relations(found) == {name: ("agency", Relation.UPDATE)}
    assert found.kin[0].reasons[0] == "what both tell stands further down in it"


def test_only_the_body_counts(make: Make, story: tuple[Reading, ...]) -> None:
    teaser = story[0].raw
    reading = make("other", "Rain fell on Norrland.\n" + teaser)
    body_only = replace(reading, spans=(Span(0, 22, SpanKind.BODY), Span(23, len(reading.raw), SpanKind.STRAY)))
    assert trace(Corpus((story[0], body_only))).kin == ()


@SLOW
@given(data=st.data())
def test_the_order_of_readings_changes_nothing(story: tuple[Reading, ...], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(story), unique_by=lambda r: r.report_id))
    mixed = data.draw(st.permutations(chosen))
    assert trace(Corpus(tuple(mixed))) == trace(Corpus(tuple(chosen)))


@SLOW
@given(data=st.data())
def test_every_report_stands_in_one_origin_and_derives_from_two_at_most(
    story: tuple[Reading, ...], data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(story), unique_by=lambda r: r.report_id))
    lineage = trace(Corpus(tuple(chosen)))
    members = [i for origin in lineage.origins for i in origin.report_ids]
    assert sorted(members) == sorted(r.report_id for r in chosen)
    assert len({(row.report_id, row.source) for row in lineage.kin}) == len(lineage.kin)
    assert max(Counter(row.report_id for row in lineage.kin).values(), default=0) <= 2
    assert all(row.report_id != row.source and 0 <= row.score <= 1 for row in lineage.kin)


@SLOW
@given(st.lists(st.text(max_size=80), max_size=6))
def test_no_text_breaks_it(texts: list[str]) -> None:
    readings = tuple(
        Reading(f"r{n}", text, spans=(Span(0, len(text), SpanKind.BODY),) if text else ())
        for n, text in enumerate(texts)
    )
    once = trace(Corpus(readings))
    assert once == trace(Corpus(readings))
    assert sum(len(origin.report_ids) for origin in once.origins) == len(texts)


def test_alterations_stand_in_their_reports(corpus: Corpus) -> None:
    raw = {r.report_id: r.raw for r in corpus.readings}
    for row in trace(corpus).alterations:
        assert row.sentence in raw[row.report_id]
        assert row.original_sentence in raw[row.source]
