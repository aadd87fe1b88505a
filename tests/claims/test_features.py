"""What grammar says of an act and a name beside each other, as numbers."""

from __future__ import annotations

from hypothesis import given, settings

from fogline.claims.candidates import casts
from fogline.claims.extract import grammar
from fogline.claims.features import EARLIER_SIZES, SIZES, beside, earlier, mark_of
from tests.claims.reports import TEXTS, scene


def row(raw: str, act: str, name: str) -> list[int]:
    """The features of a word and a name of a one-sentence report."""
    told = scene(raw)
    (cast,) = casts(told)
    token = next(t for t in told.doc if t.text == act)
    place = next(n for n, c in enumerate(cast.here) if c.text == name)
    return beside(token, cast, grammar(told)[0])[place]


def test_the_same_grammar_gives_the_same_numbers_whatever_the_names() -> None:
    assert row("Rebels captured Homs.", "captured", "Homs") == row("Rebels captured Goma.", "captured", "Goma")


def test_subject_and_object_differ() -> None:
    raw = "Russia captured Homs."
    assert row(raw, "captured", "Russia") != row(raw, "captured", "Homs")


def test_active_and_passive_differ() -> None:
    assert row("Russia captured Homs.", "captured", "Homs") != row("Homs was captured.", "captured", "Homs")


@settings(max_examples=30)
@given(TEXTS)
def test_on_any_text_every_number_is_within_its_size(text: str) -> None:
    told = scene(text)
    roles, _ = grammar(told)
    for number, cast in enumerate(casts(told)):
        assert len(mark_of(cast)) == len(cast.sentence)
        for features in earlier(cast, number, told.doc, roles):
            assert all(0 <= value < size for value, size in zip(features, EARLIER_SIZES, strict=True))
        for token in cast.sentence:
            for features in beside(token, cast, roles):
                assert all(0 <= value < size for value, size in zip(features, SIZES, strict=True))
