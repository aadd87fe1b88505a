"""What the network makes of a whole retelling, beside what the rules found in it.

Where the rules compare words, it knows what a sentence means: it finds what was altered in other words, and clears
changes of wording that alter nothing.  The rules know numbers and names best, and what both values are, so theirs stay
where both agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fogline.lineage import meaning
from fogline.lineage.limits import clauses, find_limits, known
from fogline.lineage.meaning import Doubt
from fogline.lineage.naming import CAPITALS, is_form
from fogline.lineage.passages import passages
from fogline.lineage.tellings import Telling

Told = tuple[str, str, str, int, int]  # of a change its kind and both values, and where its two sentences stand
ALTERED = 0.6  # the least chance of a sentence that has another meaning
CLEARED = 0.05  # the chance below which what the rules found there is none, where it is of these kinds:
CLEARABLE = frozenset({"status", "negation", "wording"})  # what is only left out it was not taught to miss
NOTHING = "-"
NAMED = frozenset({"name", "place"})
QUALIFIER = "qualifier"  # as the network calls what is certainty or scope
# Of each of its kinds, what the rules may call it.  `evaluation/alterations.py` has a table of its own of what is as
# fair, so that nobody moves the measure who changes the program.
ALIKE: Mapping[str, frozenset[str]] = {
    "number": frozenset({"number", "time", "scope"}),
    "time": frozenset({"time", "number"}),
    "name": frozenset({"name", "place", "source", "wording"}),
    "place": frozenset({"place", "name", "source", "wording"}),
    "source": frozenset({"source", "name", "place", "certainty", "wording"}),
    QUALIFIER: frozenset({"scope", "certainty", "status", "negation", "number", "wording"}),
    "status": frozenset({"status", "certainty", "negation", "wording"}),
    "negation": frozenset({"negation", "status", "certainty"}),
}


def doubted(mine: Telling, theirs: Telling, found: Sequence[Told]) -> list[Told]:
    """What the rules found of the first telling against the second, without what is cleared, and with what is new."""
    beside = passages(mine, theirs)
    doubts = _read(mine, theirs, beside)
    kept = [told for told in found if told[3] in doubts and not _cleared(told[0], doubts[told[3]])]
    kinds: dict[int, set[str]] = {}
    for kind, _, _, i, _ in kept:
        kinds.setdefault(i, set()).add(kind)
    for i, doubt in doubts.items():
        if doubt.chance >= ALTERED and ALIKE[doubt.kind].isdisjoint(kinds.get(i, ())):
            kept += _told(doubt, i, [(j, theirs.sentences[j].text) for j in beside[i]])
    return kept


def _told(doubt: Doubt, at: int, passage: Sequence[tuple[int, str]]) -> list[Told]:
    """What is doubted, with the sentence of the passage that has its words; nothing where no words bear it."""
    j, text = next(((j, text) for j, text in passage if doubt.original in text), passage[0])
    original = doubt.original if doubt.original in text else ""  # it may begin in one sentence and end in another
    if not (original or doubt.altered) or (doubt.kind in NAMED and _is_respelled(doubt, passage)):
        return []
    return [(_kind(doubt), original or NOTHING, doubt.altered or NOTHING, at, j)]


def _is_respelled(doubt: Doubt, passage: Sequence[tuple[int, str]]) -> bool:
    """Whether all names that the passage has not as they are written are forms of names that it has: "Nassib"."""
    names = {name for _, text in passage for name in CAPITALS.findall(text)}
    new = set(CAPITALS.findall(doubt.altered)) - names
    return bool(new) and all(any(is_form(name, other) for name in names) for other in new)


def _cleared(kind: str, doubt: Doubt) -> bool:
    return kind in CLEARABLE and doubt.chance < CLEARED


def _read(mine: Telling, theirs: Telling, beside: Sequence[Sequence[int]]) -> dict[int, Doubt]:
    """Of each sentence that does not stand in its passage word for word, what the network makes of it."""
    asked: dict[int, tuple[str, str]] = {}
    for i, (sentence, places) in enumerate(zip(mine.sentences, beside, strict=True)):
        around = [theirs.sentences[j].text for j in sorted(places)]
        if around and sentence.text not in around:
            asked[i] = (" ".join(around), sentence.text)
    return dict(zip(asked, meaning.load().read(list(asked.values())), strict=True)) if asked else {}


def _kind(doubt: Doubt) -> str:
    """What the record calls its kind: of a qualifier, scope where its words limit to a part or to all, or certainty."""
    if doubt.kind != QUALIFIER:
        return doubt.kind
    scope = [limit for limit in known() if limit.kind == "scope"]
    told = [clause for text in (doubt.original, doubt.altered) for clause in clauses(text)]
    limited = any(True for limit in scope for clause in told for _ in find_limits(limit, clause))
    return "scope" if limited else "certainty"
