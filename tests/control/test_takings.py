"""Who took a place and who lost it, where the claim was misread or names nobody."""

from fogline.control import at, hold
from fogline.records import Actor, ActorKind, Control
from tests.control.cases import ACTORS, PLACES, claim, corpus, day, days
from tests.control.sentences import say

AROUND = [
    claim("capture", "brown", "green", place="fir", when=days(4), report="r2"),
    claim("capture", "brown", "green", place="bray", when=days(4), report="r3"),
]


def on(number, *claims, place="elm", actors=None, told=None):
    record = corpus(*claims, told=told)
    record = type(record)(record.readings, PLACES, {**ACTORS, **(actors or {})}, record.origins)
    found = [h for h in at(hold(record), day(number)) if h.place.key == place]
    return (found[0].holder.key if found[0].holder else None, found[0].status) if found else None


def test_nobody_takes_a_place_from_its_own_side():
    told = claim("capture", "brown", "brown", place="elm", when=days(5))
    assert on(5, told) == ("brown", Control.HELD)
    assert on(4, told) is None


def test_where_another_side_takes_the_places_around_who_was_read_as_both_lost_it():
    lost = say("The garrison of Elm was overrun.", "overrun", "capture", "green", "green", place="elm", when=days(5))
    assert on(5, lost, *AROUND) == ("brown", Control.HELD)
    assert on(4, lost, *AROUND)[0] == "green"


def test_they_lost_it_says_who_lost_it():
    lost = say("They lost Elm.", "lost", "capture", "green", "green", place="elm", when=days(5))
    assert on(5, lost) == (None, Control.UNKNOWN)


def test_a_taker_that_was_filled_in_yields_to_who_takes_the_places_around():
    fell = say("Elm was captured on May 5.", "captured", "capture", "green", place="elm", when=days(5))
    assert on(5, fell) == ("green", Control.HELD)
    assert on(5, fell, *AROUND) == ("brown", Control.HELD)


def test_a_pronoun_stands_for_who_was_told_before():
    fell = say("They captured Elm on May 5.", "captured", "capture", "green", place="elm", when=days(5))
    assert on(5, fell, *AROUND) == ("green", Control.HELD)


def test_a_named_taking_of_the_place_answers_who_took_it():
    fell = claim("capture", None, place="elm", when=days(5))
    named = claim("capture", "brigade", place="elm", when=days(5), report="r2")
    others = [claim("capture", "brown", place=p, when=days(4), report="r3") for p in ("fir", "bray", "alder")]
    assert on(5, fell, named, *others)[0] in ("green", "brigade")


def test_what_is_retaken_by_nobody_named_was_retaken_by_the_state():
    state = {
        "land": Actor("land", "Landia", ActorKind.STATE, country="XA", side="green"),
        "army": Actor("army", "Landian army", ActorKind.MILITARY, country="XA", side="green"),
    }
    taken = claim("capture", "brown", place="elm", when=days(2))
    army = claim("attack", "army", place="gorse", when=days(1), report="r4")
    again = say("Elm was retaken on May 5.", "retaken", "capture", "brown", place="elm", when=days(5), report="r2")
    told = {"r1": 2, "r3": 3}
    assert on(5, taken, again, army, actors=state, told=told)[0] in ("army", "green")
    last = claim("capture", "army", place="elm", when=days(3), report="r3")
    assert on(5, taken, last, again, actors=state, told=told)[0] == "brown"


def test_before_a_taking_from_nobody_named_the_one_foe_of_the_taker_had_the_place():
    foes = {"army": Actor("army", "Landian army", ActorKind.MILITARY, country="XA", side="green")}
    fight = claim("clash", "brown", "army", place="gorse", when=days(1), report="r9")
    taken = [claim("capture", "brown", place="elm", when=days(8), report=report) for report in ("r1", "r2")]
    assert on(7, *taken, actors=foes) is None
    assert on(7, taken[0], fight, actors=foes) is None  # one report is too light
    assert on(7, *taken, fight, actors=foes) == ("army", Control.HELD)


def test_who_has_had_a_place_since_its_capture_took_it():
    told = "Elm, the base of the Green Army since its capture on May 5, was shelled."
    base = say(told, "base", "hold", "green", place="elm", when=days(5))
    taken = say(told, "capture", "capture", None, "green", place="elm", when=days(5))
    assert on(6, base, taken, *AROUND) == ("green", Control.HELD)
    fell = "Elm, a stronghold of the Green Army, fell on May 5."
    before = say(fell, "stronghold", "hold", "green", place="elm", when=days(5))
    lost = say(fell, "fell", "capture", None, "green", place="elm", when=days(5))
    assert on(6, before, lost, *AROUND)[0] == "brown"


def test_a_taking_by_a_group_told_by_a_common_word_is_not_given_to_another():
    fell = say("Elm was captured by the group on May 5.", "captured", "capture", "green", place="elm", when=days(5))
    assert on(5, fell, *AROUND) == ("green", Control.HELD)
