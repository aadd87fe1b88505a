"""The learned reader: what it sees hangs on the sentence and its names, not on what it is read together with."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from fogline.claims.candidates import casts
from fogline.claims.extract import grammar
from fogline.claims.meeting import NUMBER, ROLES, TYPES, Floats
from fogline.claims.network import Asked
from fogline.claims.reader import Reader, Told, load, with_shared
from fogline.claims.status import status_of
from fogline.records import ClaimType, Status
from fogline.records.errors import EngineError
from tests.claims.reports import claims, scene

FIRST = "Rebels captured the town of Karsin from the army on Monday."
MORE = "Shells fell on the market. It rained all night, and nobody slept. The price of bread rose again."


def read(raw: str) -> list[Told]:
    told = scene(raw)
    return load().read([Asked(told, list(casts(told)), *grammar(told))], status_of)[0]


def test_each_act_has_chances_for_each_role() -> None:
    [told] = [t for t in read(FIRST) if t.type is ClaimType.CAPTURE]
    assert told.act.text == "captured"
    assert max(told.actor, key=lambda name: told.actor[name]) == "rebels"
    assert max(told.place, key=lambda name: told.place[name]) == "Karsin"
    assert all(0 <= chance <= 1 for role in ROLES for chance in getattr(told, role).values())


def test_what_follows_changes_no_act() -> None:
    """The second network reads each sentence beside its neighbours, so that chances differ a little."""
    alone, beside = read(FIRST), [t for t in read(f"{FIRST} {MORE}") if t.act.i < 11]
    assert [(t.act.text, t.type, t.status) for t in alone] == [(t.act.text, t.type, t.status) for t in beside]
    for one, other in zip(alone, beside, strict=True):
        assert one.chance == pytest.approx(other.chance, abs=0.02)
        assert one.actor["rebels"] == pytest.approx(other.actor["rebels"], abs=0.02)  # kept in sixteen bits


def test_a_place_fills_no_actor_and_an_actor_no_place() -> None:
    for told in read(FIRST):
        assert "Karsin" not in told.actor
        assert "rebels" not in told.place


@pytest.mark.parametrize(
    ("raw", "word", "chance"),
    [("The army snatched Karsin.", "snatched", 0.9819), ("Two villages changed hands overnight.", "changed", 0.6194)],
)
def test_every_processor_reads_the_same(raw: str, word: str, chance: float) -> None:
    """Sums in eight bits overflow on some, where nothing is done about it, and other claims come of it."""
    [told] = [told for told in read(raw) if told.act.text == word]
    assert told.chance == pytest.approx(chance, abs=0.003)


def test_nothing_is_read_in_nothing() -> None:
    told = scene("")
    assert load().read([Asked(told, list(casts(told)), {}, {})], status_of) == [[]]


def test_a_folder_without_a_network_is_refused(tmp_path) -> None:
    with pytest.raises((EngineError, OSError)):
        Reader(tmp_path)


def shared(raw: str, chances: dict[str, float], least: float = 0.5) -> tuple[Floats, NDArray[np.bool_]]:
    """[words] of one type: the chances after those of two words are joined, and which words tell an act then."""
    doc = scene(raw).doc
    kind = NUMBER[ClaimType.ADVANCE]
    given = np.zeros((len(doc), len(TYPES)), dtype=np.float32)
    for word in doc:
        given[word.i, kind] = chances.get(word.text, 0.0)
    seen = np.zeros(given.shape, dtype=bool)
    told = with_shared(given, seen, np.full(len(TYPES), least, dtype=np.float32), doc)
    return told[:, kind], seen[:, kind]


def test_two_words_of_one_expression_tell_an_act_together() -> None:
    told, seen = shared("The rebels set foot in Karsin.", {"set": 0.25, "foot": 0.3})
    assert seen.tolist() == [False, False, False, True, False, False, False]
    assert told[3] == pytest.approx(0.55)
    assert told[2] == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("raw", "chances"),
    [
        ("The rebels set foot in Karsin.", {"set": 0.15, "foot": 0.3}),  # too little together
        ("The rebels set foot in Karsin.", {"foot": 0.48, "set": 0.04}),  # one word alone
        ("The rebels came and the army left.", {"came": 0.3, "left": 0.3}),  # two clauses
        ("The rebels set foot in Karsin.", {"rebels": 0.3, "foot": 0.3}),  # neither hangs on the other
    ],
)
def test_words_that_are_none_of_one_expression_tell_nothing_together(raw: str, chances: dict[str, float]) -> None:
    told, seen = shared(raw, chances)
    assert not seen.any()
    assert told.max() == pytest.approx(max(chances.values()))


def test_a_report_in_which_nothing_is_done_has_no_acts() -> None:
    assert load().read([], lambda _: Status.ASSERTED) == []
    assert list(claims("The sea is blue.")) == []
