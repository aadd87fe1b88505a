"""Claims are grounded: names to places and actors, date expressions to periods."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.ground import Ground, as_named, period_of, resolve_periods
from fogline.records import (
    Anchor,
    Basis,
    Claim,
    ClaimType,
    DateExpression,
    Period,
    Place,
    Reading,
    Refusal,
    ReportDay,
    Stance,
    Status,
    Tense,
)
from tests.claims.reports import TEXTS, named, naming, read, report

FRIDAY = date(2024, 5, 10)
WHERE = Anchor("r", 0, 1, "x")


def ground() -> Ground:
    return Ground(naming().gazetteer, naming().roster)


def grounded(raw: str, day: date | None = FRIDAY) -> Reading:
    known = ReportDay(day, Basis.STATED, "given") if day else None
    return ground()(replace(read(raw), published=known))


def test_the_names_of_a_claim_get_their_keys() -> None:
    found = grounded("The Syrian army withdrew from Hama, Reuters reported.")
    (claim,) = found.claims
    places = {p.place_id: p for p in found.places}
    actors = {a.actor_id: a for a in found.actors}
    assert (places[claim.place.key].country, places[claim.place.key].name) == ("SY", "Hama")
    assert [actors[n.key].actor_id for n in claim.actors] == ["military:SY"]
    assert claim.attribution.via is not None
    assert claim.attribution.via.key == "agency:reuters"
    assert claim.attribution.stance is Stance.SAY


def test_grounding_does_not_change_what_the_report_says() -> None:
    raw = "The Syrian army withdrew from Hama on Thursday. Rebels captured Homs and Idlib."
    assert [c.claim_id for c in grounded(raw).claims] == [c.claim_id for c in read(raw).claims]


def test_a_site_lies_in_the_town_that_is_meant_and_keeps_its_words() -> None:
    found = grounded("Rebels captured Homs. They also took the hospital and the city's bazaar.")
    sites = [c.place for c in found.claims if c.place is not None and c.place.text != "Homs"]
    assert {s.text for s in sites} == {"hospital", "bazaar"}
    homs = next(p for p in grounded("Rebels captured Homs.").places)
    assert {p.within for p in found.places if p.place_id in {s.key for s in sites}} == {homs.place_id}


def test_an_unknown_place_is_unknown_and_not_a_point() -> None:
    (place,) = grounded("Rebels captured the town of Zarnuqabol.").places
    assert place.place_id.startswith("place:?")
    assert (place.lat, place.lon) == (None, None)


def test_only_places_that_a_claim_names_are_given() -> None:
    found = grounded("Rebels captured Hama. It rained in Aleppo.")
    assert [p.name for p in found.places] == ["Hama"]


def test_one_place_of_two_names_is_given_once_under_the_commoner() -> None:
    raw = "Kyiv Kiev Kyiv"
    place = Place("place:kyiv", "Kyiv")
    found = as_named({"Kyiv": place, "Kiev": place}, named(f"{raw} were in Kyiv."))
    assert [(p.place_id, p.name) for p in found] == [("place:kyiv", "Kyiv")]


@pytest.mark.parametrize(
    ("raw", "first", "basis"),
    [
        ("Rebels captured Hama yesterday.", date(2024, 5, 9), None),
        ("Rebels captured Hama.", FRIDAY, Basis.PUBLISHED),
        ("Rebels captured Hama on 2 May 2024, it said.", date(2024, 5, 2), None),
    ],
)
def test_when_it_was(raw: str, first: date, basis: Basis | None) -> None:
    (claim,) = grounded(raw).claims
    assert (claim.period.first, claim.period.last) == (first, first)
    assert basis is None or claim.period.basis is basis


def test_without_a_day_of_the_report_nothing_is_guessed() -> None:
    found = grounded("Rebels captured Hama.", day=None)
    assert found.day is None
    assert [c.period for c in found.claims] == [None]


def claim(kind: ClaimType = ClaimType.CAPTURE, **fields) -> Claim:
    return Claim(WHERE, WHERE, kind, **fields)


@pytest.mark.parametrize("kind", [ClaimType.LINK, ClaimType.FORM, ClaimType.SUPPORT, ClaimType.DESIGNATE])
def test_a_lasting_tie_is_not_of_the_reports_day(kind: ClaimType) -> None:
    assert period_of(claim(kind), FRIDAY) is None


@pytest.mark.parametrize("status", [Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL])
def test_what_has_not_happened_is_not_of_the_reports_day(status: Status) -> None:
    assert period_of(claim(status=status), FRIDAY) is None
    assert period_of(claim(status=Status.DENIED), FRIDAY) is not None


@pytest.mark.parametrize(
    ("words", "kind", "first", "last"),
    [
        ("on Tuesday … a day after", ClaimType.CAPTURE, date(2024, 5, 6), date(2024, 5, 6)),
        ("on 2 May … two days later", ClaimType.CAPTURE, date(2024, 5, 4), date(2024, 5, 4)),
        ("In 2016 … that December", ClaimType.CAPTURE, date(2016, 12, 1), date(2016, 12, 31)),
        ("a day after", ClaimType.CAPTURE, date(2024, 5, 9), date(2024, 5, 9)),
        ("since … on Wednesday", ClaimType.CLASH, date(2024, 5, 8), FRIDAY),
        ("since Wednesday", ClaimType.CAPTURE, date(2024, 5, 8), date(2024, 5, 8)),
        ("since April", ClaimType.CAPTURE, date(2024, 4, 1), date(2024, 4, 30)),
        ("since Wednesday", ClaimType.CLOSE, date(2024, 5, 8), FRIDAY),
        ("on June 20", ClaimType.CAPTURE, date(2023, 6, 20), date(2023, 6, 20)),
    ],
)
def test_the_days_of_an_expression(words: str, kind: ClaimType, first: date, last: date) -> None:
    period = period_of(claim(kind, when=DateExpression(words)), FRIDAY)
    assert period == Period(first, last, Basis.STATED)


def test_a_long_period_is_told_where_it_is_stated_and_not_where_it_is_inferred() -> None:
    assert period_of(claim(when=DateExpression("in 2016")), FRIDAY) is not None
    assert period_of(claim(when=DateExpression("in 2016", basis=Basis.INFERRED)), FRIDAY) is None


@pytest.mark.parametrize("words", ["would fall", "has killed", "strongholds", "two days later", "to march"])
def test_words_that_tell_no_day_give_no_period(words: str) -> None:
    assert period_of(claim(when=DateExpression(words)), FRIDAY) is None


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_periods_follow_the_reports_day(day: date) -> None:
    told = claim(when=DateExpression("yesterday", Tense.PAST))
    before = replace(report("x"), claims=(told,), day=ReportDay(FRIDAY, Basis.STATED, "given"))
    later = resolve_periods(replace(resolve_periods(before), day=ReportDay(day, Basis.INFERRED, "kin")))
    assert (day - later.claims[0].period.first).days == 1
    assert replace(later.claims[0], period=None) == told


def test_a_refused_or_unread_reading_is_left_as_it_is() -> None:
    refused = Reading("r", "", refusal=Refusal("text", "no body text"))
    assert ground()(refused) is refused
    unread = Reading("r", "x")
    assert ground()(unread) is unread
    assert resolve_periods(unread) is unread


@settings(max_examples=25)
@given(TEXTS)
def test_on_any_words_every_actor_and_place_is_there_and_ids_stay(raw: str) -> None:
    found = grounded(raw)
    actors = {a.actor_id for a in found.actors}
    places = {p.place_id for p in found.places}
    for claim in found.claims:
        ends = claim.targets if claim.type is ClaimType.LINK else ()
        targets = () if ends else claim.targets
        assert {n.key for n in (*claim.actors, *targets, *claim.attribution.speakers)} <= actors
        assert {n.key for n in (*((claim.place,) if claim.place else ()), *ends)} <= places
    for made, as_read in zip(found.claims, read(raw).claims, strict=True):
        told = (len(made.actors), len(made.targets)) == (len(as_read.actors), len(as_read.targets))
        assert (made.claim_id == as_read.claim_id) is told  # what a claim says no more, its id does not
    assert [c.claim_id for c in ground()(found).claims] == [c.claim_id for c in found.claims]
    assert [p.place_id for p in found.places] == sorted(places)


def test_what_has_happened_since_a_day_may_be_of_any_day_since() -> None:
    told = claim(ClaimType.CAPTURE)
    at_once = replace(told, when=DateExpression("since Monday", Tense.PAST))
    ever_since = replace(told, when=DateExpression("since … Monday", Tense.PRESENT))
    monday = FRIDAY - timedelta(days=4)
    assert period_of(at_once, FRIDAY) == Period(monday, monday)
    assert period_of(ever_since, FRIDAY) == Period(monday, FRIDAY)


def test_a_claim_without_a_side_that_it_told_is_another_claim() -> None:
    raw = "Syrian captured rebel Homs the rebels"
    found, as_read = grounded(raw).claims, read(raw).claims
    assert [c.targets for c in found] == [()]
    assert [c.claim_id for c in found] == [replace(c, targets=()).claim_id for c in as_read]
