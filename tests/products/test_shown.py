"""What is left unsaid in a sentence because no claim's words say it."""

from dataclasses import replace

from fogline.products.lookup import Lookup
from fogline.products.shown import shown_for
from fogline.products.wording import clause
from fogline.records import Anchor, ClaimType, Corpus, Name, Views
from tests.products.cases import ACTORS, ARMY, DENIAL, GRAIN, NOT_LEFT, PESHMERGA, SHELLED, TAKEN, reading


def worded(claim):
    """The clause of one claim of the record."""
    lookup = Lookup.of(Corpus((reading("alpha", claim),), actors=ACTORS), Views())
    return clause(shown_for(lookup, [claim]))


def test_a_loser_whom_the_sentence_names_is_told():
    assert worded(TAKEN) == "Peshmerga took Kirkuk from the army"


def test_a_loser_whom_no_sentence_names_is_not():
    assert worded(replace(TAKEN, targets=(Name("Norland rangers"),))) == "Peshmerga took Kirkuk"


def test_nobody_takes_a_place_from_those_of_his_own_name():
    taken = replace(TAKEN, actors=(Name("army of the north"),), targets=(ARMY,))
    assert worded(taken) == "the army of the north took Kirkuk"


def test_a_place_that_fell_tells_no_loser_and_one_that_was_lost_does():
    fell = replace(TAKEN, actors=())
    assert worded(replace(fell, act=replace(fell.act, quote="fell"))) == "Kirkuk fell"
    assert worded(replace(fell, act=replace(fell.act, quote="lost"))) == "Kirkuk fell, lost by the army"


def test_nobody_fights_with_himself_unless_the_words_say_so():
    fight = replace(NOT_LEFT, type=ClaimType.CLASH, status=TAKEN.status, actors=(PESHMERGA,))
    itself = replace(fight, targets=(Name("Peshmerga units", "actor-p"),))
    assert worded(itself) == "fighting in Kirkuk"
    foes = replace(fight, anchor=Anchor("alpha", 0, len(GRAIN), GRAIN), targets=(ARMY,))
    assert worded(foes) == "Peshmerga fought the army in Kirkuk"
    assert NOT_LEFT.anchor.quote == DENIAL


def test_who_died_is_not_told_as_killed():
    assert worded(replace(SHELLED, mode="killed")) == "people killed in Ramadi"
    died = replace(SHELLED, mode="killed", act=replace(SHELLED.act, quote="died"))
    assert worded(died) == "people died in Ramadi"
    assert worded(replace(died, targets=(Name("soldiers"),))) == "died in Ramadi: soldiers"
