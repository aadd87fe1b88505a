"""Which date belongs to an act, and in which tense it is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.claims.proposition import Proposition
from fogline.claims.when import date_of, when_of
from fogline.records import Basis, ClaimType, DateExpression, Name, Status, Tense
from tests.claims.reports import TEXTS, scene


def when(raw: str, act: str, status: Status = Status.ASSERTED, place: str | None = None) -> DateExpression | None:
    """The date of the first word `act` of a report."""
    seen = scene(raw)
    word = next(t for t in seen.doc if t.text == act)
    return when_of(word, seen, status, Name(place) if place else None)


def words(raw: str, act: str, status: Status = Status.ASSERTED, place: str | None = None) -> str | None:
    found = when(raw, act, status, place)
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("raw", "act", "status", "text", "tense"),
    [
        ("Government forces captured Homs on Friday.", "captured", Status.ASSERTED, "on Friday", "past"),
        ("Ukrainian troops pulled out of Avdiivka overnight.", "pulled", Status.ASSERTED, "overnight", "past"),
        ("French troops left Mali in August.", "left", Status.ASSERTED, "in August", "past"),
        ("On Monday, rebels captured Hama.", "captured", Status.ASSERTED, "On Monday", "past"),
        ("The army will withdraw from Hama on Friday.", "withdraw", Status.PLANNED, "on Friday", "future"),
        ("Rebels plan to attack Aleppo on Friday.", "attack", Status.PLANNED, "on Friday", "future"),
        ("Envoys are to meet in Geneva on Tuesday.", "meet", Status.ASSERTED, "on Tuesday", "future"),
        ("The army has held Homs since May.", "held", Status.ASSERTED, "since May", "present"),
    ],
)
def test_the_date_of_an_act(raw: str, act: str, status: Status, text: str, tense: str) -> None:
    found = when(raw, act, status)
    assert found is not None
    assert (found.text, found.tense, found.basis) == (text, tense, Basis.STATED)


def test_without_a_date_there_is_none() -> None:
    assert when("Rebels captured Hama.", "captured") is None


def test_a_date_of_a_later_sentence_is_not_taken() -> None:
    assert when("Rebels captured Hama. It rained on Friday.", "captured") is None


def test_of_clauses_joined_to_one_the_later_follow_the_earlier() -> None:
    raw = "The rebels declared a truce for Monday, but attacked Hama on Friday and seized the town."
    assert words(raw, "seized") == "on Friday"
    assert words(raw, "attacked") == "on Friday"


def test_a_date_at_the_head_rules_what_is_joined_to_its_clause() -> None:
    raw = "On Monday rebels captured Hama and shelled Homs."
    assert words(raw, "captured") == words(raw, "shelled") == "On Monday"


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        ("Rebels hold Hama, which they captured in January.", "hold"),
        ("Rebels captured Hama, which the army had left on Friday.", "captured"),
        ("The men who had fled on Friday captured Hama.", "captured"),
        ("Rebels captured Hama, and on Friday the army shelled Homs.", "captured"),
    ],
)
def test_a_date_of_another_act_is_not_taken(raw: str, act: str) -> None:
    assert when(raw, act) is None


def test_a_date_that_a_clause_describes_is_that_clauses_own() -> None:
    raw = "No attack has been reported since September, when Bama was lost to the rebels."
    assert words(raw, "lost") == "September"


@pytest.mark.parametrize(
    ("raw", "act", "text"),
    [
        ("Hama fell on Tuesday, a day after rebels entered Homs.", "entered", "on Tuesday … a day after"),
        ("Rebels captured Hama on 5 May and took Homs two days later.", "took", "on 5 May … two days later"),
    ],
)
def test_what_counts_from_another_date_carries_it_along(raw: str, act: str, text: str) -> None:
    assert words(raw, act) == text


def test_a_narrative_stays_on_its_day_within_the_paragraph() -> None:
    told = "Rebels captured Hama on Tuesday. They shelled the town of Homs."
    found = when(told, "shelled")
    assert found is not None
    assert (found.text, found.basis) == ("on Tuesday", Basis.INFERRED)
    assert when(told.replace(". ", ".\n\n"), "shelled") is None
    assert when("Rebels captured Hama on Tuesday. They hold the town of Homs.", "hold") is None


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        ("The road would be cut by the rebels.", "cut"),
        ("If Gombi fell, the army left.", "fell"),
        ("The war has killed more than 10,000 people.", "killed"),
    ],
)
def test_words_that_tell_no_day_stand_in_place_of_a_date(raw: str, act: str) -> None:
    found = when(raw, act)
    assert found is not None
    assert found.text.endswith(act)


@pytest.mark.parametrize(
    ("kind", "text"),
    [(ClaimType.SUPPORT, None), (ClaimType.LINK, None), (ClaimType.DESIGNATE, "in May"), (ClaimType.ATTACK, "in May")],
)
def test_a_lasting_tie_has_no_date(kind: ClaimType, text: str | None) -> None:
    seen = scene("Turkey listed the group in May. The army armed the militia.")
    listed, armed = (next(t for t in seen.doc if t.text == word) for word in ("listed", "armed"))
    found = date_of(Proposition(listed, kind), seen, Status.ASSERTED)
    assert (found and found.text) == text
    assert date_of(Proposition(armed, ClaimType.DESIGNATE), seen, Status.ASSERTED) is None


def test_what_is_planned_without_a_date_has_none() -> None:
    assert when("The army will withdraw from Hama.", "withdraw", Status.PLANNED) is None


def test_each_place_of_a_list_has_the_date_beside_it() -> None:
    raw = "Homs was retaken on January 18 and Hama three days later."
    assert words(raw, "retaken", place="Homs") == "on January 18"
    assert words(raw, "retaken", place="Hama") == "on January 18 … three days later"


@settings(max_examples=25)
@given(TEXTS, st.sampled_from(Status))
def test_of_any_words_the_date_stands_in_the_report(raw: str, status: Status) -> None:
    seen = scene(raw)
    quotes = {m.anchor.quote for m in seen.dates}
    for word in seen.doc:
        found = when_of(word, seen, status)
        if found is not None and found.basis is Basis.INFERRED:
            assert any(quote in found.text for quote in quotes)


LAUNCHED = "The rebel offensive began on Monday. "


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        (LAUNCHED + "Rebels have captured Hama.", "captured"),
        (LAUNCHED + "By Friday, rebels had captured Hama.", "captured"),
        (LAUNCHED + "Rebels are now near Homs, after capturing Hama.", "capturing"),
        (LAUNCHED + "With the capture of Hama, rebels hold the north.", "capture"),
        ("The offensive began on Monday, during which rebels captured Hama.", "captured"),
        ("An offensive launched on Monday has shaken the army, leading to the capture of Hama.", "capture"),
    ],
)
def test_what_lies_in_the_course_of_an_offensive_is_since_it_began(raw: str, act: str) -> None:
    found = when(raw, act)
    assert found == DateExpression("since … on Monday", Tense.PRESENT, Basis.INFERRED)


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        (LAUNCHED + "The army said that rebels had captured Hama.", "captured"),
        (LAUNCHED.replace("on Monday", "in May") + "Rebels have captured Hama.", "captured"),
        (LAUNCHED.replace("on Monday", "on 4 May 2019") + "Rebels have captured Hama.", "captured"),
    ],
)
def test_what_is_reported_or_an_old_offensive_is_not(raw: str, act: str) -> None:
    found = when(raw, act)
    assert found is None or not found.text.startswith("since")


def test_since_then_counts_from_the_date_before() -> None:
    raw = "Rebels attacked Homs on Monday.\n\nSince then, they have captured Hama."
    assert when(raw, "captured") == DateExpression("on Monday … Since then", Tense.PRESENT)


def test_a_definite_act_is_the_one_told_before() -> None:
    raw = "The army withdrew from Hama on Friday.\n\nThe withdrawal came as rebels approached Homs."
    assert words(raw, "withdrawal") == words(raw, "approached") == "on Friday"
    assert words(raw.replace("The withdrawal", "A storm"), "approached") is None


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        ("Militias were weakened by regular airstrikes.", "airstrikes"),
        ("The army, which at one point sent troops to Hama, is weak.", "sent"),
        ("Tartus is hosting a naval base.", "hosting"),
        ("Rebels swept from their stronghold into Hama.", "stronghold"),
    ],
)
def test_where_no_day_is_in_mind_none_is_told(raw: str, act: str) -> None:
    assert words(raw, act) == act


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        ("Rebels captured Hama; on Friday, the army shelled Homs.", "captured"),
        ("Fighters of the front, allies since May, captured Hama.", "captured"),
        ("Not since May, when Homs fell, has the army felt a blow like the fall of Hama.", "Hama"),
    ],
)
def test_a_date_that_stands_with_other_words_is_not_taken(raw: str, act: str) -> None:
    assert words(raw, act) is None


def test_in_a_list_each_place_has_the_date_behind_it() -> None:
    raw = "The army holds both towns, Hama since January and Homs since Sunday."
    assert words(raw, "holds", place="Hama") == "since January"
    assert words(raw, "holds", place="Homs") == "since Sunday"


def test_hours_from_a_day_that_is_not_told_are_no_date() -> None:
    assert when("Rebels took Hama but were driven out hours later.", "driven") is None
    assert words("Rebels took Hama on Monday but were driven out hours later.", "driven") is not None


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        ("The army used to hold Hama.", "hold"),
        ("Hama, once held by the army, is quiet.", "held"),
        ("The formerly rebel-held town of Hama is quiet.", "held"),
    ],
)
def test_a_former_state_has_no_day(raw: str, act: str) -> None:
    assert words(raw, act) == act


@pytest.mark.parametrize(
    ("raw", "act", "day"),
    [
        ("It has been a week since the rebels took Hama.", "took", "a week ago"),
        ("Three days have passed since the army left Hama.", "left", "three days ago"),
    ],
)
def test_what_was_so_long_since_is_dated_by_that(raw: str, act: str, day: str) -> None:
    assert words(raw, act) == day


@pytest.mark.parametrize(
    ("raw", "act"),
    [
        ("Russian planes bombed Hama for the first time since May.", "bombed"),
        ("It was the first strike on Hama since May.", "strike"),
    ],
)
def test_the_first_since_may_was_not_since_may(raw: str, act: str) -> None:
    assert when(raw, act) is None


def test_what_goes_on_since_may_is() -> None:
    assert words("The army has shelled Hama since May.", "shelled") == "since May"
