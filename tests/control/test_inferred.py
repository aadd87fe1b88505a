"""Who holds a place that nobody is told to hold: what fights, plans, closed roads and leavings let one infer."""

from dataclasses import replace
from datetime import date

from fogline.control import at, hold
from fogline.records import Actor, ActorKind, Basis, Control, Name, Period, Place, PlaceKind
from tests.control.cases import ACTORS, PLACES, claim, corpus, day, days
from tests.control.sentences import say

FOES = claim("clash", "brown", "army", place="bray", when=days(1), report="r9")
OTHERS = {
    "army": Actor("army", "Landian army", ActorKind.MILITARY, country="XA"),
    "helmets": Actor("helmets", "UN Valley Mission", ActorKind.MILITARY),
    "abroad": Actor("abroad", "Xebian Third Army", ActorKind.MILITARY, country="XB"),
}
CAMP = {
    "camp": Place("camp", "Alder camp", PlaceKind.BASE, country="XA"),
    "way": Place("way", "Alder road", PlaceKind.ROAD),
}


def on(number, *claims, place="alder", told=None):
    record = replace(corpus(*claims, told=told), actors={**ACTORS, **OTHERS}, places={**PLACES, **CAMP})
    found = [h for h in at(hold(record), day(number)) if h.place.key == place]
    return (found[0].holder.key if found[0].holder else None, found[0].status) if found else None


def test_the_loser_leaves_it_to_who_took_it_lately():
    taken = claim("capture", "brown", "army", when=days(5), says="brown", report="r1")
    denied = claim("capture", "brown", when=days(5), status="denied", says="army", report="r2")
    again = [replace(denied, anchor=replace(denied.anchor, report_id=f"r{n}")) for n in (4, 5, 6)]
    left = claim("withdraw", "army", when=days(7), report="r3")
    told = {"r1": 5, "r2": 5, "r3": 7, "r4": 5, "r5": 5, "r6": 5}
    assert on(7, taken, denied, *again, left, told=told)[0] == "brown"
    late = claim("withdraw", "army", when=days(20), report="r3")
    assert on(20, taken, late, told={"r1": 5, "r3": 20}) == (None, Control.UNKNOWN)


def test_who_had_it_before_the_leaver_does_not_get_it_back():
    told = [
        claim("capture", "brown", when=days(3)),
        claim("capture", "army", when=days(4), report="r2"),
        claim("withdraw", "army", when=days(6), report="r3"),
    ]
    assert on(6, *told) == (None, Control.UNKNOWN)


def test_who_is_told_holding_what_was_lost_lost_it():
    said = "Alder, the brigade's last base, fell in the night."
    held = say(said, "base", "hold", "brown", when=days(5))
    lost = say(said, "fell", "capture", "brown", when=days(5))
    assert on(5, held, lost, told={"r1": 5}) == (None, Control.UNKNOWN)
    assert on(5, lost, told={"r1": 5})[0] == "brown"


def test_who_still_holds_a_place_held_it_weeks_before():
    still = say("Brown fighters still hold Alder.", "hold", "hold", "brown", when=days(25))
    holds = say("Brown fighters hold Alder.", "hold", "hold", "brown", when=days(25))
    assert on(10, still, told={"r1": 25}) == ("brown", Control.HELD)
    assert on(10, holds, told={"r1": 25}) is None


def test_who_took_a_place_years_ago_and_is_found_there_was_there_the_day_before():
    long_ago = Period(date(2012, 5, 1), date(2012, 5, 1), Basis.STATED)
    taken = replace(claim("capture", "brown", report="r1"), period=long_ago)
    sent = claim("deploy", "army", when=days(26), report="r2")
    found = claim("hold", "brown", when=days(28), report="r3")
    assert on(27, taken, sent, found, told={"r1": 1, "r2": 26, "r3": 28})[0] == "brown"


def test_blue_helmets_hold_their_own_camp_and_leave_no_foe_behind():
    taken = claim("capture", "brown", "helmets", when=days(5), place="camp")
    assert on(4, FOES, taken, place="camp", told={"r1": 5})[0] == "helmets"
    town = claim("capture", "brown", "helmets", when=days(5))
    assert on(4, FOES, town, told={"r1": 5}) is None


def test_who_closes_a_place_of_its_own_country_is_there():
    assert on(5, claim("close", "army", when=days(5)), told={"r1": 5})[0] == "army"
    assert on(5, claim("close", "abroad", when=days(5)), told={"r1": 5}) == (None, Control.UNKNOWN)


def test_where_somebody_is_still_to_come_its_foe_is():
    planned = claim("advance", "brown", status="planned")
    under_way = say("Brown columns moved on towards Alder.", "moved", "advance", "brown", when=days(5))
    assert on(5, FOES, planned, told={"r1": 5})[0] == "army"
    assert on(5, FOES, under_way, told={"r1": 5})[0] == "army"
    retreat = say("Brown columns left Bray and moved on towards Alder.", "moved", "advance", "brown", when=days(5))
    assert on(5, FOES, retreat, told={"r1": 5}) is None


def test_who_fights_at_home_against_nobody_named_is_there_unless_it_left_that_day():
    fight = claim("clash", "army", when=days(5))
    assert on(5, fight, told={"r1": 5}) == ("army", Control.HELD)
    left = claim("withdraw", "army", when=days(5))
    assert on(5, fight, left, told={"r1": 5}) == (None, Control.UNKNOWN)


def test_a_force_from_abroad_that_will_leave_is_still_there():
    going = replace(claim("withdraw", status="planned"), actors=(Name("Xebian Third Army", "abroad"),))
    assert on(5, going, told={"r1": 5})[0] == "abroad"


def test_a_place_that_is_only_struck_has_an_unknown_holder_from_then_on():
    struck = claim("attack", "brown", when=days(5))
    assert on(5, struck, told={"r1": 5}) == (None, Control.UNKNOWN)
    assert on(4, struck, told={"r1": 5}) is None
    assert on(5, replace(struck, place=Name("Alder road", "way")), place="way", told={"r1": 5}) is None
    assert on(9, struck, claim("hold", "army", when=days(8), report="r2"), told={"r1": 5, "r2": 8})[0] == "army"
    (found,) = at(hold(corpus(struck)), day(6))
    assert found.supports == (struck.claim_id,)
    assert "nobody is told there" in found.reason


def test_blue_helmets_who_are_told_to_have_a_town_hold_it():
    said = "Alder is in the hands of the UN Valley Mission."
    mission = (Name("UN Valley Mission", "helmets"),)
    has = replace(say(said, "hands", "hold", when=days(5)), actors=mission)
    took = replace(
        say("The UN Valley Mission won back Alder.", "won", "capture", None, "brown", when=days(5)), actors=mission
    )
    base = replace(say("The UN Valley Mission has a base in Alder.", "base", "hold", when=days(5)), actors=mission)
    told = {"r1": 5}
    assert on(5, has, told=told) == ("helmets", Control.HELD)
    assert on(5, took, told=told) == ("helmets", Control.HELD)
    assert on(5, base, told=told) is None


def test_where_somebody_has_yet_to_come_its_foe_is():
    said = "The Brown Front had yet to set foot in Alder."
    yet = say(said, "set", "advance", "brown", when=days(5), status="denied")
    assert on(5, yet, FOES, told={"r1": 5, "r9": 1}) == ("army", Control.HELD)
    own = say(said, "set", "advance", "brown", when=days(5), status="denied", says="brown")
    assert on(5, own, FOES, told={"r1": 5, "r9": 1}) is None


def test_who_is_struck_in_its_positions_is_there_wherever_it_is_from():
    lines = say("Mortars struck Xebian lines at Alder.", "struck", "attack", "brown", when=days(5))
    lines = replace(lines, targets=(Name("Xebia", "abroad"),))
    visitors = say("Mortars struck Xebian officers at Alder.", "struck", "attack", "brown", when=days(5))
    visitors = replace(visitors, targets=(Name("Xebia", "abroad"),))
    assert on(5, lines, told={"r1": 5}) == ("abroad", Control.HELD)
    assert on(5, visitors, told={"r1": 5}) == (None, Control.UNKNOWN)
