"""Verbs that the tagger missed."""

import pytest

from fogline.claims.squeezed import forms
from tests.claims.reports import told


@pytest.mark.parametrize(
    ("form", "lemma"), [("retook", "retake"), ("shelled", "shell"), ("occupied", "occupy"), ("seizing", "seize")]
)
def test_each_form_leads_to_its_verb(form: str, lemma: str) -> None:
    assert forms()[form] == lemma


@pytest.mark.parametrize(
    "raw",
    [
        "The army retook Aleppo from rebel fighters on Monday.",
        "The Taliban control Kandahar.",
        "US-backed fighters seized Raqqa.",
        "The Saudi-led coalition bombed Sanaa.",
    ],
)
def test_a_verb_between_a_party_and_a_place_is_read(raw: str) -> None:
    (line,) = [line for line in told(raw) if line.type in ("capture", "hold", "attack")]
    assert line.actor is not None
    assert line.place is not None


def test_a_preposition_is_no_verb() -> None:
    assert "attack" not in [line.type for line in told("Rebels captured two soldiers near Homs.")]
