"""Measure who is heard to speak, on PolNeAR's news: `python -m evaluation.attribution [train|dev|test]`.

PolNeAR marks who says (or thinks) what in political news: a source, a cue and a content.  The engine reads a text, and
the cues of `fogline.claims` are asked who speaks; mentions are not needed.

Asked for: attributions with a source that is named or described (of several words, or one that is no pronoun), a cue
of one word or more, and a content.  Of several annotations of one text the first by file name is taken.

Answers.  "found": nothing but the text is given.  The main word of the content (the first whose head stands outside
the content) is asked for the speech that it stands under; where it stands under none, the other words of the content
are asked in turn.  "cue": the words of the cue are given besides: the speakers of the first word in it that has any
are the answer, whether or not fogline knows it for a cue; else that of "found".

Right.  Both spans are cut to their cores: determiners at the start are left out, and all from the first
comma, dash, bracket or relative word on, and marks and blanks at the ends.  exact: the cores are the same stretch.
overlapping: the head of the answer stands inside the source's span.

Rows.  "said": reported speech, which is what fogline reads: the cue holds a verb or noun of saying (`SAYING`) or
"according to", or the content a quotation mark, and no word of the cue says that nothing was said ("did not say").
"all": every attribution asked for, those of thoughts, wishes and attitudes too ("supports", "wants", "praised"), which
fogline leaves in the report's own voice.  All figures are recall: PolNeAR asks for more than fogline means to find,
and what it does not mark is not counted.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fogline.claims.attribution import heard_over
from fogline.claims.attribution_cues import cues_of
from fogline.claims.attribution_heads import speakers_of
from fogline.claims.attribution_names import reach
from fogline.language.engine import load
from fogline.language.parsed import Parsed
from fogline.language.plain import Word, words_of
from fogline.records import Reading, Span, SpanKind

FOLDER = Path("PolNeAR", "data")
ORIGIN = "networkdynamics/PolNeAR at c3eee83"
WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
PRONOUNS, SAYING, NEGATIVE = (frozenset(WORDS[key]) for key in ("pronouns", "saying", "negative"))
QUOTED = frozenset('“”"«»')
_LEAD = re.compile(
    r"^(?:(?:the|a|an|another|some|any|every|each|his|her|its|their|our|my|this|that|these|those)\s+|[\s\"“”‘’'(\[]+)+",
    re.I,
)
_CUT = re.compile(r"\s*(?:[,;:(\[—–]|\s-\s|\b(?:who|which|whose|whom)\b).*$", re.I | re.S)
_TAIL = re.compile(r"(?:'s|’s|[\s.,;:!?\"“”‘’'’)\]])+$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: half-open spans of characters; a content or cue may be in pieces."""

    source: tuple[int, int]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    said: bool


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures of a part; 2 where the texts are missing."""
    part = (list(argv if argv is not None else sys.argv[1:]) or ["dev"])[0]
    measured = measure(part)
    if not measured:
        print(f"{root() / part} is missing: clone {ORIGIN} into the folder of FOGLINE_SOURCES", file=sys.stderr)
        return 2
    for row, figures in measured.items():
        print(row, " ".join(f"{name} {value:.4f}" for name, value in figures.items()))
    return 0


def root() -> Path:
    """Where the texts are looked for."""
    return Path(os.environ.get("FOGLINE_SOURCES", "sources")) / FOLDER


def measure(part: str = "test", *, limit: int | None = None) -> dict[str, dict[str, float]]:
    """The figures of "attribution said" and "attribution all" on a part; empty where the texts are not there."""
    texts = sorted((root() / part / "text").glob("*.txt"))[:limit]
    if not texts:
        return {}
    counts: dict[str, dict[str, int]] = {"said": {}, "all": {}}
    for path in texts:
        text = path.read_text(encoding="utf-8")
        for asked, answers in judged(text, marked(path, text)):
            for row in ("said", "all") if asked.said else ("all",):
                counts[row]["asked"] = counts[row].get("asked", 0) + 1
                for name, right in answers.items():
                    counts[row][name] = counts[row].get(name, 0) + right
    return {f"attribution {row}": _shares(told) for row, told in counts.items()}


def _shares(counts: Mapping[str, int]) -> dict[str, float]:
    asked = counts.get("asked", 0)
    shares = {name: n / asked if asked else 0.0 for name, n in counts.items() if name != "asked"}
    return {**shares, "asked": float(asked)}


def marked(path: Path, text: str) -> list[Attribution]:
    """The attributions of a text that are asked for."""
    files = sorted((path.parent.parent / "attributions").glob(f"{path.stem}_*.ann"))
    return list(read(files[0].read_text(encoding="utf-8"), text)) if files else []


def read(brat: str, text: str) -> Iterator[Attribution]:
    """The attributions asked for in a brat file of spans (T) and events (E)."""
    rows = [line.split("\t") for line in brat.splitlines() if line[:1] in ("T", "E") and "\t" in line]
    spans = {row[0]: _pieces(row[1]) for row in rows if row[0].startswith("T")}
    for row in rows:
        if not row[0].startswith("E"):
            continue
        parts: dict[str, list[tuple[int, int]]] = {}
        for told in row[1].split():
            role, _, key = told.partition(":")
            parts.setdefault(role.rstrip("0123456789"), []).extend(spans.get(key, []))
        source, cue, content = (sorted(parts.get(role, [])) for role in ("Source", "Cue", "Content"))
        if source and cue and content and not _is_pronoun(text, source):
            whole = (source[0][0], source[-1][1])
            yield Attribution(whole, tuple(cue), tuple(content), _is_said(text, cue, content))


def _pieces(told: str) -> list[tuple[int, int]]:
    """The stretches of a span: "Source 10 14;20 25"."""
    _, _, numbers = told.partition(" ")
    return [(int(a), int(b)) for a, b in (piece.split() for piece in numbers.split(";"))]


def _is_pronoun(text: str, source: Sequence[tuple[int, int]]) -> bool:
    words = re.findall(r"[^\W\d_]+", " ".join(text[a:b] for a, b in source).lower())
    return all(word in PRONOUNS for word in words)


def _is_said(text: str, cue: Sequence[tuple[int, int]], content: Sequence[tuple[int, int]]) -> bool:
    """Whether an attribution is of reported speech, by its cue's words (any ending) or by quotation marks."""
    words = re.findall(r"[a-z]+", " ".join(text[a:b] for a, b in cue).lower())
    if any(word in NEGATIVE for word in words):
        return False
    return any(_stem(word) & SAYING for word in words) or any(set(text[a:b]) & QUOTED for a, b in content)


def _stem(word: str) -> set[str]:
    """The forms that a word may be of: "said" has its own line, the rest is cut by rule."""
    irregular = {"said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak"}
    found = {word, irregular.get(word, word)}
    for ending, instead in (("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ied", "y"), ("ies", "y")):
        if word.endswith(ending):
            found.add(word.removesuffix(ending) + instead)
    return found


def judged(text: str, asked: Iterable[Attribution]) -> Iterator[tuple[Attribution, dict[str, bool]]]:
    """Each attribution with what is right of its answers: found and cue, each exact and overlapping."""
    wanted = list(asked)
    if not wanted:
        return
    reading = load()(Reading("measured", text, spans=(Span(0, len(text), SpanKind.BODY),)))
    parsed = reading.parse
    assert isinstance(parsed, Parsed)  # the stage gives it to every reading with spans
    for attribution in wanted:
        found = heard(attribution, parsed)
        given = told_by_cue(attribution, parsed) or found
        answers: dict[str, bool] = {}
        for name, heads in (("found", found), ("cue", given)):
            exact, overlapping = _right(heads, attribution.source, parsed, text)
            answers |= {f"{name}_exact": exact, f"{name}_overlapping": overlapping}
        yield attribution, answers


def heard(asked: Attribution, parsed: Parsed) -> tuple[Word, ...]:
    """The heads of the speakers that fogline finds over a content; empty where it finds none."""
    words = _tokens(asked.content, parsed)
    inside = {t.i for t in words}
    main = [t for t in words if t.head.i not in inside or t.head.i == t.i]
    for token in [*main, *words]:
        cue = heard_over(token)
        if cue is not None and not any(h.i in inside for h in cue.heads):
            return cue.heads
    return ()


def told_by_cue(asked: Attribution, parsed: Parsed) -> tuple[Word, ...]:
    """The heads of who speaks by the given cue, whatever its words are."""
    for token in _tokens(asked.cue, parsed):
        known = cues_of(words_of(parsed.doc)).get(token.i)
        if known is not None:
            return known.heads
        if token.pos_ == "VERB" and (by_grammar := speakers_of(token)):
            return tuple(by_grammar)
        if token.lower_ == "to" or token.lemma == "for":
            return tuple([token.head] if token.head.i > token.i else ())
    return ()


def _right(heads: Sequence[Word], source: tuple[int, int], parsed: Parsed, text: str) -> tuple[bool, bool]:
    exact = overlapping = False
    for head in heads:
        start, end = reach(head)
        overlapping = overlapping or source[0] <= parsed.offsets[head.i] < source[1]
        joined = max([end, *(reach(c)[1] for c in head.children if c.dep_ == "conj")])  # "K and L": both are the source
        for last in (end, joined):
            at = parsed.anchor(start, last)
            exact = exact or core(text, at.start, at.end) == core(text, *source)
    return exact, overlapping


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """The core of a stretch: without articles, what follows the first mark, and marks at the ends."""
    words = text[start:end]
    lead = _LEAD.match(words)
    first = lead.end() if lead else 0
    rest = _TAIL.sub("", _CUT.sub("", words[first:]))
    return start + first, start + first + len(rest)


def _tokens(pieces: Sequence[tuple[int, int]], parsed: Parsed) -> list[Word]:
    doc = words_of(parsed.doc)
    found = []
    for start, end in pieces:
        i = parsed.token_at(start)
        while i < len(doc) and parsed.offsets[i] < end:
            if not doc[i].is_punct:
                found.append(doc[i])
            i += 1
    return found


if __name__ == "__main__":
    sys.exit(main())
