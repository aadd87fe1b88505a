"""What no reader of a sentence would give its claims is taken away again."""

from __future__ import annotations

from fogline.claims.unsaid import without_unsaid
from fogline.records import Anchor, Attribution, Claim, ClaimType, DateExpression, Name, Quantity, Stance, Status


def claim(sentence: str, act: str, kind: str, **fields: object) -> Claim:
    """A claim whose sentence and act are these."""
    at = sentence.index(act)
    whole, words = Anchor("r", 0, len(sentence), sentence), Anchor("r", at, at + len(act), act)
    return Claim(whole, words, ClaimType(kind), **fields)  # type: ignore[arg-type]


def left(*claims: Claim) -> list[Claim]:
    return list(without_unsaid(claims))


def test_who_boards_an_aircraft_attacks_nobody() -> None:
    assert left(claim("The minister boarded an aircraft at Karsin.", "boarded", "attack")) == []
    assert len(left(claim("Marines boarded a tanker off Karsin.", "boarded", "attack"))) == 1


def test_a_sum_of_a_war_is_of_no_place_that_its_sentence_does_not_name() -> None:
    sum_of = {
        "place": Name("Karsin"),
        "quantities": (Quantity(900, 900, "person"),),
        "when": DateExpression("between Monday and Friday"),
    }
    told = "900 people were displaced between Monday and Friday."
    assert [c.place for c in left(claim(told, "displaced", "harm", **sum_of))] == [None]
    named = "900 people were displaced in Karsin between Monday and Friday."
    assert [c.place for c in left(claim(named, "displaced", "harm", **sum_of))] == [Name("Karsin")]
    there = "900 people were killed in the city between Monday and Friday."
    assert [c.place for c in left(claim(there, "killed", "harm", **sum_of))] == [Name("Karsin")]


def test_what_a_speaker_denied_is_denied() -> None:
    deny = Attribution((Name("spokesman"),), stance=Stance.DENY)
    said = claim("A spokesman denied that people had been killed.", "killed", "harm", attribution=deny)
    assert [c.status for c in left(said)] == [Status.DENIED]
    own = claim("He denied that they had lost: they had moved out.", "moved", "withdraw", attribution=deny)
    assert [c.status for c in left(own)] == [Status.ASSERTED]


def test_what_is_left_open_is_not_closed() -> None:
    for told in ("Norland shut every crossing but Karsin.", "Norland shut the border, leaving only Karsin open."):
        assert [c.place for c in left(claim(told, "shut", "close", place=Name("Karsin")))] == [None]
    told = "Norland shut Karsin, but left the road open."
    assert [c.place for c in left(claim(told, "shut", "close", place=Name("Karsin")))] == [Name("Karsin")]


def test_an_attack_on_an_embassy_is_none_on_its_state() -> None:
    embassies = "Crowds attacked the embassies of Norland and Dorland."
    given = left(claim(embassies, "attacked", "attack", targets=(Name("Dorland", "country:DL"),)))
    assert [c.targets for c in given] == [(Name("embassy of Dorland", "embassy:DL"),)]
    state = "Dorland's embassy says that Norland attacked Dorland."
    given = left(claim(state, "attacked", "attack", targets=(Name("Dorland", "country:DL"),)))
    assert [c.targets for c in given] == [(Name("Dorland", "country:DL"),)]


def test_who_is_named_for_something_else_does_not_fight() -> None:
    norland = (Name("Norland", "country:NL"),)
    other = "Norland has closed its side, and fighting was reported in Karsin."
    assert [c.actors for c in left(claim(other, "fighting", "clash", actors=norland))] == [()]
    own = "Norland has closed its side, and its Norland army fighting was reported in Karsin."
    assert [c.actors for c in left(claim(own, "fighting", "clash", actors=norland))] == [norland]


def test_where_a_place_changed_hands_only_who_is_named_took_it() -> None:
    rebels = {"actors": (Name("Norland rebels"),), "targets": (Name("army"),)}
    for told in ("Karsin changed hands as well.", "Karsin changed hands as the army left."):
        (given,) = left(claim(told, "changed", "capture", **rebels))
        assert given.actors == ()
        assert given.targets == ((Name("army"),) if "army" in told else ())


def test_what_falls_or_flies_does_nothing_by_itself() -> None:
    shells = claim("Shells hit the market in Karsin.", "hit", "attack", actors=(Name("shells"),))
    assert [c.actors for c in left(shells)] == [()]
    jets = claim("Jets hit the market in Karsin.", "hit", "attack", actors=(Name("jets"),))
    assert left(jets) == [jets]


def test_an_attack_is_not_where_it_set_out_from() -> None:
    for told in ("The rebels launched an offensive from Karsin.", "The rebels attacked out of Karsin."):
        act = "launched" if "launched" in told else "attacked"
        assert [c.place for c in left(claim(told, act, "attack", place=Name("Karsin")))] == [None]
    for told in ("The rebels attacked a post ten miles from Karsin.", "The rebels attacked Karsin from the north."):
        near = claim(told, "attacked", "attack", place=Name("Karsin"))
        assert left(near) == [near]


def test_an_aim_is_no_denial() -> None:
    told = "The army left so that Karsin would not be shelled."
    assert left(claim(told, "shelled", "attack", status=Status.DENIED)) == []
    assert len(left(claim(told, "left", "withdraw"))) == 1


def test_a_place_behind_but_is_shut_where_no_others_are_told_to_be() -> None:
    place = {"place": Name("Karsin")}
    told = "The post at Osk is open, but Karsin, to the east, was shut on Monday."
    assert [c.place for c in left(claim(told, "shut", "close", **place))] == [Name("Karsin")]
    spared = "Norland shut every crossing but Karsin."
    assert [c.place for c in left(claim(spared, "shut", "close", **place))] == [None]
    none = "No crossing but the Karsin one was shut."
    assert [c.place for c in left(claim(none, "shut", "close", **place))] == [None]
