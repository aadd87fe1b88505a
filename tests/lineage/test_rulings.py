"""What a person decides of lineage holds, and nothing else moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.lineage import trace
from fogline.records import Basis, Corpus, Judgement, Lineage, Reading, Relation, Verdict, WitnessKind

from .conftest import Make

SLOW = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
NOON = datetime(2030, 3, 10, 12, tzinfo=UTC)
REPORTS = ["agency", "copy", "digest", "independent", "rewrite", "statement", "unrelated", "update"]
FOUND = ("agency", "copy", "digest", "rewrite")


def judge(verdict: Verdict, *subjects: str, value: str | None = None, after_s: int = 0) -> Judgement:
    return Judgement(verdict, subjects, value, "Ann", NOON + timedelta(seconds=after_s), "she was there")


def group_of(lineage: Lineage, report: str) -> tuple[str, ...]:
    (found,) = (origin.report_ids for origin in lineage.origins if report in origin.report_ids)
    return found


def kin(lineage: Lineage) -> dict[str, tuple[str, Relation]]:
    return {row.report_id: (row.source, row.relation) for row in lineage.kin}


def test_kin_that_a_person_names_join_the_origin(corpus: Corpus) -> None:
    lineage = trace(corpus, [judge(Verdict.KIN, "independent", "agency", value="rewrite")])
    assert kin(lineage)["independent"] == ("agency", Relation.REWRITE)
    assert group_of(lineage, "independent") == ("agency", "copy", "digest", "independent", "rewrite")
    (row,) = (row for row in lineage.kin if row.report_id == "independent")
    assert row.score == 1
    assert "Ann" in row.reasons[0]
    assert "she was there" in row.reasons[0]


def test_without_a_relation_the_words_decide_it(corpus: Corpus) -> None:
    undone = [judge(Verdict.NOT_KIN, "digest", "agency"), judge(Verdict.KIN, "digest", "agency", after_s=1)]
    assert kin(trace(corpus, undone))["digest"] == ("agency", Relation.SUMMARY)


def test_alterations_follow_a_judged_kinship(corpus: Corpus) -> None:
    before = {a.report_id for a in trace(corpus).alterations}
    after = trace(corpus, [judge(Verdict.NOT_KIN, "rewrite", "agency")])
    assert "rewrite" in before
    assert "rewrite" not in {a.report_id for a in after.alterations}


def test_reports_that_are_no_kin_count_as_two_origins(corpus: Corpus) -> None:
    lineage = trace(corpus, [judge(Verdict.NOT_KIN, "agency", "rewrite")])
    assert group_of(lineage, "rewrite") == ("rewrite",)
    assert group_of(lineage, "agency") == ("agency", "copy", "digest")
    assert "rewrite" not in kin(lineage)


def test_of_two_siblings_the_first_named_leaves(corpus: Corpus) -> None:
    lineage = trace(corpus, [judge(Verdict.NOT_KIN, "digest", "copy")])
    assert group_of(lineage, "digest") == ("digest",)
    assert group_of(lineage, "copy") == ("agency", "copy", "rewrite")


def test_what_derives_from_a_report_moves_with_it(corpus: Corpus) -> None:
    made = [
        judge(Verdict.KIN, "independent", "statement", value="rewrite"),
        judge(Verdict.KIN, "statement", "unrelated", value="rewrite", after_s=1),
    ]
    assert group_of(trace(corpus, made), "independent") == ("independent", "statement", "unrelated")
    apart = [*made, judge(Verdict.OWN_ORIGIN, "statement", after_s=2)]
    assert group_of(trace(corpus, apart), "independent") == ("independent", "statement")


def test_the_direction_can_be_turned_round(corpus: Corpus) -> None:
    lineage = trace(corpus, [judge(Verdict.KIN, "agency", "copy", value="edited copy")])
    assert kin(lineage)["agency"] == ("copy", Relation.EDITED_COPY)
    assert "copy" not in kin(lineage)
    assert group_of(lineage, "agency") == FOUND


def test_an_update_is_an_origin_of_its_own(corpus: Corpus) -> None:
    lineage = trace(corpus, [judge(Verdict.KIN, "digest", "agency", value="update")])
    assert kin(lineage)["digest"] == ("agency", Relation.UPDATE)
    assert group_of(lineage, "digest") == ("digest",)


def test_origins_are_joined_and_their_author_is_named(corpus: Corpus) -> None:
    lineage = trace(corpus, [judge(Verdict.ORIGIN, "statement", "unrelated", value="Radio Kostrad")])
    assert ("statement", "unrelated") in [o.report_ids for o in lineage.origins if o.agency == "Radio Kostrad"]


def test_a_judged_day_stands_and_others_are_inferred_from_it(corpus: Corpus) -> None:
    made = judge(Verdict.REDATE, "agency", value="2030-03-13")
    lineage = trace(corpus, [made])
    assert (lineage.days["agency"].day, lineage.days["agency"].basis) == (date(2030, 3, 13), Basis.JUDGED)
    assert lineage.days["agency"].ground == made.judgement_id
    assert lineage.days["copy"].day == date(2030, 3, 14)  # its "yesterday" is the agency's Wednesday
    assert {w.kind for w in lineage.witnesses if w.report_id == "agency"} >= {WitnessKind.JUDGEMENT}


def test_what_came_with_a_report_still_speaks_for_its_day(make: Make) -> None:
    given_day = make("r", "Boats crossed the Lenna.", date(2030, 3, 6))
    report = replace(given_day, published=given_day.day)
    found = trace(Corpus((report,)), [judge(Verdict.REDATE, "r", value="2030-03-08")]).witnesses
    assert {(w.kind, w.day.day) for w in found} == {(WitnessKind.JUDGEMENT, 8), (WitnessKind.DATA, 6)}


def test_the_later_judgement_wins(corpus: Corpus) -> None:
    apart, together = judge(Verdict.NOT_KIN, "copy", "agency"), judge(Verdict.KIN, "copy", "agency", after_s=1)
    assert group_of(trace(corpus, [together, apart]), "copy") == FOUND
    apart = judge(Verdict.NOT_KIN, "copy", "agency", after_s=2)
    assert group_of(trace(corpus, [together, apart]), "copy") == ("copy",)


def test_an_original_that_is_judged_to_derive_from_its_update_turns_the_update_round(corpus: Corpus) -> None:
    found = {(row.report_id, row.source) for row in trace(corpus).kin}
    assert ("update", "agency") in found
    turned = {(row.report_id, row.source) for row in trace(corpus, [judge(Verdict.KIN, "agency", "update")]).kin}
    assert ("agency", "update") in turned
    assert ("update", "agency") not in turned


def test_judgements_on_what_the_record_does_not_hold_change_nothing(corpus: Corpus) -> None:
    others = [
        judge(Verdict.KIN, "agency", "elsewhere"),
        judge(Verdict.NOT_KIN, "elsewhere", "copy"),
        judge(Verdict.MERGE, "event-1", "event-2"),
        judge(Verdict.REDATE, "elsewhere", value="2030-03-01"),
    ]
    assert trace(corpus, others) == trace(corpus)


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    """A few judgements of any kind that lineage knows."""
    made = []
    for at in range(draw(st.integers(1, 4))):
        two = draw(st.lists(st.sampled_from(REPORTS), min_size=2, max_size=2, unique=True))
        verdict = draw(st.sampled_from([Verdict.KIN, Verdict.NOT_KIN, Verdict.ORIGIN, Verdict.OWN_ORIGIN]))
        value = draw(st.sampled_from([None, *Relation])) if verdict is Verdict.KIN else None
        made.append(judge(verdict, *two, value=value, after_s=draw(st.integers(0, 3)) * 10 + at))
    return made


@SLOW
@given(data=st.data())
def test_any_judgements_leave_a_sound_lineage_in_any_order(story: tuple[Reading, ...], data: st.DataObject) -> None:
    made = data.draw(judgements())
    lineage = trace(Corpus(story), made)
    assert trace(Corpus(tuple(data.draw(st.permutations(story)))), data.draw(st.permutations(made))) == lineage
    assert sorted(r for origin in lineage.origins for r in origin.report_ids) == REPORTS
    assert len({row.report_id for row in lineage.kin}) == len(lineage.kin)
    sources = {row.report_id: row.source for row in lineage.kin}
    for start in sources:
        at, seen = start, set()
        while at in sources:
            assert at not in seen, "reports derive from one another in a ring"
            seen.add(at)
            at = sources[at]
    home = {r: origin.report_ids for origin in lineage.origins for r in origin.report_ids}
    for row in lineage.kin:
        if row.relation is not Relation.UPDATE and row.source in home:
            assert home[row.report_id] == home[row.source]


def test_the_latest_of_them_holds(story: tuple[Reading, ...]) -> None:
    for one in REPORTS:
        for other in REPORTS:
            if one != other:
                apart = trace(Corpus(story), [judge(Verdict.NOT_KIN, one, other)])
                assert group_of(apart, one) != group_of(apart, other)
