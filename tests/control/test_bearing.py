"""Where a sentence puts what it tells by the place that it names."""

import pytest

from fogline.control import at, hold
from fogline.control.bearing import (
    comes_after,
    is_agentless,
    is_destination,
    is_elsewhere,
    is_former,
    is_of_a_part,
    is_of_a_share,
    is_passive,
)
from fogline.records import Control
from tests.control.cases import corpus, day, days
from tests.control.sentences import say


def took(sentence, word, **said):
    return say(sentence, word, "capture", "brown", "green", when=days(5), **said)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Brown Front captured the refinery west of Alder.",
        "The Brown Front captured a village near Alder.",
        "The Brown Front captured hills 10 kilometres from the town of Alder.",
        "The Brown Front captured the outskirts of Alder.",
        "The Brown Front captured farms north-east of Alder and south of Alder.",
        "Outside Alder the Brown Front captured a mill.",
    ],
)
def test_what_lies_beside_a_town_is_not_the_town(sentence):
    told = took(sentence, "captured")
    assert is_elsewhere(told)
    assert hold(corpus(told)) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The Brown Front captured Alder.",
        "The Brown Front captured the west of Alder.",
        "The Brown Front captured Alder, west of Bray.",
        "After fighting near Alder the Brown Front captured Alder itself.",
        "From farms near Alder the Brown Front went on and captured that town.",
        "The Brown Front captured the town.",
    ],
)
def test_a_town_that_the_sentence_names_or_comes_back_to_is_meant(sentence):
    assert not is_elsewhere(took(sentence, "captured"))


def test_fighting_near_a_town_is_fighting_over_it_and_fighting_at_a_distance_is_not():
    near = say("The Brown Front fought the Green Army near Alder.", "fought", "clash", "brown", "green", when=days(5))
    far = say("They fought 40 miles from Alder.", "fought", "clash", "brown", "green", when=days(5))
    assert (is_elsewhere(near), is_elsewhere(far)) == (False, True)


def test_who_falls_back_to_a_town_is_there():
    sentence = "The Green Army fell back from Bray to Corm and Alder."
    gone = say(sentence, "fell back", "withdraw", "green", when=days(5))
    left = say(sentence, "fell back", "withdraw", "green", when=days(5), place="bray")
    assert (is_destination(gone), is_destination(left)) == (True, False)
    held = at(hold(corpus(gone, left, told={"r1": 5})), day(5))
    assert {h.place.key: h.status for h in held} == {"alder": Control.HELD, "bray": Control.UNKNOWN}


@pytest.mark.parametrize(
    ("sentence", "word", "agentless"),
    [
        ("Alder was retaken on Monday.", "retaken", True),
        ("Alder, a town recaptured on Monday, is quiet.", "recaptured", True),
        ("They had retaken Alder by noon.", "retaken", False),
        ("They've retaken Alder by noon.", "retaken", False),
        ("On Monday they lost Alder but retook it.", "retook", False),
        ("Alder was taken over by the movement in May.", "taken", False),
        ("Alder was retaken from the rebels by the group.", "retaken", False),
        ("Alder was retaken by nightfall on Monday.", "retaken", True),
        ("Alder was taken by force.", "taken", True),
        ("The insurgents have since captured Alder.", "captured", False),
        ("The camp of the insurgents was captured.", "captured", True),
    ],
)
def test_a_pronoun_a_word_for_a_force_and_an_agent_say_by_whom(sentence, word, agentless):
    assert is_agentless(took(sentence, word)) is agentless


@pytest.mark.parametrize(
    ("sentence", "word", "elsewhere"),
    [
        ("The column stood short of Alder, a Brown Front stronghold.", "stronghold", False),
        ("They halted near Alder, which the Brown Front holds.", "holds", False),
        ("The Brown Front holds hills near Alder.", "holds", True),
        ("The Brown Front holds hills near Alder, the old capital.", "holds", True),
    ],
)
def test_words_that_describe_a_town_tell_of_it_though_it_is_named_for_something_near_it(sentence, word, elsewhere):
    assert is_elsewhere(say(sentence, word, "hold", "brown", when=days(5))) is elsewhere


@pytest.mark.parametrize(
    ("sentence", "word", "passive"),
    [
        ("Alder is the army's but is hemmed in.", "hemmed", True),
        ("Alder was besieged by the army.", "besieged", False),
        ("The army has besieged Alder.", "besieged", False),
    ],
)
def test_what_is_done_to_a_town_by_nobody_named_is_passive(sentence, word, passive):
    assert is_passive(say(sentence, word, "besiege", "green", when=days(5))) is passive


@pytest.mark.parametrize(
    ("sentence", "word", "part"),
    [
        ("A column leaves Alder at dawn.", "leaves", True),
        ("Two army companies withdrew from Alder.", "withdrew", True),
        ("The column left Alder at dawn.", "left", False),
        ("The army left Alder at dawn.", "left", False),
    ],
)
def test_some_of_a_force_are_not_the_force(sentence, word, part):
    assert is_of_a_part(say(sentence, word, "withdraw", "green", when=days(5))) is part


@pytest.mark.parametrize(
    ("sentence", "former"),
    [
        ("The Brown Front used to hold Alder.", True),
        ("Alder, once held by the Brown Front, is quiet.", True),
        ("The Brown Front previously held Alder.", True),
        ("The Brown Front once again held Alder.", False),
        ("Once it had won, the Brown Front held Alder.", False),
    ],
)
def test_a_state_of_some_time_before_holds_nothing(sentence, former):
    word = "hold" if "to hold" in sentence else "held"
    told = say(sentence, word, "hold", "brown", when=None)
    assert is_former(told) is former
    assert bool(hold(corpus(told))) is not former


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("The Brown Front controls a fifth of Alder.", True),
        ("The Brown Front controls about 20 per cent of Alder.", True),
        ("The Brown Front controls parts of the town of Alder.", True),
        ("The Brown Front controls two districts of Alder.", True),
        ("The Brown Front controls most of Alder.", False),
        ("The Brown Front controls all parts of Alder.", False),
        ("The Brown Front controls 85.5 per cent of Alder.", False),
        ("The Brown Front controls two thirds of Alder.", False),
        ("The Brown Front controls 80 per cent of Alder.", False),
        ("The Brown Front controls parts of Bray and Alder.", False),
    ],
)
def test_who_has_a_lesser_share_contests_a_place_and_holds_nothing(sentence, share):
    told = say(sentence, "controls", "hold", "brown", when=days(5))
    assert is_of_a_share(told) is share
    assert bool(hold(corpus(told))) is not share


def test_a_place_of_which_a_rival_has_parts_is_contested():
    held = say("Green troops hold Alder.", "hold", "hold", "green", when=days(5))
    parts = say("The Brown Front controls parts of Alder.", "controls", "hold", "brown", at=200, when=days(5))
    assert [h.status for h in at(hold(corpus(held, parts)), day(5))] == [Control.CONTESTED]


@pytest.mark.parametrize(
    ("sentence", "after"),
    [
        ("The Brown Front seized Alder, then left it.", True),
        ("The Brown Front seized Alder and the army left it.", False),
    ],
)
def test_who_leaves_after_a_taking_may_have_taken(sentence, after):
    assert comes_after(say(sentence, "left", "withdraw", "brown", when=days(5))) is after
