"""Measure events across reports on ECB+: `python -m evaluation.ecb`.

ECB+ has topics of two happenings of one kind each (two earthquakes, two takeovers), each told by some ten reports; of
them the words that tell events are marked, and which of these tell one event.  Measured are the topics 36 to 45, in the
sentences that its authors checked, with the marked words given and reports sorted by happening, as the field does.

`lemma` joins marked words of one happening whose heads have one lemma: the baseline that is hard to beat (76.5 in the
literature, where the reports were sorted by program).  `fogline` joins besides what its events gather.  Most of ECB+'s
words are of no type that it reads (earthquakes, signings, deaths of the famous); of these the lemma alone decides.

Measured only: nothing of the reports is in the project.
"""

from __future__ import annotations

import csv
import os
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

from evaluation.conll import conll
from fogline.events import gather
from fogline.records import Claim, Corpus, Reading
from fogline.runs.line import pass_through, reading_line

FOLDER, CHECKED = Path("ECB+"), "ECBplus_coreference_sentences.csv"
ORIGIN = "tommasoc80/EventStoryLine (ECB+_LREC2014)"
TOPICS = range(36, 46)
PUBLISHED = 0.765  # the lemma baseline of Barhom et al. 2019, with reports sorted by program

Id = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Mention:
    """Marked words: their report and id, where they stand in its text, and the event that they tell."""

    report: str
    number: str
    start: int
    end: int
    event: str

    @property
    def key(self) -> Id:
        """What it is known by."""
        return self.report, self.number


@dataclass(frozen=True, slots=True)
class Told:
    """A report of ECB+: its text, and its marked words in the checked sentences."""

    name: str
    raw: str
    mentions: tuple[Mention, ...]

    @property
    def happening(self) -> str:
        """The happening that it tells: its topic, and which of the two."""
        return self.name.split("_")[0] + ("+" if self.name.endswith("plus") else "")


def read_told(path: Path, checked: Iterable[int]) -> Told:
    """A report from its file.  Sentences stand one a line, words with blanks between them."""
    root, wanted = ElementTree.parse(path).getroot(), set(checked)  # a corpus that the user has put there
    raw, at, before = "", {}, None
    for token in root.iter("token"):
        sentence, word = int(token.get("sentence", 0)), token.text or ""
        raw += "" if before is None else " " if sentence == before else "\n"
        at[token.get("t_id", "")] = (len(raw), len(raw) + len(word), sentence)
        raw, before = raw + word, sentence
    events = {
        source.get("m_id", ""): relation.get("note", "")
        for relation in root.iter("CROSS_DOC_COREF")
        for source in relation.iter("source")
    }
    name, found = path.stem, []
    for mark in root.findall("Markables/*"):
        words = [at[anchor.get("t_id", "")] for anchor in mark.iter("token_anchor")]
        if words and mark.tag.startswith(("ACTION", "NEG_ACTION")) and words[0][2] in wanted:
            number = mark.get("m_id", "")
            event = events.get(number, f"{name} {number}")
            found.append(Mention(name, number, words[0][0], words[-1][1], event))
    return Told(name, raw, tuple(found))


def load(folder: Path) -> list[Told]:
    """The reports of the measured topics."""
    checked: defaultdict[str, list[int]] = defaultdict(list)
    with (folder / CHECKED).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            checked[f"{row['Topic']}_{row['File']}"].append(int(row["Sentence Number"]))
    paths = sorted(path for topic in TOPICS for path in (folder / str(topic)).glob("*.xml"))
    return [read_told(path, checked[path.stem]) for path in paths if path.stem in checked]


def lemmas_of(report: Told, reading: Reading) -> dict[Id, str]:
    """For each marked words the lemma of their head, the word that hangs in none of the others.

    Where cleaning left them out of the story, their last word stands for it.
    """
    assert reading.parse is not None
    parse = reading.parse
    anchors = [(parse.anchor(t.i, t.i + 1), t) for t in parse.doc if not t.is_space]
    found: dict[Id, str] = {}
    for mention in report.mentions:
        inside = [t for anchor, t in anchors if mention.start <= anchor.start and anchor.end <= mention.end]
        head = next((t for t in inside if t.head == t or t.head not in inside), None)
        found[mention.key] = (head.lemma_ if head is not None else report.raw[: mention.end].split()[-1]).lower()
    return found


def claims_of(mention: Mention, claims: Iterable[Claim]) -> list[str]:
    """The claims whose act stands among the marked words."""
    return [c.claim_id for c in claims if mention.start <= c.act.start and c.act.end <= mention.end]


def clusters(mentions: Sequence[Mention], lemmas: Mapping[Id, str], events: Mapping[Id, Hashable]) -> list[set[Id]]:
    """Marked words of one happening as they tell one event: gathered in one, or of one lemma."""
    groups: list[set[Id]] = []
    for mention in mentions:
        joined = [g for g in groups if any(_same(mention.key, other, lemmas, events) for other in g)]
        groups = [g for g in groups if g not in joined] + [{mention.key}.union(*joined)]
    return groups


def _same(one: Id, other: Id, lemmas: Mapping[Id, str], events: Mapping[Id, Hashable]) -> bool:
    gathered = one in events and events[one] == events.get(other)
    return gathered or lemmas[one] == lemmas[other]


def measure(told: Iterable[Told]) -> dict[str, dict[str, float]]:
    """The figures of both ways, over all happenings."""
    by_happening: defaultdict[str, list[Told]] = defaultdict(list)
    for report in told:
        by_happening[report.happening].append(report)
    ways: dict[str, list[set[Id]]] = {"lemma": [], "fogline": []}
    gold: defaultdict[str, set[Id]] = defaultdict(set)
    for reports in by_happening.values():
        readings = [pass_through(Reading(report.name, report.raw), reading_line()) for report in reports]
        events = _events(reports, readings)
        pairs = zip(reports, readings, strict=True)
        lemmas = {key: lemma for pair in pairs for key, lemma in lemmas_of(*pair).items()}
        mentions = [mention for report in reports for mention in report.mentions]
        ways["lemma"] += clusters(mentions, lemmas, {})
        ways["fogline"] += clusters(mentions, lemmas, events)
        for mention in mentions:
            gold[mention.event].add(mention.key)
    return {way: conll(found, list(gold.values())) for way, found in ways.items()}


def _events(reports: Sequence[Told], readings: Sequence[Reading]) -> dict[Id, Hashable]:
    """For the marked words that tell a claim, the event that gathers it."""
    places = {place.place_id: place for reading in readings for place in reading.places or ()}
    actors = {actor.actor_id: actor for reading in readings for actor in reading.actors or ()}
    gathered = gather(Corpus(tuple(replace(r, parse=None) for r in readings), places, actors))
    event_of = {claim_id: event.event_id for event in gathered for claim_id in event.claim_ids}
    found: dict[Id, Hashable] = {}
    for report, reading in zip(reports, readings, strict=True):
        for mention in report.mentions:
            told = [event_of[c] for c in claims_of(mention, reading.claims or ()) if c in event_of]
            if told:
                found[mention.key] = min(told)
    return found


def main() -> int:
    """Print the figures; 2 where the corpus is missing."""
    folder = Path(os.environ.get("FOGLINE_SOURCES", "")) / FOLDER
    if not (folder / CHECKED).is_file():
        print(f"ECB+ is missing: put {FOLDER} and {CHECKED} of {ORIGIN} under FOGLINE_SOURCES", file=sys.stderr)
        return 2
    told = load(folder)
    print(f"{len(told)} reports, {sum(len(t.mentions) for t in told)} marked words")
    for way, figures in measure(told).items():
        print(f"{way:10}" + "".join(f"{name:>8} {value:.3f}" for name, value in figures.items()))
    print(f"{'published':10}{'conll':>32} {PUBLISHED:.3f}   the lemma baseline, reports sorted by program")
    return 0


if __name__ == "__main__":
    sys.exit(main())
