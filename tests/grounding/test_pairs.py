"""Which of two "the former" and "the latter" mean."""

from __future__ import annotations

from tests.grounding.naming import actors, places


def test_places_named_in_one_breath() -> None:
    raw = "Rebels took Hama and Homs. The army conceded the loss of the former but said that the latter held out."
    assert {("former", "Hama"), ("latter", "Homs")} <= set(places(raw))


def test_parties_named_in_one_breath() -> None:
    assert ("former", "M23") in actors("M23 and the Taliban met. A march on Goma by the former was broken up.")


def test_nobody_where_three_are_named_or_a_noun_follows() -> None:
    assert "latter" not in {words for words, _ in places("Rebels took Hama, Homs and Idlib. The latter was calm.")}
    assert "former" not in {words for words, _ in places("Rebels took Hama and Homs. The former mayor left.")}
