"""Candidates without comparing all pairs."""

from __future__ import annotations

from fogline.lineage.candidates import near_copies
from fogline.lineage.fingerprints import CROWD
from fogline.lineage.held import find_pairs
from fogline.lineage.tellings import Telling, Tellings, read_tellings
from fogline.records import Reading

from .conftest import Make


def named(tellings: tuple[Telling, ...], pairs: list[tuple[int, int]]) -> set[tuple[str, str]]:
    return {(tellings[i].report_ids[0], tellings[j].report_ids[0]) for i, j in pairs}


def texts(tellings: tuple[Telling, ...]) -> list[str]:
    return [telling.text for telling in tellings]


def test_a_copy_is_found_by_its_word_sequences(story: tuple[Reading, ...]) -> None:
    tellings = read_tellings(story)
    assert ("agency", "copy") in named(tellings, near_copies(texts(tellings)).pairs)


def test_paraphrases_are_found_by_their_names_and_numbers(story: tuple[Reading, ...]) -> None:
    tellings = Tellings(story)
    found = named(tuple(tellings), find_pairs(tellings).facts)
    assert {("agency", "rewrite"), ("agency", "digest")} <= found
    assert not any("unrelated" in pair for pair in found)


def test_a_crowd_of_near_copies_is_linked_in_linear_number(make: Make, story: tuple[Reading, ...]) -> None:
    crowd = tuple(make(f"r{n:03}", f"{story[0].raw}\nEdition {n}.") for n in range(10 * CROWD))
    tellings = read_tellings(crowd)
    found = near_copies(texts(tellings))
    pairs = [*found.pairs, *found.links]
    assert len(pairs) < CROWD * len(tellings)
    assert {i for pair in pairs for i in pair} == set(range(len(tellings)))
