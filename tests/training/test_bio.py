"""Spans become labels, and GUM's entity column becomes spans."""

from training.bio import bio, gum_mentions


def test_spans_become_labels():
    assert bio(5, [(0, 2, "ORG"), (3, 4, "LOC")]) == ("B-ORG", "I-ORG", "O", "B-LOC", "O")


def test_of_nested_spans_the_longest_is_kept():
    assert bio(4, [(1, 2, "LOC"), (0, 3, "ORG")]) == ("B-ORG", "I-ORG", "I-ORG", "O")


def test_phrases_that_open_close_and_nest_are_read():
    column = [
        "Entity=(1-organization-new-x(2-place-new-x)",
        "Discourse=x|Entity=1)",
        "_",
        "Entity=(3-person-giv:act-cf1-1-coref-Some_Body)|SpaceAfter=No",
        "Entity=(4-abstract-new-x)",
    ]
    assert sorted(gum_mentions(column)) == [(0, 1, "LOC"), (0, 2, "ORG"), (3, 4, "PERSON")]


def test_a_phrase_that_never_closes_is_none():
    assert gum_mentions(["Entity=(1-person-new-x", "_"]) == []
