"""What a misread or lone claim must not decide."""

from dataclasses import replace
from datetime import date

from fogline.control import at, hold
from fogline.records import Actor, ActorKind, Basis, Control, Name, Place, PlaceKind, ReportDay
from tests.control.cases import ACTORS, PLACES, claim, corpus, day, days
from tests.control.sentences import say


def on(number, *claims, place="alder", actors=None, told=None):
    record = corpus(*claims, told=told)
    moor = {"moor": Place("moor", "Moor Province", PlaceKind.PROVINCE, country="XA")}
    record = type(record)(record.readings, PLACES | moor, {**ACTORS, **(actors or {})}, record.origins)
    found = [h for h in at(hold(record), day(number)) if h.place.key == place]
    return (found[0].holder.key if found[0].holder else None, found[0].status) if found else None


FOES = claim("clash", "brown", "green", place="bray", when=days(1), report="r9")
ARMY = {"army": Actor("army", "Landian army", ActorKind.MILITARY, country="XA")}


def test_who_denies_a_leaving_speaks_of_its_own_force():
    left = claim("withdraw", "green", when=days(6), report="r2", says="watch")
    denied = say(
        "The Green Army denied any withdrawal.", "withdrawal", "withdraw", "brown", when=days(6), status="denied",
        says="green",
    )  # fmt: skip
    assert on(6, FOES, left, denied, told={"r1": 6, "r2": 6}) == ("green", Control.DISPUTED)


def test_word_against_word_outweighs_a_presence():
    left = claim("withdraw", "green", when=days(6), report="r2", says="watch")
    denied = claim("withdraw", "green", when=days(6), status="denied", says="green")
    came = say("The Brown Front reached Alder.", "reached", "advance", "brown", when=days(6), report="r3")
    assert on(6, FOES, left, denied, came, told={"r1": 6, "r2": 6, "r3": 6})[0] == "green"


def test_who_denies_that_a_place_fell_is_there():
    fell = claim("capture", "brown", when=days(6), report="r2", says="brown")
    denied = say(
        "The Green Army denied that Alder had fallen.", "fallen", "capture", "green", when=days(6), status="denied",
        says="green",
    )  # fmt: skip
    assert on(6, FOES, fell, denied, told={"r1": 6, "r2": 6})[1] is Control.DISPUTED


def test_a_claimed_taking_is_the_takers_own_word():
    claimed = say("The Brown Front also claimed Alder.", "claimed", "capture", "brown", when=days(5))
    took = say("The Brown Front also captured Alder.", "captured", "capture", "brown", when=days(5))
    (own,), (other,) = hold(corpus(claimed)), hold(corpus(took))
    assert (own.holder, own.status) == (other.holder, other.status)
    rival = claim("hold", "green", when=days(5), report="r2", says="watch")
    assert on(5, FOES, claimed, rival, told={"r1": 5, "r2": 5}) != on(5, FOES, took, rival, told={"r1": 5, "r2": 5})


def test_a_state_that_one_report_alone_tells_against_all_others_weighs_less():
    before = [claim("hold", "green", when=days(n), report=f"r{n}") for n in (2, 3)]
    alone = claim("hold", "brown", when=days(4, 6), report="r6")
    told = {"r2": 2, "r3": 3, "r6": 6, "r7": 6}
    assert on(6, FOES, *before, alone, told=told)[0] == "green"
    again = claim("hold", "brown", when=days(4, 6), report="r7")
    assert on(6, FOES, *before, alone, again, told=told)[0] == "brown"
    left = claim("withdraw", "green", when=days(3), report="r7")
    assert on(6, FOES, *before, alone, left, told=told)[0] == "brown"


def test_a_leaving_by_those_who_are_not_there_moves_nothing():
    held = claim("hold", "green", when=days(5))
    gone = claim("withdraw", "brown", when=days(6), report="r2")
    assert on(7, FOES, held, gone, told={"r1": 5, "r2": 6})[0] == "green"


def test_a_state_told_before_a_later_report_tells_of_that_days_taking_is_the_state_before():
    held = claim("hold", "green", when=days(6), report="r1")
    taken = claim("capture", "brown", when=days(6), report="r2")
    assert on(6, FOES, held, taken, told={"r1": 6, "r2": 7}) == ("brown", Control.HELD)
    assert on(5, FOES, held, taken, told={"r1": 6, "r2": 7}) == ("green", Control.HELD)
    assert on(6, FOES, held, taken, told={"r1": 6, "r2": 6})[1] is Control.DISPUTED


def test_who_is_said_to_take_a_place_yet_is_not_there():
    sent = claim("deploy", "army", when=days(6), place="elm")
    came = say("The Brown Front reached Elm.", "reached", "advance", "brown", when=days(6), place="elm", report="r2")
    yet = say(
        "If the Brown Front takes Elm, the road is cut.", "takes", "capture", "brown", place="elm",
        status="conditional", report="r3",
    )  # fmt: skip
    told = {"r1": 6, "r2": 6, "r3": 6}
    fight = claim("clash", "brown", "army", place="bray", when=days(1), report="r9")
    assert on(6, fight, sent, came, yet, place="elm", actors=ARMY, told=told)[0] == "army"


def test_what_a_side_besieges_its_one_foe_has():
    siege = claim("besiege", "brown", when=days(5), place="elm")
    fight = claim("clash", "brown", "army", place="bray", when=days(1), report="r9")
    assert on(5, siege, fight, place="elm", actors=ARMY)[0] == "army"
    assert on(5, siege, place="elm", actors=ARMY) is None


def test_a_leaver_that_was_filled_in_and_takes_the_places_around_was_not_meant():
    around = [claim("capture", "brown", place=p, when=days(4), report="r2") for p in ("fir", "holm", "elm")]
    held = claim("hold", "brown", when=days(5), report="r3")
    left = say("The governor's office was abandoned.", "abandoned", "withdraw", "brown", when=days(6))
    assert on(6, FOES, *around, held, left, told={"r1": 6, "r3": 5})[0] == "brown"


def test_forces_of_another_state_in_a_province_do_not_hold_it():
    guests = {"guests": Actor("guests", "Xebian army", ActorKind.MILITARY, country="XB")}
    has, took = (
        replace(claim(act, when=days(5), place="moor"), actors=(Name("Xebian army", "guests"),))
        for act in ("hold", "capture")
    )
    assert on(5, has, actors=guests, place="moor") is None
    assert on(5, took, actors=guests, place="moor") == ("guests", Control.HELD)
    own = claim("hold", "army", when=days(5), place="moor")
    assert on(5, own, actors=ARMY, place="moor") == ("army", Control.HELD)


def test_who_besieges_a_place_does_not_hold_it_by_that_sentence():
    said = "Brown fighters surrounded the troops that were dug in at Elm."
    siege = say(said, "surrounded", "besiege", "brown", "army", when=days(5), place="elm")
    held = say(said, "dug", "hold", "brown", when=days(5), place="elm")
    assert on(5, siege, held, place="elm", actors=ARMY, told={"r1": 5})[0] == "army"


def test_who_is_struck_near_a_place_is_not_in_it():
    struck = say("Aircraft bombed positions near Elm.", "bombed", "attack", None, "army", when=days(5), place="elm")
    inside = say("Aircraft bombed positions in Elm.", "bombed", "attack", None, "army", when=days(5), place="elm")
    assert on(5, struck, place="elm", actors=ARMY, told={"r1": 5}) is None
    assert on(5, inside, place="elm", actors=ARMY, told={"r1": 5})[0] == "army"


def test_who_announces_a_taking_by_nobody_named_took_it():
    told = say("The rebels announced its capture.", "capture", "capture", "gunmen", when=days(5), says="brown")
    fell = say("The rebels announced its fall.", "fall", "capture", "gunmen", when=days(5), says="brown")
    assert on(5, told, told={"r1": 5})[0] == "brown"
    assert on(5, fell, told={"r1": 5}) == (None, Control.UNKNOWN)


def test_a_foe_that_is_told_there_outlives_what_was_told_long_ago():
    fight = claim("clash", "brown", "army", place="bray", when=days(1), report="r9")
    told = {"r1": 1, "r2": 28, "r9": 1}
    held = claim("hold", "brown", when=days(1), place="elm")
    struck = say(
        "Aircraft bombed soldiers in Elm.", "bombed", "attack", None, "army", when=days(28), place="elm", report="r2"
    )
    later = replace(claim("hold", "green", when=days(1), report="r3"), period=None)
    (june,) = corpus(later).readings
    june = replace(june, day=ReportDay(date(2020, 6, 9), Basis.STATED, "published"))
    record = corpus(fight, held, struck, told=told)
    record = replace(record, readings=(*record.readings, june), actors={**ACTORS, **ARMY})
    (before,) = [h for h in at(hold(record), date(2020, 5, 29)) if h.place.key == "elm"]
    (after,) = [h for h in at(hold(record), date(2020, 6, 5)) if h.place.key == "elm"]
    assert (before.holder.key, after.holder.key) == ("brown", "army")


def test_who_admits_having_left_was_not_there_as_it_said_before():
    boast = claim("hold", "brown", when=days(6), report="r1")
    taken = claim("capture", "green", when=days(6), says="green", report="r2")
    left = claim("withdraw", "brown", when=days(5), says="brown", report="r3")
    told = {"r1": 6, "r2": 6, "r3": 9}
    assert on(9, boast, taken, left, told=told) == ("green", Control.HELD)
    charged = claim("withdraw", "brown", when=days(5), says="green", report="r3")
    assert on(9, boast, taken, charged, told=told)[0] == "brown"


def test_to_whose_control_a_place_was_restored_took_it():
    said = "Alder, he said, was restored to Green Army control."
    taken = say(said, "restored", "capture", "brown", when=days(5))
    held = say(said, "control", "hold", "green", when=days(5))
    assert on(5, taken, told={"r1": 5})[0] == "brown"
    assert on(5, taken, held, told={"r1": 5}) == ("green", Control.HELD)


def test_with_whom_a_place_remains_since_it_was_cleared_cleared_it():
    said = "Alder, cleared by mid-May, remains with the Green Army."
    taken = say(said, "cleared", "capture", None, "green", when=days(5))
    held = say(said, "remains", "hold", "green", when=days(5))
    assert on(5, taken, told={"r1": 5}) == (None, Control.UNKNOWN)
    assert on(5, taken, held, told={"r1": 5})[0] == "green"


def test_what_was_lost_was_lost_to_who_is_told_taking_it_in_those_days():
    lost = say("Alder, lost last week, is next, the Brown Front said.", "lost", "capture", "brown", when=days(2, 8))
    taken = say("The Green Army took Alder.", "took", "capture", "green", when=days(5), report="r2")
    told = {"r1": 9, "r2": 5, "r9": 1}
    assert on(9, lost, FOES, told=told)[0] == "brown"
    assert on(9, lost, taken, FOES, told=told) == ("green", Control.HELD)


def test_who_has_had_a_place_since_its_capture_took_it():
    said = "Alder, the Green Army's base since its capture, was shelled by the Brown Front."
    taken = say(said, "capture", "capture", "brown", "green", when=days(5))
    held = say(said, "base", "hold", "green", when=days(5))
    assert on(5, taken, told={"r1": 5})[0] == "brown"
    assert on(5, taken, held, told={"r1": 5})[0] == "green"


def test_a_column_that_leaves_a_place_leaves_it_to_its_own_side():
    column = say("A column leaves Alder at dawn.", "leaves", "withdraw", "green", when=days(5))
    army = say("The army leaves Alder at dawn.", "leaves", "withdraw", "green", when=days(5))
    assert on(5, column, told={"r1": 5}) == ("green", Control.HELD)
    assert on(5, army, told={"r1": 5}) == (None, Control.UNKNOWN)


def test_who_holds_what_is_hemmed_in_does_not_besiege_it():
    said = "Elm is in the army's hands but is hemmed in."
    siege = say(said, "hemmed", "besiege", "army", when=days(5), place="elm")
    held = say(said, "hands", "hold", "army", when=days(5), place="elm")
    assert on(5, siege, held, place="elm", actors=ARMY, told={"r1": 5}) == ("army", Control.HELD)
    said = "The army's men were dug in at Elm, where they were surrounded."
    siege = say(said, "surrounded", "besiege", "brown", "army", when=days(5), place="elm")
    held = say(said, "dug", "hold", "brown", when=days(5), place="elm")
    assert on(5, siege, held, place="elm", actors=ARMY, told={"r1": 5})[0] == "army"
