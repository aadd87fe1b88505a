"""Reports as the learned reader sees them: words, names, what grammar says, and the labels in its terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from evaluation.names import Names
from fogline.claims.candidates import Cast, casts
from fogline.claims.extract import grammar
from fogline.claims.features import beside, earlier
from fogline.claims.scene import Scene, scene_of
from fogline.claims.status import status_of
from fogline.records import Basis, ClaimType, MentionKind, Reading, ReportDay, Span, SpanKind, Status
from fogline.runs.line import reading_line
from training.claims.aliases import with_aliases
from training.claims.labelled import Label, Labelled, Role

TYPES = tuple(ClaimType)
STATUSES = tuple(Status)
ROLES = ("actor", "target", "place")
YES, EITHER = 1, -1

Grammar = tuple[dict[int, dict[str, int]], dict[int, set[ClaimType]]]  # as `fogline.claims.extract.grammar` gives it


@dataclass(slots=True)
class Act:
    """A labelled act.  For each role the places of its fillers among the candidates: `YES`, or `EITHER`."""

    word: int
    type: int
    status: int
    optional: bool
    roles: list[dict[int, int]] = field(default_factory=lambda: [{}, {}, {}])
    lost: list[bool] = field(
        default_factory=lambda: [False, False, False]
    )  # a filler that only the story tells, and that is no candidate


@dataclass(slots=True)
class Name:
    """A candidate: its words in its own sentence, and what it is; `key`: which one the program takes it for."""

    first: int
    last: int
    head: int
    sentence: int
    text: str
    kind: int
    named: bool
    may_act: bool
    is_place: bool
    surface: tuple[str, ...]
    listed: tuple[int, ...] = ()  # the words of the list that its head stands in
    key: str | None = None


@dataclass(slots=True)
class Example:
    """One sentence.  beside[word][name]: features; earlier[name]: features; grammar[word]: types; statuses[word]."""

    words: list[str]
    text: str
    here: list[Name]
    before: list[Name]
    beside: dict[int, list[list[int]]]
    earlier: list[list[int]]
    grammar: dict[int, list[int]]
    statuses: dict[int, int]
    acts: list[Act]
    labelled: bool = True


@dataclass(slots=True)
class Story:
    """One report."""

    conflict: str
    id: str
    sentences: list[Example]


def read_text(report_id: str, outlet: str, day: date | None, paragraphs: Sequence[Sequence[str]]) -> Reading:
    """A reading with parse and mentions, each sentence a span of its own, so that it stays one."""
    raw, spans = "", []
    for paragraph in paragraphs:
        for sentence in paragraph:
            spans.append(Span(len(raw), len(raw) + len(sentence), SpanKind.BODY))
            raw += sentence + " "
        raw = raw[:-1] + "\n"
    told = None if day is None else ReportDay(day, Basis.STATED, "published")
    reading = Reading(report_id, raw, outlet=outlet, published=told, day=told, spans=tuple(spans), credits=())
    for stage in reading_line()[1:3]:
        reading = stage(reading)
    return reading


def story_of(conflict: str, reading: Reading, labels: Mapping[int, list[Label]], names: Names) -> Story:
    """The examples of a reading; `labels`: by the place of the sentence."""
    scene = scene_of(reading)
    roles, types = grammar(scene)
    made = []
    for number, cast in enumerate(casts(scene)):
        made.append(_example(cast, scene, number, (roles, types), labels.get(number, []), names))
    return Story(conflict, reading.report_id, made)


def _example(cast: Cast, scene: Scene, number: int, seen: Grammar, labels: list[Label], names: Names) -> Example:
    roles, types = seen
    doc, start = scene.doc, cast.sentence.start
    words = [t.text for t in cast.sentence]
    before = earlier(cast, number, doc, roles)
    here = [_name(c, scene) for c in cast.here]
    back = [_name(c, scene) for c in cast.earlier]
    acts = [a for a in (_act(label, cast, number, here + back, names) for label in labels) if a is not None]
    return Example(
        words=words,
        text=cast.sentence.text,
        here=here,
        before=back,
        beside={t.i - start: beside(t, cast, roles) for t in cast.sentence if _may_tell(t)},
        earlier=before,
        grammar={
            i - start: sorted(TYPES.index(k) for k in kinds)
            for i, kinds in types.items()
            if start <= i < cast.sentence.end
        },
        statuses={t.i - start: STATUSES.index(status_of(t)) for t in cast.sentence if _may_tell(t)},
        acts=merged(acts),
    )


def _may_tell(token) -> bool:
    return token.pos_ not in ("PUNCT", "SPACE", "SYM")


def _name(c, scene: Scene) -> Name:
    doc = scene.doc
    sent = doc[c.first].sent
    start, end = sent.start, sent.end - 1
    surface = tuple(t.text for t in doc[c.first : c.last + 1])
    kind = list(MentionKind).index(c.mention.kind)
    return Name(
        c.first - start,
        min(c.last, end) - start,
        min(c.head, end) - start,
        c.sentence,
        c.text,
        kind,
        c.mention.named,
        c.may_act,
        c.is_place,
        surface,
        (c.head, *(t.i for t in doc[c.head].conjuncts)),
        c.mention.name.key,
    )


def _act(label: Label, cast: Cast, number: int, names_: list[Name], names: Names) -> Act | None:
    word = _word(label, cast)
    if word is None:
        return None
    act = Act(word, TYPES.index(ClaimType(label.type)), STATUSES.index(Status(label.status)), label.optional)
    for r, role in enumerate(ROLES):
        for n, way in enumerate(label.roles.get(role, [])):
            for filler in way:
                hits = _hits(filler, names_, cast, number, names)
                for hit in hits:
                    act.roles[r].setdefault(hit, YES if n == 0 else EITHER)
                if not hits and n == 0 and filler.words is None:
                    act.lost[r] = True
    return act


def _word(label: Label, cast: Cast) -> int | None:
    told = label.act.lower()
    found = [t for t in cast.sentence if t.lower_ == told] or [
        t for t in cast.sentence if t.lower_ in told.split("-") or told in t.lower_
    ]
    if not found:
        return None
    return found[min(label.occurrence, len(found)) - 1].i - cast.sentence.start


def _hits(filler: Role, names_: list[Name], cast: Cast, number: int, names: Names) -> list[int]:
    """The places of a filler's names among the candidates: by its name, else by the words that stand for it."""
    wanted = names.keys(filler.name)
    same = [i for i, n in enumerate(names_) if names.keys(n.text) & wanted]
    if same or filler.words is None:
        return same
    found = re.search(rf"(?<!\w){re.escape(filler.words)}(?!\w)", cast.sentence.text)
    if found is None:
        return []
    starts = cast.sentence.doc.starts
    begin, end = (starts[cast.sentence.start] + at for at in found.span())
    inside = {t.i - cast.sentence.start for t in cast.sentence if begin <= starts[t.i] < end}
    cover = [n.text for n in names_ if n.sentence == number and n.head in inside]
    return [i for i, n in enumerate(names_) if n.text in cover[-1:]]


def merged(acts: Iterable[Act]) -> list[Act]:
    """Acts of one word and type as one, with the fillers of all; what only an optional one has may go either way."""
    found: dict[tuple[int, int], Act] = {}
    for new in sorted(acts, key=lambda a: a.optional):
        known = found.setdefault((new.word, new.type), new)
        if known is new:
            continue
        spare = new.optional and not known.optional
        for mine, theirs in zip(known.roles, new.roles, strict=True):
            for place, value in theirs.items():
                mine[place] = max(mine.get(place, EITHER), EITHER if spare else value)
        known.lost = [a or b for a, b in zip(known.lost, new.lost, strict=True)]
    return list(found.values())


def from_labelled(conflict: str, reports: Sequence[Labelled]) -> list[Story]:
    """The stories of one file of our own labelled reports."""
    read = [read_with_labels(report) for report in reports]
    told = [(cast, labels.get(n, [])) for reading, labels in read for n, cast in enumerate(casts(scene_of(reading)))]
    names = Names(with_aliases(reports[0].names, told))
    return [story_of(conflict, reading, labels, names) for reading, labels in read]


def read_with_labels(report: Labelled) -> tuple[Reading, dict[int, list[Label]]]:
    """A report as it is read, and its labels by the place of the sentence."""
    paragraphs: list[list[str]] = []
    for sentence in report.sentences:
        if sentence.opens or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(sentence.text)
    reading = read_text(report.id, report.outlet, report.day, paragraphs)
    starts, at = {}, 0
    for paragraph in paragraphs:
        for text in paragraph:
            starts[at] = len(starts)
            at += len(text) + 1
    labels: dict[int, list[Label]] = {}
    bounds = sorted(starts)
    for number, sent in enumerate(scene_of(reading).doc.sents):
        offset = reading.parse.offsets[sent.start]
        which = starts[max(b for b in bounds if b <= offset)]
        for label in report.sentences[which].labels:
            if label.act.lower() in sent.text.lower():
                labels.setdefault(number, []).append(label)
    return reading, labels
