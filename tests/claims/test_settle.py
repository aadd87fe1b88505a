"""Who an act without an actor is told of elsewhere in the report."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fogline.claims.settle import INFERRED, settle
from fogline.records import Anchor, Claim, ClaimType, DateExpression, Name, Status
from tests.claims.reports import told

REBELS, ARMY = (Name("rebels"),), (Name("army"),)


def claim(kind: str, place: str, actors: tuple[Name, ...] = (), *, at: int = 0, status: str = "asserted") -> Claim:
    anchor = Anchor("r", at, at + 10, "x" * 10)
    return Claim(anchor, anchor, ClaimType(kind), actors, (), Name(place), Status(status), confidence=0.8)


def test_the_actor_comes_from_the_same_act_at_the_same_place() -> None:
    nameless, _ = settle([claim("capture", "Hama"), claim("capture", "Hama", REBELS, at=20)])
    assert nameless.actors == REBELS
    assert nameless.confidence == INFERRED


def test_a_province_and_its_town_are_one_place_here() -> None:
    nameless, _ = settle([claim("capture", "Hama province"), claim("capture", "Hama", REBELS, at=20)])
    assert nameless.actors == REBELS


def test_a_withdrawal_is_that_of_the_sentence_before() -> None:
    _, nameless = settle([claim("withdraw", "Hama", ARMY), claim("withdraw", "Homs", at=20)])
    assert nameless.actors == ARMY


def test_other_acts_other_places_and_plans_lend_no_actor() -> None:
    others = [
        claim("capture", "Homs", REBELS, at=20),
        claim("attack", "Hama", REBELS, at=40),
        claim("capture", "Hama", REBELS, at=60, status="planned"),
    ]
    assert settle([claim("capture", "Hama"), *others])[0].actors == ()


def test_two_who_did_it_settle_nothing() -> None:
    rivals = [claim("capture", "Hama", REBELS, at=20), claim("capture", "Hama", ARMY, at=40)]
    assert settle([claim("capture", "Hama"), *rivals])[0].actors == ()


def test_nobody_takes_a_place_from_himself() -> None:
    robbed = replace(claim("capture", "Hama"), targets=REBELS)
    assert settle([robbed, claim("capture", "Hama", REBELS, at=20)])[0].actors == ()


def test_in_a_report() -> None:
    lines = told("Rebels captured Hama on Friday. The fall of Hama shocked the government.")
    assert [line.actor for line in lines if line.type == "capture"] == ["rebels", "rebels"]


def test_a_capture_of_another_day_has_its_own_taker() -> None:
    spring = replace(claim("capture", "Hama", REBELS), when=DateExpression("in May"))
    lately = replace(claim("capture", "Hama", (), at=40), when=DateExpression("on Thursday"))
    assert [c.actors for c in settle([spring, lately])] == [REBELS, ()]


drawn = st.builds(
    claim,
    st.sampled_from(["capture", "withdraw", "attack"]),
    st.sampled_from(["Hama", "Hama province", "Homs"]),
    st.sampled_from([(), REBELS, ARMY]),
    at=st.integers(0, 300),
    status=st.sampled_from(["asserted", "denied", "planned"]),
)


@given(st.lists(drawn, max_size=6))
def test_only_missing_actors_change_and_those_who_came_and_are_told_to_have_left(given_claims: list[Claim]) -> None:
    settled = settle(given_claims)
    assert len(settled) == len(given_claims)
    for before, after in zip(given_claims, settled, strict=True):
        assert replace(after, actors=before.actors, confidence=before.confidence) == before
        may = not before.actors or before.type is ClaimType.WITHDRAW
        assert after == before or (may and after.confidence <= INFERRED)


def attack(quote: str, act: str, place: str | None, actors: tuple[Name, ...] = (), *, at: int = 0) -> Claim:
    start = at + quote.index(act)
    anchor, word = Anchor("r", at, at + len(quote), quote), Anchor("r", start, start + len(act), act)
    return Claim(anchor, word, ClaimType.ATTACK, actors, (), Name(place) if place else None, Status.ASSERTED)


def test_an_attack_that_is_told_as_known_is_that_of_the_sentence_before() -> None:
    first = attack("The army shelled Hama.", "shelled", "Hama", ARMY)
    for quote, place, actors in [
        ("The shelling killed ten.", None, ARMY),
        ("The heavy shelling went on.", "Hama", ARMY),
        ("The shelling of Homs went on.", "Homs", ()),
        ("Ten died in shelling.", None, ()),
    ]:
        _, told = settle([first, attack(quote, "shelling", place, at=30)])
        assert told.actors == actors


def test_an_attack_far_away_lends_no_actor() -> None:
    first = attack("The army shelled Hama.", "shelled", "Hama", ARMY)
    _, told = settle([first, attack("The shelling killed ten.", "shelling", None, at=400)])
    assert told.actors == ()


def test_an_attack_of_another_kind_lends_no_actor() -> None:
    first = replace(attack("The army's jets struck Hama.", "struck", "Hama", ARMY), mode="air")
    _, told = settle([first, attack("Ten have died since the attack began.", "attack", None, at=60)])
    assert told.actors == ()


def test_who_came_in_is_not_who_left() -> None:
    entered, gone = claim("advance", "Hama", REBELS), claim("withdraw", "Hama", ARMY, at=20)
    quote = "They left Hama by night"
    act = Anchor("r", 45, 49, "left")
    told = replace(claim("withdraw", "Hama", REBELS), anchor=Anchor("r", 40, 40 + len(quote), quote), act=act)
    assert settle([entered, gone, told])[2].actors == ARMY
    assert settle([gone, told])[1].actors == REBELS  # nobody says that they came
    assert settle([entered, told])[1].actors == REBELS  # nor that others left
    later = replace(told, when=DateExpression("in June"))
    assert settle([entered, gone, later])[2].actors == REBELS  # who came in may leave on another day
    named = replace(told, anchor=Anchor("r", 40, 59, "The rebels left Hama"))
    assert settle([entered, gone, named])[2].actors == REBELS


def falling(kind: str, place: str, said: str, *, at: int) -> Claim:
    """A claim whose act stands behind what is said."""
    anchor = Anchor("r", at, at + len(said) + 4, f"{said}fell")
    act = Anchor("r", at + len(said), at + len(said) + 4, "fell")
    return replace(claim(kind, place), anchor=anchor, act=act)


def test_a_place_falls_to_who_attacked_it_just_before() -> None:
    for said in ("It ", "The camp ", "On Monday it finally "):
        _, nameless = settle([claim("attack", "Hama", REBELS), falling("capture", "Hama", said, at=20)])
        assert (nameless.actors, nameless.confidence) == (REBELS, INFERRED)


def test_not_to_one_of_two_nor_of_an_attack_elsewhere() -> None:
    fell = falling("capture", "Hama", "It ", at=20)
    both = [claim("attack", "Hama", REBELS), claim("attack", "Hama", ARMY)]
    assert settle([*both, fell])[-1].actors == ()
    assert settle([claim("attack", "Homs", REBELS), fell])[-1].actors == ()
    assert settle([claim("attack", "Hama", REBELS), falling("capture", "Hama", "It ", at=400)])[-1].actors == ()
    assert settle([claim("attack", "Hama", REBELS), falling("capture", "Hama", "Hama ", at=20)])[-1].actors == ()


def test_a_base_is_left_by_those_who_were_there_just_before() -> None:
    _, nameless = settle([claim("hold", "Hama", ARMY), falling("withdraw", "Hama", "The base was ", at=20)])
    assert nameless.actors == ARMY
