"""One report as extraction sees it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from fogline.claims.scene import case_of, fits, scene_of
from fogline.records import Anchor, Mention, MentionKind, Name
from tests.claims.reports import TEXTS, named, report, scene

WHERE = Anchor("r", 0, 1, "x")


def test_a_scene_needs_a_parse_and_mentions() -> None:
    with pytest.raises(ValueError, match="parse"):
        scene_of(report("Rebels left."))
    with pytest.raises(ValueError, match="mentions"):
        scene_of(replace(named("Rebels left."), mentions=None))


@pytest.mark.parametrize(
    ("kind", "key", "as_actor", "as_place"),
    [
        (MentionKind.ACTOR, None, True, False),
        (MentionKind.PERSON, None, True, False),
        (MentionKind.AGENCY, None, True, False),
        (MentionKind.NATIONALITY, "country:SY", True, False),
        (MentionKind.PLACE, None, False, True),
        (MentionKind.PLACE, "country:SY", True, True),
    ],
)
def test_what_a_mention_can_be(kind: MentionKind, key: str | None, as_actor: bool, as_place: bool) -> None:
    mention = Mention(WHERE, kind, Name("x", key))
    assert (fits(mention, actor=True), fits(mention, actor=False)) == (as_actor, as_place)


def test_prepositions_of_several_words_are_joined() -> None:
    doc = scene("The army drove the rebels out of Homs and away from Hama.").doc
    assert case_of(next(t for t in doc if t.text == "Homs")) == "out of"
    assert case_of(next(t for t in doc if t.text == "army")) == ""


def test_dates_stand_apart_from_names() -> None:
    found = scene("Rebels captured Hama on Friday.")
    assert [m.anchor.quote for m in found.dates] == ["on Friday"]
    assert all(m.kind is not MentionKind.DATE for ms in found.at.values() for m in ms)


@settings(max_examples=20)
@given(TEXTS)
def test_each_word_has_the_mentions_that_cover_it(raw: str) -> None:
    found = scene(raw)
    for i, mentions in found.at.items():
        token = found.parse.anchor(i, i + 1)
        for mention in mentions:
            assert mention.anchor.start <= token.start
            assert token.end <= mention.anchor.end
