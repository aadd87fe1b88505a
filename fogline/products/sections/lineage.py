"""Which reports follow one story, which tell one original, which derive from which, and what was changed on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from fogline.language.words import fold
from fogline.products.line import Group, Line, Section
from fogline.products.lookup import Evidence, Lookup
from fogline.products.wording import capital, day_words, enumerated
from fogline.records import Alteration, Kinship, Origin, Reading, Story

RUN_LENGTHS = (40, 25, 16, 10, 6)  # words that two reports share in a row: the longest that is found is shown
_WORD = re.compile(r"\w+")


def lineage(lookup: Lookup) -> Section:
    """Stories, origins with more than one report, kinships, and alterations of meaning."""
    found = lookup.views.lineage
    groups = [
        Group("Stories in this record", tuple(story_line(lookup, s) for s in _several(found.stories))),
        Group("One original, told more than once", tuple(origin_line(lookup, o) for o in _shared(found.origins))),
        Group("Who derives from whom", tuple(kin_line(lookup, k) for k in sorted(found.kin))),
        Group("Changed on the way", tuple(alteration_line(lookup, a) for a in sorted(found.alterations, key=_order))),
    ]
    intro = "Reports of one origin count once, however many print it. The list of sources below numbers them."
    return Section("lineage", "Sources and lineage", intro, tuple(g for g in groups if g.lines))


def shared_words(one: Reading, other: Reading) -> tuple[int, int] | None:
    """The first long run of words of `one` that stands in `other` too.

    Shape: offsets into `one.raw`; `None` where they share no six words in a row.
    """
    mine = _body_words(one)
    theirs = f" {' '.join(word for _, _, word in _body_words(other))} "
    words = [word for _, _, word in mine]
    begins = _Begins(words, theirs)
    for length in RUN_LENGTHS:
        for i in range(len(mine) - length + 1):
            if begins[i] and f" {' '.join(words[i : i + length])} " in theirs:
                return mine[i][0], mine[i + length - 1][1]
    return None


class _Begins(dict[int, bool]):
    """Whether the shortest run of words that counts, from this one on, stands in another text: looked up once."""

    def __init__(self, words: Sequence[str], text: str) -> None:
        super().__init__()
        self._words, self._text = words, text

    def __missing__(self, i: int) -> bool:
        found = self[i] = f" {' '.join(self._words[i : i + RUN_LENGTHS[-1]])} " in self._text
        return found


def _body_words(reading: Reading) -> tuple[tuple[int, int, str], ...]:
    return _folded(reading.raw, tuple((span.start, span.end) for span in reading.body()))


@lru_cache(maxsize=64)  # a report stands beside several others
def _folded(raw: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int, str], ...]:
    found = (m for start, end in spans for m in _WORD.finditer(raw, start, end))
    return tuple((m.start(), m.end(), fold(m.group())) for m in found)


def _shared(origins: Iterable[Origin]) -> list[Origin]:
    return sorted((o for o in origins if len(o.report_ids) > 1), key=lambda o: (-len(o.report_ids), o.report_ids))


def origin_line(lookup: Lookup, origin: Origin) -> Line:
    """The line of an origin, with words that its reports share."""
    order = sorted(origin.report_ids, key=lambda r: (lookup.numbers.get(r, 0), r))
    names = enumerated([_called(lookup, r).removeprefix("report ") for r in order])
    by = f" by {origin.agency}" if origin.agency else ""
    if len(order) > 1:
        text = f"Reports {names} tell one original{by}: they count as one origin."
    else:
        text = f"Report {names} is an origin of its own{by}."
    first, *rest = order
    proof = dict.fromkeys(e for r in rest for e in _likeness(lookup, r, first))
    return Line(text, tuple(proof), subject=origin.origin_id)


def _several(stories: Sequence[Story]) -> list[Story]:
    """The stories, the largest first, where the record holds more than one: else there is nothing to tell apart."""
    return sorted(stories, key=lambda s: (-len(s.report_ids), s.report_ids)) if len(stories) > 1 else []


def story_line(lookup: Lookup, story: Story) -> Line:
    """The line of a story: its places, its days, its reports; with the first words of each report."""
    order = sorted(story.report_ids, key=lambda r: (lookup.numbers.get(r, 0), r))
    about = enumerated(story.about) if story.about else "no place that is named"
    days = ""
    if story.first and story.last:
        days = f", {day_words(story.first)}" + (f" to {day_words(story.last)}" if story.last != story.first else "")
    names = enumerated([_called(lookup, r).removeprefix("report ") for r in order])
    text = f"{capital(about)}{days}: report{'s' if len(order) > 1 else ''} {names}."
    proof = (head for r in order if (head := _head(lookup, r)) is not None)
    return Line(text, tuple(proof), subject=story.story_id)


def _head(lookup: Lookup, report_id: str) -> Evidence | None:
    """The first line of a report's body."""
    reading = lookup.readings.get(report_id)
    for span in reading.body() if reading else ():
        words = reading.raw[span.start : span.end] if reading else ""
        line = words.strip().partition("\n")[0].strip()
        if line:
            start = span.start + words.index(line)
            return lookup.words(report_id, start, start + len(line))
    return None


def kin_line(lookup: Lookup, kin: Kinship) -> Line:
    """The line of a kinship, with a run of words that both reports share, or the credit to the agency."""
    article = "an" if kin.relation[0] in "aeu" else "a"
    source = _called(lookup, kin.source) if kin.source in lookup.readings else f"a report of {kin.source}"
    text = f"{_called(lookup, kin.report_id)} is {article} {kin.relation} of {source}."
    note = f"score {kin.score:.2f}"  # the reasons: fogline lineage, fogline why
    if kin.source in lookup.readings:
        proof = _likeness(lookup, kin.report_id, kin.source)
    else:
        named = lookup.quote(kin.report_id, kin.source)
        proof = (named,) if named else ()
    return Line(capital(text), proof, subject=kin.report_id, note=note)


def alteration_line(lookup: Lookup, change: Alteration) -> Line:
    """The line of an alteration, with both sentences."""
    where = f"{capital(_called(lookup, change.report_id))} against {_called(lookup, change.source)}"
    was, now = _as_written(change.original, change.original_sentence), _as_written(change.altered, change.sentence)
    text = f"{where}: {change.kind}, from {was} to {now}."
    pairs = ((change.source, change.original_sentence), (change.report_id, change.sentence))
    proof = tuple(e for report_id, words in pairs if (e := lookup.quote(report_id, words)))
    return Line(text, proof, subject=change.alteration_id)


def _as_written(words: str, sentence: str) -> str:
    """Words of a sentence as a quotation, with dots where others stand between them; unquoted where they are not."""
    pieces: list[str] = []
    at, said = 0, " ".join(sentence.split())
    for word in words.split():
        if pieces and said.startswith(f"{pieces[-1]} {word}", at):
            pieces[-1] += f" {word}"
            continue
        at = said.find(word, at + len(pieces[-1]) if pieces else 0)
        if at < 0:
            return words
        pieces.append(word)
    return f"“{' … '.join(pieces)}”"


def _likeness(lookup: Lookup, report_id: str, source: str) -> tuple[Evidence, ...]:
    one, other = lookup.readings.get(report_id), lookup.readings.get(source)
    if one is None or other is None:
        return ()
    found = (shared_words(one, other), shared_words(other, one))
    proofs = [lookup.words(r.report_id, *ends) for r, ends in zip((one, other), found, strict=True) if ends]
    return tuple(p for p in proofs if p)


def _called(lookup: Lookup, report_id: str) -> str:
    number = lookup.numbers.get(report_id)
    if number is None:
        return report_id
    reading = lookup.readings[report_id]
    return f"report {number} ({reading.outlet})" if reading.outlet else f"report {number}"


def _order(change: Alteration) -> tuple[str, str, str, str]:
    return (change.report_id, change.source, change.kind, change.alteration_id)
