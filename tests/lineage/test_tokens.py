"""Keys that survive rewording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.lineage.tokens import Kind, names_of, read, skeleton, stem, tokens


def keys(text: str, kind: Kind) -> list[str]:
    raw = read(text)
    return [t.key for t in tokens(raw, names_of([raw])) if t.kind is kind]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They lost 2,500 men and 1.5 tonnes.", ["2500", "1.5"]),
        ("Thirty-one boats sank.", ["31"]),
        ("About two dozen fell, five thousand fled.", ["24", "5000"]),
        ("A pair of guards left.", ["2"]),
        ("A hundred and fifty came, then fifteen hundred and twenty-one.", ["150", "1521"]),
        ("Of two thousand three hundred, half a million or a dozen, who knows?", ["2300", "500000", "12"]),
        ("Half a dozen left, then three score.", ["6", "60"]),
        ("It cost two hundred thousand; two thousand, three of them women, fled.", ["200000", "2000", "3"]),
        ("Version 1.2.3 was lost.", []),
        ("one" + " billion" * 60, ["1000000000"]),
    ],
)
def test_numbers_are_read_by_their_value(text: str, values: list[str]) -> None:
    assert keys(text, Kind.NUMBER) == values


@pytest.mark.parametrize(("one", "other"), [("yousef", "yusuf"), ("qassem", "kasim"), ("hussein", "husayn")])
def test_romanisations_of_a_name_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_a_country_and_its_adjective_are_one_name_and_no_other() -> None:
    french, france, chadian, sudan = keys("the French, in France’s name, met Chadian men of Sudan", Kind.NAME)
    assert french == france
    assert len({france, chadian, sudan}) == 3


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    raws = [read("Bread was short in Ostrava."), read("The bread of Ostrava is dark.")]
    assert names_of(raws) == {"ostrava"}


def test_a_word_that_stands_at_a_head_alone_is_a_name_unless_reports_use_it_in_small_letters() -> None:
    raws = [read("Ostrava held out."), read("Soldiers wept there."), read("The Army left.")]
    assert names_of(raws) == {"ostrava"}


@given(st.text())
def test_reading_and_stemming_never_fail_and_never_lengthen(text: str) -> None:
    for raw in read(text):
        assert len(stem(raw.folded)) <= len(raw.folded)
        assert len(skeleton(raw.folded)) <= len(raw.folded)
