"""From chances to claims: which names are taken, what is told twice, and how sure it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.claims.candidates import casts
from fogline.claims.decide import chosen, confidence, decide, on_the_way, role_chance
from fogline.claims.reader import Settings, Told
from fogline.records import ClaimType, Status
from tests.claims.reports import scene, told

SETTINGS = Settings(
    dict.fromkeys(ClaimType, 0.4),
    dict.fromkeys(ClaimType, 0.2),
    role=0.3,
    asked=0.1,
    further=0.6,
    confidence=(1.0, 0.5, 0.5, -0.2),
)
CHANCES = st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 1))


def test_the_best_name_is_taken_and_others_only_when_likely_by_themselves() -> None:
    assert chosen({"a": 0.5, "b": 0.4}, 0.3, SETTINGS) == ["a"]
    assert chosen({"a": 0.9, "b": 0.7, "c": 0.2}, 0.3, SETTINGS) == ["a", "b"]
    assert chosen({"a": 0.2}, 0.3, SETTINGS) == []


@given(CHANCES)
def test_what_is_chosen_does_not_hang_on_the_order_of_names(chances: dict[str, float]) -> None:
    assert chosen(chances, 0.3, SETTINGS) == chosen(dict(reversed(chances.items())), 0.3, SETTINGS)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_confidence_is_a_chance_and_grows_with_that_of_the_act(act: float, actor: float, place: float) -> None:
    sure = confidence(SETTINGS, act, actor, place)
    assert 0 < sure < 1
    assert confidence(SETTINGS, min(1.0, act + 0.1), actor, place) >= sure


@given(CHANCES)
def test_an_open_role_is_as_sure_as_its_best_name_is_unlikely(chances: dict[str, float]) -> None:
    assert role_chance(chances, []) == 1 - max(chances.values(), default=0.0)


def test_two_places_make_two_claims_and_the_same_told_twice_makes_one() -> None:
    told = scene("Rebels captured Homs and Hama and seized Homs.")
    took, seized = (next(t for t in told.doc if t.text == word) for word in ("captured", "seized"))
    acts = [
        Told(took, ClaimType.CAPTURE, 0.9, Status.ASSERTED, {"rebels": 0.9}, {}, {"Homs": 0.9, "Hama": 0.8}),
        Told(seized, ClaimType.CAPTURE, 0.8, Status.ASSERTED, {"rebels": 0.9}, {}, {"Homs": 0.9}),
    ]
    names = {c.text for cast in casts(told) for c in cast.here}
    acts = [a for a in acts if set(a.actor) <= names]
    found = decide(acts, list(casts(told)), [], SETTINGS)
    places = [p.place.text for made in found.values() for p in made if p.place]
    assert sorted(places) == ["Hama", "Homs"]


@pytest.mark.parametrize(
    ("kind", "who", "where"),
    [(ClaimType.ADVANCE, ("rebels",), None), (ClaimType.HARM, (), None), (ClaimType.CAPTURE, (), "Homs")],
)
def test_a_role_that_an_act_is_never_without_goes_to_the_likeliest_name_sooner(
    kind: ClaimType, who: tuple[str, ...], where: str | None
) -> None:
    told = scene("Rebels left Homs.")
    act = Told(told.doc[1], kind, 0.9, Status.ASSERTED, {"rebels": 0.2}, {}, {"Homs": 0.2})
    (made,) = decide([act], list(casts(told)), [], SETTINGS).values()
    (one,) = made
    assert tuple(n.text for n in one.actors) == who
    assert (one.place.text if one.place else None) == where


def test_a_place_that_is_excepted_is_not_meant() -> None:
    told = scene("Rebels shut every crossing but Homs.")
    act = Told(told.doc[1], ClaimType.CLOSE, 0.9, Status.ASSERTED, {}, {}, {"Homs": 0.9, "Hama": 0.8})
    assert on_the_way(act, {0: {"Homs": frozenset({"but"}), "Hama": frozenset({"in"})}}) == {"Hama": 0.8}


def test_nobody_closes_himself() -> None:
    told = scene("Syria closed Syria and Homs.")
    act = Told(told.doc[1], ClaimType.CLOSE, 0.9, Status.ASSERTED, {"Syria": 0.9}, {}, {"Syria": 0.9, "Homs": 0.8})
    (made,) = decide([act], list(casts(told)), [], SETTINGS).values()
    assert [p.place.text for p in made if p.place] == ["Homs"]


def test_whoever_is_united_has_a_tie_of_his_own() -> None:
    raw = "Joint Command unites the National Liberation Front, Jaysh al-Izza and Faylaq al-Sham."
    members = {line.actor for line in told(raw) if line.type == "form" and line.target == "Joint Command"}
    assert members == {"National Liberation Front", "Jaysh al-Izza", "Faylaq al-Sham"}
