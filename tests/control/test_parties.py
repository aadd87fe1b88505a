"""Friends and foes, as the record tells them."""

from fogline.control.parties import Parties
from fogline.records.sources import Sources
from tests.control.cases import claim, corpus, days


def parties(*claims):
    record = corpus(*claims)
    return Parties.of(record, Sources.of(record))


def test_those_of_whom_nothing_is_told_are_rivals():
    assert not parties().may_share(["brown"], ["white"])
    assert parties().may_share(["brown"], ["brown"])


def test_backers_are_allied_unless_the_record_has_them_fight_more_often():
    backed = claim("support", "white", "brown", place=None)
    fought = [claim("clash", "white", "brown", when=days(n)) for n in (1, 2)]
    assert parties(backed).allied(["brown"], ["white"])
    assert not parties(backed, *fought).allied(["brown"], ["white"])


def test_those_who_do_the_same_in_one_sentence_are_allied():
    told = [claim("capture", who, when=days(5), at=7) for who in ("brown", "white")]
    same = [
        type(c)(anchor=told[0].anchor, act=c.act, type=c.type, actors=c.actors, place=c.place, period=c.period)
        for c in told
    ]
    assert parties(*same).allied(["brown"], ["white"])


def test_a_common_enemy_lets_them_share_a_place_but_not_the_enemys_friends():
    against = [claim("clash", who, "green", when=days(1), report=who) for who in ("brown", "white")]
    assert parties(*against).may_share(["brown"], ["white"])
    friend = [claim("support", "white", "brown", place=None, report=r) for r in ("x", "y")]
    assert not parties(*friend, claim("clash", "green", "white"), claim("clash", "brown", "red")).may_share(
        ["green"], ["brown"]
    )


def test_what_is_only_planned_or_denied_makes_nobody_a_friend():
    assert not parties(claim("support", "white", "brown", status="planned")).allied(["brown"], ["white"])
