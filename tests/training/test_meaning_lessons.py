"""What the network for meaning learns from: the shipped pairs and stories keep their form."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from fogline.language.engine import SHIPPED as ENGINE
from fogline.language.pieces import Pieces
from training.lineage.meaning.lessons import NAMED, PAIRS, UNKNOWN, lesson, of_pairs, of_story
from training.lineage.told import retold

CUT = Pieces(ENGINE / "pieces.txt")
SOURCE = "The Front plans to leave Karsin. Bread is dear."


def test_a_lesson_marks_the_words_that_bear_a_change() -> None:
    made = lesson(CUT, SOURCE, "The Front has left Karsin.", [("status", "plans to leave", "has left")])
    assert [NAMED[n] for n, kind in enumerate(made.kinds) if kind] == ["status"]
    sides = [[b for b, side in zip(made.bears, made.sides, strict=True) if side == own] for own in (0, 1)]
    assert [side.count(1) for side in sides] == [3, 2]
    assert made.bears[0] == UNKNOWN


def test_words_that_do_not_stand_so_are_not_told() -> None:
    made = lesson(CUT, SOURCE, "The Front has left.", [("status", "plans to leave", "had left")])
    assert set(made.bears) == {UNKNOWN}
    assert sum(made.kinds) == 1


def test_a_passage_told_otherwise_makes_the_same_words_true(tmp_path: Path) -> None:
    pair = {
        "id": "x-1",
        "source": SOURCE,
        "told": [["The Front has left.", [["status", "plans to leave", "has left"]]], ["It is to go.", []]],
        "otherwise": [{"k": 0, "source": "The Front is gone. Bread is dear.", "false": [[1, "status"]]}],
    }
    (tmp_path / "x.jsonl").write_text(json.dumps(pair) + "\n", encoding="utf-8")
    made = list(of_pairs(CUT, random.Random(1), tmp_path))
    assert [sum(one.kinds) for one in made] == [1, 0, 0, 1, 0, 0]


@pytest.mark.parametrize("path", sorted(PAIRS.glob("*.jsonl")), ids=lambda p: p.stem)
def test_the_shipped_pairs_keep_the_form(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        assert {kind for _, changes in pair["told"] for kind, _, _ in changes} <= set(NAMED), pair["id"]
        changed = [k for k, (_, changes) in enumerate(pair["told"]) if changes]
        assert sorted(other["k"] for other in pair["otherwise"]) == changed, pair["id"]
        assert all(kind in NAMED for other in pair["otherwise"] for _, kind in other["false"]), pair["id"]


def test_a_story_teaches_each_sentence_of_its_retellings() -> None:
    story = next(retold(learnt=True))
    made = list(of_story(CUT, story))
    assert sum(any(one.kinds) for one in made) >= sum(len(r.changes) for r in story.reports) * 2 // 3


def test_every_twelfth_story_only_measures() -> None:
    learnt, kept = ({story.name for story in retold(learnt=own)} for own in (True, False))
    assert len(kept) == 31
    assert learnt.isdisjoint(kept)
