"""What a brief says, and that it says nothing that its evidence does not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.products.brief_json import content
from fogline.products.situation import situate
from fogline.records import Basis, Claim, ClaimType, Corpus, Name, Period, Quantity, Refusal, Status, Views
from tests.products.cases import (
    BAIJI,
    COPIED,
    DAY,
    EVE,
    KIRKUK,
    LEFT,
    MAYBE,
    NOT_LEFT,
    PESHMERGA,
    PLANNED,
    RAMADI,
    SHELLED,
    TAKEN,
    claim,
    event,
    hostile,
    reading,
    record,
)


def texts(situation, key):
    """The lines of a section, by group."""
    section = next(s for s in situation.sections if s.key == key)
    return {g.title: [line.text for line in g.lines] for g in section.groups}


def test_the_brief_of_the_small_record():
    found = situate(*record())
    assert found.title == "Iraq: the situation on 12 June 2014"
    assert [line.text for line in found.lead] == [
        "Held by the army: Sinjar.",
        "Held by Peshmerga: the Rabia crossing (contested).",
        "Disputed: Kirkuk.",
        "No report says who holds it now: Ramadi.",
        "Peshmerga took Kirkuk from the army, according to the Health Ministry.",
        "The army withdrew from Kirkuk, according to the Health Ministry. The army denied it.",
    ]
    assert texts(found, "changes") == {
        "12 June 2014": [
            "Peshmerga took Kirkuk from the army, according to the Health Ministry.",
            "The army withdrew from Kirkuk, according to the Health Ministry. The army denied it.",
        ]
    }
    assert texts(found, "control")["Disputed"] == [
        "Kirkuk: the sources contradict one another. Peshmerga took Kirkuk from the army, according to the Health "
        "Ministry. Against it: the army denied a withdrawal from Kirkuk."
    ]
    assert texts(found, "control")["army"] == ["Sinjar: held by the army since 12 June 2014."]
    assert texts(found, "cost") == {
        "No day is given": [
            "People came to harm in Ramadi (“killed”), Evening Wire and Harbour Post say. "
            "Figure given: 12 to 15 people (Harbour Post)."
        ]
    }
    assert texts(found, "outlook") == {
        "Planned or in preparation": ["Planned: the capture of Sinjar by Peshmerga, report 3 says."],
        "Called possible": [
            "As a possibility: an advance by Fighters towards the Rabia crossing, according to an officer."
        ],
    }
    assert texts(found, "ground") == {
        "": ["Ramadi: borders, leads to or is a link to Baiji (report 3) and Sinjar (report 3)."]
    }
    assert texts(found, "disputes") == {
        "Whether the army left Kirkuk": ["The Health Ministry: it left.", "The army: it did not leave."]
    }


def test_lineage_tells_origins_kin_and_what_was_changed():
    found = texts(situate(*record()), "lineage")
    assert found["Stories in this record"] == [
        "Kirkuk and Sinjar, 12 June 2014: reports 1 (Harbour Post) and 2 (Evening Wire).",
        "Ramadi: report 3.",
    ]
    assert found["One original, told more than once"] == [
        "Reports 1 (Harbour Post) and 2 (Evening Wire) tell one original by Gulf Agency: they count as one origin."
    ]
    assert found["Who derives from whom"] == [
        "Report 1 (Harbour Post) is an edited copy of a report of Gulf Agency.",
        "Report 2 (Evening Wire) is a copy of report 1 (Harbour Post).",
    ]
    assert found["Changed on the way"] == [
        "Report 2 (Evening Wire) against report 1 (Harbour Post): number, from “two hours” to “an hour”."
    ]


def test_limits_name_what_is_undated_refused_or_nowhere():
    corpus, views = record()
    found = texts(situate(corpus, views, refused=[("delta", Refusal("text", "no body text"))]), "limits")
    assert found["Reports without a stated day"] == [
        "Report 2 (beta): taken to be of 12 June 2014, inferred from its first line.",
        "Report 3 (gamma): no day is known, so its “yesterday” has none either.",
    ]
    assert found["Reports that could not be read to the end"] == ["delta: no body text (at the stage “text”)."]
    assert found["Places that are not on the map"] == ["Rabia crossing: 1 claim."]


def test_every_line_about_the_war_has_evidence_that_stands_in_its_report():
    corpus, views = record()
    raws = {r.report_id: r.raw for r in corpus.readings}
    found = situate(corpus, views)
    for line in found.lines():
        assert all(e.anchor.holds_in(raws[e.anchor.report_id]) for e in line.evidence)
    about_war = [
        line for s in found.sections if s.key not in ("limits", "lineage") for g in s.groups for line in g.lines
    ]
    bare = [line.text for line in about_war if not line.evidence]
    assert bare == [
        "Sinjar: held by the army since 12 June 2014."
    ]  # a holding that rests on no claim says so by itself


def test_a_line_rests_on_all_claims_of_its_event_and_on_no_other():
    line = next(line for line in situate(*record()).lines() if line.text.startswith("The army withdrew"))
    assert set(line.claim_ids) == {LEFT.claim_id, NOT_LEFT.claim_id}
    assert line.disputes


def test_no_claim_goes_missing():
    corpus, views = record()
    told = {c for line in situate(corpus, views).lines() for c in line.claim_ids}
    assert told == {c.claim_id for c in corpus.claims()}


def test_other_tellings_stand_beside_the_main_one():
    other = claim("beta", COPIED.anchor.quote, "had", "capture", actors=(Name("Tribesmen"),), place=KIRKUK)
    corpus = Corpus((reading("alpha", TAKEN), reading("beta", other)))
    line = situate(corpus, Views(events=(event(TAKEN, other),))).lines()[0]
    assert "Also told: Tribesmen took Kirkuk, Evening Wire says." in line.text
    assert "Peshmerga" not in line.text.split("Also told")[1]


def test_holdings_are_those_of_the_day():
    corpus, views = record()
    assert BAIJI.text in str(texts(situate(corpus, views, as_of=EVE), "control"))
    assert BAIJI.text not in str(texts(situate(corpus, views, as_of=DAY), "control"))
    assert situate(corpus, views, as_of=EVE - timedelta(days=1)).spots == ()


def test_changes_lie_between_since_and_the_day():
    corpus, views = record()
    assert texts(situate(corpus, views, as_of=EVE), "changes") == {}
    assert texts(situate(corpus, views, since=DAY + timedelta(days=1)), "changes") == {}
    assert len(texts(situate(corpus, views, since=DAY), "changes")["12 June 2014"]) == 2


def test_a_day_known_only_from_the_report_is_told_as_such():
    told = replace(TAKEN, period=Period(DAY, DAY, Basis.PUBLISHED))
    found = situate(Corpus((reading("alpha", told),)), Views(events=(event(told),)))
    line = found.lines()[0]
    assert line.text == "Peshmerga took Kirkuk from the army, according to the Health Ministry."
    assert line.note == "reported that day"


def test_a_place_is_called_as_most_reports_call_it():
    corpus, views = record()
    renamed = replace(views.holdings[0], place=Name("Karkuk", KIRKUK.key))
    found = situate(corpus, replace(views, holdings=(renamed,)))
    assert [spot.place for spot in found.spots] == ["Kirkuk"]
    assert found.lead[0].text == "Disputed: Kirkuk."


def test_a_side_that_no_claim_is_made_for_is_told_as_what_is_answered():
    corpus, views = record()
    one, other = views.disputes[0].sides
    side = replace(one, speakers=("Harbour Post",), claim_ids=other.claim_ids)
    found = texts(
        situate(corpus, replace(views, disputes=(replace(views.disputes[0], sides=(side, other)),))), "disputes"
    )
    assert (
        found["Whether the army left Kirkuk"]
        == [
            "What is answered, as told by Harbour Post: it left.",
            "As told by Harbour Post: it did not leave.",
        ]
        or found["Whether the army left Kirkuk"][0] == "What is answered, as told by Harbour Post: it left."
    )


def test_an_empty_record_has_a_brief():
    found = situate(Corpus(()), Views())
    assert found.as_of is None
    assert found.lines() == ()
    assert dict(found.counts) == {"reports": 0, "independent origins": 0, "claims": 0, "places": 0, "disputes": 0}


def test_a_record_without_a_place_has_a_brief_without_a_map():
    bare = replace(SHELLED, place=None)
    found = situate(Corpus((reading("alpha", bare),)), Views(events=(event(bare),)))
    assert found.spots == ()
    assert found.title == "The situation on 12 June 2014"
    assert texts(found, "cost")["No day is given"] == [
        "People came to harm (“killed”), Harbour Post says. Figure given: 12 to 15 people."
    ]


def test_the_brief_is_a_function_of_the_set_of_rows():
    corpus, views = record()
    turned = Views(
        replace(views.lineage, kin=views.lineage.kin[::-1], origins=views.lineage.origins[::-1]),
        views.events[::-1], views.holdings[::-1], views.disputes[::-1],
    )  # fmt: skip
    assert content(situate(corpus, turned)) == content(situate(corpus, views))


def test_hostile_texts_make_a_brief_too():
    corpus, views = hostile()
    raws = {r.report_id: r.raw for r in corpus.readings}
    lines = situate(corpus, views).lines()
    assert all(e.anchor.holds_in(raws[e.anchor.report_id]) for line in lines for e in line.evidence)


names = st.sampled_from([PESHMERGA, KIRKUK, RAMADI, Name("{actor}"), Name("x [y] z"), Name("the rebels"), Name("US")])
few = st.lists(names, max_size=2).map(tuple)
periods = st.none() | st.builds(
    lambda first, days, basis: Period(first, first + timedelta(days=days), basis),
    st.dates(date(2014, 1, 1), date(2015, 1, 1)), st.integers(0, 400), st.sampled_from(Basis),
)  # fmt: skip


@st.composite
def claims(draw):
    """Any claim at all, on the words of one of the sentences."""
    base = draw(st.sampled_from([TAKEN, COPIED, PLANNED, MAYBE]))
    said = replace(base.attribution, speakers=draw(few), via=draw(st.none() | names))
    return Claim(
        base.anchor, base.act, draw(st.sampled_from(ClaimType)), draw(few), draw(few), draw(st.none() | names),
        draw(st.sampled_from(Status)), said, None, draw(periods),
        draw(st.just(()) | st.builds(lambda n: (Quantity(n, n + 3, "fighter"),), st.integers(0, 5))),
    )  # fmt: skip


@given(st.lists(claims(), max_size=6, unique_by=lambda c: c.claim_id), st.booleans())
def test_any_claims_make_a_brief_that_holds_them_all(made, gathered):
    by_report = {r: tuple(c for c in made if c.anchor.report_id == r) for r in ("alpha", "beta", "gamma")}
    corpus = Corpus(tuple(reading(r, *cs) for r, cs in by_report.items()))
    views = Views(events=(event(*made),) if gathered and made else ())
    found = situate(corpus, views, as_of=date(2020, 1, 1))
    told = {c for line in found.lines() for c in line.claim_ids}
    shown = {c.claim_id for c in made if c.type is not ClaimType.HOLD}
    if not gathered:
        assert shown <= told
    assert all(line.text.strip().endswith((".", "…", "”")) for line in found.lines())


@pytest.mark.parametrize("kind", ClaimType)
@pytest.mark.parametrize("status", Status)
def test_every_type_has_words_for_every_sense_with_and_without_names(kind, status):
    full = replace(TAKEN, type=kind, status=status)
    bare = replace(full, actors=(), targets=(), place=None)
    for made in (full, bare):
        corpus = Corpus((reading("alpha", made),))
        line = next(iter(situate(corpus, Views(events=(event(made),))).lines()), None)
        assert line is None or line.text.endswith(".")
        assert line is None or "{" not in line.text
