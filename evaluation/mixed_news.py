"""Measure how a corpus of mixed news falls into its stories: `python -m evaluation.mixed_news`.

The stories of our own of `evaluation.families` are put into one pile; asked is that the pile falls
into the same stories.  The figure is B-cubed (Bagga and Baldwin 1998): for each report, which share of its group
follows its story, and which share of its story stands in its group.  Each story is also read alone: it should stay one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from evaluation.families import Story, iter_stories
from fogline.lineage import trace
from fogline.records import Corpus, Reading


def main() -> int:
    """Print the figures of both halves."""
    told = list(iter_stories())
    if not told:
        print("no story to measure on: see evaluation.families", file=sys.stderr)
        return 2
    for half in ("look", "held"):
        part = [story for story in told if story.half == half]
        print(half)
        print(_line(f"{len(part)} stories in one pile", pile(part)))
        alone = [pile([story]) for story in part]
        print(_line("each read alone, mean", [sum(each) / len(alone) for each in zip(*alone, strict=True)]))
    return 0


def _line(what: str, figures: Sequence[float]) -> str:
    precision, recall, f1 = figures
    return f"  {what:28} precision {precision:.3f}   recall {recall:.3f}   F1 {f1:.3f}"


def pile(part: Iterable[Story]) -> tuple[float, float, float]:
    """B-cubed of these stories read together.  Reports without a body are left out."""
    readings: list[Reading] = []
    truth: dict[str, str] = {}
    for story in part:
        for reading in story.readings:
            if reading.body():
                named = replace(reading, report_id=f"{story.name}/{reading.report_id}")
                readings.append(named)
                truth[named.report_id] = story.name
    return b_cubed([story.report_ids for story in trace(Corpus(tuple(readings))).stories], truth)


def b_cubed(found: Iterable[Sequence[str]], truth: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of groups against the story that each item belongs to."""
    group = {item: frozenset(items) for items in found for item in items}
    story: dict[str, set[str]] = {}
    for item, name in truth.items():
        story.setdefault(name, set()).add(item)
    shared = {item: len(group[item] & story[truth[item]]) for item in truth}
    precision = sum(shared[item] / len(group[item]) for item in truth) / len(truth)
    recall = sum(shared[item] / len(story[truth[item]]) for item in truth) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    sys.exit(main())
