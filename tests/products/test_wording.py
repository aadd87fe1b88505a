"""Words of claims: articles, prepositions, days, figures, sources."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.products.wording import (
    attribution,
    capital,
    day_words,
    enumerated,
    named_sources,
    period_words,
    statement,
    where,
    with_article,
)
from fogline.records import Basis, ClaimType, Name, Period, Status
from tests.products.cases import COPIED, MAYBE, NOT_LEFT, OFFICER, ROUTE, SHELLED, SHELLED_TOO, TAKEN

LABELS = {"alpha": "Harbour Post", "beta": "report 2", "gamma": "report 10"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Health Ministry", "the Health Ministry"),
        ("Ministry of Oil", "the Ministry of Oil"),
        ("Iraq's Ministry of Oil", "Iraq's Ministry of Oil"),
        ("the Health Ministry", "the Health Ministry"),
        ("Peshmerga", "Peshmerga"),
        ("two officials of the Oil Ministry", "two officials of the Oil Ministry"),
        ("UN", "the UN"),
        ("coast road", "the coast road"),
        ("", ""),
        ("officer in Amadiya", "an officer in Amadiya"),
        ("Kurdish official", "a Kurdish official"),
        ("UN refugee agency", "a UN refugee agency"),
        ("SDF commander", "an SDF commander"),
        ("BBC reporter", "a BBC reporter"),
        ("residents of Sinjar", "residents of Sinjar"),
        ("gunmen", "gunmen"),
        ("militias backed by Iran", "militias backed by Iran"),
        ("local armed men", "local armed men"),
        ("militia loyal to a cleric", "the militia loyal to a cleric"),
        ("defence ministry", "the defence ministry"),
        ("Iraqi army", "the Iraqi army"),
        ("Rebels", "the rebels"),
        ("The United Nations", "the United Nations"),
        ("World Food Programme", "the World Food Programme"),
        ("Observatory", "the Observatory"),
        ("State television", "State television"),
    ],
)
def test_names_take_the_article_that_they_need(name, told):
    assert with_article(name) == told


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("Ramadi", "in Ramadi"),
        ("Rabia crossing", "at the Rabia crossing"),
        ("coast road", "on the coast road"),
        ("north", "in the north"),
        ("villages near Sinjar", "in villages near Sinjar"),
    ],
)
def test_places_stand_behind_their_preposition(place, told):
    assert where(place) == told


@given(st.text())
def test_any_name_can_be_told(name):
    assert with_article(name).lower().endswith(name.lower().removeprefix("the "))
    assert len(with_article(name)) <= len(name) + len("the ")
    assert name in where(name)
    assert capital(name).lower() == name.lower() or not name.isascii()


@pytest.mark.parametrize(
    ("parts", "told"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_rows_of_words(parts, told):
    assert enumerated(parts) == told


def test_days_are_told_with_their_basis():
    first, last = date(2014, 6, 9), date(2014, 6, 12)
    assert day_words(first) == "9 June 2014"
    assert period_words(None) == ""
    assert period_words(Period(first, first)) == "on 9 June 2014"
    assert period_words(Period(first, last)) == "between 9 June and 12 June 2014"
    assert period_words(Period(date(2013, 12, 30), first)) == "between 30 December 2013 and 9 June 2014"
    assert period_words(Period(first, first, Basis.PUBLISHED)) == "(reported on 9 June 2014)"


@pytest.mark.parametrize("act", ["\x85", " ", "-", "?!"])
def test_an_act_without_a_letter_can_be_told(act):
    bare = replace(TAKEN, actors=(), targets=(), place=None, act=replace(TAKEN.act, quote=act))
    for kind in ClaimType:
        for status in Status:
            assert statement(replace(bare, type=kind, status=status))


def test_the_sense_of_a_claim_is_always_told():
    assert statement(TAKEN) == "Peshmerga took Kirkuk from the army"
    assert statement(NOT_LEFT) == "the army denied a withdrawal from Kirkuk"
    assert statement(replace(TAKEN, status=Status.PLANNED)).startswith("Planned: ")
    assert statement(replace(TAKEN, status=Status.CONDITIONAL)).startswith("As a condition (“if”): ")
    assert statement(MAYBE).startswith("As a possibility: ")


def test_sources_are_cited_and_own_voices_told_apart():
    assert attribution([TAKEN, COPIED], LABELS) == "according to the Health Ministry"
    assert attribution([SHELLED], LABELS) == "Harbour Post says"
    assert attribution([SHELLED, SHELLED_TOO, ROUTE], LABELS) == "Harbour Post and reports 2 and 10 say"
    assert attribution([TAKEN, SHELLED_TOO], LABELS) == "according to the Health Ministry; report 2 says so too"
    assert named_sources([TAKEN, SHELLED_TOO], LABELS) == "the Health Ministry; report 2"
    assert attribution([], LABELS) == ""


def test_the_medium_of_a_source_is_named():
    said = replace(MAYBE.attribution, speakers=(OFFICER,), via=Name("Gulf Agency"))
    told = attribution([replace(MAYBE, attribution=said)], LABELS)
    assert told == "according to an officer (through the Gulf Agency)"
