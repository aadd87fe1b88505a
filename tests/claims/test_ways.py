"""Ways: every end of them, what lies on them, what would cut them, and whose only one they are."""

from __future__ import annotations

import pytest
from hypothesis import given

from fogline.claims.ways import way_claims
from fogline.claims.waywords import ends_of_noun
from fogline.records import ClaimType, Name
from tests.claims.reports import TEXTS, report, scene, told


def links(raw):
    """The pairs that the links of a report join."""
    return {(t.place, t.target) for t in told(raw) if t.type == "link" and t.target is not None}


@pytest.mark.parametrize(
    ("raw", "ends"),
    [
        ("Goma lies on the road between Sake and Rutshuru.", {"Sake", "Rutshuru"}),
        ("Goma is the gateway to Sake and the coastal region.", {"Sake", "coastal region"}),
        ("Goma, on the supply road between Sake and Rutshuru, was shelled.", {"Sake", "Rutshuru"}),
        ("Goma sits between Sake and the coast.", {"Sake", "coast"}),
        (
            "Goma lies on a route linking Sake to the provinces of Bukavu and Uvira.",
            {"Sake", "Bukavu province", "Uvira"},
        ),
    ],
)
def test_a_place_on_a_way_is_linked_to_every_end(raw, ends):
    assert {("Goma", end) for end in ends} <= links(raw)


def test_an_apposition_cuts_no_end_off():
    raw = "If the rebels enter Goma, they would sever the road between Sake, a market town, and the coastal strip."
    of = scene(raw)
    ends = [ends_of_noun(w, of) for w in of.doc if w.text == "road"]
    assert [[n.text for n in side] for side in ends[0]] == [["Sake"], ["coastal strip"]]


def test_a_way_that_would_be_cut_is_closed():
    of = scene("If the rebels enter Goma, they would sever the road between Sake and the coastal strip.")
    found = [p for s in of.doc.sents for p in way_claims(s, of, ())]
    (closing,) = [p for p in found if p.type is ClaimType.CLOSE]
    assert closing.place == Name("road between Sake and the coastal strip")
    assert [n.text for n in closing.actors] == ["rebels"]


def test_where_a_success_would_cut_a_way_is_on_it():
    raw = "Shells fell on Goma, where the rebels could cut the old road between Sake and the coast."
    assert {("Goma", "Sake"), ("Goma", "coast")} <= links(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "The army's only gateway to the outside world is Goma.",
        "The army's last remaining outlet has become Goma.",
    ],
)
def test_an_only_way_out_is_in_the_hands_of_whom_it_serves(raw):
    assert ("hold", "Goma") in {(t.type, t.place) for t in told(raw) if t.actor}


def test_a_way_out_among_others_is_nobodys():
    of = scene("The army's main gateway to the outside world is Goma.")
    assert [p for s in of.doc.sents for p in way_claims(s, of, ()) if p.type is ClaimType.HOLD] == []


@pytest.mark.parametrize(
    "raw", ["The talks between Sake and Goma failed.", "The army cut its spending.", "The front line lies in Goma."]
)
def test_what_is_no_way_links_nothing(raw):
    of = scene(raw)
    assert [p for s in of.doc.sents for p in way_claims(s, of, ())] == []


@given(TEXTS)
def test_what_is_told_already_is_not_told_again(raw):
    if not report(raw).raw.strip():
        return
    of = scene(raw)
    for sentence in of.doc.sents:
        first = way_claims(sentence, of, ())
        assert way_claims(sentence, of, first) == []
