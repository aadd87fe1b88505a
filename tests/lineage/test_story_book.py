"""Stories made again in parts are those that are made of all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.lineage import story_book, story_parts
from fogline.lineage.remembered import RememberedStories
from fogline.lineage.seeds import Places, Seed
from fogline.lineage.stories import sort, story_of
from fogline.lineage.story_book import StoryBook
from fogline.lineage.story_parts import Rarity, find_parts
from fogline.records import Story
from fogline.records.ids import content_id

MANY = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
DAY = date(2030, 3, 1)
KEYS = st.dictionaries(st.integers(0, 14), st.sampled_from((1.0, 1.7, 2.1)), max_size=7)
GROUPS = st.tuples(KEYS, st.integers(0, 50))


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Levels, clues and records of few groups."""
    monkeypatch.setattr(story_parts, "BASE", 2)
    monkeypatch.setattr(story_parts, "CLUE", 2)
    monkeypatch.setattr(story_parts, "COMMON", 3)
    monkeypatch.setattr(story_book, "CROWD", 4)
    for room in (story_parts, story_book):
        monkeypatch.setattr(room, "SHARED", 1)
    monkeypatch.setattr(story_book, "AT_MOST", 0)


def seed(name: str, keys: dict[int, float], days: int) -> Seed:
    day = DAY + timedelta(days=days)
    return Seed(content_id("seed", name, sorted(keys.items()), days), (name,), keys, day, day, Places({}, {}))


def whole(seeds: list[Seed]) -> tuple[Story, ...]:
    told = sorted(seeds, key=lambda one: one.reports)
    return sort(story_of(told[n] for n in story) for _, made in find_parts(told, Rarity.among(told)) for story in made)


@MANY
@given(
    steps=st.lists(
        st.dictionaries(st.sampled_from("abcdefghijklmnopqrst"), st.none() | GROUPS, max_size=4), max_size=14
    )
)
def test_stories_that_are_made_again_in_parts_are_those_of_all(steps):  # type: ignore[no-untyped-def]
    store, now, stories = RememberedStories(), dict[str, Seed](), tuple[Story, ...]()
    for step in steps:
        before = dict(now)
        for name, told in step.items():
            now.pop(name, None)
            if told is not None:
                now[name] = seed(name, *told)
        fresh = [one for name, one in now.items() if before.get(name) != one]
        gone = [one.name for name, one in before.items() if now.get(name) != one]
        retold = StoryBook(store).bring_to(gone, fresh)
        stand = [story for story in stories if retold.reports.isdisjoint(story.report_ids)]
        stories = sort([*stand, *retold.stories])
        assert stories == whole(list(now.values()))


def test_a_part_that_nothing_bears_on_is_left(monkeypatch) -> None:
    monkeypatch.setattr(story_parts, "COMMON", 4)  # with one group more the record is of the same level
    store = RememberedStories()
    one = [seed(name, dict.fromkeys(range(5), 1.0), 0) for name in "ab"]
    two = [seed(name, dict.fromkeys(range(20, 25), 1.0), 0) for name in "cd"]
    first = StoryBook(store).bring_to([], [*one, *two])
    assert [story.report_ids for story in first.stories] == [("a", "b"), ("c", "d")]
    retold = StoryBook(store).bring_to([], [seed("e", dict.fromkeys(range(40, 44), 1.0), 0)])
    assert [story.report_ids for story in retold.stories] == [("e",)]
