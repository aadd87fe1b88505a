"""Figures of an event: each with who gives it, from the lowest to the highest."""

from dataclasses import replace

from fogline.products.figures import figure_sentence, largest
from fogline.products.lookup import Lookup
from fogline.records import Corpus, Figure, Quantity, Views
from tests.products.cases import SHELLED, SHELLED_TOO, event, reading


def sentence(*claims, best=()):
    """What the event of these claims tells of its figures."""
    corpus = Corpus((reading("alpha", *claims[:1]), reading("beta", *claims[1:])))
    made = replace(event(*claims), figures=tuple(Figure(unit, b, b, b, ()) for unit, b in best))
    return figure_sentence(Lookup.of(corpus, Views(events=(made,))), made, claims)


def giving(*quantities):
    """The second claim with these numbers."""
    return replace(SHELLED_TOO, quantities=quantities)


def test_figures_go_from_lowest_to_highest_and_are_never_added_up():
    more = giving(Quantity(9, 9, "person"), Quantity(1, 1, "home"))
    assert sentence(SHELLED, more, best=(("person", 9), ("home", 1))) == [
        "Figures given: 1 home (Evening Wire), 9 people (Evening Wire; best) and 12 to 15 people (Harbour Post)."
    ]


def test_a_figure_that_all_give_needs_no_name():
    assert sentence(SHELLED, giving(Quantity(12, 15, "person"))) == ["Figure given: 12 to 15 people."]


def test_a_figure_that_one_gives_has_his_name():
    assert sentence(SHELLED, giving()) == ["Figure given: 12 to 15 people (Harbour Post)."]
    assert sentence(giving(), giving()) == []


def test_of_many_figures_the_lowest_the_best_and_the_highest_are_told_and_the_others_counted():
    many = giving(*(Quantity(n, n, "person") for n in (3, 5, 7, 9, 20)))
    assert sentence(SHELLED, many, best=(("person", 7),)) == [
        "Figures given: 3 people (Evening Wire), 7 people (Evening Wire; best), 20 people (Evening Wire) and 3 more "
        "between them."
    ]
    assert largest([SHELLED, many]) == 20
