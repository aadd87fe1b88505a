"""What-if in words: every line with the words that it rests on, the same in every form."""

import json
from xml.etree import ElementTree

import pytest

from fogline.control.network import Network
from fogline.control.whatif import what_if
from fogline.products import whatif_page
from fogline.products.lookup import Lookup
from fogline.products.whatif import answer, as_text, row
from fogline.products.why import trace
from fogline.records import Name
from tests.products.cases import DAY, HOSTILE, PESHMERGA, ROAD, hostile, record


def asked(made=record, place="ramadi", to=PESHMERGA):
    """The lookup and the answer over the small record."""
    corpus, views = made()
    node = Network.of(corpus).named[place]
    return Lookup.of(corpus, views, as_of=DAY), what_if(corpus, views.holdings, node, to, DAY)


def test_it_says_who_would_lose_which_connection():
    text = as_text(answer(*asked()))
    assert "If Ramadi passed to Peshmerga on 12 June 2014" in text
    assert "Baiji (holder not told) would lose the connection to Sinjar: every way between them that is told" in text
    assert f"“{ROAD}”" in text


def test_every_line_rests_on_words_or_says_that_it_is_about_the_record():
    lookup, found = asked()
    raws = {r.report_id: r.raw for r in lookup.corpus.readings}
    lines = answer(lookup, found).lines()
    assert lines
    assert all(line.evidence or line.about_record for line in lines)
    assert all(e.anchor.holds_in(raws[e.anchor.report_id]) for line in lines for e in line.evidence)


def test_every_way_can_be_asked_about():
    lookup, found = asked()
    edges = [i for line in answer(lookup, found).lines() for i in line.ids if i.startswith("edge-")]
    assert edges
    for edge_id in edges:
        steps = trace(lookup.corpus, lookup.views, edge_id)
        assert steps[0].id == edge_id
        assert any(step.anchor for step in steps)


def test_programs_get_the_same():
    lookup, found = asked()
    told = json.loads(json.dumps(row(lookup, found)))
    (side,) = told["sides"]
    assert [[place["place"] for place in part] for part in side["parts"]] == [["Baiji"], ["Sinjar"]]
    assert {w["id"] for w in told["ways"] if w["lost"]} == set(side["ways_lost"])
    assert all(w["evidence"] or w["supplement"] for w in told["ways"])
    assert (told["place"], told["to"], told["day"], told["already"]) == ("Ramadi", "Peshmerga", "2014-06-12", False)


def test_the_picture_has_the_way_that_would_be_lost():
    svg = ElementTree.fromstring(answer(*asked()).picture)
    lost = [line for line in svg.iter("{http://www.w3.org/2000/svg}line") if line.get("class") == "way lost"]
    assert len(lost) == 2  # Ramadi to Sinjar, and the key; Baiji is not located
    assert "a way that would be lost" in [e.text for e in svg.iter()]


def test_a_place_of_which_no_way_is_told_says_so():
    text = as_text(answer(*asked(place="kirkuk", to=Name("army", "actor-a"))))
    assert "No way of Kirkuk is told." in text


@pytest.mark.parametrize("place", ["ramadi", "kirkuk"])
def test_no_text_of_a_report_becomes_markup(place):
    page = whatif_page.render(answer(*asked(hostile, place=place, to=Name(HOSTILE, "actor-p"))))
    assert "<script>" not in page
    assert "\x1b" not in page
