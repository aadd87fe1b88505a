"""Who can hold a place, and by what name."""

from dataclasses import replace

from fogline.control.holders import Holders
from fogline.control.sides import weigh
from fogline.records import Actor, ActorKind, Corpus, Name
from tests.control.cases import ACTORS, claim, corpus, names


def read(*claims, **actors):
    told = corpus(*claims)
    record = Corpus(told.readings, told.places, {**ACTORS, **actors})
    sources = weigh(record)
    return Holders.of(record, sources), sources


def claim_by(*actors):
    return replace(claim("hold"), actors=actors)


def unlisted(text):
    return Actor(text, text, ActorKind.OTHER)


def test_monitors_unnamed_people_and_places_are_no_holders():
    holders, _ = read()
    assert [n.key for n in holders.able(names("watch gunmen alder brigade"))] == ["brigade"]


def test_a_common_word_that_was_read_as_another_lands_is_no_holder_abroad():
    holders, _ = read()
    assert holders.able(names("troops others"), "XA") == ()
    assert holders.able([Name("Xebian soldiers", "troops")], "XA") != ()
    assert len(holders.able(names("troops others"), "XB")) == 2
    assert len(holders.able(names("troops others"))) == 2


def test_an_unlisted_name_is_a_holder_where_it_is_the_name_of_a_force():
    told = {"u1": unlisted("Upper Valley Brigade"), "u2": unlisted("Evening Post"), "u3": unlisted("local fighters")}
    holders, _ = read(**told)
    assert [n.text for n in holders.able([Name(a.name, key) for key, a in told.items()])] == ["Upper Valley Brigade"]


def test_the_coalition_is_the_only_one_that_is_named():
    union = {"u": Actor("u", "Hill Coalition", ActorKind.ARMED_GROUP), "c": Actor("c", "coalition", ActorKind.UNNAMED)}
    said = Name("coalition", "c")
    alone, _ = read(**union)
    assert alone.able([said]) == ()
    holders, _ = read(claim_by(Name("Hill Coalition", "u")), **union)
    assert [n.key for n in holders.able([said])] == ["u"]


def test_a_state_goes_by_the_force_that_its_side_has_in_the_record():
    state = {"land": Actor("land", "Landia", ActorKind.STATE, side="green")}
    holders, sources = read(claim("hold", "brigade"), claim("hold", "brigade", report="r2"), **state)
    assert holders.called(Name("Landia", "land"), sources).key == "brigade"


def test_a_side_goes_by_its_one_group_and_by_its_own_name_where_it_is_more_than_that():
    hills = Actor("hills", "Hill Rebels", ActorKind.SIDE)
    one, two = (Actor(k, k.title(), ActorKind.ARMED_GROUP, side="hills") for k in ("wing", "band"))
    said = [claim_by(Name("Wing", "wing")), claim_by(Name("Wing", "wing"), Name("hill men", "hills"))]
    holders, sources = read(*said, hills=hills, wing=one, band=two)
    assert holders.called(Name("hill men", "hills"), sources) == Name("Wing", "wing")
    holders, sources = read(*said, claim_by(Name("Band", "band")), hills=hills, wing=one, band=two)
    assert holders.called(Name("hill men", "hills"), sources) == Name("Hill Rebels", "hills")


def test_a_force_goes_by_the_rosters_name_where_the_record_uses_it_else_by_the_records():
    army = {"army": Actor("army", "Landian army", ActorKind.MILITARY)}
    told = [claim_by(Name("Landian troops", "army")), claim_by(Name("Landian troops", "army"), Name("men", "army"))]
    holders, sources = read(*told, **army)
    assert holders.called(Name("men", "army"), sources).text == "Landian troops"
    holders, sources = read(*told, claim_by(Name("the Landian Army", "army"), Name("Landian Army", "army")), **army)
    assert holders.called(Name("men", "army"), sources).text == "Landian army"
    holders, sources = read(claim_by(Name("soldiers", "army")), **army)
    assert holders.called(Name("soldiers", "army"), sources).text == "Landian army"


def test_a_force_goes_by_its_initials_where_the_record_does():
    army = {"army": Actor("army", "Landian Valley Army", ActorKind.MILITARY)}
    holders, sources = read(claim_by(Name("LVA", "army"), Name("Men", "army"), Name("LVA", "army")), **army)
    assert holders.called(Name("men", "army"), sources).text == "LVA"
    holders, sources = read(claim_by(Name("Men", "army")), **army)
    assert holders.called(Name("men", "army"), sources).text == "Landian Valley Army"
