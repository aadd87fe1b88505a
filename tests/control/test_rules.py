"""The tables."""

from fogline.control.rules import rules
from fogline.records import ClaimType


def test_every_type_has_words_and_a_type_founds_or_ends_in_one_way_only():
    table = rules()
    assert set(table.words) == set(ClaimType)
    groups = [table.takes, table.keeps, table.leaves, table.contests]
    assert sum(map(len, groups)) == len(frozenset().union(*groups))


def test_every_type_that_can_be_denied_has_a_family():
    assert set(ClaimType) - set(rules().families) == {ClaimType.LINK}
