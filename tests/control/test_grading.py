"""The Admiralty code."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from fogline.control import grade_events, hold, judged
from fogline.control.grading import CREDIBILITY, SUCCESSES, account, grade, own_side
from fogline.control.reliability import RELIABILITY, Letters
from fogline.control.sides import weigh
from fogline.control.trust import outlet_key
from fogline.events import gather
from fogline.records import Origin, Verdict
from fogline.records.sources import Sources
from tests.control.cases import claim, corpus, days, name
from tests.control.judging import judge
from tests.control.strategies import corpora

WE, THEY, NURSE = "green", "brown", "nurse"


def graded(supports, opposes=(), origins=()):
    record = corpus(*supports, *opposes, origins=origins)
    return str(grade(supports, opposes, name("green"), Sources.of(record)))


def told(says, report, status="asserted"):
    return claim("capture", "green", says=says, report=report, status=status, when=days(5))


@pytest.mark.parametrize(
    ("supports", "expected"),
    [
        ([told(NURSE, "r1"), told(None, "r2")], "F1"),
        ([told(THEY, "r1"), told(NURSE, "r2")], "F1"),
        ([told(WE, "r1"), told(None, "r2")], "F2"),
        ([told("ministry", "r1"), told(WE, "r2")], "F3"),
        ([told(NURSE, "r1"), told(NURSE, "r2")], "F3"),
        ([told(None, "r1")], "F3"),
        ([told(WE, "r1")], "F3"),
    ],
)
def test_credibility_counts_independent_words_and_not_a_partys_own(supports, expected):
    assert graded(supports) == expected


def test_copies_of_one_origin_raise_no_grade():
    copies = [told(None, "r1"), told(None, "r2"), told(None, "r3")]
    assert graded(copies, origins=[("r1", "r2", "r3")]) == "F3"


def test_what_is_contradicted_is_doubtful_and_improbable_where_more_speak_against_it():
    against = [told(THEY, "r3", "denied"), told(NURSE, "r4", "denied")]
    assert graded([told(None, "r1"), told("monitor", "r2")], against[:1]) == "F4"
    assert graded([told(None, "r1")], against) == "F5"


def test_an_unknown_holder_cannot_be_judged():
    (holding,) = hold(corpus(claim("withdraw", "green", when=days(5))))
    assert str(holding.grade) == "F6"


PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "grading.md").read_text(encoding="utf-8")


def rows_of(page, columns):
    """The rows of the page's tables that have so many columns, without heads and rules."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line[:1] == "|"]
    return [row for row in rows if len(row) == columns and row[0] in {*"ABCDEF", *"123456"}]


def test_the_page_has_the_tables_that_the_program_has():
    assert {int(digit): (words, rule) for digit, words, rule in rows_of(PAGE, 3)} == dict(CREDIBILITY)
    assert dict(rows_of(PAGE, 2)) == dict(RELIABILITY)
    assert all(f"`{kind}`" in PAGE for kind in SUCCESSES)


def test_a_word_that_the_party_shares_with_another_source_is_not_its_own():
    assert graded([told("green monitor", "r1"), told(None, "r2")]) == "F1"


def told_of(record, kind):
    (event,) = [e for e in grade_events(gather(record), record) if e.type == kind]
    return str(event.grade)


@pytest.mark.parametrize(
    ("kind", "speakers", "expected"),
    [
        ("capture", [WE], "F3"),
        ("capture", [WE, NURSE], "F2"),
        ("capture", [THEY, NURSE], "F1"),
        ("withdraw", [WE], "F3"),  # an admission: against its own interest, yet one word
        ("withdraw", [WE, NURSE], "F1"),  # and confirmed by another as anybody's word is
        ("harm", [WE, NURSE], "F2"),
        ("close", [WE, NURSE], "F1"),  # no success: its own act, told by itself
        ("clash", [THEY, NURSE], "F2"),  # both sides of a clash speak of themselves
    ],
)
def test_an_event_is_graded_by_who_speaks_of_a_success_of_its_own(kind, speakers, expected):
    claims = [
        claim(kind, "green", "brown", when=days(5), says=says, report=f"r{n}")
        if kind != "withdraw"
        else claim(kind, "green", when=days(5), says=says, report=f"r{n}")
        for n, says in enumerate(speakers)
    ]
    assert told_of(corpus(*claims), kind) == expected


def test_what_is_denied_or_only_planned_is_graded_so():
    done, planned = told(NURSE, "r1"), told(NURSE, "r1", "planned")
    assert told_of(corpus(done, told(THEY, "r2", "denied")), "capture") == "F4"
    assert told_of(corpus(planned), "capture") == "F6"


def lettered(record, *given):
    made = [judge(Verdict.RELIABILITY, key, value=letter, after_s=n) for n, (key, letter) in enumerate(given)]
    (holding,) = [h for h in hold(judged(record, made)) if h.holder and h.first == days(5).first]
    return holding.grade.reliability


def test_the_letter_is_that_of_the_best_independent_source_that_was_judged():
    record = corpus(told(NURSE, "r1"), told("watch", "r2"), told(WE, "r3"))
    assert lettered(record) == "F"
    assert lettered(record, (NURSE, "D"), ("watch", "B")) == "B"
    assert lettered(record, (NURSE, "D"), (WE, "A")) == "D"
    assert lettered(record, (NURSE, "D"), (NURSE, "F")) == "F"


def test_where_only_the_party_speaks_its_own_letter_is_taken():
    assert lettered(corpus(told(WE, "r3")), (WE, "D")) == "D"


def test_spokesmen_have_the_letter_of_their_side_unless_they_have_their_own():
    record = corpus(claim("capture", "brown", when=days(5), says="ministry"))
    assert lettered(record, ("green", "C")) == "C"
    assert lettered(record, ("green", "C"), ("ministry", "E")) == "E"


def test_a_report_in_its_own_voice_has_the_letter_of_its_agency_else_of_its_outlet():
    record = corpus(told(None, "r1"))
    assert lettered(record, (outlet_key("Outlet r1"), "C")) == "C"
    wired = replace(record, origins=(Origin(("r1",), "The Wire"),))
    assert lettered(wired, (outlet_key("Outlet r1"), "C"), (outlet_key("the wire"), "B")) == "B"


def test_who_is_distrusted_gives_no_letter():
    record = corpus(told("monitor watch", "r1"))
    made = [judge(Verdict.RELIABILITY, "watch", value="A"), judge(Verdict.DISTRUST, "watch", value="source")]
    (holding,) = hold(judged(record, made))
    assert str(holding.grade) == "F3"


@given(corpora())
def test_a_grade_can_be_accounted_for_from_what_the_holding_lists(record):
    sources, letters = weigh(record), Letters.of(record)
    claims = {c.claim_id: c for c in record.claims()}
    for holding in hold(record):
        uncounted = {*holding.guessed, *holding.fights}
        assert uncounted <= {*holding.supports, *holding.opposes}
        listed = [[claims[i] for i in ids if i not in uncounted] for ids in (holding.supports, holding.opposes)]
        own = own_side(holding.holder, sources)
        found = account(*listed, own, sources, letters, known=holding.holder is not None)
        assert found.grade == holding.grade
        assert all(set(sources.cited(c)) <= own for c in found.own_words)
