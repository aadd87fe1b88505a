"""What the network adds to the alterations that rules find, and what it clears."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.lineage import trace
from fogline.lineage.doubts import doubted
from fogline.lineage.passages import MOST, passages
from fogline.lineage.tellings import Telling, read_telling
from fogline.records import Corpus, Reading

from .conftest import Make


def telling(text: str) -> Telling:
    return read_telling(text, ["r"])


SOURCE = telling(
    "The Front plans to leave Karsin if the talks succeed. The governor has not replied to the offer. "
    "Some 40 men hold the bridge. Bread is dear in Talvek, traders said."
)


def test_every_sentence_has_a_passage_that_tells_most_of_it() -> None:
    mine = telling("Traders in Talvek complain of dear bread. Karsin is to be left by the Front. Nobody danced.")
    found = passages(mine, SOURCE)
    assert [places[0] for places in found[:2]] == [3, 0]
    assert all(1 <= len(places) <= MOST for places in found)


def test_nothing_is_found_beside_nothing() -> None:
    assert passages(SOURCE, telling("")) == [() for _ in SOURCE.sentences]
    assert doubted(SOURCE, telling(""), []) == []


def test_another_meaning_is_told_with_both_sentences() -> None:
    mine = telling("About forty men hold the bridge. The governor turned the offer down.")
    ((kind, original, altered, i, j),) = doubted(mine, SOURCE, [])
    assert kind == "status"
    assert altered in mine.sentences[i].text == "The governor turned the offer down."
    assert original in SOURCE.sentences[j].text == "The governor has not replied to the offer."


def test_what_rules_found_of_a_fair_kind_is_told_once() -> None:
    mine = telling("The governor turned the offer down.")
    found = [("negation", "not", "-", 0, 1)]
    assert doubted(mine, SOURCE, found) == found


def test_what_stands_word_for_word_was_not_altered() -> None:
    mine = telling("Some 40 men hold the bridge.")
    assert doubted(mine, SOURCE, [("number", "40", "-", 0, 3)]) == []


def test_another_spelling_is_no_other_name() -> None:
    source = telling(
        "Local gunmen seized the Naseeb crossing. The army left Deir ez-Zor on Friday, two residents said."
    )
    mine = telling(
        "Local gunmen took the Nassib crossing. Two residents said that the army left Deir al-Zour on Friday."
    )
    assert doubted(mine, source, []) == []
    other = telling("Local gunmen took the Masnaa crossing. Two residents said that the army left Palmyra on Friday.")
    assert {row[0] for row in doubted(other, source, [])} == {"place"}


def test_the_original_s_words_stand_in_the_sentence_that_is_told_with_them() -> None:
    source = telling("Nobody was hurt in the raid on Karsin. The governor has not replied to the offer of talks there.")
    mine = telling("In the raid on Karsin nobody came to harm, and the governor there turned the offer of talks down.")
    ((_, original, _, _, j),) = doubted(mine, source, [])
    assert original in source.sentences[j].text


@pytest.mark.parametrize(
    ("told", "kind"), [("parts of ", "scope"), ("reportedly ", "certainty")], ids=["scope", "certainty"]
)
def test_a_qualifier_is_called_scope_or_certainty(told: str, kind: str) -> None:
    source = telling(f"The army has {told}taken the village of Brenik, and the Front has left the salt mine of Ushgar.")
    mine = telling("Brenik, a village, is in the army's hands; the salt mine at Ushgar was given up by the Front.")
    assert {row[0] for row in doubted(mine, source, [])} <= {kind, "status"}


def test_a_record_holds_what_was_altered_in_other_words(story: tuple[Reading, ...], make: Make) -> None:
    rewrite = story[4].raw
    denied = next(line for line in rewrite.splitlines() if line.startswith("Denying"))
    told = rewrite.replace(denied, "The Orlan Front, which took the port in November, admitted that it was gone.")
    lineage = trace(Corpus((story[0], make("told", told, date(2030, 3, 7)))))
    assert any("admitted" in a.sentence and a.kind == "negation" for a in lineage.alterations)
